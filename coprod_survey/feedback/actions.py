"""Keep, read and delete the details of people who asked to be told what changed."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import uuid4

import sqlalchemy as sa

from ..accounts.models import User
from ..audit.actions import record
from ..errors import NotFound
from ..extensions import db
from ..questionnaire.text import Language
from . import queries
from .models import Contact


def keep_contact(*, survey_id: int, details: Mapping[str, str], lang: Language) -> None:
    """Keep how to reach somebody, in the transaction of whoever calls (who commits).

    `details` are a name, an e-mail address and a telephone number, as far as they were given, and
    `lang` is the language in which to write to them.
    """
    row = {name: details.get(name, "") for name in ("name", "email", "telephone")}
    db.session.connection().execute(
        sa.insert(Contact).values(id=uuid4().hex, survey_id=survey_id, language=lang, **row)
    )


def read_contacts(*, project_id: int, survey_id: int, by: User) -> list[Contact]:
    """The people to tell what changed after a survey; that they were read is noted."""
    record("contacts read", by=by, project_id=project_id, survey_id=survey_id)
    db.session.commit()
    return queries.contacts(survey_id)


def delete_contact(*, project_id: int, survey_id: int, contact_id: str, by: User) -> None:
    """Forget one person's details. Raises `NotFound` where the survey has no such person."""
    contact = db.session.scalar(
        sa.select(Contact).where(Contact.id == contact_id, Contact.survey_id == survey_id)
    )
    if contact is None:
        raise NotFound
    record("contact deleted", by=by, project_id=project_id, survey_id=survey_id)
    db.session.delete(contact)
    db.session.commit()
