"""Who takes part in a project, and as what."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa

from ...accounts import queries as accounts
from ...accounts.models import Membership, User
from ...accounts.policy import Role
from ...audit.actions import record
from ...errors import NotFound, Refused
from ...extensions import db
from ...questionnaire.problem import Problem
from ...questionnaire.text import N_
from ..models import Project

NOBODY = N_("Nobody has an account with this e-mail address")
MEMBER_ALREADY = N_("This person is a member of the project already")
LAST_FACILITATOR = N_("A project needs a facilitator: make somebody else one first")


def add_member(
    *, project_id: int, email: str, role: str, by: User | None, at: datetime | None = None
) -> Membership:
    """Give a person who has an account a role in a project.

    Raises `Refused` when nobody has an open account with this address, or they are a member
    already.
    """
    _lock(project_id)
    user = accounts.user_by_email(email)
    if user is None or not user.active:
        raise Refused(Problem(NOBODY, field="email"))
    if _membership(project_id, user.id):
        raise Refused(Problem(MEMBER_ALREADY, field="email"))
    membership = Membership(project_id=project_id, user_id=user.id, role=Role(role).value)
    db.session.add(membership)
    _commit("member added", membership, by, at)
    return membership


def change_role(
    *, project_id: int, user_id: int, role: str, by: User, at: datetime | None = None
) -> None:
    """Give a member another role.

    Raises `NotFound` for somebody who is no member, and `Refused` where it would leave the project
    without a facilitator.
    """
    membership = _found(project_id, user_id)
    if role != Role.FACILITATOR:
        _keep_a_facilitator(membership)
    membership.role = Role(role).value
    _commit("member changed", membership, by, at)


def remove_member(*, project_id: int, user_id: int, by: User, at: datetime | None = None) -> None:
    """End a membership.

    Raises `NotFound` for somebody who is no member, and `Refused` where it would leave the project
    without a facilitator.
    """
    membership = _found(project_id, user_id)
    _keep_a_facilitator(membership)
    db.session.delete(membership)
    _commit("member removed", membership, by, at)


def _lock(project_id: int) -> Project:
    """The project, held so that nobody else changes its members meanwhile."""
    project = db.session.get(Project, project_id, with_for_update={"of": Project})
    if project is None:
        raise NotFound
    return project


def _membership(project_id: int, user_id: int) -> Membership | None:
    return db.session.scalar(
        sa.select(Membership).where(
            Membership.project_id == project_id, Membership.user_id == user_id
        )
    )


def _found(project_id: int, user_id: int) -> Membership:
    _lock(project_id)
    membership = _membership(project_id, user_id)
    if membership is None:
        raise NotFound
    return membership


def _keep_a_facilitator(leaving: Membership) -> None:
    others = db.session.scalar(
        sa.select(sa.func.count())
        .select_from(Membership)
        .join(Membership.user)
        .where(
            Membership.project_id == leaving.project_id,
            Membership.role == Role.FACILITATOR.value,
            Membership.id != leaving.id,
            User.active,
        )
    )
    if leaving.role == Role.FACILITATOR and not others:
        raise Refused(Problem(LAST_FACILITATOR, field="role"))


def _commit(action: str, membership: Membership, by: User | None, at: datetime | None) -> None:
    record(
        action,
        by=by,
        project_id=membership.project_id,
        at=at,
        user=membership.user_id,
        role=membership.role,
    )
    db.session.commit()
