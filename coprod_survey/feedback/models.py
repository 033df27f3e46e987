"""Feedback: whom to tell what changed, what was heard, and what will be done about it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import uuid4

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..columns import UtcDateTime, WholeText
from ..extensions import Base
from ..questionnaire.text import Text

PLANNED, DOING, DONE, NOT = STATES = ("planned", "doing", "done", "not")
"""How far a commitment is; the last one will not be kept."""


def is_late(by_month: date | None, state: str, today: date) -> bool:
    """Whether the month by which something was promised is over, and it is still to be done."""
    return (
        state in (PLANNED, DOING)
        and by_month is not None
        and (by_month.year, by_month.month) < (today.year, today.month)
    )


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


class Finding(Base):
    """One thing that was heard through a survey, in both languages.

    `question` is the code of the question that it rests on, empty where it rests on several.
    """

    __tablename__ = "finding"

    id: Mapped[int] = mapped_column(primary_key=True)
    survey_id: Mapped[int] = mapped_column(
        sa.ForeignKey("survey.id", ondelete="CASCADE"), index=True
    )
    position: Mapped[int] = mapped_column(default=0)
    heard: Mapped[Text] = mapped_column(WholeText, default=Text)
    question: Mapped[str] = mapped_column(sa.String(32), default="")
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    created_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("user.id", ondelete="SET NULL"))

    commitments: Mapped[list[Commitment]] = relationship(
        order_by=lambda: Commitment.id,
        back_populates="finding",
        cascade="all, delete-orphan",
        passive_deletes=True,
        lazy="selectin",
    )


class Commitment(Base):
    """What will be done about a finding: by whom, by which month, and how far it is.

    `by_month` is the first day of that month; `outcome` is what happened, once there is something
    to say.
    """

    __tablename__ = "commitment"

    id: Mapped[int] = mapped_column(primary_key=True)
    finding_id: Mapped[int] = mapped_column(
        sa.ForeignKey("finding.id", ondelete="CASCADE"), index=True
    )
    promise: Mapped[Text] = mapped_column(WholeText, default=Text)
    who: Mapped[Text] = mapped_column(WholeText, default=Text)
    by_month: Mapped[date | None] = mapped_column()
    state: Mapped[str] = mapped_column(sa.String(8), default=PLANNED)
    outcome: Mapped[Text] = mapped_column(WholeText, default=Text)

    finding: Mapped[Finding] = relationship(back_populates="commitments")

    def is_late(self, today: date) -> bool:
        """Whether its month is over, and it is neither done nor given up."""
        return is_late(self.by_month, self.state, today)


class FindingsPage(Base):
    """What everybody may read of a survey's findings: a copy, so that drafting goes on unseen."""

    __tablename__ = "findings_page"

    survey_id: Mapped[int] = mapped_column(
        sa.ForeignKey("survey.id", ondelete="CASCADE"), primary_key=True
    )
    published: Mapped[dict[str, Any]] = mapped_column(sa.JSON)
    published_at: Mapped[datetime] = mapped_column(UtcDateTime)
