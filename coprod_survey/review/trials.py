"""Trials: how long each page of a draft takes, and which questions people find hard. No answers."""

from __future__ import annotations

import hashlib
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from statistics import median
from typing import NamedTuple

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from ..extensions import db
from ..questionnaire.document import Section, SurveyDocument
from ..questionnaire.questions import Question
from ..questionnaire.text import Language
from .models import HardSpot, ReviewLink, TrialTime

LONGEST = 3_600
"""After so many seconds on one page somebody has gone away, and the time says nothing."""

LONGEST_NOTE = 500
"""How many characters a person may write about what was hard."""


class Hard(NamedTuple):
    """How often a question was marked as hard, and what people wrote about that, each in its language."""

    question: Question
    times: int
    notes: list[tuple[str, str]]


class PageTime(NamedTuple):
    """How often a page was answered in trials, the median of the seconds it took, what was hard."""

    section: Section
    people: int
    seconds: int | None
    hard: list[Hard]


def run_of(secret: str) -> str:
    """What a run is called: it follows from the secret of a browser, and leads to no comment of it."""
    digest = hashlib.sha256(b"trial:" + secret.encode()).digest()
    return urlsafe_b64encode(digest).rstrip(b"=").decode()


def keep_time(*, link: ReviewLink, run: str, section: str, revision: int, seconds: float) -> None:
    """Keep how long a run took over a page; a page that is answered again counts once, the last time."""
    if 0 <= seconds <= LONGEST:
        _put(
            TrialTime,
            {"link_id": link.id, "run": run, "section": section},
            {"survey_id": link.survey_id, "revision": revision, "seconds": round(seconds)},
        )


def mark_hard(
    *, link: ReviewLink, run: str, question: str, revision: int, lang: Language, note: str
) -> None:
    """Keep that a question was hard, with what the person wrote; the last words count."""
    _put(
        HardSpot,
        {"link_id": link.id, "run": run, "question": question},
        {
            "survey_id": link.survey_id,
            "revision": revision,
            "language": lang,
            "note": note[:LONGEST_NOTE],
        },
    )


def unmark(*, link: ReviewLink, run: str, question: str) -> None:
    """Take a mark back."""
    db.session.execute(
        sa.delete(HardSpot).where(
            HardSpot.link_id == link.id, HardSpot.run == run, HardSpot.question == question
        )
    )
    db.session.commit()


def marks(*, link_id: int, run: str) -> dict[str, str]:
    """What a run has marked as hard: the notes by the questions' codes."""
    rows = db.session.execute(
        sa.select(HardSpot.question, HardSpot.note).where(
            HardSpot.link_id == link_id, HardSpot.run == run
        )
    )
    return {row.question: row.note for row in rows}


def outcome(survey_id: int, document: SurveyDocument) -> list[PageTime]:
    """How the trials of a survey went, page by page of this document."""
    times: dict[str, list[int]] = {}
    for section, seconds in db.session.execute(
        sa.select(TrialTime.section, TrialTime.seconds).where(TrialTime.survey_id == survey_id)
    ):
        times.setdefault(section, []).append(seconds)
    spots: dict[str, list[tuple[str, str]]] = {}
    for code, lang, note in db.session.execute(
        sa.select(HardSpot.question, HardSpot.language, HardSpot.note)
        .where(HardSpot.survey_id == survey_id)
        .order_by(HardSpot.note)  # not in the order in which people came
    ):
        spots.setdefault(code, []).append((lang, note))
    return [
        PageTime(
            section,
            len(times.get(section.code, ())),
            round(median(times[section.code])) if section.code in times else None,
            [
                Hard(q, len(spots[q.code]), [pair for pair in spots[q.code] if pair[1]])
                for q in section.questions
                if q.code in spots
            ],
        )
        for section in document.sections
        if section.questions
    ]


def _put(
    table: type[TrialTime] | type[HardSpot],
    key: Mapping[str, str | int],
    values: Mapping[str, str | int],
) -> None:
    """Write a row over the one with the same key, if there is one."""
    where = [getattr(table, name) == value for name, value in key.items()]
    row = db.session.scalar(sa.select(table).where(*where))
    if row is None:
        row = table(**key)
        db.session.add(row)
    for name, value in values.items():
        setattr(row, name, value)
    try:
        db.session.commit()
    except IntegrityError:  # the same press arrived twice, and the other one was faster
        db.session.rollback()
