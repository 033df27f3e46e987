"""Preview: the draft as people will see it, in either language. It checks answers and stores none.

Pages follow the rules: what was tried so far comes along in the address (see `design/tried.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from flask import Response, request, url_for

from ...accounts.policy import Permission
from ...errors import NotFound
from ...questionnaire.answers import Raw
from ...questionnaire.journey import Journey, Page
from ...questionnaire.problem import Problem
from ...questionnaire.questions import Question
from ...responses import faces
from ...responses.actions import SHOWN
from ...web.access import permit
from ...web.htmx import render, see_other
from .. import tried
from .blueprint import design
from .studio import Studio, sent


class Trial:
    """Somebody who tries the draft: what they have answered so far, and where that leads."""

    def __init__(self, studio: Studio, raw: Raw | None = None) -> None:
        self.studio = studio
        self.raw = tried.unpack(request.args.get("tried", "")) if raw is None else raw
        document = studio.document
        self.journey = Journey(document, tried.answers(document, self.raw))
        self.tried = tried.pack(document, self.raw) or None
        self.pages = [n for n, section in enumerate(document.sections, 1) if section.questions]

    def page(self, number: int) -> Page:
        """A page as this person meets it; where they do not, all of it. Raises `NotFound`."""
        if number not in self.pages:
            raise NotFound
        section = self.studio.document.sections[number - 1]
        return self.journey.page(number) or Page(number, section, section.questions)

    def is_on_path(self, number: int) -> bool:
        """Whether this person comes to the page."""
        return self.journey.page(number) is not None


class Step(NamedTuple):
    """What came of sending a page: where that leads, what is wrong, what there is to answer yet."""

    trial: Trial
    problems: dict[str, Problem]
    added: list[Question]

    @property
    def is_done(self) -> bool:
        """Whether the person may go on."""
        return not self.problems and not self.added


def typed_over(before: Trial, number: int, typed: Raw) -> dict[str, list[str]]:
    """What was tried so far, with what a page's form says in place of the answers of that page."""
    names = {name for q in before.page(number).section.questions for name in q.fields}
    raw = {name: values for name, values in before.raw.items() if name not in names}
    return raw | {name: values for name, values in typed.items() if name in names}


def step(before: Trial, number: int, typed: Raw) -> Step:
    """Check a page as the survey will, and follow the path that it leads to."""
    asked = _in_form(before, before.page(number), typed)
    raw = typed_over(before, number, typed)
    trial = Trial(before.studio, raw)
    parsed = {question.code: question.parse(raw) for question in asked}
    problems = {code: p for code, p in parsed.items() if isinstance(p, Problem)}
    now = trial.journey.page(number)
    added = [question for question in now.asking if question not in asked] if now else []
    return Step(trial, problems, added)


def cleared(raw: Raw, code: str) -> dict[str, list[str]]:
    """What was tried, without the answer to one question, or to one part of it."""
    gone = f"q-{code}"
    return {n: list(v) for n, v in raw.items() if n != gone and not n.startswith(f"{gone}-")}


@design.get("/<int:survey_id>/preview")
@permit(Permission.PREVIEW)
def preview(project_id: int, survey_id: int) -> Response:
    """The opening of the survey."""
    studio = Studio(project_id, survey_id)
    return render(
        "design/preview_start.html",
        studio=studio,
        trial=Trial(studio),
        must=faces.must_answer(studio.document),
        minutes=faces.minutes(studio.document),
    )


@design.get("/<int:survey_id>/preview/<int:number>")
@permit(Permission.PREVIEW)
def preview_page(project_id: int, survey_id: int, number: int) -> Response:
    """One page of questions."""
    trial = Trial(Studio(project_id, survey_id))
    return _show(trial, number)


@design.post("/<int:survey_id>/preview/<int:number>")
@permit(Permission.PREVIEW)
def try_page(project_id: int, survey_id: int, number: int) -> Response:
    """Check what was answered as the survey will, and go on along the path that it leads to."""
    before = Trial(Studio(project_id, survey_id))
    typed = sent()
    if "clear" in typed:
        left = cleared(typed_over(before, number, typed), typed["clear"][0])
        return _show(Trial(before.studio, left), number)
    trial, problems, added = taken = step(before, number, typed)
    if not taken.is_done:
        return _show(trial, number, problems, added)
    after = trial.journey.after(number)
    if after is None:
        return see_other(url_for("design.preview_end", tried=trial.tried))
    return see_other(url_for("design.preview_page", number=after.number, tried=trial.tried))


@design.get("/<int:survey_id>/preview/end")
@permit(Permission.PREVIEW)
def preview_end(project_id: int, survey_id: int) -> Response:
    """What people read after they have sent their answers, or where an answer ended the survey."""
    studio = Studio(project_id, survey_id)
    return render("design/preview_end.html", studio=studio, trial=Trial(studio))


def _in_form(trial: Trial, here: Page, raw: Raw) -> list[Question]:
    """The questions that a form held: a follow-up says so itself, for it comes and goes."""
    follow_ups, shown = trial.studio.document.follow_ups, raw.get(SHOWN, ())
    return [
        question
        for question in here.section.questions
        if question.asks
        and (question.code in shown if question.code in follow_ups else question in here.questions)
    ]


def _show(
    trial: Trial,
    number: int,
    problems: dict[str, Problem] | None = None,
    added: Sequence[Question] = (),
) -> Response:
    """A page of questions with what was typed and what is wrong, through the faces of answering."""
    problems, here = problems or {}, trial.page(number)
    wrong = {q.code: problems[q.code] for q in here.asking if q.code in problems}
    values = {question.code: trial.raw for question in here.asking}
    return render(
        "design/preview_page.html",
        422 if wrong else 200,
        studio=trial.studio,
        trial=trial,
        here=here,
        slots=faces.slots(here, trial.studio.document, values, wrong),
        errors=list(wrong.values()),
        added=added,
    )
