"""Organisations and the co-production projects that belong to them."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..accounts.models import Membership
from ..columns import UtcDateTime, bilingual
from ..extensions import Base


class Organisation(Base):
    """Who runs projects: its words appear in headers, notices and workbooks."""

    __tablename__ = "organisation"

    id: Mapped[int] = mapped_column(primary_key=True)
    name_cy: Mapped[str] = mapped_column(sa.String(200))
    name_en: Mapped[str] = mapped_column(sa.String(200))
    controller_cy: Mapped[str] = mapped_column(sa.String(400), default="")
    controller_en: Mapped[str] = mapped_column(sa.String(400), default="")
    contact_cy: Mapped[str] = mapped_column(sa.Text, default="")
    contact_en: Mapped[str] = mapped_column(sa.Text, default="")
    contact_email: Mapped[str] = mapped_column(sa.String(254), default="")
    contact_telephone: Mapped[str] = mapped_column(sa.String(40), default="")
    privacy_email: Mapped[str] = mapped_column(sa.String(254), default="")
    logo: Mapped[bytes | None] = mapped_column(sa.LargeBinary, deferred=True)
    logo_type: Mapped[str] = mapped_column(sa.String(20), default="")
    logo_alt_cy: Mapped[str] = mapped_column(sa.String(200), default="")
    logo_alt_en: Mapped[str] = mapped_column(sa.String(200), default="")
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)

    name = bilingual("name")
    controller = bilingual("controller")
    contact = bilingual("contact")
    logo_alt = bilingual("logo_alt")


class Project(Base):
    """A piece of co-production that is being evaluated."""

    __tablename__ = "project"

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(sa.ForeignKey("organisation.id"), index=True)
    name_cy: Mapped[str] = mapped_column(sa.String(200))
    name_en: Mapped[str] = mapped_column(sa.String(200))
    purpose_cy: Mapped[str] = mapped_column(sa.Text, default="")
    purpose_en: Mapped[str] = mapped_column(sa.Text, default="")
    demonstration: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)

    name = bilingual("name")
    purpose = bilingual("purpose")

    organisation: Mapped[Organisation] = relationship(lazy="joined")
    goals: Mapped[list[Goal]] = relationship(
        order_by=lambda: (Goal.position, Goal.id), cascade="all, delete-orphan"
    )
    groups: Mapped[list[StakeholderGroup]] = relationship(
        order_by=lambda: (StakeholderGroup.position, StakeholderGroup.id),
        cascade="all, delete-orphan",
    )
    memberships: Mapped[list[Membership]] = relationship(cascade="all, delete-orphan")


class Goal(Base):
    """One thing that a project wants to achieve or learn; `code` names it in surveys, for ever."""

    __tablename__ = "goal"
    __table_args__ = (sa.UniqueConstraint("project_id", "code"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(
        sa.ForeignKey("project.id", ondelete="CASCADE"), index=True
    )
    position: Mapped[int] = mapped_column(default=0)
    code: Mapped[str] = mapped_column(sa.String(32))
    words_cy: Mapped[str] = mapped_column(sa.Text)
    words_en: Mapped[str] = mapped_column(sa.Text)

    words = bilingual("words")


class StakeholderGroup(Base):
    """People who have the same part in a project; `code` names them in answers and workbooks."""

    __tablename__ = "stakeholder_group"
    __table_args__ = (
        sa.UniqueConstraint("project_id", "code"),
        sa.CheckConstraint("side IN ('gives', 'receives')", name="side"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(
        sa.ForeignKey("project.id", ondelete="CASCADE"), index=True
    )
    position: Mapped[int] = mapped_column(default=0)
    code: Mapped[str] = mapped_column(sa.String(32))
    name_cy: Mapped[str] = mapped_column(sa.String(200))
    name_en: Mapped[str] = mapped_column(sa.String(200))
    side: Mapped[str] = mapped_column(sa.String(8))
    hoped_for: Mapped[int | None] = mapped_column()

    name = bilingual("name")
