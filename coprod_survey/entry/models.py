"""Papers: which sheets have been entered, so that they can be corrected and are not entered twice."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from ..extensions import Base

LONGEST_NUMBER = 20
"""How many characters the number on a sheet may have."""


class Paper(Base):
    """A paper that somebody has entered, or is entering: its number, its language, by whom, which day.

    Its answers are a response like any other. Nothing in the database joins the two: `id` is random,
    and the response's key follows from it only with the secret of the installation
    (`responses.keys.paper_key`). So a response never says who entered it; who did can still open it.
    """

    __tablename__ = "paper"

    id: Mapped[str] = mapped_column(sa.String(32), primary_key=True)
    survey_id: Mapped[int] = mapped_column(
        sa.ForeignKey("survey.id", ondelete="CASCADE"), index=True
    )
    by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("user.id", ondelete="SET NULL"))
    number: Mapped[str] = mapped_column(sa.String(LONGEST_NUMBER), default="")
    language: Mapped[str] = mapped_column(sa.String(2))
    entered_on: Mapped[date] = mapped_column()
