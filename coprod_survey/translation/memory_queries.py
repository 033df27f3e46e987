"""Find what a project remembers: its own checked sentences, the library's, and what it was given."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple, cast

import sqlalchemy as sa

from ..design.models import Draft, Survey
from ..extensions import db
from ..questionnaire import library
from ..questionnaire.document import SurveyDocument, decode
from ..questionnaire.text import Language, Text
from .memory import Memory, Remembered
from .memory_models import MemoryPair

ADDRESSES = (".audio", ".video")


class Batch(NamedTuple):
    """What came from one file: its name, how many sentences, when."""

    batch: str
    name: str
    sentences: int
    added_at: datetime


def memory_of(project_id: int) -> Memory:
    """All that a project remembers: built anew only when one of its surveys or files has changed."""
    drafts = db.session.execute(
        sa.select(Draft.survey_id, Draft.revision, Draft.changed_at)
        .join(Survey, Survey.id == Draft.survey_id)
        .where(Survey.project_id == project_id)
        .order_by(Draft.changed_at.desc(), Draft.survey_id)
    )
    given = tuple(batch.batch for batch in batches(project_id))
    return _memory(project_id, tuple((d[0], d[1], d[2]) for d in drafts), given)


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
def _memory(
    project_id: int, drafts: tuple[tuple[int, int, datetime], ...], given: tuple[str, ...]
) -> Memory:
    """The memory of these drafts and files; the arguments change whenever what they name does."""
    return Memory(_remembered(project_id, [draft[0] for draft in drafts]))


def _remembered(project_id: int, surveys: list[int]) -> Iterator[Remembered]:
    rows = db.session.execute(
        sa.select(Draft.document)
        .where(Draft.survey_id.in_(surveys))
        .order_by(Draft.changed_at.desc(), Draft.survey_id)
    )
    for row in rows:
        yield from _checked(decode(row.document))
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


def _checked(document: SurveyDocument) -> Iterator[Remembered]:
    """The sentences of a survey that somebody has checked."""
    for place, text, _required in document.texts():
        if text.state == "checked" and not place.endswith(ADDRESSES):
            yield Remembered(text, document.title)
