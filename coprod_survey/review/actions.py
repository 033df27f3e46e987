"""What people do in a review: make and shut links, say something, answer it, take a wording."""

from __future__ import annotations

import secrets
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from .. import clock
from ..accounts.models import User
from ..audit.actions import record
from ..design import actions as design
from ..design.models import Survey
from ..distribution.codes import ALPHABET
from ..errors import Conflict, NotFound, Refused
from ..extensions import db
from ..questionnaire.document import SurveyDocument
from ..questionnaire.problem import Problem
from ..questionnaire.text import N_, Language, Text
from . import queries
from .models import OPEN, READ, TAKEN, Comment, ReviewLink
from .words import reworded

CODE_LENGTH = 10
"""Longer than the code of a survey: nobody types it, and a draft is not for everybody."""

MOST_COMMENTS = 2_000
"""How many comments one link takes; more would be a machine."""

TAKING = "suggestion taken"
"""What the history calls an edit that takes a suggested wording."""

FULL = N_("This link has taken as many comments as it can. Ask for another link")
NO_WORDING = N_("Nobody suggested another wording here")
NOT_YOURS = N_("This comment has been answered, so it stays")


def make_link(
    *,
    survey_id: int,
    kind: str = READ,
    closes_at: datetime | None = None,
    by: User | None,
    at: datetime | None = None,
) -> ReviewLink:
    """A new link to a survey's draft, open until `closes_at` or until somebody shuts it."""
    at = at or clock.now()
    while True:
        code = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
        link = ReviewLink(
            survey_id=survey_id, code=code, kind=kind, closes_at=closes_at, created_at=at
        )
        try:
            with db.session.begin_nested():
                db.session.add(link)
        except IntegrityError:
            continue  # somebody has this code, which hardly ever happens
        break
    _record("review link made", survey_id, by, at, link=link.id)
    db.session.commit()
    return link


def open_or_shut(
    *, survey_id: int, link_id: int, is_open: bool, by: User | None, at: datetime | None = None
) -> ReviewLink:
    """Let people read the draft through a link, or no more.

    Opening a link whose last day has passed takes that day away. Raises `NotFound` for a link of
    another survey.
    """
    at = at or clock.now()
    link = queries.link(survey_id=survey_id, link_id=link_id)
    if is_open and link.closes_at and link.closes_at <= at:
        link.closes_at = None
    if link.is_open != is_open:
        action = "review link opened" if is_open else "review link shut"
        _record(action, survey_id, by, at, link=link.id)
    link.is_open = is_open
    db.session.commit()
    return link


def close_on(
    *,
    survey_id: int,
    link_id: int,
    closes_at: datetime | None,
    by: User | None,
    at: datetime | None = None,
) -> ReviewLink:
    """Say until when a link leads to the draft; None for as long as it is open."""
    link = queries.link(survey_id=survey_id, link_id=link_id)
    link.closes_at = closes_at
    _record("review link times set", survey_id, by, at or clock.now(), link=link.id)
    db.session.commit()
    return link


def say(
    *,
    link: ReviewLink,
    writer: str,
    place: tuple[str, str],
    kind: str,
    words: str,
    suggested: Text,
    name: str,
    lang: Language,
    revision: int,
    then: Text,
    at: datetime | None = None,
) -> Comment:
    """Keep what somebody says of a place; said twice by the same person, it is kept once.

    `place` is the part and its code, and `then` the sentence that the person read there, at
    `revision`. Raises `Refused` where the link has taken too much already.
    """
    part, code = place
    mine = queries.written_by(writer, link.id)
    for one in mine:
        same = (one.place, one.kind, one.words, one.suggested_cy, one.suggested_en)
        if same == (place, kind, words, suggested.cy, suggested.en):
            return one
    if queries.counts([link.id])[link.id] >= MOST_COMMENTS:
        raise Refused(Problem(FULL))
    comment = Comment(
        survey_id=link.survey_id,
        link_id=link.id,
        writer=writer,
        name=name,
        kind=kind,
        part=part,
        code=code,
        language=lang,
        revision=revision,
        words=words,
        at=at or clock.now(),
    )
    comment.then, comment.suggested = then, suggested
    db.session.add(comment)
    db.session.commit()
    return comment


def take_back(*, link_id: int, writer: str | None, comment_id: int) -> None:
    """Delete a comment of one's own that nobody has answered.

    Raises `NotFound` for a comment of somebody else, `Refused` for one that was answered.
    """
    mine = queries.written_by(writer, link_id)
    comment = next((one for one in mine if one.id == comment_id), None)
    if comment is None:
        raise NotFound
    if comment.state != OPEN:
        raise Refused(Problem(NOT_YOURS))
    db.session.delete(comment)
    db.session.commit()


def answer(
    *,
    survey_id: int,
    comment_id: int,
    state: str,
    words: Text,
    by: User,
    at: datetime | None = None,
) -> Comment:
    """Say what became of a comment, in words for the person who wrote it."""
    at = at or clock.now()
    comment = queries.comment(survey_id=survey_id, comment_id=comment_id)
    _answer(comment, state, words, by, at)
    _record("comment answered", survey_id, by, at, comment=comment.id)
    db.session.commit()
    return comment


def take(
    *,
    survey_id: int,
    comment_id: int,
    by: User,
    seen_revision: int | None = None,
    at: datetime | None = None,
) -> Comment:
    """Put a suggested wording into the draft: an edit like any other, which undo takes back.

    `seen_revision` is the draft that the facilitator saw. Raises `Conflict` where somebody has
    changed the same words since, or deleted what they were about, and `Refused` where no wording
    was suggested; nothing is then changed.
    """
    at = at or clock.now()
    comment = queries.comment(survey_id=survey_id, comment_id=comment_id)
    part, code, wanted = comment.part, comment.code, comment.suggested
    if wanted.blank:
        raise Refused(Problem(NO_WORDING))

    def change(document: SurveyDocument) -> SurveyDocument:
        return reworded(document, part, code, wanted)

    _answer(comment, TAKEN, comment.answer, by, at)
    _record("suggestion taken", survey_id, by, at, comment=comment.id)
    try:  # the edit commits, and what is noted above with it
        revision = design.edit(
            survey_id, change, action=TAKING, by=by, at=at, seen_revision=seen_revision
        )
    except Conflict:
        db.session.rollback()
        raise
    comment.taken_revision = revision
    db.session.commit()
    return comment


def _answer(comment: Comment, state: str, words: Text, by: User, at: datetime) -> None:
    comment.state, comment.answer = state, words
    comment.answered_at, comment.answered_by_id = at, by.id


def _record(
    action: str, survey_id: int, by: User | None, at: datetime, **details: int | str
) -> None:
    project_id = db.session.scalar(sa.select(Survey.project_id).where(Survey.id == survey_id))
    if project_id is None:
        raise NotFound
    record(action, by=by, project_id=project_id, survey_id=survey_id, at=at, **details)
