"""Find the ways into a survey."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec
import sqlalchemy as sa

from ..design.models import Survey
from ..extensions import db, looking
from ..look import Look
from ..projects.models import Organisation, Project
from ..questionnaire.text import Text
from .codes import readings
from .models import INTERNAL, PAPER, TEST, Channel


class Host(msgspec.Struct, frozen=True):
    """What a page shows of the organisation that runs the survey."""

    id: int
    name: Text
    logo_type: str
    logo_alt: Text


class Door(msgspec.Struct, frozen=True):
    """A channel as the people see it who answer: its survey, its times, and who asks."""

    organisation: Host
    channel_id: int
    code: str
    is_open: bool
    opens_at: datetime | None
    closes_at: datetime | None
    survey_id: int
    version_id: int | None
    demonstration: bool
    kind: str
    has_about: bool
    has_findings: bool

    @property
    def is_test(self) -> bool:
        """Whether what is sent through it is only a test, and counts nowhere."""
        return self.kind == TEST

    def state(self, at: datetime) -> str:
        """Whether answers are taken at this moment: open, not_yet or closed."""
        if self.version_id is None:
            return "not_yet"
        return Channel.state(self, at)  # type: ignore[arg-type]


_ANY_DOOR = (
    # One query across four features' tables: every page that is answered pays for it.
    sa.select(
        Channel.id,
        Channel.code,
        Channel.is_open,
        Channel.opens_at,
        Channel.closes_at,
        Survey.id,
        sa.case(
            (
                Channel.kind == INTERNAL,
                sa.func.coalesce(Survey.internal_version_id, Survey.current_version_id),
            ),
            else_=Survey.current_version_id,
        ),
        Project.demonstration,
        Channel.kind,
        Survey.has_about,
        Survey.has_findings,
        Organisation.id,
        Organisation.name_cy,
        Organisation.name_en,
        Organisation.logo_type,
        Organisation.logo_alt_cy,
        Organisation.logo_alt_en,
    )
    .join(Survey, Survey.id == Channel.survey_id)
    .join(Project, Project.id == Survey.project_id)
    .join(Organisation, Organisation.id == Project.organisation_id)
)

DOOR = _ANY_DOOR.where(Channel.code == sa.bindparam("code"), Channel.kind != PAPER)
"""What a `Door` is made of; who needs more about the same channel adds columns behind these."""

DOOR_COLUMNS = len(DOOR.selected_columns)

_door = Look(DOOR)


def door(code: str) -> Door | None:
    """The way in behind a code exactly as we write it."""
    with looking() as connection:
        row = _door.first(connection, code=code)
    return door_of(row) if row else None


def paper_door(survey_id: int) -> Door | None:
    """The way in for what people answered on paper; None before anything was entered."""
    query = _ANY_DOOR.where(Channel.survey_id == survey_id, Channel.kind == PAPER)
    row = db.session.execute(query.order_by(Channel.id).limit(1)).first()
    return door_of(row) if row else None


def door_of(row: Sequence[Any]) -> Door:
    """The door that the columns of `DOOR` describe."""
    (*channel, host_id, name_cy, name_en, logo_type, alt_cy, alt_en) = row
    host = Host(host_id, Text(name_cy, name_en), logo_type, Text(alt_cy, alt_en))
    return Door(host, *channel)


def find_code(typed: str) -> str | None:
    """Our own writing of a code that somebody typed, forgiving what `codes.tidy` forgives.

    None when no survey has it.
    """
    meant = readings(typed)
    query = sa.select(Channel.code).where(Channel.code.in_(meant), Channel.kind != PAPER)
    found = set(db.session.scalars(query))
    return next((code for code in meant if code in found), None)


def channels_of(survey_ids: Sequence[int]) -> list[Channel]:
    """The channels through which people reach these surveys, the oldest first."""
    query = sa.select(Channel).where(Channel.survey_id.in_(survey_ids), Channel.kind != PAPER)
    return list(db.session.scalars(query.order_by(Channel.id)))


def channel_of(*, survey_id: int, channel_id: int) -> Channel | None:
    """A channel that people use, if it belongs to this survey."""
    return db.session.scalar(
        sa.select(Channel).where(
            Channel.id == channel_id, Channel.survey_id == survey_id, Channel.kind != PAPER
        )
    )
