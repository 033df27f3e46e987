"""Surveys of a project: create one, see where it stands, delete it."""

from __future__ import annotations

from typing import Any

from flask import Response, flash, g, request, url_for
from flask_babel import gettext as _
from msgspec.structs import replace

from ...accounts.policy import Permission
from ...errors import Refused
from ...projects import overview
from ...questionnaire.document import SurveyDocument
from ...questionnaire.purpose import Purpose
from ...translation import queries as translation
from ...web.access import permit
from ...web.htmx import render, see_other
from ...web.words import say
from .. import actions, queries, starting, starts
from ..forms import DesignForm
from .blueprint import design
from .studio import Studio, sent


@design.get("/new")
@permit(Permission.DESIGN)
def create(project_id: int) -> Response:
    """The form for a new survey: what it is for, then what to start from."""
    chosen = {"start": [request.args.get("start", "")]}
    return _create_page(DesignForm(SurveyDocument(), ("title",), chosen), DesignForm(Purpose()))


@design.post("/new")
@permit(Permission.DESIGN)
def create_now(project_id: int) -> Response:
    """Create a survey and open it on the workbench."""
    form = DesignForm(SurveyDocument(), ("title",), sent())
    card = DesignForm(Purpose(), sent=sent())
    title, purpose, start = form.read().title, card.read(), form.value("start")
    if start not in starts.offered(g.project, by=g.user).values:
        form.errors["start"] = _("Choose what to start from")
    if start == starts.BLANK and title.blank:
        form.errors["title-cy"] = _("Give the survey a title in Welsh or English")
    if form.errors or card.errors:
        return _create_page(form, card, 422)
    if start == starts.BLANK:
        document = starting.blank(title, g.project.organisation)
    else:
        document = starts.document_of(start, g.project)
        document = document if title.blank else replace(document, title=title)
    document = document if purpose.blank else replace(document, purpose=purpose)
    follows = starts.followed(start)
    survey = actions.create_survey(
        project_id=project_id, document=document, by=g.user, follows=follows
    )
    return see_other(url_for("design.outline", survey_id=survey.id))


def _create_page(
    form: DesignForm[SurveyDocument], card: DesignForm[Purpose], status: int = 200
) -> Response:
    return render(
        "design/create.html",
        status,
        form=form,
        card=card,
        starts=starts.offered(g.project, by=g.user),
        errors=bool(form.errors or card.errors),
    )


@design.get("/<int:survey_id>")
@permit(Permission.SEE_PROJECT)
def survey(project_id: int, survey_id: int) -> Response:
    """Where a survey stands, what to do next, and everything that can be done with it."""
    return _survey_page(Studio(project_id, survey_id))


@design.post("/<int:survey_id>/delete")
@permit(Permission.DESIGN)
def delete(project_id: int, survey_id: int) -> Response:
    """Delete a survey that nobody has begun to answer."""
    studio = Studio(project_id, survey_id)
    try:
        actions.delete_survey(survey_id, by=g.user)
    except Refused as refused:
        return _survey_page(studio, 422, notice=say(refused.problem), errors=True)
    flash(_("The survey was deleted"))
    return see_other(url_for("projects.project", project_id=project_id))


def _survey_page(studio: Studio, status: int = 200, **context: Any) -> Response:
    standing = overview.standing(g.project.id, studio.id)
    return render(
        "design/survey.html",
        status,
        studio=studio,
        survey=studio.survey,
        deletable=not queries.has_responses(studio.id),
        standing=standing,
        states=overview.STATES,
        step=overview.step_of(standing),
        comments=translation.comment_count(studio.id),
        **context,
    )
