"""What somebody does who enters papers: begin one, finish it, open it again, take it away.

In between, its pages are saved as those of everybody who answers (`responses.actions`).
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from msgspec.structs import replace

from .. import clock
from ..audit.actions import record
from ..dates import beginning, day_of
from ..design import queries as design
from ..distribution import actions as distribution
from ..errors import NotFound, Refused
from ..extensions import db
from ..questionnaire.problem import Problem
from ..questionnaire.text import N_, Language
from ..responses import actions as responses
from ..responses import keys, receipts
from ..responses import papers as response_papers
from ..responses import queries as response_queries
from ..responses.actions import Outcome
from ..responses.keys import Key
from . import queries
from .models import Paper

if TYPE_CHECKING:
    from ..accounts.models import User


def today(at: datetime | None = None) -> datetime:
    """The moment that is kept for everything done to a paper today: the day's beginning.

    The minute would say nothing of the person who answered, and who enters papers could be told by
    it: the trail says who entered one, and when.
    """
    return beginning(day_of(at or clock.now()))


def begin(
    *,
    survey_id: int,
    paper_id: str,
    lang: Language,
    number: str,
    version_id: int | None,
    secret_key: str,
    by: User,
    at: datetime | None = None,
) -> Paper:
    """Begin to enter a paper, once for each `paper_id`.

    Who comes back and says something else of the same paper, such as another language, is believed
    while it is not finished; its version stays once there are answers. `version_id` is the version that the paper has, the current one if None. Raises `NotFound`
    without such a survey, and `Refused` where it takes no papers, or has no such version.
    """
    at = at or clock.now()
    door = distribution.take_paper(survey_id=survey_id, at=at)
    version_id = version_id or door.version_id
    if version_id is None or version_id not in {row.id for row in queries.versions(survey_id)}:
        raise Refused(Problem(N_("Choose from the list"), field="version"))
    key = keys.paper_key(paper_id, secret_key=secret_key)
    if db.session.get(Paper, paper_id) is not None:
        there = queries.paper(survey_id=survey_id, paper_id=paper_id)
        if there.by_id == by.id and response_papers.turn(key=key, lang=lang, version_id=version_id):
            there.number, there.language = number, lang
        db.session.commit()
        return there
    paper = Paper(
        id=paper_id,
        survey_id=survey_id,
        by_id=by.id,
        number=number,
        language=lang,
        entered_on=day_of(at),
    )
    db.session.add(paper)
    db.session.flush()
    responses.start(door=replace(door, version_id=version_id), key=key, lang=lang, at=today(at))
    return paper


def finish(paper: Paper, *, key: Key, by: User, at: datetime | None = None) -> Outcome:
    """Count the answers of a paper as sent; or say what still has to be put right.

    Raises `NotFound` where the paper has no answers any more.
    """
    lang: Language = "cy" if paper.language == "cy" else "en"
    row = response_queries.progress(key)
    again = bool(row and row.is_correcting)
    _note("paper corrected" if again else "paper entered", paper, by, at)
    return responses.send(key=key, lang=lang, at=today(at))  # commits both, or neither


def reopen(*, key: Key) -> None:
    """Open a paper again to correct it; one that is not finished goes on as it is."""
    try:
        receipts.correct(key=key)
    except NotFound:
        db.session.rollback()


def remove(paper: Paper, *, key: Key, by: User, at: datetime | None = None) -> None:
    """Take a paper away with all that was entered from it; details kept apart are not found again."""
    _note("paper removed", paper, by, at)
    response_papers.remove(key=key)
    db.session.delete(paper)
    db.session.commit()


def _note(action: str, paper: Paper, by: User, at: datetime | None) -> None:
    """Note in the trail what was done; not to which paper, whose answers would be somebody's."""
    survey = design.survey_by_id(paper.survey_id)
    record(action, by=by, project_id=survey.project_id, survey_id=paper.survey_id, at=at)
