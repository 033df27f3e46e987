"""Workbooks that are made in the background."""

from __future__ import annotations

import secrets
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from ..columns import UtcDateTime
from ..extensions import Base

WAITING, READY, FAILED = "waiting", "ready", "failed"


class Export(Base):
    """A workbook that somebody asked for; its file is called `code` and lasts until `expires_at`."""

    __tablename__ = "export"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(sa.String(32), default=lambda: secrets.token_hex(16))
    survey_id: Mapped[int] = mapped_column(
        sa.ForeignKey("survey.id", ondelete="CASCADE"), index=True
    )
    by_id: Mapped[int] = mapped_column(sa.ForeignKey("user.id", ondelete="CASCADE"))
    language: Mapped[str] = mapped_column(sa.String(2))
    people: Mapped[bool] = mapped_column()
    state: Mapped[str] = mapped_column(sa.String(10), default=WAITING)
    progress: Mapped[int] = mapped_column(default=0)
    name: Mapped[str] = mapped_column(sa.String(120), default="")
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
