"""Sets of questions that a project has kept: found, kept, renamed and deleted."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from msgspec.structs import replace

from .. import clock
from ..accounts.models import User
from ..audit.actions import record
from ..errors import NotFound
from ..extensions import db
from ..questionnaire.document import SurveyDocument, decode, encode
from ..questionnaire.text import Text
from .models import QuestionSet

PREFIX = "own-"
"""How the name of a project's set begins, where a library's set has a plain word."""


def sets_for(project_id: int) -> dict[str, SurveyDocument]:
    """A project's own sets by their names, the oldest first."""
    rows = db.session.scalars(
        sa.select(QuestionSet).where(QuestionSet.project_id == project_id).order_by(QuestionSet.id)
    )
    return {f"{PREFIX}{row.id}": decode(row.document) for row in rows}


def find(project_id: int, set_id: int) -> QuestionSet:
    """One of a project's sets. Raises `NotFound` where it has no such set."""
    found = db.session.scalar(
        sa.select(QuestionSet).where(QuestionSet.id == set_id, QuestionSet.project_id == project_id)
    )
    if found is None:
        raise NotFound
    return found


def keep(
    *, project_id: int, document: SurveyDocument, by: User, at: datetime | None = None
) -> QuestionSet:
    """Keep a document as a set of the project."""
    at = at or clock.now()
    kept = QuestionSet(project_id=project_id, document=encode(document), made_at=at)
    db.session.add(kept)
    db.session.flush()
    _commit("question set kept", kept, by, at)
    return kept


def rename(
    kept: QuestionSet, *, title: Text, introduction: Text, by: User, at: datetime | None = None
) -> None:
    """Give a set another name, and say anew what it is for."""
    renamed = replace(decode(kept.document), title=title, introduction=introduction)
    kept.document = encode(renamed)
    _commit("question set renamed", kept, by, at)


def delete(kept: QuestionSet, *, by: User, at: datetime | None = None) -> None:
    """Delete a set; the surveys that took questions from it keep theirs."""
    db.session.delete(kept)
    _commit("question set deleted", kept, by, at)


def _commit(action: str, kept: QuestionSet, by: User, at: datetime | None) -> None:
    record(action, by=by, project_id=kept.project_id, at=at, question_set=kept.id)
    db.session.commit()
