"""Tests of a published survey: responses that count nowhere, wiped by one press."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import sqlalchemy as sa

from ..audit.actions import record
from ..design.models import Survey
from ..extensions import db
from .models import COUNTED, Response

if TYPE_CHECKING:
    from ..accounts.models import User


def wipe(survey_id: int, *, by: User | None, at: datetime | None = None) -> int:
    """Delete every test response of a survey, begun or sent; gives their number."""
    survey = db.session.get_one(Survey, survey_id)
    tests = sa.delete(Response).where(Response.survey_id == survey_id, ~COUNTED)
    number = db.session.connection().execute(tests).rowcount
    if number:
        record(
            "tests wiped",
            by=by,
            project_id=survey.project_id,
            survey_id=survey_id,
            at=at,
            responses=number,
        )
    db.session.commit()
    return number
