"""Find the papers that have been entered."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

import sqlalchemy as sa

from ..design import queries as design
from ..errors import NotFound
from ..extensions import db
from ..responses import keys
from ..responses import queries as responses
from .models import Paper

SHOWN = 200
"""How many papers stand on one person's list; those before them are out of most people's mind."""


class Entered(NamedTuple):
    """A paper on the list of who entered it, and whether it is finished.

    One that is not `there` has lost its answers: the installation has another secret than it had.
    """

    id: str
    number: str
    language: str
    entered_on: date
    is_finished: bool
    is_there: bool


def paper(*, survey_id: int, paper_id: str) -> Paper:
    """A paper of a survey. Raises `NotFound` where there is none."""
    found = db.session.get(Paper, paper_id) if paper_id.isalnum() else None
    if found is None or found.survey_id != survey_id:
        raise NotFound
    return found


def entered_by(*, survey_id: int, user_id: int, secret_key: str) -> list[Entered]:
    """The papers of a survey that somebody entered: what is unfinished first, then the latest day's.

    Papers of one day stand by their numbers, for the order in which they came is kept nowhere.
    """
    rows = db.session.scalars(
        sa.select(Paper)
        .where(Paper.survey_id == survey_id, Paper.by_id == user_id)
        .order_by(Paper.entered_on.desc(), Paper.id)
        .limit(SHOWN)
    ).all()
    digests = {p.id: keys.paper_key(p.id, secret_key=secret_key).digest for p in rows}
    finished = responses.sent_among(digests.values())
    papers = [
        Entered(
            p.id,
            p.number,
            p.language,
            p.entered_on,
            is_finished=finished.get(digests[p.id], True),
            is_there=digests[p.id] in finished,
        )
        for p in rows
    ]
    return sorted(
        papers, key=lambda p: (p.is_finished, -p.entered_on.toordinal(), _in_order(p.number))
    )


def with_number(*, survey_id: int, number: str, but: str = "") -> list[Paper]:
    """The papers of a survey that have this number, however it was typed; without the paper `but`."""
    if not number:
        return []
    query = sa.select(Paper).where(
        Paper.survey_id == survey_id, Paper.number != "", Paper.id != but
    )
    same = meant(number)
    return [found for found in db.session.scalars(query) if meant(found.number) == same]


def meant(number: str) -> str:
    """A number on a sheet as it is compared: 014 is 14, and capitals and spaces mean nothing."""
    plain = re.sub(r"[\s.\-/]+", "", number).casefold()
    return plain.lstrip("0") or plain[:1]


def versions(survey_id: int) -> list[design.VersionRow]:
    """The versions that people may have on paper, the latest first: not those for internal links."""
    return [row for row in design.versions(survey_id) if not row.override_reason]


def _in_order(number: str) -> tuple[int, str]:
    """Where a number stands among others: numbers by their size, the rest as words, none at the end."""
    if number.isdecimal():
        return int(number), ""
    return 10**LAST, number.casefold() or "\uffff"


LAST = 20
"""More figures than a number on a sheet can have."""
