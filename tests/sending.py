"""People who send answers: small builders of responses."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from typing import Any

from coprod_survey import clock
from coprod_survey.design.models import Version
from coprod_survey.distribution.models import Channel
from coprod_survey.extensions import db
from coprod_survey.responses.models import Response


def chosen(*codes: str, **other: str) -> dict[str, Any]:
    """An answer by choosing."""
    return {"chosen": list(codes), **other}


def send(
    version: Version,
    channel: Channel | None = None,
    *,
    count: int = 1,
    language: str = "cy",
    at: datetime | None = None,
    sent: bool = True,
    **answers: Any,
) -> None:
    """Let `count` people send the same answers."""
    at = at or clock.now()
    for _ in range(count):
        db.session.add(
            Response(
                key=secrets.token_urlsafe(32),
                survey_id=version.survey_id,
                version_id=version.id,
                channel_id=channel.id if channel else None,
                language=language,
                languages=language,
                started_at=at - timedelta(minutes=5),
                saved_at=at,
                completed_at=at if sent else None,
                answers=answers,
            )
        )
    db.session.commit()
