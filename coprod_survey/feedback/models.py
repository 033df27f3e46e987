"""Feedback: whom to tell what changed."""

from __future__ import annotations

from uuid import uuid4

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from ..extensions import Base


class Contact(Base):
    """How to reach one person who asked to be told what changed after a survey.

    Nothing here leads to what the person answered: no response, no time, no link that they came
    by, and a random key, in whose order the rows are stored (`actions.keep_contact` sees to that
    where the store does not), so that they do not even stand in the order in which people came.
    """

    __tablename__ = "contact"
    __table_args__ = ({"sqlite_with_rowid": False},)

    id: Mapped[str] = mapped_column(sa.String(32), primary_key=True, default=lambda: uuid4().hex)
    survey_id: Mapped[int] = mapped_column(
        sa.ForeignKey("survey.id", ondelete="CASCADE"), index=True
    )
    name: Mapped[str] = mapped_column(sa.String(200), default="")
    email: Mapped[str] = mapped_column(sa.String(254), default="")
    telephone: Mapped[str] = mapped_column(sa.String(40), default="")
    language: Mapped[str] = mapped_column(sa.String(2))
