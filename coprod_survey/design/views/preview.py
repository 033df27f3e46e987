"""Preview: the draft as people will see it, in either language. It checks answers and stores none."""

from __future__ import annotations

from flask import Response, request, url_for

from ...accounts.policy import Permission
from ...errors import NotFound
from ...questionnaire.answers import Raw
from ...questionnaire.journey import Journey, Page
from ...questionnaire.problem import Problem
from ...responses import faces
from ...web.access import permit
from ...web.htmx import render, see_other
from .blueprint import design
from .studio import Studio, sent


@design.get("/<int:survey_id>/preview")
@permit(Permission.PREVIEW)
def preview(project_id: int, survey_id: int) -> Response:
    """The opening of the survey."""
    studio = Studio(project_id, survey_id)
    return render(
        "design/preview_start.html",
        studio=studio,
        journey=Journey(studio.document, {}),
        must=faces.must_answer(studio.document),
        minutes=faces.minutes(studio.document),
    )


@design.get("/<int:survey_id>/preview/<int:number>")
@permit(Permission.PREVIEW)
def preview_page(project_id: int, survey_id: int, number: int) -> Response:
    """One page of questions."""
    studio = Studio(project_id, survey_id)
    journey = Journey(studio.document, {})
    return _show(studio, journey, _page(journey, number), {})


@design.post("/<int:survey_id>/preview/<int:number>")
@permit(Permission.PREVIEW)
def try_page(project_id: int, survey_id: int, number: int) -> Response:
    """Check what was answered as the survey will, and go on to the next page."""
    studio = Studio(project_id, survey_id)
    journey = Journey(studio.document, {})
    here, raw = _page(journey, number), sent()
    if "clear" in request.form:
        raw.pop(f"q-{request.form['clear']}", None)  # a question's, or one part's
        return _show(studio, journey, here, raw)
    parsed = {q.code: q.parse(raw) for q in here.asking}
    problems = {code: p for code, p in parsed.items() if isinstance(p, Problem)}
    if problems:
        return _show(studio, journey, here, raw, problems)
    after = journey.after(number)
    if after is None:
        return see_other(url_for("design.preview_end"))
    return see_other(url_for("design.preview_page", number=after.number))


@design.get("/<int:survey_id>/preview/end")
@permit(Permission.PREVIEW)
def preview_end(project_id: int, survey_id: int) -> Response:
    """What people read after they have sent their answers."""
    studio = Studio(project_id, survey_id)
    journey = Journey(studio.document, {})
    return render("design/preview_end.html", studio=studio, journey=journey)


def _page(journey: Journey, number: int) -> Page:
    page = journey.page(number)
    if page is None:
        raise NotFound
    return page


def _show(
    studio: Studio,
    journey: Journey,
    here: Page,
    raw: Raw,
    problems: dict[str, Problem] | None = None,
) -> Response:
    """A page of questions with what was typed and what is wrong, through the faces of answering."""
    problems = problems or {}
    values = {question.code: raw for question in here.asking}
    return render(
        "design/preview_page.html",
        422 if problems else 200,
        studio=studio,
        journey=journey,
        here=here,
        slots=faces.slots(here, studio.document, values, problems),
        errors=list(problems.values()),
    )
