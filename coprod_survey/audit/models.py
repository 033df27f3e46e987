"""The audit trail: who did what, when."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from ..columns import UtcDateTime
from ..extensions import Base


class Event(Base):
    """One thing that somebody did. No foreign keys, so that nothing it names is kept from deletion."""

    __tablename__ = "event"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    by_id: Mapped[int | None] = mapped_column()
    project_id: Mapped[int | None] = mapped_column(index=True)
    survey_id: Mapped[int | None] = mapped_column()
    action: Mapped[str] = mapped_column(sa.String(40))
    details: Mapped[dict[str, Any]] = mapped_column(sa.JSON, default=dict)
