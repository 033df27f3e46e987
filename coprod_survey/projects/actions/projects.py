"""Create and edit projects."""

from __future__ import annotations

from datetime import datetime

from ... import clock
from ...accounts import queries as accounts
from ...accounts.models import Membership, User
from ...accounts.policy import Role
from ...audit.actions import record
from ...errors import Refused
from ...extensions import db
from ...questionnaire.problem import Problem
from ...questionnaire.text import Text
from ..models import Organisation, Project
from .members import NOBODY


def create_project(
    *,
    organisation: Organisation,
    name: Text,
    purpose: Text,
    facilitator: str,
    by: User,
    at: datetime | None = None,
) -> Project:
    """Create a project whose facilitator is the person with the e-mail address `facilitator`.

    Raises `Refused` when nobody has an open account with that address.
    """
    at = at or clock.now()
    person = accounts.user_by_email(facilitator)
    if person is None or not person.active:
        raise Refused(Problem(NOBODY, field="facilitator"))
    project = Project(
        organisation_id=organisation.id,
        name_cy=name.cy,
        name_en=name.en,
        purpose_cy=purpose.cy,
        purpose_en=purpose.en,
        created_at=at,
    )
    db.session.add(project)
    db.session.flush()
    db.session.add(
        Membership(project_id=project.id, user_id=person.id, role=Role.FACILITATOR.value)
    )
    record("project created", by=by, project_id=project.id, at=at, facilitator=person.id)
    db.session.commit()
    return project


def edit_project(
    *, project: Project, name: Text, purpose: Text, by: User, at: datetime | None = None
) -> None:
    """Change a project's name and purpose."""
    project.name, project.purpose = name, purpose
    record("project changed", by=by, project_id=project.id, at=at)
    db.session.commit()
