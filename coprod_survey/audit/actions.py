"""Write the audit trail."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from .. import clock
from ..extensions import db
from .models import Event

if TYPE_CHECKING:
    from ..accounts.models import User


def record(
    action: str,
    *,
    by: User | None,
    project_id: int | None = None,
    survey_id: int | None = None,
    at: datetime | None = None,
    **details: Any,
) -> None:
    """Note what somebody did, in the transaction of the deed itself (the caller commits).

    `details` hold codes and numbers only, never an answer or a person's words.
    """
    db.session.add(
        Event(
            at=at or clock.now(),
            by_id=by.id if by else None,
            project_id=project_id,
            survey_id=survey_id,
            action=action,
            details=details,
        )
    )
