"""What of a survey's outline is different after an edit, so that a page need not be sent whole."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, NamedTuple, Protocol

from ..questionnaire.document import Section, SurveyDocument
from ..questionnaire.questions import Question

SMALL = 30
"""Up to so many questions a survey is shown with every section open."""


class Outlined(Protocol):
    """A document, and how its parts look in the outline: two looks that are equal look the same."""

    @property
    def document(self) -> SurveyDocument:
        """The survey."""
        ...

    def look_of_settings(self) -> Any:
        """How the card of the opening and closing words looks."""

    def look_of_section(self, section: Section) -> Any:
        """How the head of a section looks, apart from its number."""

    def look_of_question(self, question: Question) -> Any:
        """How the card of a question looks, apart from its number and other questions' numbers."""


class Changes(NamedTuple):
    """What is to be done to a page that shows an outline: by element, by card, by number.

    `gone` are ids of elements, `new` the cards to add by the code of their section, and `places`
    the codes of questions in their order by section. `numbers` are those that have changed.
    """

    gone: list[str]
    heads: list[Section]
    cards: list[Question]
    new_sections: list[Section]
    new: list[tuple[str, Question]]
    order: list[str]
    places: dict[str, list[str]]
    numbers: dict[str, str]
    settings: bool


def open_at_first(document: SurveyDocument, asked: Collection[str]) -> frozenset[str]:
    """The codes of the sections whose questions are shown: those asked for, or all of a small survey."""
    codes = frozenset(section.code for section in document.sections)
    if not asked and len(document.questions) <= SMALL:
        return codes
    return codes & frozenset(asked)


def open_when_new(before: SurveyDocument, after: SurveyDocument) -> frozenset[str]:
    """The codes of new sections whose questions are shown at once, as on a page that is loaded afresh."""
    known = {section.code for section in before.sections}
    return frozenset(code for code in open_at_first(after, ()) if code not in known)


def changes(before: Outlined, after: Outlined, opened: Collection[str]) -> Changes:
    """What is different, on a page that shows `before` and the questions of the sections `opened`."""
    old, new = before.document, after.document
    was = {section.code: section for section in old.sections}
    sections = {section.code: section for section in new.sections}
    shown = _homes(old, opened)
    to_show = _homes(new, opened)
    gone = [f"section-{code}" for code in was if code not in sections]
    gone += [f"question-{code}" for code in shown if code not in to_show]
    order = [code for code in was if code in sections]
    return Changes(
        gone=gone,
        heads=[
            s
            for s in new.sections
            if s.code in was and before.look_of_section(was[s.code]) != after.look_of_section(s)
        ],
        cards=[
            new.questions[code]
            for code in to_show
            if code in shown
            and before.look_of_question(old.questions[code])
            != after.look_of_question(new.questions[code])
        ],
        new_sections=[s for s in new.sections if s.code not in was],
        new=[(home, new.questions[code]) for code, home in to_show.items() if code not in shown],
        order=list(sections) if order != list(sections) else [],
        places=_places(old, new, opened),
        numbers=_different(_numbers(old), _numbers(new)),
        settings=before.look_of_settings() != after.look_of_settings(),
    )


def _homes(document: SurveyDocument, opened: Collection[str]) -> dict[str, str]:
    """The section of each question that a page shows."""
    return {
        q.code: section.code
        for section in document.sections
        if section.code in opened
        for q in section.questions
    }


def _places(
    old: SurveyDocument, new: SurveyDocument, opened: Collection[str]
) -> dict[str, list[str]]:
    """The questions of each open section in their order, where that is another than before."""
    was = {section.code: [q.code for q in section.questions] for section in old.sections}
    now = {section.code: [q.code for q in section.questions] for section in new.sections}
    return {
        code: codes
        for code, codes in now.items()
        if code in opened and code in was and was[code] != codes
    }


def _numbers(document: SurveyDocument) -> dict[str, str]:
    """The numbers of sections and questions by the ids of their elements."""
    numbers = {f"question-{code}": number for code, number in document.numbers.items()}
    for place, section in enumerate(document.sections, start=1):
        numbers[f"section-{section.code}"] = str(place)
    return numbers


def _different(old: Mapping[str, str], new: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in new.items() if old.get(name) != value}
