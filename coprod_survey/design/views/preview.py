"""Preview: a survey as people will see it, in either language. It checks answers and stores none.

Pages follow the rules: what was tried so far comes along in the address (see `design/tried.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple, Protocol

from flask import Response, request, url_for

from ...accounts.policy import Permission
from ...errors import NotFound
from ...questionnaire.answers import Raw
from ...questionnaire.document import SurveyDocument
from ...questionnaire.journey import Journey, Page
from ...questionnaire.problem import Problem
from ...questionnaire.questions import Question
from ...questionnaire.rules import Condition
from ...questionnaire.text import LANGUAGES
from ...responses import faces
from ...responses.actions import SHOWN
from ...rule_words import Said
from ...web.access import permit
from ...web.headers import in_our_frame
from ...web.htmx import render, see_other
from ...web.numbers import whole_number
from .. import tried
from .blueprint import design
from .studio import Studio, sent


class Previewed(Protocol):
    """What can be tried: a draft on the workbench, or a survey of the library."""

    previews: str

    @property
    def document(self) -> SurveyDocument:
        """The survey."""

    def say_rule(self, rule: Condition) -> Said:
        """A condition of it in words."""


class Trial:
    """Somebody who tries a survey: what they have answered so far, and where that leads."""

    def __init__(self, studio: Previewed, raw: Raw | None = None) -> None:
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
    now = trial.page(number)  # what an answer took off the path need not be put right
    here_now = {question.code for question in now.asking}
    problems = {c: p for c, p in parsed.items() if isinstance(p, Problem) and c in here_now}
    added = [q for q in now.asking if q not in asked] if trial.is_on_path(number) else []
    return Step(trial, problems, added)


def cleared(raw: Raw, code: str) -> dict[str, list[str]]:
    """What was tried, without the answer to one question, or to one part of it."""
    gone = f"q-{code}"
    return {n: list(v) for n, v in raw.items() if n != gone and not n.startswith(f"{gone}-")}


@design.get("/<int:survey_id>/preview")
@permit(Permission.PREVIEW)
@in_our_frame
def preview(project_id: int, survey_id: int) -> Response:
    """The opening of the survey."""
    return opening(Studio(project_id, survey_id))


def opening(studio: Previewed) -> Response:
    """What people read before they start."""
    return render(
        "design/preview_start.html",
        studio=studio,
        trial=Trial(studio),
        must=faces.must_answer(studio.document),
        minutes=faces.minutes(studio.document),
    )


@design.get("/<int:survey_id>/preview/<int:number>")
@permit(Permission.PREVIEW)
@in_our_frame
def preview_page(project_id: int, survey_id: int, number: int) -> Response:
    """One page of questions."""
    return show(Trial(Studio(project_id, survey_id)), number)


@design.post("/<int:survey_id>/preview/<int:number>")
@permit(Permission.PREVIEW)
@in_our_frame
def try_page(project_id: int, survey_id: int, number: int) -> Response:
    """Check what was answered as the survey will, and go on along the path that it leads to."""
    return attempt(Trial(Studio(project_id, survey_id)), number)


def attempt(before: Trial, number: int) -> Response:
    """Check what was sent for a page, and show it again or go on."""
    typed = sent()
    if "clear" in typed:
        left = cleared(typed_over(before, number, typed), typed["clear"][0])
        return show(Trial(before.studio, left), number)
    trial, problems, added = taken = step(before, number, typed)
    if not taken.is_done:
        return show(trial, number, problems, added)
    after = trial.journey.after(number)
    if after is None:
        return see_other(url_for(f"{trial.studio.previews}_end", tried=trial.tried))
    place = f"{trial.studio.previews}_page"
    return see_other(url_for(place, number=after.number, tried=trial.tried))


@design.get("/<int:survey_id>/preview/end")
@permit(Permission.PREVIEW)
@in_our_frame
def preview_end(project_id: int, survey_id: int) -> Response:
    """What people read after they have sent their answers, or where an answer ended the survey."""
    return closing(Studio(project_id, survey_id))


def closing(studio: Previewed) -> Response:
    """The end, for what was tried."""
    return render("design/preview_end.html", studio=studio, trial=Trial(studio))


@design.get("/<int:survey_id>/preview/phone")
@permit(Permission.PREVIEW)
@in_our_frame
def preview_phone(project_id: int, survey_id: int) -> Response:
    """The same page as two phones show it, one in each language: `page` is a number, or the end."""
    trial, page = Trial(Studio(project_id, survey_id)), request.args.get("page", "")
    values: dict[str, Any] = {"tried": trial.tried}
    number = request.args.get("page", type=whole_number)
    if number is not None:
        trial.page(number)
        values["number"] = number
    endpoint = {"": "preview", "end": "preview_end"}.get(page, "preview_page")
    if endpoint == "preview_page" and "number" not in values:
        raise NotFound
    shown = {lang: url_for(f"design.{endpoint}", lang=lang, **values) for lang in LANGUAGES}
    back = url_for(f"design.{endpoint}", **values)
    return render("design/preview_phone.html", studio=trial.studio, phones=shown, back=back)


def _in_form(trial: Trial, here: Page, raw: Raw) -> list[Question]:
    """The questions that a form held: a follow-up says so itself, for it comes and goes."""
    follow_ups, shown = trial.studio.document.follow_ups, raw.get(SHOWN, ())
    return [
        question
        for question in here.section.questions
        if question.asks
        and (question.code in shown if question.code in follow_ups else question in here.questions)
    ]


def show(
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
