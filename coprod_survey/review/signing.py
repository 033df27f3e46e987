"""Sign-off: a community partner approves a draft, and publishing can be made to wait for that."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

import sqlalchemy as sa

from .. import clock
from ..accounts.models import User
from ..audit.actions import record
from ..design import queries as design
from ..design.models import Survey
from ..errors import Conflict, NotFound
from ..extensions import db
from ..questionnaire.changes import Change, changes
from ..questionnaire.document import SurveyDocument
from ..questionnaire.problem import Problem
from ..questionnaire.text import N_
from .models import SignOff

LACKING = N_("A community partner has to approve this survey before it can be published")
STALE = N_(
    "The survey has changed since a community partner approved it. It has to be approved again"
)
NOT_LATEST = N_(
    "Somebody has changed the survey since you opened this page. Read it again before you approve it"
)


class Approval(NamedTuple):
    """One approval: of which revision, by whom, when, and the version that was published of it."""

    revision: int
    by: str | None
    at: datetime
    version: int | None


class Standing(NamedTuple):
    """Where a draft stands: whether it needs an approval, the latest one, and what changed since.

    `is_valid` says that the draft reads as it was approved, whatever was done and undone since.
    """

    required: bool
    approvals: list[Approval]
    is_valid: bool
    since: Sequence[Change]

    @property
    def latest(self) -> Approval | None:
        """The last approval."""
        return self.approvals[0] if self.approvals else None

    @property
    def hindrance(self) -> Problem | None:
        """Why the draft may not be published yet; None where nothing of the kind stands in the way."""
        if not self.required or self.is_valid:
            return None
        return Problem(STALE if self.approvals else LACKING)


def approvals(survey_id: int) -> list[Approval]:
    """Every approval of a survey, the latest first."""
    rows = db.session.execute(
        sa.select(SignOff.revision, User.name, SignOff.at, SignOff.version)
        .outerjoin(User, User.id == SignOff.by_id)
        .where(SignOff.survey_id == survey_id)
        .order_by(SignOff.id.desc())
    )
    return [Approval(*row) for row in rows]


def standing(survey: Survey, document: SurveyDocument) -> Standing:
    """Where this draft of a survey stands."""
    given = approvals(survey.id)
    if not given:
        return Standing(survey.sign_off_required, [], False, ())
    approved = design.document_at(survey.id, given[0].revision)
    valid = approved == document
    since = () if valid else changes(approved, document)
    return Standing(survey.sign_off_required, given, valid, since)


def hindrance(survey: Survey, document: SurveyDocument) -> Problem | None:
    """What stands in the way of publishing this draft; asks nothing where no approval is needed."""
    return standing(survey, document).hindrance if survey.sign_off_required else None


def require(survey_id: int, *, required: bool, by: User | None, at: datetime | None = None) -> None:
    """Say whether a community partner has to approve the survey before it is published."""
    survey = _locked(survey_id)
    if survey.sign_off_required != required:
        survey.sign_off_required = required
        action = "approval required" if required else "approval no longer required"
        _record(action, survey, by, at or clock.now())
    db.session.commit()


def approve(survey_id: int, *, by: User, seen_revision: int, at: datetime | None = None) -> None:
    """Approve the revision that the person has read; a second press changes nothing.

    Raises `Conflict` where the draft has moved on since.
    """
    at = at or clock.now()
    survey = _locked(survey_id)
    draft = design.draft(survey_id)
    if draft.revision != seen_revision:
        raise Conflict(Problem(NOT_LATEST), revision=draft.revision)
    if not standing(survey, draft.document).is_valid:
        db.session.add(SignOff(survey_id=survey_id, revision=seen_revision, by_id=by.id, at=at))
        _record("survey approved", survey, by, at, revision=seen_revision)
    db.session.commit()


def remember(survey: Survey, document: SurveyDocument, version: int) -> None:
    """Let the approval of what is being published remember the version, in the caller's transaction."""
    if standing(survey, document).is_valid:
        latest = sa.select(sa.func.max(SignOff.id)).where(SignOff.survey_id == survey.id)
        db.session.execute(
            sa.update(SignOff)
            .where(SignOff.id == latest.scalar_subquery(), SignOff.version.is_(None))
            .values(version=version)
        )


def _locked(survey_id: int) -> Survey:
    survey = db.session.scalar(sa.select(Survey).where(Survey.id == survey_id).with_for_update())
    if survey is None:
        raise NotFound
    return survey


def _record(action: str, survey: Survey, by: User | None, at: datetime, **details: int) -> None:
    record(action, by=by, project_id=survey.project_id, survey_id=survey.id, at=at, **details)
