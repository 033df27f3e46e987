"""Find what a project remembers: its own checked sentences, the library's, and what it was given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple, cast

import sqlalchemy as sa

from ..design.models import Draft, Survey
from ..errors import NotFound
from ..extensions import db
from ..questionnaire import library
from ..questionnaire.document import SurveyDocument, decode
from ..questionnaire.text import Language, Text, other_language
from .memory import MOST, Match, Memory, Remembered, best
from .memory_models import MemoryPair

ADDRESSES = (".audio", ".video")

Version = tuple[int, int, datetime]
"""Which survey, at which revision, and since when."""


class Batch(NamedTuple):
    """What came from one file: its name, how many sentences, when."""

    batch: str
    name: str
    sentences: int
    added_at: datetime


def memory_of(project_id: int, *, apart: int | None = None) -> Memory:
    """All that a project remembers, without what is only in the survey `apart`.

    It is built anew only when one of the other surveys or the files has changed.
    """
    drafts = db.session.execute(
        sa.select(Draft.survey_id, Draft.revision, Draft.changed_at)
        .join(Survey, Survey.id == Draft.survey_id)
        .where(Survey.project_id == project_id)
        .order_by(Draft.changed_at.desc(), Draft.survey_id)
    )
    given = tuple(batch.batch for batch in batches(project_id))
    return assembled(project_id, tuple((d[0], d[1], d[2]) for d in drafts if d[0] != apart), given)


def matches_of(
    project_id: int,
    survey_id: int,
    document: SurveyDocument,
    place: str,
    around: Mapping[str, Text] | None = None,
) -> list[Match]:
    """What was translated before that is like one sentence of a survey, the best first.

    `around` are the texts beside the survey, by their places. What the sentence says already is
    left out. Raises `NotFound` for a place without words.
    """
    texts = {**{there: text for there, text, _required in document.texts()}, **(around or {})}
    text = texts.get(place, Text())
    lang = text.source if text.face(text.source).strip() else text.target
    words = text.face(lang)
    if not words.strip():
        raise NotFound
    elsewhere = memory_of(project_id, apart=survey_id)
    here = Memory(_checked(document))
    found = best([*here.matches(words, lang), *elsewhere.matches(words, lang)], MOST + 1)
    said = text.face(other_language(lang)).strip()
    return [match for match in found if match.target.strip() != said][:MOST]


def batches(project_id: int) -> list[Batch]:
    """The files that a project has been given, the latest first."""
    rows = db.session.execute(
        sa.select(
            MemoryPair.batch,
            sa.func.min(MemoryPair.name),
            sa.func.count(),
            sa.func.min(MemoryPair.added_at, type_=MemoryPair.added_at.type),
        )
        .where(MemoryPair.project_id == project_id)
        .group_by(MemoryPair.batch)
        .order_by(sa.func.min(MemoryPair.added_at).desc(), MemoryPair.batch)
    )
    return [Batch(*row) for row in rows]


@lru_cache(maxsize=32)
def assembled(project_id: int, drafts: tuple[Version, ...], given: tuple[str, ...]) -> Memory:
    """The memory of these drafts and files; the arguments change whenever what they name does."""
    return Memory(_remembered(project_id, drafts))


def _remembered(project_id: int, drafts: tuple[Version, ...]) -> Iterator[Remembered]:
    for version in drafts:
        yield from of_draft(*version)
    pairs = db.session.execute(
        sa.select(MemoryPair.cy, MemoryPair.en, MemoryPair.source, MemoryPair.name)
        .where(MemoryPair.project_id == project_id)
        .order_by(MemoryPair.id)
    )
    for cy, en, source, name in pairs:
        text = Text(cy=cy, en=en, source=cast(Language, source))
        yield Remembered(text, Text(cy=name, en=name))
    for name in (*library.names(), *library.sets()):
        yield from _checked(library.load(name))


@lru_cache(maxsize=64)
def of_draft(survey_id: int, revision: int, changed_at: datetime) -> tuple[Remembered, ...]:
    """What one survey has to remember; read anew only when the survey has changed."""
    data = db.session.scalar(sa.select(Draft.document).where(Draft.survey_id == survey_id))
    return tuple(_checked(decode(data))) if data else ()


def _checked(document: SurveyDocument) -> Iterator[Remembered]:
    """The sentences of a survey that somebody has checked."""
    for place, text, _required in document.texts():
        if text.state == "checked" and not place.endswith(ADDRESSES):
            yield Remembered(text, document.title)
