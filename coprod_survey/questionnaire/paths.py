"""Paths: where each page of a survey can lead, for a map in words and as a picture."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from . import rules
from .document import Section, SurveyDocument
from .questions import Question
from .rules import Condition

Looks = list[tuple[int, frozenset[str]]]

END = 0
"""The number that stands for the check of the answers, after the last page."""


class Asked(msgspec.Struct, frozen=True):
    """A question on a page of the map.

    `looked_at` are the numbers of the pages whose rules, or whose questions' rules, look at its
    answer; `ends` says that an answer to it can end the survey.
    """

    question: Question
    show_when: Condition | None
    looked_at: tuple[int, ...]
    ends: bool


class Stop(msgspec.Struct, frozen=True):
    """A page of the map: its number (as in the journey), its questions, and where it can lead.

    `show_when` is None for a page that everybody comes to. `leads_to` are the numbers of the pages
    that can come next, in order, `END` for the check of the answers.
    """

    number: int
    section: Section
    show_when: Condition | None
    asked: tuple[Asked, ...]
    leads_to: tuple[int, ...]

    @property
    def ends(self) -> tuple[Question, ...]:
        """The questions of the page that can end the survey."""
        return tuple(one.question for one in self.asked if one.ends)

    @property
    def everybody(self) -> bool:
        """Whether everybody comes to the page, whatever they have answered."""
        return _everybody(self.section)


def stops(document: SurveyDocument) -> tuple[Stop, ...]:
    """Every page that asks or shows something, in order.

    A page can lead to each page after it up to the first that everybody comes to: what lies between
    may be passed over. Whether its conditions can come true is not asked here (see `reach.py`).
    """
    looks = _looks(document)
    pages = [(n, section) for n, section in enumerate(document.sections, 1) if section.questions]
    return tuple(
        Stop(
            number=number,
            section=section,
            show_when=section.show_when,
            asked=tuple(_asked(question, looks) for question in section.questions),
            leads_to=tuple(_next(pages[place + 1 :])),
        )
        for place, (number, section) in enumerate(pages)
    )


def watched(document: SurveyDocument) -> list[Question]:
    """The questions whose answers change the path, in the order in which they are asked."""
    seen = {code for _, codes in _looks(document) for code in codes}
    return [q for q in document.questions.values() if q.may_end or (q.counted and q.code in seen)]


def _next(later: list[tuple[int, Section]]) -> Iterator[int]:
    """The pages that can come next, among those that are later."""
    for number, section in later:
        yield number
        if _everybody(section):
            return
    yield END


def _everybody(section: Section) -> bool:
    """Whether everybody comes to a page, whatever they have answered."""
    return section.show_when is None and any(q.show_when is None for q in section.questions)


def _asked(question: Question, looks: Looks) -> Asked:
    looked_at = {number for number, codes in looks if question.code in codes}
    return Asked(question, question.show_when, tuple(sorted(looked_at)), question.may_end)


def _looks(document: SurveyDocument) -> Looks:
    """For each rule: the number of the page that it stands on, and the questions that it looks at."""
    return [
        (number, rules.refers_to(thing.show_when, document.group_question))
        for number, section in enumerate(document.sections, start=1)
        for thing in (section, *section.questions)
        if thing.show_when
    ]
