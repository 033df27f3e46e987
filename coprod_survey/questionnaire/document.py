"""SurveyDocument: a whole survey as one tree that is stored, copied and published as JSON."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

import msgspec

from . import rules
from .purpose import Purpose
from .questions import Question
from .rules import Condition
from .text import N_, Text

FORMAT = 1
"""The version of the document format that this code writes and reads."""

CODE = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,31}")
"""What a code may look like: ASCII, a letter first, at most 32 characters."""


Placed = tuple[str, Text, bool]
"""The place of a sentence, its words, and whether it must be written."""


class DocumentError(ValueError):
    """A document that cannot be read; its words say why."""


class Section(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One page of a survey: a heading, a few words before the questions, and the questions.

    `show_when` is the condition on earlier answers under which the page is shown, None for always.
    """

    code: str
    title: Text = Text()
    introduction: Text = Text()
    show_when: Condition | None = None
    questions: tuple[Question, ...] = ()

    def texts(self) -> Iterator[Placed]:
        """The sentences at the head of the page: (place, Text, whether it must be written)."""
        yield f"section.{self.code}.title", self.title, True
        yield f"section.{self.code}.introduction", self.introduction, False


class SurveyDocument(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, dict=True):
    """A survey: its words at the start and the end, and its sections.

    `introduction` says why people are asked; `who_sees` says in one plain sentence who will see the
    answers; `privacy` is the notice behind it; `contact` says whom to ask for help or for another
    format; `thanks` says what happens next. An `invitation` and a `reminder`, each with a subject, are
    sent with the link; all four may be left out. `group_question` is the code of the single-choice
    question whose options are the project's stakeholder groups, or empty. `purpose` says to those
    who design what the answers are for.
    """

    format: int = FORMAT
    title: Text = Text()
    introduction: Text = Text()
    who_sees: Text = Text()
    privacy: Text = Text()
    contact: Text = Text()
    thanks: Text = Text()
    invitation_subject: Text = Text()
    invitation: Text = Text()
    reminder_subject: Text = Text()
    reminder: Text = Text()
    group_question: str = ""
    purpose: Purpose = Purpose()
    sections: tuple[Section, ...] = ()

    @cached_property
    def questions(self) -> dict[str, Question]:
        """Every question by its code, in the order in which they are asked."""
        return {q.code: q for section in self.sections for q in section.questions}

    @cached_property
    def numbers(self) -> dict[str, str]:
        """The number that people see beside each question, by its code; what asks nothing has none.

        Questions that everybody is asked count 1, 2, 3; those that depend on an answer go under the
        last of these as 3a, 3b, so that nobody misses a number whatever path they take.
        """
        numbers: dict[str, str] = {}
        always, below = 0, 0
        for section in self.sections:
            for question in section.questions:
                if not question.asks:
                    continue
                if always and (section.show_when or question.show_when):
                    below += 1
                    numbers[question.code] = f"{always}{_letters(below)}"
                else:
                    always, below = always + 1, 0
                    numbers[question.code] = str(always)
        return numbers

    @cached_property
    def always_asked(self) -> int:
        """How many questions everybody is asked: the highest of the `numbers`."""
        return max((int(n) for n in self.numbers.values() if n.isdecimal()), default=0)

    @cached_property
    def is_straight(self) -> bool:
        """Whether everybody has the same path: no condition, and nothing that ends the survey."""
        return not any(
            section.show_when or any(q.show_when or q.may_end for q in section.questions)
            for section in self.sections
        )

    @cached_property
    def follow_ups(self) -> frozenset[str]:
        """The codes of the questions that appear or go with another answer on the same page."""
        codes = set()
        for section in self.sections:
            here: set[str] = set()
            ends = False
            for question in section.questions:
                seen = self.looked_at(question)
                if ends or not here.isdisjoint(seen):
                    codes.add(question.code)
                here.add(question.code)
                ends = ends or question.may_end
        return frozenset(codes)

    def looked_at(self, question: Question) -> frozenset[str]:
        """The codes of the questions that the question's own rule looks at."""
        return rules.refers_to(question.show_when, self.group_question)

    @cached_property
    def without_apart(self) -> SurveyDocument:
        """The survey without the questions whose answers are kept apart; numbers stay as they are."""
        if not any(q.apart for q in self.questions.values()):
            return self
        sections = tuple(
            msgspec.structs.replace(s, questions=tuple(q for q in s.questions if not q.apart))
            for s in self.sections
        )
        rest = msgspec.structs.replace(self, sections=sections)
        rest.__dict__["numbers"] = self.numbers
        return rest

    @cached_property
    def kept_from_rows(self) -> frozenset[str]:
        """The codes of the questions that must not stand in a row of one person's answers.

        These are the sensitive ones, and those that are shown after certain answers to one of
        them: that somebody was asked would tell what they had answered.
        """
        return self.with_followers(q.code for q in self.questions.values() if q.sensitive)

    def with_followers(self, codes: Iterable[str]) -> frozenset[str]:
        """The codes of these questions and of all that are shown after certain answers to them."""
        found = set(codes)
        for section in self.sections:
            above = rules.refers_to(section.show_when, self.group_question)
            for question in section.questions:
                seen = above | rules.refers_to(question.show_when, self.group_question)
                if not found.isdisjoint(seen):
                    found.add(question.code)
        return frozenset(found)

    def question(self, code: str) -> Question | None:
        """The question with this code."""
        return self.questions.get(code)

    def section(self, code: str) -> Section | None:
        """The section with this code."""
        return next((s for s in self.sections if s.code == code), None)

    def section_of(self, question_code: str) -> Section | None:
        """The section that holds this question."""
        return self._sections_of.get(question_code)

    @cached_property
    def _sections_of(self) -> dict[str, Section]:
        return {q.code: section for section in reversed(self.sections) for q in section.questions}

    def own_texts(self) -> Iterator[Placed]:
        """The opening and closing sentences: (place, Text, whether it must be written)."""
        for name, required in SETTINGS.items():
            yield f"settings.{name}", getattr(self, name), required

    def texts(self) -> Iterator[Placed]:
        """Every sentence of the survey: (place, Text, whether it must be written)."""
        yield from self.own_texts()
        for section in self.sections:
            yield from section.texts()
            for question in section.questions:
                for place, text, required in question.texts():
                    yield f"question.{question.code}.{place}", text, required


