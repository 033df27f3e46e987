"""Options, statements and the other rows of a question's lists (`name` is that of the list)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from msgspec.structs import replace

from ..document import SurveyDocument
from ..pasting import with_pasted
from ..questions import Option, Question
from ..text import Text
from .base import Gone, Step, index, moved
from .questions import write_question

OPTIONS = "options"
"""The list that is meant where none is named.

The codes of rows without words begin with the name of one row, such as ``option_``; a row gets a
code of its own with its words.
"""


def add_option(document: SurveyDocument, code: str, name: str = OPTIONS) -> SurveyDocument:
    """The survey with a new row in a list, before those that stand apart from it."""
    question, rows = _list(document, code, name)
    last = len(rows)
    while last and rows[last - 1].role:
        last -= 1
    new = question.fresh_row(name)
    if new is None:
        return document
    return _with_rows(document, question, name, (*rows[:last], new, *rows[last:]))


def paste_options(
    document: SurveyDocument, code: str, texts: Sequence[Text], name: str = OPTIONS
) -> SurveyDocument:
    """The survey with a row for each of these sentences, unless the list has it already."""
    question, rows = _list(document, code, name)
    return _with_rows(
        document, question, name, with_pasted(rows, texts, numbered=question.numbered)
    )


def write_option(
    document: SurveyDocument, code: str, option: Option, name: str = OPTIONS
) -> SurveyDocument:
    """The survey with `option` in the place of the row of the same code."""
    question, rows = _list(document, code, name, fixed=True)
    place = index(rows, option.code)
    return _with_rows(document, question, name, (*rows[:place], option, *rows[place + 1 :]))


def move_option(
    document: SurveyDocument, code: str, option: str, step: Step, name: str = OPTIONS
) -> SurveyDocument:
    """The survey with a row one place further; the numbers of a scale's points stay in place."""
    question, rows = _list(document, code, name)
    order = moved(rows, option, step)
    if question.numbered:
        values = [row.value for row in rows]
        order = tuple(replace(row, value=v) for row, v in zip(order, values, strict=True))
    return _with_rows(document, question, name, order)


def delete_option(
    document: SurveyDocument, code: str, option: str, name: str = OPTIONS
) -> SurveyDocument:
    """The survey without a row of a list."""
    question, rows = _list(document, code, name)
    place = index(rows, option)
    return _with_rows(document, question, name, (*rows[:place], *rows[place + 1 :]))


def take_options(document: SurveyDocument, code: str, options: Sequence[Option]) -> SurveyDocument:
    """The survey with these options, their codes and numbers, in the place of a question's own."""
    question, _rows = _list(document, code, OPTIONS)
    return write_question(document, code, cast(Question, replace(question, options=tuple(options))))


def _list(
    document: SurveyDocument, code: str, name: str, *, fixed: bool = False
) -> tuple[Question, tuple[Option, ...]]:
    """A question and the rows of one of its lists; of a fixed one only where `fixed` says so."""
    question = document.question(code)
    if question is None or name not in question.lists or (name in question.fixed and not fixed):
        raise Gone(code)
    return question, question.lists[name]


def _with_rows(
    document: SurveyDocument, question: Question, name: str, rows: tuple[Option, ...]
) -> SurveyDocument:
    changed = cast(Question, replace(question, **{name: rows}))
    return write_question(document, question.code, changed)
