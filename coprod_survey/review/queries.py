"""Find the links to a draft, and what people said of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

import sqlalchemy as sa

from ..accounts.models import User
from ..design.models import Survey
from ..distribution.codes import readings
from ..distribution.queries import Host
from ..errors import NotFound
from ..extensions import db
from ..projects.models import Organisation, Project
from ..questionnaire.text import Text
from .models import OPEN, Comment, ReviewLink


class Gate(NamedTuple):
    """A review link as the people see it who hold it: the draft it leads to, and who asks."""

    link: ReviewLink
    project_id: int
    archived: bool
    demonstration: bool
    organisation: Host

    def is_open(self, at: datetime) -> bool:
        """Whether the draft may be read at this moment; nobody reads that of an archived survey."""
        return self.link.takes_comments(at) and not self.archived


def gate(code: str) -> Gate | None:
    """The way to a draft behind a code exactly as we write it."""
    row = db.session.execute(
        sa.select(
            ReviewLink,
            Survey.project_id,
            Survey.archived_at.is_not(None),
            Project.demonstration,
            Organisation.id,
            Organisation.name_cy,
            Organisation.name_en,
            Organisation.logo_type,
            Organisation.logo_alt_cy,
            Organisation.logo_alt_en,
        )
        .join(Survey, Survey.id == ReviewLink.survey_id)
        .join(Project, Project.id == Survey.project_id)
        .join(Organisation, Organisation.id == Project.organisation_id)
        .where(ReviewLink.code == code)
    ).first()
    if row is None:
        return None
    link, project_id, archived, demonstration, host_id, cy, en, logo, alt_cy, alt_en = row
    host = Host(host_id, Text(cy, en), logo, Text(alt_cy, alt_en))
    return Gate(link, project_id, archived, demonstration, host)


def find_code(typed: str) -> str | None:
    """Our own writing of a link's code that somebody typed in another way; None for no code of ours."""
    meant = readings(typed)
    query = sa.select(ReviewLink.code).where(ReviewLink.code.in_(meant))
    found = set(db.session.scalars(query))
    return next((code for code in meant if code in found), None)


def links(survey_id: int) -> list[ReviewLink]:
    """The review links of a survey, the oldest first."""
    query = sa.select(ReviewLink).where(ReviewLink.survey_id == survey_id).order_by(ReviewLink.id)
    return list(db.session.scalars(query))


def link(*, survey_id: int, link_id: int) -> ReviewLink:
    """A review link of a survey. Raises `NotFound` where the survey has no such link."""
    query = sa.select(ReviewLink).where(ReviewLink.id == link_id, ReviewLink.survey_id == survey_id)
    found = db.session.scalar(query)
    if found is None:
        raise NotFound
    return found


def comments(survey_id: int) -> list[Comment]:
    """Everything that was said of a survey's draft, in the order in which it was said."""
    query = sa.select(Comment).where(Comment.survey_id == survey_id).order_by(Comment.id)
    return list(db.session.scalars(query))


def comment(*, survey_id: int, comment_id: int) -> Comment:
    """A comment on a survey's draft. Raises `NotFound` where the survey has no such comment."""
    query = sa.select(Comment).where(Comment.id == comment_id, Comment.survey_id == survey_id)
    found = db.session.scalar(query)
    if found is None:
        raise NotFound
    return found


def written_by(writer: str | None, link_id: int) -> list[Comment]:
    """What the person behind a digest said through a link, in the order in which they said it."""
    if writer is None:
        return []
    query = (
        sa.select(Comment)
        .where(Comment.link_id == link_id, Comment.writer == writer)
        .order_by(Comment.id)
    )
    return list(db.session.scalars(query))


def answered_by(comment: Comment) -> str | None:
    """The name of the facilitator who answered a comment."""
    if comment.answered_by_id is None:
        return None
    return db.session.scalar(sa.select(User.name).where(User.id == comment.answered_by_id))


def open_comments(survey_id: int) -> list[Comment]:
    """What was said of a survey's draft and has not been answered."""
    query = (
        sa.select(Comment)
        .where(Comment.survey_id == survey_id, Comment.state == OPEN)
        .order_by(Comment.id)
    )
    return list(db.session.scalars(query))


def counts(link_ids: Sequence[int]) -> dict[int, int]:
    """How many comments came by each of these links."""
    rows = db.session.execute(
        sa.select(Comment.link_id, sa.func.count())
        .where(Comment.link_id.in_(link_ids))
        .group_by(Comment.link_id)
    )
    return {**dict.fromkeys(link_ids, 0), **{row[0]: row[1] for row in rows}}
