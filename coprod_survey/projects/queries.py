"""Find organisations and projects."""

from __future__ import annotations

import sqlalchemy as sa

from ..accounts.models import Membership, User
from ..extensions import db
from .models import Organisation, Project


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
