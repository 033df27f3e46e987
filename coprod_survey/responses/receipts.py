"""What a person does about answers that they have sent: ask for a receipt, correct, withdraw.

As with answering, each action locks the response's row, commits, and can be repeated.
"""

from __future__ import annotations

from typing import Any, cast

import sqlalchemy as sa

from ..design.models import Survey
from ..errors import NotFound
from ..extensions import db
from . import keys, queries
from .keys import Key
from .models import Response
from .queries import Progress

_table = cast(sa.Table, Response.__table__)
_survey = cast(sa.Table, Survey.__table__)


def give(*, key: Key, return_link: str) -> None:
    """Let a return code lead to sent answers from now on, if it does not already.

    Raises `NotFound` where the key leads to no answers that were sent.
    """
    row = _sent(key)
    if row.has_return_link:
        db.session.rollback()
    else:
        _change(row, return_key=keys.key_of_return_code(return_link).digest)  # type: ignore[union-attr]


def correct(*, key: Key) -> None:
    """Open sent answers again; what was sent counts until the corrections are sent.

    Raises `NotFound` where the key leads to no answers that were sent.
    """
    row = _sent(key)
    if row.is_correcting:
        db.session.rollback()
    else:
        _change(row, sent_answers=row.answers)


def leave(*, key: Key) -> None:
    """Give up correcting: the answers are again as they were sent.

    Raises `NotFound` where the key leads to no answers that were sent.
    """
    row = _sent(key)
    if row.is_correcting:
        _change(row, answers=row.sent_answers, unfinished={}, sent_answers=None)
    else:
        db.session.rollback()


def withdraw(*, key: Key) -> None:
    """Delete sent answers for good; only that somebody did so is counted, without a time.

    Raises `NotFound` where the key leads to no answers that were sent.
    """
    row = _sent(key)
    connection = db.session.connection()
    connection.execute(_table.delete().where(_table.c.id == row.id))
    if not row.is_test:
        connection.execute(
            _survey.update()
            .where(_survey.c.id == row.survey_id)
            .values(withdrawn=_survey.c.withdrawn + 1)
        )
    db.session.commit()


def _sent(key: Key) -> Progress:
    """The response behind the key, which was sent, locked."""
    row = queries.progress(key, lock=True)
    if row is None or row.completed_at is None:
        db.session.rollback()
        raise NotFound
    return row


def _change(row: Progress, **values: Any) -> None:
    db.session.connection().execute(_table.update().where(_table.c.id == row.id), values)
    db.session.commit()
