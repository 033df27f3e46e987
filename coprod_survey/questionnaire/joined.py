"""Joined: the versions of one survey seen as one, so that their answers stand in one table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

import msgspec

from . import rules
from .answers import Answer, Answers
from .document import SurveyDocument
from .journey import Journey
from .questions import Option, Question
from .text import Text


class Look(NamedTuple):
    """What a rule asks of a (joined) question, or of one `part` of it: whether one of these options
    was chosen. A question without options has none."""

    question: str
    part: str
    options: frozenset[str]


class Joined:
    """One or more published versions of a survey, joined by the codes of their questions.

    The latest version decides order and words; questions and options that it no longer has follow
    after its own. Should a code have changed its kind of question, the older kind stands by itself
    as ``<code>_v<number of its last version>``.
    """

    def __init__(self, versions: Mapping[int, SurveyDocument]) -> None:
        """`versions` are documents by their version number; at least one is needed."""
        self.versions = dict(sorted(versions.items()))
        self.questions: dict[str, Question] = {}
        self._codes: dict[int, dict[str, str]] = {}
        self._older: dict[tuple[str, str], str] = {}
        for number, document in reversed(self.versions.items()):
            self._codes[number] = {
                code: self._join(question, number)
                for code, question in document.questions.items()
                if question.counted
            }

    @property
    def latest(self) -> SurveyDocument:
        """The newest version's document."""
        return self.versions[max(self.versions)]

    @cached_property
    def numbers(self) -> dict[str, str]:
        """The number of each question by its code: those of the latest version, and on from there."""
        numbers = dict(self.latest.numbers)
        last = self.latest.always_asked
        for code in self.questions:
            if code not in numbers:
                last += 1
                numbers[code] = str(last)
        return numbers

    @cached_property
    def section_titles(self) -> dict[str, Text]:
        """The title of the section that each question stands in, by the question's code."""
        titles: dict[str, Text] = {}
        for number, document in reversed(self.versions.items()):
            for section in document.sections:
                for question in section.questions:
                    if not question.counted:
                        continue
                    titles.setdefault(self._codes[number][question.code], section.title)
        return titles

    @cached_property
    def group_question(self) -> str:
        """The code of the question that asks for people's group; empty if there is none.

        One that is kept from the rows is none: its answers stand beside nothing.
        """
        code = self.latest.group_question
        return code if code in self.questions and code not in self.kept_from_rows else ""

    @cached_property
    def tells_group(self) -> frozenset[str]:
        """The codes of the group question and of what any version asks only of certain groups."""
        return frozenset(
            own[code]
            for number, own in self._codes.items()
            for code in self.versions[number].with_followers(
                [self.code_in(number, self.group_question)]
            )
            if code in own
        )

    @cached_property
    def sensitive(self) -> frozenset[str]:
        """The codes of the questions that any version calls sensitive: what was promised holds."""
        return frozenset(
            known
            for number, own in self._codes.items()
            for code, known in own.items()
            if self.versions[number].questions[code].sensitive
        )

    @cached_property
    def follows(self) -> frozenset[str]:
        """The codes of the questions that some version asks only after certain answers."""
        return frozenset(
            self._codes[number][question.code]
            for number, document in self.versions.items()
            for section in document.sections
            for question in section.questions
            if question.counted and (section.show_when or question.show_when)
        )

    def looks(self, code: str) -> frozenset[Look]:
        """What the rules of any version look at before they let the (joined) question be asked."""
        return frozenset(
            look
            for number in self.versions
            if (own := self.code_in(number, code))
            for look in self._looks(number, own)
        )

    def _looks(self, number: int, own: str) -> Iterator[Look]:
        document, codes = self.versions[number], self._codes[number]
        section = document.section_of(own)
        for thing in (section, document.questions[own]):
            for condition in rules.plain(thing.show_when if thing else None):
                code = rules.question_of(condition, document.group_question)
                if code in codes:
                    part, options = rules.picked(condition, document.questions[code])
                    yield Look(codes[code], part, options)

    @cached_property
    def kept_from_rows(self) -> frozenset[str]:
        """The codes of the questions that any version keeps from the rows of people's answers."""
        return frozenset(
            own[code]
            for number, own in self._codes.items()
            for code in self.versions[number].kept_from_rows
            if code in own
        )

    def first_version(self, code: str) -> int:
        """The number of the first version that asked the question with this (joined) code."""
        return min(n for n, codes in self._codes.items() if code in codes.values())

    def home(self, code: str) -> tuple[SurveyDocument, str]:
        """The latest version that asks the question with this (joined) code, and its code there."""
        number = max(n for n, codes in self._codes.items() if code in codes.values())
        return self.versions[number], self.code_in(number, code)

    def code_in(self, number: int, code: str) -> str:
        """The code that version `number` has for a (joined) question; empty if it does not ask it."""
        return next((own for own, known in self._codes[number].items() if known == code), "")

    def asked(self, number: int, answers: Answers) -> dict[str, Answer]:
        """Every question that the journey through version `number` asks, and what was answered.

        The keys are joined codes; the value is None where nothing is stored. Answers that are off
        the path are left out: they count nowhere.
        """
        codes = self._codes[number]
        return {
            codes[question.code]: answers.get(question.code)
            for question in Journey(self.versions[number], answers).questions
            if question.counted
        }

    def _join(self, question: Question, number: int) -> str:
        """The code under which an older version's question stands, which may add options to it."""
        known = self.questions.get(question.code)
        if known is not None and known.type != question.type:
            code = self._older.setdefault(
                (question.code, question.type), f"{question.code[:28]}_v{number}"
            )
            question = msgspec.structs.replace(question, code=code)
            known = self.questions.get(code)
        if known is not None:
            longer: dict[str, tuple[Option, ...]] = {}
            for name, rows in known.lists.items():
                have = {row.code for row in rows}
                gone = tuple(row for row in question.lists[name] if row.code not in have)
                longer |= {name: (*rows, *gone)} if gone else {}
            if longer:
                self.questions[question.code] = msgspec.structs.replace(known, **longer)
        else:
            self.questions[question.code] = question
        return question.code
