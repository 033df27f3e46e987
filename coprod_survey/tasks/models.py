"""Work that waits to be done, or is being done."""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from ..columns import UtcDateTime
from ..extensions import Base


class Job(Base):
    """One piece of work. The row is there until the work is done or given up, and no longer.

    It is written in the transaction of the deed that asks for it, so neither is there without the
    other. A worker holds it until `held_until`, which it puts off while it works: the work of a
    worker that died is taken up by the next.
    """

    __tablename__ = "job"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(sa.String(32), default=lambda: secrets.token_hex(16))
    kind: Mapped[str] = mapped_column(sa.String(20))
    language: Mapped[str] = mapped_column(sa.String(2))
    details: Mapped[dict[str, Any]] = mapped_column(sa.JSON)
    tries: Mapped[int] = mapped_column(default=0)
    due_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    holder: Mapped[str | None] = mapped_column(sa.String(32))
    held_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
