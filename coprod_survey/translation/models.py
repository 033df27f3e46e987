"""What people keep beside a survey while they translate it: links, comments, reasons, terms."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from ..columns import UtcDateTime
from ..extensions import Base


class TranslationLink(Base):
    """A way into the translation of one survey for somebody without an account, until a moment.

    `name` says whom it is for: what is done through it is kept under this name.
    """

    __tablename__ = "translation_link"

    id: Mapped[int] = mapped_column(primary_key=True)
    survey_id: Mapped[int] = mapped_column(
        sa.ForeignKey("survey.id", ondelete="CASCADE"), index=True
    )
    code: Mapped[str] = mapped_column(sa.String(40), unique=True)
    name: Mapped[str] = mapped_column(sa.String(120))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    def is_open(self, at: datetime) -> bool:
        """Whether it still lets somebody in."""
        return self.revoked_at is None and at < self.expires_at


class TranslatorComment(Base):
    """What somebody who translates wants to tell or ask the writer of a sentence."""

    __tablename__ = "translation_comment"

    id: Mapped[int] = mapped_column(primary_key=True)
    survey_id: Mapped[int] = mapped_column(
        sa.ForeignKey("survey.id", ondelete="CASCADE"), index=True
    )
    place: Mapped[str] = mapped_column(sa.String(200))
    words: Mapped[str] = mapped_column(sa.Text)
    by_name: Mapped[str] = mapped_column(sa.String(120))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    resolved_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Waved(Base):
    """A warning that somebody let stand, and why; it counts while the words are the same."""

    __tablename__ = "translation_waved"
    __table_args__ = (sa.UniqueConstraint("survey_id", "place", "rule", "words_key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    survey_id: Mapped[int] = mapped_column(
        sa.ForeignKey("survey.id", ondelete="CASCADE"), index=True
    )
    place: Mapped[str] = mapped_column(sa.String(200))
    rule: Mapped[str] = mapped_column(sa.String(20))
    words_key: Mapped[str] = mapped_column(sa.String(16))
    reason: Mapped[str] = mapped_column(sa.Text)
    by_name: Mapped[str] = mapped_column(sa.String(120))
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class ProjectTerm(Base):
    """What a project calls something in both languages, with a note for who translates."""

    __tablename__ = "project_term"

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(
        sa.ForeignKey("project.id", ondelete="CASCADE"), index=True
    )
    english: Mapped[str] = mapped_column(sa.String(120))
    welsh: Mapped[str] = mapped_column(sa.String(120))
    note: Mapped[str] = mapped_column(sa.Text, default="")
