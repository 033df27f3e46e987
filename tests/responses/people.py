"""What the stories about answering share."""

from __future__ import annotations

import sqlalchemy as sa

from coprod_survey.extensions import db
from coprod_survey.responses.models import Response
from tests.visitor import Visitor, words_of

FIRST = {"q-heard": "yes", "q-formats": ["easy", "large"], "q-voice": "p2"}
SECOND = {"q-hours": "7", "q-word": "Ŵyn & 'b'"}


def only_response() -> Response:
    """The one response that there is, as the database has it now."""
    db.session.expire_all()
    return db.session.scalars(sa.select(Response)).one()


def count() -> int:
    """How many responses there are."""
    return db.session.scalar(sa.select(sa.func.count()).select_from(Response)) or 0


def press(visitor: Visitor, *, status: int = 200, **fields: object) -> None:
    """Press the page's one main button, whatever it is called in the page's language."""
    button = visitor.page.select("main form .govuk-button")[0]
    visitor.submit(words_of(button), status=status, **fields)


def begin(visitor: Visitor, code: str, lang: str = "en") -> None:
    """Open the survey and start."""
    visitor.open(f"/{lang}/s/{code}")
    press(visitor)


def answer_all(visitor: Visitor, code: str, lang: str = "en") -> None:
    """Answer both pages, as far as the check."""
    begin(visitor, code, lang)
    press(visitor, **FIRST)
    press(visitor, **SECOND)
