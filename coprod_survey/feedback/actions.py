"""Keep, read and delete the details of people who asked to be told what changed.

What people do to findings is in `findings`.
"""

from __future__ import annotations

from collections.abc import Mapping
from operator import itemgetter
from typing import Any, cast
from uuid import uuid4

import sqlalchemy as sa

from ..accounts.models import User
from ..audit.actions import record
from ..design.models import Survey
from ..errors import NotFound
from ..extensions import db
from ..questionnaire.text import Language
from . import queries
from .models import Contact

_table = cast(sa.Table, Contact.__table__)


def keep_contact(*, survey_id: int, details: Mapping[str, str], lang: Language) -> None:
    """Keep how to reach somebody, in the transaction of whoever calls (who commits).

    `details` are a name, an e-mail address and a telephone number, as far as they were given, and
    `lang` is the language in which to write to them.
    """
    row: dict[str, Any] = {name: details.get(name, "") for name in ("name", "email", "telephone")}
    row |= {"id": uuid4().hex, "survey_id": survey_id, "language": lang}
    connection = db.session.connection()
    rows = [row, *(_taken_out(connection, survey_id) if _keeps_order(connection) else ())]
    connection.execute(sa.insert(Contact), sorted(rows, key=itemgetter("id")))


def _keeps_order(connection: sa.Connection) -> bool:
    """Whether the store remembers in what order, and with what else, rows were written.

    PostgreSQL does, and whoever can read it could tell by that whose answers came with whose
    details. So there all the people of a survey are written anew together, by their random keys.
    """
    return connection.dialect.name == "postgresql"


def _taken_out(connection: sa.Connection, survey_id: int) -> list[dict[str, Any]]:
    """Take all people of a survey out of the table; nobody else can, until we have committed."""
    _lock(connection, survey_id)
    taken = sa.delete(Contact).where(Contact.survey_id == survey_id)
    rows = connection.execute(taken.returning(*_table.c))
    return [dict(row) for row in rows.mappings()]


def _lock(connection: sa.Connection, survey_id: int) -> None:
    """Let nobody else change a survey's people until we have committed; answering goes on."""
    survey = sa.select(Survey.id).where(Survey.id == survey_id)
    connection.execute(survey.with_for_update(key_share=True))


def read_contacts(*, project_id: int, survey_id: int, by: User) -> list[Contact]:
    """The people to tell what changed after a survey; that they were read is noted."""
    record("contacts read", by=by, project_id=project_id, survey_id=survey_id)
    db.session.commit()
    return queries.contacts(survey_id)


def delete_contact(*, project_id: int, survey_id: int, contact_id: str, by: User) -> None:
    """Forget one person's details. Raises `NotFound` where the survey has no such person."""
    _lock(db.session.connection(), survey_id)
    known = contact_id.isalnum()  # PostgreSQL cannot even look for some of what it may hold else
    contact = db.session.get(Contact, contact_id) if known else None
    if contact is None or contact.survey_id != survey_id:
        raise NotFound
    record("contact deleted", by=by, project_id=project_id, survey_id=survey_id)
    db.session.delete(contact)
    db.session.commit()
