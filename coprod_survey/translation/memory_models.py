"""What a project has been given of other people's translation memories."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from ..columns import UtcDateTime
from ..extensions import Base


class MemoryPair(Base):
    """A sentence in both languages that came from a TMX file.

    `batch` is the same for all that came at once, from the file with this `name`.
    """

    __tablename__ = "memory_pair"

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(
        sa.ForeignKey("project.id", ondelete="CASCADE"), index=True
    )
    batch: Mapped[str] = mapped_column(sa.String(16))
    name: Mapped[str] = mapped_column(sa.String(200))
    cy: Mapped[str] = mapped_column(sa.Text)
    en: Mapped[str] = mapped_column(sa.Text)
    source: Mapped[str] = mapped_column(sa.String(2))
    added_at: Mapped[datetime] = mapped_column(UtcDateTime)
