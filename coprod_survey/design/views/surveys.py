"""Surveys of a project: create one, see where it stands."""

from __future__ import annotations

from flask import Response, g, url_for
from flask_babel import gettext as _
from msgspec.structs import replace

from ...accounts.policy import Permission
from ...errors import NotFound
from ...projects import overview
from ...questionnaire import library
from ...questionnaire.document import SurveyDocument
from ...web.access import may, permit
from ...web.htmx import render, see_other
from .. import actions, queries, starting
from ..forms import DesignForm
from .blueprint import design
from .studio import Studio, sent


@design.get("/new")
@permit(Permission.DESIGN)
def create(project_id: int) -> Response:
    """The form for a new survey: blank, ready-made, or a copy."""
    return _create_page(DesignForm(SurveyDocument(), ("title",)))


@design.post("/new")
@permit(Permission.DESIGN)
def create_now(project_id: int) -> Response:
    """Create a survey and open it on the workbench."""
    form = DesignForm(SurveyDocument(), ("title",), sent())
    title, start = form.read().title, form.value("start")
    if start == "blank" and title.blank:
        form.errors["title-cy"] = _("Give the survey a title in Welsh or English")
    if start not in _starts(project_id):
        form.errors["start"] = _("Choose what to start from")
    if form.errors:
        return _create_page(form, 422)
    if start == "blank":
        document = starting.blank(title, g.project.organisation)
    else:
        document = _ready_made(project_id, start)
        document = document if title.blank else replace(document, title=title)
    survey = actions.create_survey(project_id=project_id, document=document, by=g.user)
    return see_other(url_for("design.outline", survey_id=survey.id))


def _create_page(form: DesignForm[SurveyDocument], status: int = 200) -> Response:
    return render("design/create.html", status, form=form, starts=_starts(g.project.id))


def _starts(project_id: int) -> dict[str, SurveyDocument | queries.SurveyRow | None]:
    """What a survey can start from, by the value of its radio button, with what there is to tell."""
    ready = {f"library-{name}": library.load(name) for name in library.names()}
    copies = {f"copy-{row.id}": row for row in queries.surveys_of(project_id)}
    return {"blank": None, **ready, **copies}


def _ready_made(project_id: int, start: str) -> SurveyDocument:
    """The document behind a choice: a copy of a survey, or one of the library in our own words."""
    kind, _dash, name = start.partition("-")
    if kind == "copy":
        return queries.draft(int(name)).document
    return starting.adapt(library.load(name), g.project)


@design.get("/<int:survey_id>")
@permit(Permission.SEE_PROJECT)
def survey(project_id: int, survey_id: int) -> Response:
    """Where a survey stands, what to do next, and everything that can be done with it."""
    studio = Studio(project_id, survey_id)
    standing = overview.standing(survey_id)
    if not (may(Permission.FOLLOW) or may(Permission.PREVIEW)) and standing.state != "open":
        raise NotFound  # who only enters answers sees what is open
    return render(
        "design/survey.html",
        studio=studio,
        survey=studio.survey,
        standing=standing,
        states=overview.STATES,
        step=overview.step_of(standing),
    )
