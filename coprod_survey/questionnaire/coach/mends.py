"""Mends: what one press does about a piece of advice. Pure edits, each with its name in `MENDS`."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from msgspec.structs import replace

from ..document import Section, SurveyDocument
from ..edits import Gone, write_question
from ..questions import Question
from ..rules import refers_to
from ..text import Text

NO_NAMES = Text.both(
    "Peidiwch ag enwi pobl na dweud dim a fyddai’n dangos pwy ydyn nhw.",
    "Do not name people or say anything that would show who they are.",
)

Mend = Callable[[SurveyDocument, str], SurveyDocument]
"""A document and the code of a question, or of a section, in; the mended document out."""


def add_prefer_not(document: SurveyDocument, code: str) -> SurveyDocument:
    """The survey with "prefer not to say" among the answers of a question."""
    return _with(document, code, lambda question: question.with_prefer_not())


def add_none(document: SurveyDocument, code: str) -> SurveyDocument:
    """The survey with "none of these" behind the ordinary options of a question."""
    return _with(document, code, lambda question: question.with_none())


def let_go(document: SurveyDocument, code: str) -> SurveyDocument:
    """The survey with a question that people may leave empty."""
    return _with(document, code, lambda question: replace(question, required=False))


def mark(document: SurveyDocument, code: str) -> SurveyDocument:
    """The survey with a question whose answers are only counted."""
    return _with(document, code, lambda question: replace(question, sensitive=True))


def ask_for_no_names(document: SurveyDocument, code: str) -> SurveyDocument:
    """The survey with a question whose help asks people to name nobody; help that is there stays."""
    return _with(document, code, lambda q: replace(q, hint=NO_NAMES) if q.hint.blank else q)


def fold(document: SurveyDocument, code: str) -> SurveyDocument:
    """The survey with a question whose options stand in a list that opens."""
    return _with(document, code, lambda question: cast(Question, question.folded() or question))


def move_to_end(document: SurveyDocument, code: str) -> SurveyDocument:
    """The survey with a personal question at the end of its last personal section, or of its last."""
    home = document.section_of(code)
    if home is None:
        raise Gone(code)
    question = document.questions[code]
    target = last_place(document, code)
    sections = []
    for section in document.sections:
        kept = tuple(q for q in section.questions if q.code != code)
        if section.code == target.code:
            asked = [q for q in kept if not q.apart]
            kept = (*asked, question, *(q for q in kept if q.apart))
        sections.append(replace(section, questions=kept) if section in (home, target) else section)
    return replace(document, sections=tuple(sections))


def move_section_to_end(document: SurveyDocument, code: str) -> SurveyDocument:
    """The survey with a section of personal questions as its last, before a page of contact details."""
    section = document.section(code)
    if section is None:
        raise Gone(code)
    others = [s for s in document.sections if s.code != code]
    place = len(others)
    while (
        place and others[place - 1].questions and all(q.apart for q in others[place - 1].questions)
    ):
        place -= 1
    others.insert(place, section)
    return replace(document, sections=tuple(others))


def last_place(document: SurveyDocument, code: str) -> Section:
    """The section to whose end a personal question moves: the last that has others, or the last."""
    for section in reversed(document.sections):
        if any(q.sensitive and q.code != code for q in section.questions):
            return section
    return document.sections[-1]


def is_looked_at(document: SurveyDocument, codes: frozenset[str]) -> bool:
    """Whether rules outside these questions look at one of them, so that they cannot go later."""
    if document.group_question in codes:
        return True
    for section in document.sections:
        inside = bool(section.questions) and all(q.code in codes for q in section.questions)
        if not inside and not codes.isdisjoint(refers_to(section.show_when)):
            return True
        for question in section.questions:
            if question.code not in codes and not codes.isdisjoint(refers_to(question.show_when)):
                return True
    return False


def _with(
    document: SurveyDocument, code: str, change: Callable[[Question], Question]
) -> SurveyDocument:
    question = document.question(code)
    if question is None:
        raise Gone(code)
    return write_question(document, code, change(question))


MENDS: dict[str, Mend] = {
    "add_prefer_not": add_prefer_not,
    "add_none": add_none,
    "let_go": let_go,
    "mark": mark,
    "ask_for_no_names": ask_for_no_names,
    "fold": fold,
    "move_to_end": move_to_end,
    "move_section_to_end": move_section_to_end,
}
"""By the names that advice uses."""
