"""SurveyDocument: a whole survey as one tree that is stored, copied and published as JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

import msgspec

from .questions import Question
from .text import N_, Text

FORMAT = 1
"""The version of the document format that this code writes and reads."""

CODE = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,31}")
"""What a code may look like: ASCII, a letter first, at most 32 characters."""


class DocumentError(ValueError):
    """A document that cannot be read; its words say why."""


class Section(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One page of a survey: a heading, a few words before the questions, and the questions."""

    code: str
    title: Text = Text()
    introduction: Text = Text()
    questions: tuple[Question, ...] = ()


class SurveyDocument(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, dict=True):
    """A survey: its words at the start and the end, and its sections.

    `introduction` says why people are asked; `who_sees` says in one plain sentence who will see the
    answers; `privacy` is the notice behind it; `contact` says whom to ask for help or for another
    format; `thanks` says what happens next. `group_question` is the code of the single-choice
    question whose options are the project's stakeholder groups, or empty.
    """

    format: int = FORMAT
    title: Text = Text()
    introduction: Text = Text()
    who_sees: Text = Text()
    privacy: Text = Text()
    contact: Text = Text()
    thanks: Text = Text()
    group_question: str = ""
    sections: tuple[Section, ...] = ()

    @cached_property
    def questions(self) -> dict[str, Question]:
        """Every question by its code, in the order in which they are asked."""
        return {q.code: q for section in self.sections for q in section.questions}

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number that people see beside each question, by its code, from 1."""
        return {code: n for n, code in enumerate(self.questions, start=1)}

    def question(self, code: str) -> Question | None:
        """The question with this code."""
        return self.questions.get(code)

    def section(self, code: str) -> Section | None:
        """The section with this code."""
        return next((s for s in self.sections if s.code == code), None)

    def section_of(self, question_code: str) -> Section | None:
        """The section that holds this question."""
        for section in self.sections:
            if any(q.code == question_code for q in section.questions):
                return section
        return None

    def texts(self) -> Iterator[tuple[str, Text, bool]]:
        """Every sentence of the survey: (place, Text, whether it must be written)."""
        for name, required in SETTINGS.items():
            yield f"settings.{name}", getattr(self, name), required
        for section in self.sections:
            yield f"section.{section.code}.title", section.title, True
            yield f"section.{section.code}.introduction", section.introduction, False
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
    return document


def _codes(document: SurveyDocument) -> Iterator[str]:
    for section in document.sections:
        yield section.code
        for question in section.questions:
            yield question.code
            for option in question.offered:
                yield option.code
