"""Answers that were begun and never sent: after a time nobody should find them any more."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, cast

import sqlalchemy as sa

from .. import clock
from ..extensions import db
from .models import Response

AT_ONCE = 500
"""How many are deleted in one transaction: people who answer meanwhile wait no longer than that takes."""


def purge(*, days: int, at: datetime | None = None) -> int:
    """Delete what was never sent and not changed for so many days, and how to reach people in it.

    Gives the number of responses. Those of a demonstration stay: nobody wrote them. With 0 days
    everything stays.
    """
    if days <= 0:
        return 0
    before = (at or clock.now()) - timedelta(days=days)
    old = (
        sa.select(Response.id)
        .where(
            Response.completed_at.is_(None),
            Response.saved_at < before,
            Response.demonstration.is_(False),
        )
        .limit(AT_ONCE)
    )
    deleted = 0
    while True:
        gone = db.session.execute(
            sa.delete(Response)
            .where(Response.id.in_(old), Response.completed_at.is_(None))
            .execution_options(synchronize_session=False)
        )
        db.session.commit()
        count = int(cast(Any, gone).rowcount)
        deleted += count
        if count < AT_ONCE:
            return deleted
