"""Responses: what one person answered."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from ..columns import UtcDateTime
from ..extensions import Base


class Response(Base):
    """One person's answers to one version of a survey, with nothing that says who they are.

    `key` is the digest of the token in the person's cookie and `return_key` that of the code in
    their save-and-come-back link: neither can be turned back into the link. `answers` holds one
    value per question code; `unfinished` holds what was typed and is not yet an answer, as the
    form sent it. `languages` lists the languages used, in the order of first use. `sent_answers` is
    NULL but while somebody corrects what they sent: it then holds what they sent, which counts until
    they send again. `is_test` marks what somebody sent to see whether the survey works.
    """

    __tablename__ = "response"
    __table_args__ = (
        sa.Index("ix_response_survey_id_completed_at", "survey_id", "completed_at"),
        sa.CheckConstraint("mode IN ('online', 'kiosk', 'paper', 'assisted')", name="mode"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(sa.String(43), unique=True)
    return_key: Mapped[str | None] = mapped_column(sa.String(43), unique=True)
    survey_id: Mapped[int] = mapped_column(sa.ForeignKey("survey.id", ondelete="CASCADE"))
    version_id: Mapped[int] = mapped_column(sa.ForeignKey("version.id"), index=True)
    channel_id: Mapped[int | None] = mapped_column(sa.ForeignKey("channel.id"), index=True)
    group: Mapped[str] = mapped_column("group_code", sa.String(32), default="")
    wave: Mapped[str] = mapped_column(sa.String(32), default="")
    mode: Mapped[str] = mapped_column(sa.String(10), default="online")
    language: Mapped[str] = mapped_column(sa.String(2))
    languages: Mapped[str] = mapped_column(sa.String(5))
    demonstration: Mapped[bool] = mapped_column(default=False)
    is_test: Mapped[bool] = mapped_column(default=False, server_default=sa.false())
    started_at: Mapped[datetime] = mapped_column(UtcDateTime)
    saved_at: Mapped[datetime] = mapped_column(UtcDateTime)
    completed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    answers: Mapped[dict[str, Any]] = mapped_column(sa.JSON, default=dict)
    unfinished: Mapped[dict[str, Any]] = mapped_column(sa.JSON, default=dict)
    sent_answers: Mapped[dict[str, Any] | None] = mapped_column(sa.JSON(none_as_null=True))


COUNTED = Response.is_test.is_(False)
"""The one condition by which tests stay out of every count, table, workbook and suppression base."""
