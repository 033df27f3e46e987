"""The path through a survey: a pure function of the document and the answers so far."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

import msgspec

from . import rules
from .answers import Answers, is_answered
from .document import Section, SurveyDocument
from .questions import Question
from .rules import Answering


class Page(msgspec.Struct, frozen=True):
    """One page on a person's path: its number (the place of its section in the survey, from 1).

    `questions` are those that are shown to this person, what asks nothing included.
    """

    number: int
    section: Section
    questions: tuple[Question, ...]

    @property
    def asking(self) -> tuple[Question, ...]:
        """The questions of the page that ask for an answer."""
        return tuple(q for q in self.questions if q.asks)


class Journey:
    """Which pages and questions a person meets, in what order, and what may be visited.

    A page's number is its section's place in the document, so it stays the same whatever is
    answered. Answers to questions that are not on the path stay stored, and are neither shown nor
    exported; to conditions they do not exist.
    """

    def __init__(self, document: SurveyDocument, answers: Answers) -> None:
        self.document = document
        self.answers = answers

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """The pages on the path, in order: every section that has something to show."""
        return self._walk[0]

    @cached_property
    def ended_by(self) -> Question | None:
        """The question whose answer ends the survey before its end, if there is one."""
        return self._walk[1]

    @cached_property
    def _walk(self) -> tuple[tuple[Page, ...], Question | None]:
        if self.document.is_straight:
            return _straight_pages(self.document), None
        pages: list[Page] = []
        on_path: dict[str, Any] = {}
        given = Answering(on_path, self.document.questions, self.document.group_question)
        for number, section in enumerate(self.document.sections, start=1):
            if not rules.holds(section.show_when, given):
                continue
            shown = tuple(self._shown(section, on_path, given))
            if shown:
                pages.append(Page(number, section, shown))
            last = shown[-1] if shown else None
            if last and last.may_end and _ends(last, on_path):
                return tuple(pages), last
        return tuple(pages), None

    def _shown(
        self, section: Section, on_path: dict[str, Any], given: Answering
    ) -> Iterator[Question]:
        """The questions of a section that are shown; their answers join those on the path."""
        for question in section.questions:
            condition = question.show_when  # most have none, and a long survey has many questions
            if condition is not None and not rules.holds(condition, given):
                continue
            if question.code in self.answers:
                on_path[question.code] = self.answers[question.code]
            yield question
            if question.may_end and _ends(question, on_path):
                return

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The questions on the path that ask for an answer, in order."""
        return tuple(q for page in self.pages for q in page.questions if q.asks)

    def page(self, number: int) -> Page | None:
        """The page with this number, if it is on the path."""
        return next((p for p in self.pages if p.number == number), None)

    def after(self, number: int) -> Page | None:
        """The page that follows; None when only the check of the answers is left."""
        return next((p for p in self.pages if p.number > number), None)

    def before(self, number: int) -> Page | None:
        """The page before; None at the first page."""
        return next((p for p in reversed(self.pages) if p.number < number), None)

    def is_saved(self, page: Page) -> bool:
        """Whether every question of the page was shown and saved, be it without an answer."""
        return all(self._is_saved(q) for q in page.questions)

    def _is_saved(self, question: Question) -> bool:
        return not question.asks or question.code in self.answers

    @cached_property
    def next_page(self) -> Page | None:
        """The first page that is not yet saved: where to go on. None when all are, or after an end."""
        if self.ended_by:
            return None  # nobody has to put a page right in order to be allowed to leave
        return next((p for p in self.pages if not self.is_saved(p)), None)

    @cached_property
    def next_question(self) -> Question | None:
        """The first question that is not yet saved; None when all are."""
        page = self.next_page
        return next((q for q in page.questions if not self._is_saved(q)), None) if page else None

    def may_visit(self, number: int) -> bool:
        """Whether the page is on the path and every page before it has been saved."""
        page = self.page(number)
        return page is not None and (self.next_page is None or number <= self.next_page.number)

    @cached_property
    def lacking(self) -> tuple[Question, ...]:
        """The questions on the path that need an answer and have none."""
        return tuple(
            q for q in self.questions if q.required and not is_answered(self.answers.get(q.code))
        )

    @cached_property
    def is_complete(self) -> bool:
        """Whether nothing stands in the way of sending the answers."""
        return self.next_page is None and self.ended_by is None and not self.lacking

    def on_path(self) -> dict[str, object]:
        """The answers (special values included) of the questions on the path."""
        return {q.code: self.answers[q.code] for q in self.questions if q.code in self.answers}


def _ends(question: Question, on_path: dict[str, Any]) -> bool:
    answer = on_path.get(question.code)
    return is_answered(answer) and question.ends(answer)


def _straight_pages(document: SurveyDocument) -> tuple[Page, ...]:
    """The pages of a survey in which everybody has the same path: kept with the document."""
    kept = document.__dict__.get("_straight_pages")
    if kept is None:
        kept = tuple(
            Page(number, section, section.questions)
            for number, section in enumerate(document.sections, start=1)
            if section.questions
        )
        document.__dict__["_straight_pages"] = kept
    return kept
