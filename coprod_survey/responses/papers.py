"""What becomes of a response whose answers were given on paper, besides being filled in like any other."""

from __future__ import annotations

from typing import Any, cast

import sqlalchemy as sa

from ..extensions import db
from ..questionnaire.text import Language
from . import queries
from .keys import Key
from .models import Response

_table = cast(sa.Table, Response.__table__)


def turn(*, key: Key, lang: Language, version_id: int) -> bool:
    """Say anew in which language a paper is, and, while nothing is answered, of which version.

    Says whether it could be: what is finished stays as it is (the caller commits).
    """
    row = queries.progress(key, lock=True)
    if row is None or row.completed_at or not row.is_paper:
        return False
    values: dict[str, Any] = {"language": lang, "languages": lang}
    if not row.answers:
        values["version_id"] = version_id
    db.session.connection().execute(_table.update().where(_table.c.id == row.id), values)
    return True


def remove(*, key: Key) -> None:
    """Delete what was entered from a paper, whether or not it was finished (the caller commits)."""
    db.session.connection().execute(
        _table.delete().where(_table.c.key == key.digest, _table.c.mode == "paper")
    )
