"""Find the people who asked to be told what changed."""

from __future__ import annotations

import sqlalchemy as sa

from ..extensions import db
from .models import Contact


def contacts(survey_id: int) -> list[Contact]:
    """The people to tell what changed after a survey, in an order that says nothing of who came when."""
    query = sa.select(Contact).where(Contact.survey_id == survey_id).order_by(Contact.id)
    return list(db.session.scalars(query))


def contact_count(survey_id: int) -> int:
    """How many people asked to be told."""
    query = sa.select(sa.func.count()).select_from(Contact).where(Contact.survey_id == survey_id)
    return db.session.scalar(query) or 0
