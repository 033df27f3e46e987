"""What people do to a project's memory: give it a TMX file, take one away."""

from __future__ import annotations

import secrets
from datetime import datetime

import sqlalchemy as sa

from .. import clock
from ..accounts.models import User
from ..audit.actions import record
from ..errors import NotFound, Refused
from ..extensions import db
from ..interchange.hostile import FIELD, MOST_UNITS, TOO_MANY, measured
from ..interchange.tmx import from_tmx
from ..questionnaire.answers import plain_text
from ..questionnaire.problem import Problem
from .memory_models import MemoryPair


def give(
    *, project_id: int, name: str, data: bytes, by: User | None, at: datetime | None = None
) -> int:
    """Add what a TMX file holds to a project's memory; gives how many sentences.

    Raises `Refused` for what is no TMX, or more than a project remembers.
    """
    pairs = from_tmx(measured(data))
    count = sa.select(sa.func.count()).where(MemoryPair.project_id == project_id)
    if (db.session.scalar(count) or 0) + len(pairs) > MOST_UNITS:
        raise Refused(Problem(TOO_MANY, {"most": MOST_UNITS}, field=FIELD))
    at, batch = at or clock.now(), secrets.token_hex(8)
    common = {"project_id": project_id, "batch": batch, "added_at": at}
    common["name"] = plain_text(name)[:200] or "TMX"
    db.session.execute(
        sa.insert(MemoryPair),
        [{**common, "cy": p.cy, "en": p.en, "source": p.source} for p in pairs],
    )
    record("memory added", by=by, project_id=project_id, at=at, sentences=len(pairs))
    db.session.commit()
    return len(pairs)


def take_away(*, project_id: int, batch: str, by: User | None, at: datetime | None = None) -> None:
    """Forget what came from one file. Raises `NotFound`."""
    found = db.session.execute(
        sa.delete(MemoryPair).where(MemoryPair.project_id == project_id, MemoryPair.batch == batch)
    )
    if not found.rowcount:  # type: ignore[attr-defined]
        raise NotFound
    record("memory removed", by=by, project_id=project_id, at=at or clock.now())
    db.session.commit()
