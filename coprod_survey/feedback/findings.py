"""Write what was heard, promise what will be done, say what happened, and publish it."""

from __future__ import annotations

from datetime import datetime
from typing import cast

import msgspec
import sqlalchemy as sa

from .. import clock
from ..accounts.models import User
from ..audit.actions import record
from ..design.models import Survey
from ..errors import Refused
from ..extensions import db
from ..questionnaire.text import Text
from . import queries
from .models import Commitment, Finding, FindingsPage
from .telling import Promise


def add(
    survey_id: int, *, heard: Text, question: str = "", by: User | None, at: datetime | None = None
) -> Finding:
    """Add a finding at the end. `question` is the code of the question it rests on, if it is one."""
    at = at or clock.now()
    last = sa.select(sa.func.max(Finding.position)).where(Finding.survey_id == survey_id)
    row = Finding(
        survey_id=survey_id,
        position=(db.session.scalar(last) or 0) + 1,
        heard=heard,
        question=question,
        created_at=at,
        created_by_id=by.id if by else None,
    )
    db.session.add(row)
    db.session.flush()
    _note("finding added", row, by, at)
    db.session.commit()
    return row


def change(
    row: Finding, *, heard: Text, question: str, by: User | None, at: datetime | None = None
) -> None:
    """Reword a finding, or let it rest on another question."""
    row.heard, row.question = heard, question
    _note("finding changed", row, by, at)
    db.session.commit()


def move(row: Finding, *, up: bool, by: User | None, at: datetime | None = None) -> None:
    """Move a finding one place; at the end of the list it stays."""
    order = queries.findings(row.survey_id)
    old = order.index(row)
    new = old - 1 if up else old + 1
    if 0 <= new < len(order):
        order.insert(new, order.pop(old))
    for place, each in enumerate(order, start=1):
        each.position = place
    _note("finding moved", row, by, at)
    db.session.commit()


def delete(row: Finding, *, by: User | None, at: datetime | None = None) -> None:
    """Delete a finding and its commitments; what is published stays until it is published again."""
    _note("finding deleted", row, by, at)
    db.session.delete(row)
    db.session.commit()


def promise(
    finding: Finding,
    what: Promise,
    *,
    row: Commitment | None = None,
    by: User | None,
    at: datetime | None = None,
) -> Commitment:
    """Promise something about a finding, or change what was promised: also how far it is."""
    action = "commitment changed" if row else "commitment added"
    if row is None:
        row = Commitment()
        finding.commitments.append(row)
    for field in msgspec.structs.fields(Promise):
        setattr(row, field.name, getattr(what, field.name))
    _note(action, finding, by, at)
    db.session.commit()
    return row


def take_back(row: Commitment, *, by: User | None, at: datetime | None = None) -> None:
    """Delete a commitment."""
    _note("commitment deleted", row.finding, by, at)
    db.session.delete(row)
    db.session.commit()


def publish(survey_id: int, *, by: User | None, at: datetime | None = None) -> None:
    """Let everybody read the findings as they are now. Raises `Refused` while some are not fit for it."""
    at = at or clock.now()
    problems = queries.lacking(survey_id)
    if problems:
        raise Refused(problems[0])
    row = queries.page(survey_id) or FindingsPage(survey_id=survey_id)
    row.published = cast(dict, msgspec.to_builtins(queries.as_written(survey_id)))
    row.published_at = at
    db.session.add(row)
    _show(survey_id, True, "findings published", by, at)


def withdraw(survey_id: int, *, by: User | None, at: datetime | None = None) -> None:
    """Let nobody read the findings any more; what is written stays."""
    row = queries.page(survey_id)
    if row is not None:
        db.session.delete(row)
        _show(survey_id, False, "findings withdrawn", by, at or clock.now())


def _show(survey_id: int, shown: bool, action: str, by: User | None, at: datetime) -> None:
    survey = db.session.get_one(Survey, survey_id)
    survey.has_findings = shown
    record(action, by=by, project_id=survey.project_id, survey_id=survey_id, at=at)
    db.session.commit()


def _note(action: str, finding: Finding, by: User | None, at: datetime | None) -> None:
    survey = db.session.get_one(Survey, finding.survey_id)
    record(
        action,
        by=by,
        project_id=survey.project_id,
        survey_id=survey.id,
        at=at,
        finding=finding.id,
    )
