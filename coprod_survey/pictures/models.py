"""Pictures beside questions, as they are kept."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from ..columns import UtcDateTime
from ..extensions import Base


class Picture(Base):
    """A picture under a name that is a digest of it, so that what a name stands for never changes."""

    __tablename__ = "picture"

    file: Mapped[str] = mapped_column(sa.String(36), primary_key=True)
    data: Mapped[bytes] = mapped_column(sa.LargeBinary, deferred=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
