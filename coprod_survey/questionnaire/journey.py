"""The path through a survey: a pure function of the document and the answers so far."""

from __future__ import annotations

from functools import cached_property

import msgspec

from .answers import Answers, is_answered
from .document import Section, SurveyDocument
from .questions import Question


class Page(msgspec.Struct, frozen=True):
    """One page on a person's path: its number (the place of its section in the survey, from 1)."""

    number: int
    section: Section
    questions: tuple[Question, ...]


class Journey:
    """Which pages and questions a person meets, in what order, and what may be visited.

    A page's number is its section's place in the document, so it stays the same whatever is
    answered. Answers to questions that are not on the path stay stored, and are neither shown nor
    exported.
    """

    def __init__(self, document: SurveyDocument, answers: Answers) -> None:
        self.document = document
        self.answers = answers

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """The pages on the path, in order: every section that has a question to ask."""
        return tuple(
            Page(number, section, section.questions)
            for number, section in enumerate(self.document.sections, start=1)
            if section.questions
        )

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The questions on the path, in order."""
        return tuple(q for page in self.pages for q in page.questions)

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
        """Whether every question of the page was saved, and every required one answered."""
        return all(
            is_answered(self.answers.get(q.code)) if q.required else q.code in self.answers
            for q in page.questions
        )

    @cached_property
    def next_page(self) -> Page | None:
        """The first page that is not yet saved: where to go on. None when all are."""
        return next((p for p in self.pages if not self.is_saved(p)), None)

    def may_visit(self, number: int) -> bool:
        """Whether the page is on the path and every page before it has been saved."""
        page = self.page(number)
        return page is not None and (self.next_page is None or number <= self.next_page.number)

    @cached_property
    def is_complete(self) -> bool:
        """Whether nothing stands in the way of sending the answers."""
        return self.next_page is None

    def on_path(self) -> dict[str, object]:
        """The answers (special values included) of the questions on the path."""
        return {q.code: self.answers[q.code] for q in self.questions if q.code in self.answers}
