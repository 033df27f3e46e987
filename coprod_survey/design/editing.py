"""Who else has a survey's draft before them, or has just changed it."""

from __future__ import annotations

from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from ..accounts.models import User
from ..extensions import db
from ..questionnaire.alphabet import sort_key
from ..questionnaire.text import Language
from .models import Editing, Revision

NEWS = timedelta(minutes=2)
"""How long somebody counts as being there after they were last heard of."""


def note(survey_id: int, *, by: User, at: datetime) -> None:
    """Keep that somebody has a draft before them now, and forget who is there no more, anywhere."""
    db.session.execute(sa.delete(Editing).where(Editing.seen_at < at - NEWS))
    here = (Editing.survey_id == survey_id) & (Editing.user_id == by.id)
    if not db.session.execute(sa.update(Editing).where(here).values(seen_at=at)).rowcount:  # type: ignore[attr-defined]
        try:
            with db.session.begin_nested():
                db.session.add(Editing(survey_id=survey_id, user_id=by.id, seen_at=at))
        except IntegrityError:  # another window of the same person was faster
            pass
    db.session.commit()


def others(survey_id: int, *, than: User, at: datetime, lang: Language) -> list[str]:
    """The names of the other people who had the draft before them, or changed it, just now."""
    since = at - NEWS
    looking = sa.select(Editing.user_id).where(
        Editing.survey_id == survey_id, Editing.seen_at >= since
    )
    changing = sa.select(Revision.by_id).where(
        Revision.survey_id == survey_id, Revision.at >= since, Revision.by_id.is_not(None)
    )
    names = db.session.scalars(
        sa.select(User.name).where(User.id.in_(looking.union(changing)), User.id != than.id)
    )
    return sorted(names, key=lambda name: sort_key(name, lang))