SETTINGS: dict[str, bool] = {
    "title": True,
    "introduction": True,
    "who_sees": True,
    "privacy": True,
    "contact": True,
    "thanks": True,
    "invitation_subject": False,
    "invitation": False,
    "reminder_subject": False,
    "reminder": False,
}
"""The sentences of a survey as a whole, and whether each must be written."""

_decoder = msgspec.json.Decoder(SurveyDocument)
_encoder = msgspec.json.Encoder()


def encode(document: SurveyDocument) -> bytes:
    """The document as JSON in UTF-8."""
    return _encoder.encode(document)


def decode(data: bytes | str) -> SurveyDocument:
    """The document that this JSON describes.

    Raises `DocumentError` for JSON that is not a survey, has a doubtful code, or was written by a
    newer version of this software.
    """
    try:
        document = _decoder.decode(data)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise DocumentError(str(error)) from error
    if document.format > FORMAT:
        raise DocumentError(N_("This survey was made by a newer version of this software"))
    for code in _codes(document):
        if not CODE.fullmatch(code):
            raise DocumentError(f"Not a code: {code[:40]!r}")
    for section in document.sections:
        for thing in (section, *section.questions):
            if rules.depth(thing.show_when) > rules.DEEPEST:
                raise DocumentError(
                    f"The conditions of {thing.code!r} stand too deep in each other"
                )
    return document


def _letters(place: int) -> str:
    """The letters of a place below a number, from 1: a to z, then aa, ab and so on."""
    letters = ""
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def _codes(document: SurveyDocument) -> Iterator[str]:
    yield from document.purpose.goals
    for section in document.sections:
        yield section.code
        for question in section.questions:
            yield question.code
            yield from question.goals
            for rows in question.lists.values():
                for row in rows:
                    yield row.code
