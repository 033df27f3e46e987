"""Add, edit, move and remove a project's stakeholder groups."""

from __future__ import annotations

from datetime import datetime

from ...accounts.models import User
from ...audit.actions import record
from ...errors import Refused
from ...extensions import db
from ...questionnaire.codes import make_code
from ...questionnaire.problem import Problem
from ...questionnaire.text import N_, Text
from ...responses import queries as responses
from ..models import Project, StakeholderGroup
from . import order

ANSWERED = N_("People of this group have answered, so it cannot be removed")


def add_group(
    *,
    project: Project,
    name: Text,
    side: str,
    hoped_for: int | None,
    by: User,
    at: datetime | None = None,
) -> StakeholderGroup:
    """Add a group at the end; its code is made from its English name once and for all."""
    last = max((group.position for group in project.groups), default=-1)
    group = StakeholderGroup(
        position=last + 1,
        code=make_code(name, [each.code for each in project.groups], "group"),
        name_cy=name.cy,
        name_en=name.en,
        side=side,
        hoped_for=hoped_for,
    )
    project.groups.append(group)
    db.session.flush()
    _commit("group added", project, group, by, at)
    return group


def edit_group(
    *,
    project: Project,
    group: StakeholderGroup,
    name: Text,
    side: str,
    hoped_for: int | None,
    by: User,
    at: datetime | None = None,
) -> None:
    """Change all of a group but its code, which answers and workbooks know it by."""
    group.name, group.side, group.hoped_for = name, side, hoped_for
    _commit("group changed", project, group, by, at)


def move_group(
    *, project: Project, group: StakeholderGroup, up: bool, by: User, at: datetime | None = None
) -> None:
    """Move a group one place."""
    order.move(project.groups, group, up=up)
    _commit("group moved", project, group, by, at)


def remove_group(
    *, project: Project, group: StakeholderGroup, by: User, at: datetime | None = None
) -> None:
    """Remove a group. Raises `Refused` once somebody has answered as one of it."""
    if responses.sent_by_group(project.id).get(group.code):
        raise Refused(Problem(ANSWERED))
    project.groups.remove(group)
    _commit("group removed", project, group, by, at)


def _commit(
    action: str, project: Project, group: StakeholderGroup, by: User, at: datetime | None
) -> None:
    record(action, by=by, project_id=project.id, at=at, group=group.code)
    db.session.commit()
    db.session.expire(project, ["groups"])
