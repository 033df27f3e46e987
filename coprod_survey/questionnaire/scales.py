"""Answers to be used again: the options of other questions, and the scales of the library."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from . import library
from .document import SurveyDocument
from .edits import OPTIONS
from .questions import Option, Question


class Source(NamedTuple):
    """Options that a question may take: a key for forms, and the question they are from, if any."""

    key: str
    options: tuple[Option, ...]
    question: Question | None = None


def sources(document: SurveyDocument, taker: Question) -> list[Source]:
    """The options that a question may take, each set of words once: of this survey, then ready-made.

    They are of the same kind: with numbers where the taker's have numbers. None for a question
    whose options are not its designer's to choose.
    """
    if not has_own_options(taker):
        return []
    found: list[Source] = []
    seen = {taker.offered}
    for question in document.questions.values():
        options = question.offered
        if not _fits(question, taker) or options in seen:
            continue
        if any(option.text.blank for option in options):
            continue
        seen.add(options)
        found.append(Source(f"question-{question.code}", options, question))
    ready = ready_made() if taker.numbered else ()
    return found + [source for source in ready if source.options not in seen]


@lru_cache
def ready_made() -> tuple[Source, ...]:
    """The scales of the library's surveys, each set of options once."""
    found: dict[tuple[Option, ...], Source] = {}
    for name in library.names():
        for question in library.load(name).questions.values():
            if has_own_options(question) and question.numbered and question.offered:
                key = f"library-{name}-{question.code}"
                found.setdefault(question.offered, Source(key, question.offered))
    return tuple(found.values())


def has_own_options(question: Question) -> bool:
    """Whether the options of a question are rows that its designer adds and deletes."""
    return OPTIONS in question.lists and OPTIONS not in question.fixed


def _fits(giver: Question, taker: Question) -> bool:
    return (
        giver.code != taker.code
        and bool(giver.offered)
        and has_own_options(giver)
        and giver.numbered == taker.numbered
    )
