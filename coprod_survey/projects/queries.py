"""Find organisations and projects."""

from __future__ import annotations

import sqlalchemy as sa

from ..accounts.models import Membership, User
from ..errors import NotFound
from ..extensions import db
from .logo import Logo
from .models import Goal, Organisation, Project, StakeholderGroup


def project_for(*, user: User, project_id: int) -> tuple[Project | None, str | None]:
    """A project and the user's role in it.

    Both are None for someone who has no part in it, unless they administer the platform: a project
    that is not yours looks as if it did not exist.
    """
    row = db.session.execute(
        sa.select(Project, Membership.role)
        .outerjoin(
            Membership, (Membership.project_id == Project.id) & (Membership.user_id == user.id)
        )
        .where(Project.id == project_id)
    ).first()
    if row is None or (row.role is None and not user.is_administrator):
        return None, None
    return row[0], row[1]


def first_organisation() -> Organisation | None:
    """The organisation that speaks where no project says which: the oldest one."""
    return db.session.scalar(sa.select(Organisation).order_by(Organisation.id).limit(1))


def project_by_id(project_id: int) -> Project:
    """A project. Raises `NotFound` where there is none."""
    project = db.session.get(Project, project_id)
    if project is None:
        raise NotFound
    return project


def projects_of(user: User) -> list[tuple[Project, str | None]]:
    """The projects that a person sees, the newest first, with their role in each.

    An administrator sees all of them, in most without a role.
    """
    mine = (Membership.project_id == Project.id) & (Membership.user_id == user.id)
    query = sa.select(Project, Membership.role).outerjoin(Membership, mine)
    if not user.is_administrator:
        query = query.where(Membership.id.is_not(None))
    rows = db.session.execute(query.order_by(Project.created_at.desc(), Project.id.desc()))
    return [(project, role) for project, role in rows]


def organisations() -> list[Organisation]:
    """Every organisation, the oldest first."""
    return list(db.session.scalars(sa.select(Organisation).order_by(Organisation.id)))


def organisation_by_id(organisation_id: int) -> Organisation:
    """An organisation. Raises `NotFound` where there is none."""
    organisation = db.session.get(Organisation, organisation_id)
    if organisation is None:
        raise NotFound
    return organisation


def logo_of(organisation_id: int) -> Logo | None:
    """An organisation's logo, if it has one."""
    row = db.session.execute(
        sa.select(Organisation.logo, Organisation.logo_type).where(
            Organisation.id == organisation_id
        )
    ).first()
    return Logo(row.logo, row.logo_type) if row and row.logo else None


def goal_codes(project_id: int) -> frozenset[str]:
    """The codes of a project's goals, as surveys name them."""
    return frozenset(db.session.scalars(sa.select(Goal.code).where(Goal.project_id == project_id)))


def goal_of(project: Project, goal_id: int) -> Goal:
    """A goal of this project. Raises `NotFound` where it has none with this number."""
    goal = next((goal for goal in project.goals if goal.id == goal_id), None)
    if goal is None:
        raise NotFound
    return goal


def group_of(project: Project, group_id: int) -> StakeholderGroup:
    """A stakeholder group of this project. Raises `NotFound` where it has none with this number."""
    group = next((group for group in project.groups if group.id == group_id), None)
    if group is None:
        raise NotFound
    return group
