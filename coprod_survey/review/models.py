"""Review: the links to a draft, what people said of it, how a trial went, and who approved it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from ..columns import UtcDateTime, bilingual
from ..extensions import Base
from ..questionnaire.text import LANGUAGES, Text

READ, TRY = LINK_KINDS = ("read", "try")
"""A link for reading the draft and commenting on it, and one for trying it out first."""

SURVEY, SECTION, QUESTION = PARTS = ("survey", "section", "question")
"""What a comment may be about: the whole, one page of it, or one question."""

OPEN, TAKEN, CHANGED, ANSWERED, DECLINED = STATES = (
    "open",
    "taken",
    "changed",
    "answered",
    "declined",
)
"""What became of a comment."""


class ReviewLink(Base):
    """A way to read a survey's draft without an account: a random code, open until it is shut."""

    __tablename__ = "review_link"

    id: Mapped[int] = mapped_column(primary_key=True)
    survey_id: Mapped[int] = mapped_column(
        sa.ForeignKey("survey.id", ondelete="CASCADE"), index=True
    )
    code: Mapped[str] = mapped_column(sa.String(12), unique=True)
    kind: Mapped[str] = mapped_column(sa.String(8), default=READ)
    is_open: Mapped[bool] = mapped_column(default=True)
    closes_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)

    def takes_comments(self, at: datetime) -> bool:
        """Whether the draft may be read through this link at this moment."""
        return self.is_open and not (self.closes_at and at >= self.closes_at)


class Comment(Base):
    """What one person said of one place in a draft, and what became of it.

    `writer` is a digest of the secret in that person's cookie, and leads to nobody; `name` is what
    they chose to call themselves, if anything. `then` is the sentence as it was when they read it,
    at `revision`. `taken_revision` is the revision that their wording was taken into.
    """

    __tablename__ = "review_comment"
    __table_args__ = (sa.Index("ix_review_comment_link_id_writer", "link_id", "writer"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    survey_id: Mapped[int] = mapped_column(
        sa.ForeignKey("survey.id", ondelete="CASCADE"), index=True
    )
    link_id: Mapped[int] = mapped_column(sa.ForeignKey("review_link.id", ondelete="CASCADE"))
    writer: Mapped[str] = mapped_column(sa.String(43))
    name: Mapped[str] = mapped_column(sa.String(80), default="")
    kind: Mapped[str] = mapped_column(sa.String(8))
    part: Mapped[str] = mapped_column(sa.String(8))
    code: Mapped[str] = mapped_column(sa.String(32), default="")
    language: Mapped[str] = mapped_column(sa.String(2))
    revision: Mapped[int] = mapped_column()
    then_cy: Mapped[str] = mapped_column(sa.Text, default="")
    then_en: Mapped[str] = mapped_column(sa.Text, default="")
    words: Mapped[str] = mapped_column(sa.Text, default="")
    suggested_cy: Mapped[str] = mapped_column(sa.Text, default="")
    suggested_en: Mapped[str] = mapped_column(sa.Text, default="")
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    state: Mapped[str] = mapped_column(sa.String(8), default=OPEN)
    answer_cy: Mapped[str] = mapped_column(sa.Text, default="")
    answer_en: Mapped[str] = mapped_column(sa.Text, default="")
    answered_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    answered_by_id: Mapped[int | None] = mapped_column(
        sa.ForeignKey("user.id", ondelete="SET NULL")
    )
    taken_revision: Mapped[int | None] = mapped_column()

    then = bilingual("then")
    suggested = bilingual("suggested")
    answer = bilingual("answer")

    @property
    def place(self) -> tuple[str, str]:
        """What the comment is about: the part, and its code."""
        return self.part, self.code

    def stands_in(self, now: Text | None) -> bool:
        """Whether the wording that was taken from it still stands in its place, which reads so now."""
        if self.state != TAKEN or now is None:
            return False
        return all(self.suggested.face(lang) in ("", now.face(lang)) for lang in LANGUAGES)


class OfRun:
    """What one run of a trial left behind at one revision. A run is a digest that leads to nobody."""

    id: Mapped[int] = mapped_column(primary_key=True)
    survey_id: Mapped[int] = mapped_column(
        sa.ForeignKey("survey.id", ondelete="CASCADE"), index=True
    )
    link_id: Mapped[int] = mapped_column(sa.ForeignKey("review_link.id", ondelete="CASCADE"))
    run: Mapped[str] = mapped_column(sa.String(43))
    revision: Mapped[int] = mapped_column()


class TrialTime(OfRun, Base):
    """How long one run of a trial took over one page."""

    __tablename__ = "trial_time"
    __table_args__ = (sa.UniqueConstraint("link_id", "run", "section"),)

    section: Mapped[str] = mapped_column(sa.String(32))
    seconds: Mapped[int] = mapped_column()


class HardSpot(OfRun, Base):
    """A question that was hard in one run of a trial, with what the person wrote about it, if anything."""

    __tablename__ = "hard_spot"
    __table_args__ = (sa.UniqueConstraint("link_id", "run", "question"),)

    question: Mapped[str] = mapped_column(sa.String(32))
    language: Mapped[str] = mapped_column(sa.String(2))
    note: Mapped[str] = mapped_column(sa.Text, default="")


class SignOff(Base):
    """A community partner's approval of one revision; `version` is what was published of it."""

    __tablename__ = "sign_off"

    id: Mapped[int] = mapped_column(primary_key=True)
    survey_id: Mapped[int] = mapped_column(
        sa.ForeignKey("survey.id", ondelete="CASCADE"), index=True
    )
    revision: Mapped[int] = mapped_column()
    version: Mapped[int | None] = mapped_column()
    by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("user.id", ondelete="SET NULL"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class SurveyAbout(Base):
    """What a survey says of itself: why it is asked, who made it, what reviewers changed.

    The columns are what is being written; `published` is what everybody may read, by the same
    names, and None until it has been published.
    """

    __tablename__ = "survey_about"

    survey_id: Mapped[int] = mapped_column(
        sa.ForeignKey("survey.id", ondelete="CASCADE"), primary_key=True
    )
    purpose_cy: Mapped[str] = mapped_column(sa.Text, default="")
    purpose_en: Mapped[str] = mapped_column(sa.Text, default="")
    makers_cy: Mapped[str] = mapped_column(sa.Text, default="")
    makers_en: Mapped[str] = mapped_column(sa.Text, default="")
    changed_cy: Mapped[str] = mapped_column(sa.Text, default="")
    changed_en: Mapped[str] = mapped_column(sa.Text, default="")
    published: Mapped[dict[str, Any] | None] = mapped_column(sa.JSON(none_as_null=True))
    published_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    purpose = bilingual("purpose")
    makers = bilingual("makers")
    changed = bilingual("changed")
