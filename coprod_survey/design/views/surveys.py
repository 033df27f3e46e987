"""Surveys of a project: create one, see where it stands."""

from __future__ import annotations

from flask import Response, g, request, url_for
from flask_babel import gettext as _
from msgspec.structs import replace

from ...accounts.policy import Permission
from ...errors import NotFound
from ...projects import overview
from ...questionnaire.document import SurveyDocument
from ...questionnaire.purpose import Purpose
from ...translation import queries as translation
from ...web.access import may, permit
from ...web.htmx import render, see_other
from .. import actions, starting, starts
from ..forms import DesignForm
from .blueprint import design
from .next_step import next_step
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
    studio = Studio(project_id, survey_id)
    standing = overview.standing(survey_id)
    if not any(map(may, overview.SEE_DRAFTS)):  # who only enters answers
        if standing.state not in overview.TAKES_PAPERS:
            raise NotFound
        return see_other(url_for("entry.papers", project_id=project_id, survey_id=survey_id))
    return render(
        "design/survey.html",
        studio=studio,
        survey=studio.survey,
        standing=standing,
        states=overview.STATES,
        step=next_step(studio, standing),
        translator_comments=translation.comment_count(studio.id)
        if may(Permission.TRANSLATE)
        else 0,
    )
