"""Read the responses that people have sent, as a stream that says nothing of who came when."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, NamedTuple

import msgspec
import sqlalchemy as sa

from ..design.models import Survey
from ..extensions import db, only_reading
from .models import COUNTED, Response

AT_ONCE = 500
"""How many responses are in memory at a time."""

KEY_LENGTH = 43
"""The length of a response's key: random, different for each, and never shown to anyone."""


_counted = sa.func.coalesce(
    sa.cast(Response.sent_answers, sa.Text), sa.cast(Response.answers, sa.Text)
)
"""What was sent: it counts while somebody corrects it, until the corrections are sent too."""


class Sent(NamedTuple):
    """One response that was sent."""

    version_id: int
    channel_id: int | None
    language: str
    completed_at: datetime
    answers: dict[str, Any]


@contextmanager
def one_moment() -> Iterator[sa.Connection]:
    """A connection that sees all responses as they are at one moment, while people go on answering.

    It takes no write lock. Whoever uses it has committed before, so that no lock of theirs is held
    for as long as the reading takes.
    """
    token = only_reading.set(True)
    try:
        with db.engine.connect() as connection:
            if connection.dialect.name == "postgresql":
                connection = connection.execution_options(isolation_level="REPEATABLE READ")
            else:
                connection.exec_driver_sql("BEGIN")  # reading begins nothing by itself
            yield connection
    finally:
        only_reading.reset(token)


def stream(connection: sa.Connection, survey_id: int, shuffle: int = 0) -> Iterator[Sent]:
    """The sent responses of a survey, in an order that is random and always the same.

    The order is that of the responses' random keys, read from place `shuffle` on: a different
    number gives an unrelated order, so that two lists cannot be laid side by side.
    """
    rows = connection.execute(
        sa.select(
            Response.version_id,
            Response.channel_id,
            Response.language,
            Response.completed_at,
            _counted,  # as text, read below: three times as fast as the driver
        )
        .where(Response.survey_id == survey_id, Response.completed_at.is_not(None), COUNTED)
        .order_by(sa.func.substr(Response.key, 1 + shuffle % (KEY_LENGTH - 8)), Response.key)
        .execution_options(yield_per=AT_ONCE)
    )
    for version_id, channel_id, language, completed_at, answers in rows:
        if completed_at is not None:
            decoded = msgspec.json.decode(answers)
            yield Sent(version_id, channel_id, language, completed_at, decoded)


def begun_count(connection: sa.Connection, survey_id: int) -> int:
    """How many responses were begun, whether or not they were sent."""
    query = sa.select(sa.func.count()).where(Response.survey_id == survey_id, COUNTED)
    return connection.scalar(query) or 0


def withdrawn_count(connection: sa.Connection, survey_id: int) -> int:
    """How many responses people have taken back."""
    query = sa.select(Survey.withdrawn).where(Survey.id == survey_id)
    return connection.scalar(query) or 0
