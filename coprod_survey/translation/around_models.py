"""How far the translation of a sentence is that is kept outside of any survey's document."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from ..extensions import Base


class AroundState(Base):
    """A sentence around a survey as it was when somebody last translated or checked it.

    `place` is that of the sentence in `around`, and `text` a `Text` as JSON: what the sentence says
    now, written over it, has the right state by itself, wherever it was reworded. An organisation's
    sentences belong to no project, a project's to no survey.
    """

    __tablename__ = "around_state"

    place: Mapped[str] = mapped_column(sa.String(200), primary_key=True)
    project_id: Mapped[int | None] = mapped_column(
        sa.ForeignKey("project.id", ondelete="CASCADE"), index=True
    )
    survey_id: Mapped[int | None] = mapped_column(
        sa.ForeignKey("survey.id", ondelete="CASCADE"), index=True
    )
    text: Mapped[dict[str, Any]] = mapped_column(sa.JSON)
