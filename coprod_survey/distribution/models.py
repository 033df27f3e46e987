"""Channels: the ways a survey is handed out."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from ..columns import UtcDateTime
from ..extensions import Base

LINK, KIOSK, TEST, INTERNAL = KINDS = ("link", "kiosk", "test", "internal")
"""A link for people's own devices, one for a tablet that people share one after another, one for
trying the survey out, and one for colleagues, which alone may ask a version that is not checked yet."""

PAPER = "paper"
"""The kind that makes itself when the first answer given on paper is entered. It is no link: its
code opens nothing, and nobody hands it out, opens or closes it."""

HANDED_OUT = (LINK, KIOSK)
"""The kinds that are handed out to the people whom the survey asks."""


class Channel(Base):
    """One way to reach a survey: a link with a short code, open by hand and between two moments."""

    __tablename__ = "channel"

    id: Mapped[int] = mapped_column(primary_key=True)
    survey_id: Mapped[int] = mapped_column(
        sa.ForeignKey("survey.id", ondelete="CASCADE"), index=True
    )
    code: Mapped[str] = mapped_column(sa.String(12), unique=True)
    kind: Mapped[str] = mapped_column(sa.String(12), default=LINK)
    name: Mapped[str] = mapped_column(sa.String(120), default="")
    is_open: Mapped[bool] = mapped_column(default=True)
    opens_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    closes_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)

    @property
    def is_test(self) -> bool:
        """Whether what is sent through it is only a test, and counts nowhere."""
        return self.kind == TEST

    def state(self, at: datetime) -> str:
        """Whether the channel takes answers at this moment: open, not_yet or closed."""
        if not self.is_open or (self.closes_at and at >= self.closes_at):
            return "closed"
        if self.opens_at and at < self.opens_at:
            return "not_yet"
        return "open"
