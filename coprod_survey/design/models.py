"""Surveys: the draft that people work on, its history, who is at it, and what was published."""

from __future__ import annotations

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..columns import Packed, UtcDateTime
from ..extensions import Base


class Survey(Base):
    """A survey of a project: one draft, and as many published versions as were needed.

    `withdrawn` counts the responses that people took back: all that is left of them. `wave_of` is
    the number of the first survey of its series, None for one that is itself the first; `wave` is
    its place in the series. One that is archived (`archived_at`) is only looked at: nobody edits it
    or answers it. `answers_kept_until` is the last day until which its privacy notice promises to
    keep the answers, once that is said. `sign_off_required` says that a community partner
    approves each version before it is published, `has_about` that everybody may read how the
    survey was made, and `has_findings` that they may read what was heard.
    """

    __tablename__ = "survey"

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(
        sa.ForeignKey("project.id", ondelete="CASCADE"), index=True
    )
    current_version_id: Mapped[int | None] = mapped_column()  # no foreign key: it would be a circle
    internal_version_id: Mapped[int | None] = mapped_column()  # what only internal links ask
    withdrawn: Mapped[int] = mapped_column(default=0, server_default="0")
    wave_of: Mapped[int | None] = mapped_column(index=True)  # a series outlives its first survey
    wave: Mapped[int] = mapped_column(default=1, server_default="1")
    sign_off_required: Mapped[bool] = mapped_column(default=False, server_default=sa.false())
    has_about: Mapped[bool] = mapped_column(default=False, server_default=sa.false())
    has_findings: Mapped[bool] = mapped_column(default=False, server_default=sa.false())
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    archived_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    answers_kept_until: Mapped[date | None] = mapped_column()

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
    before the revision that was restored. `by_name` names who did it without an account.
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
    document: Mapped[bytes] = mapped_column(Packed, deferred=True)
    by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("user.id", ondelete="SET NULL"))
    by_name: Mapped[str] = mapped_column(sa.String(120), default="", server_default="")
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class Version(Base):
    """A document as it was published: it never changes, and responses remember it for ever.

    `override_reason` says why it was published before both languages were checked; such a version
    is only for internal links, and empty for every other. What is kept in memory is kept by `id`, in
    every process, so the number of a deleted version is never given again.
    """

    __tablename__ = "version"
    __table_args__ = (
        sa.UniqueConstraint("survey_id", "number"),
        {"sqlite_autoincrement": True},
    )

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
    override_reason: Mapped[str] = mapped_column(sa.Text, default="", server_default="")


class QuestionSet(Base):
    """A set of questions that a project has kept, to add it to its surveys: a document like a
    library's set, whose title and introduction say what it is for."""

    __tablename__ = "question_set"

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(
        sa.ForeignKey("project.id", ondelete="CASCADE"), index=True
    )
    document: Mapped[bytes] = mapped_column(sa.LargeBinary)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)


class AdviceWaved(Base):
    """Advice of the coach that somebody decided not to follow, for as long as the words stay.

    `key` is that of the advice: it says the place, the rule and the words, and nothing about who.
    """

    __tablename__ = "advice_waved"

    survey_id: Mapped[int] = mapped_column(
        sa.ForeignKey("survey.id", ondelete="CASCADE"), primary_key=True
    )
    key: Mapped[str] = mapped_column(sa.String(16), primary_key=True)


class Editing(Base):
    """That somebody had a survey's draft before them: kept for the two minutes in which it is news."""

    __tablename__ = "editing"

    survey_id: Mapped[int] = mapped_column(
        sa.ForeignKey("survey.id", ondelete="CASCADE"), primary_key=True
    )
    user_id: Mapped[int] = mapped_column(
        sa.ForeignKey("user.id", ondelete="CASCADE"), primary_key=True
    )
    seen_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
