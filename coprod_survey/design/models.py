"""Surveys: the draft that people work on, its history, and the versions that were published."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..columns import UtcDateTime
from ..extensions import Base


class Survey(Base):
    """A survey of a project: one draft, and as many published versions as were needed.

    `withdrawn` counts the responses that people took back: all that is left of them.
    `sign_off_required` says that a community partner approves each version before it is published,
    and `has_about` that everybody may read how the survey was made.
    """

    __tablename__ = "survey"

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(
        sa.ForeignKey("project.id", ondelete="CASCADE"), index=True
    )
    current_version_id: Mapped[int | None] = mapped_column()  # no foreign key: it would be a circle
    withdrawn: Mapped[int] = mapped_column(default=0, server_default="0")
    sign_off_required: Mapped[bool] = mapped_column(default=False, server_default=sa.false())
    has_about: Mapped[bool] = mapped_column(default=False, server_default=sa.false())
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)

    draft: Mapped[Draft] = relationship(back_populates="survey", cascade="all, delete-orphan")


class Draft(Base):
    """The document that is being worked on, with the number of its revision.

    The title is kept beside it, so that lists need not read documents.
    """

    __tablename__ = "draft"

    survey_id: Mapped[int] = mapped_column(
        sa.ForeignKey("survey.id", ondelete="CASCADE"), primary_key=True
    )
    revision: Mapped[int] = mapped_column(default=1)
    title_cy: Mapped[str] = mapped_column(sa.Text, default="")
    title_en: Mapped[str] = mapped_column(sa.Text, default="")
    document: Mapped[bytes] = mapped_column(sa.LargeBinary, deferred=True)
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)

    survey: Mapped[Survey] = relationship(back_populates="draft")


class Revision(Base):
    """A document as it was after one edit: what was done, by whom, when.

    `made_from` is the revision that undo goes back to: the one before, or, after an undo, the one
    before the revision that was restored.
    """

    __tablename__ = "revision"
    __table_args__ = (sa.UniqueConstraint("survey_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    survey_id: Mapped[int] = mapped_column(
        sa.ForeignKey("survey.id", ondelete="CASCADE"), index=True
    )
    number: Mapped[int] = mapped_column()
    made_from: Mapped[int | None] = mapped_column()
    action: Mapped[str] = mapped_column(sa.String(40))
    document: Mapped[bytes] = mapped_column(sa.LargeBinary, deferred=True)
    by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("user.id", ondelete="SET NULL"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class Version(Base):
    """A document as it was published: it never changes, and responses remember it for ever."""

    __tablename__ = "version"
    __table_args__ = (sa.UniqueConstraint("survey_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    survey_id: Mapped[int] = mapped_column(
        sa.ForeignKey("survey.id", ondelete="CASCADE"), index=True
    )
    number: Mapped[int] = mapped_column()
    revision: Mapped[int] = mapped_column()
    document: Mapped[bytes] = mapped_column(sa.LargeBinary, deferred=True)
    published_by_id: Mapped[int | None] = mapped_column(
        sa.ForeignKey("user.id", ondelete="SET NULL")
    )
    published_at: Mapped[datetime] = mapped_column(UtcDateTime)
