"""Hand a survey out: make links, open and close them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, cast

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from .. import clock
from ..audit.actions import record
from ..design.models import Survey
from ..errors import NotFound, Refused
from ..extensions import db
from ..questionnaire.problem import Problem
from ..questionnaire.text import N_
from . import queries
from .codes import new_code
from .models import INTERNAL, LINK, PAPER, Channel

if TYPE_CHECKING:
    from ..accounts.models import User

ARCHIVED = N_("This survey is archived. Bring it back before you hand it out")
NO_PAPER = N_("This survey is archived, and takes no answers any more")


def make_link(
    *, survey_id: int, kind: str = LINK, by: User | None, at: datetime | None = None
) -> Channel:
    """The survey's link of a kind: the one it has, else a new one that is open.

    Raises `NotFound` without such a survey and `Refused` for one that was never published, or is
    archived.
    """
    at = at or clock.now()
    survey = db.session.get(Survey, survey_id)
    if survey is None:
        raise NotFound
    tried_out = kind == INTERNAL and survey.internal_version_id is not None
    if survey.current_version_id is None and not tried_out:
        raise Refused(Problem(N_("Publish the survey before you hand it out")))
    if survey.archived_at is not None:
        raise Refused(Problem(ARCHIVED))
    for existing in queries.channels_of([survey_id]):
        if existing.kind == kind:
            return existing
    channel = _new_channel(survey_id, kind, at)
    record("link made", by=by, project_id=survey.project_id, survey_id=survey_id, at=at)
    db.session.commit()
    return channel


def take_paper(*, survey_id: int, at: datetime) -> queries.Door:
    """The way in for answers given on paper, made when it is first needed (the caller commits).

    The survey is locked, so that two people who begin at once do not make two. Raises `NotFound`
    without such a survey and `Refused` for one that was never published, or is archived.
    """
    survey = db.session.get(Survey, survey_id, with_for_update=True, populate_existing=True)
    if survey is None:
        raise NotFound
    if survey.current_version_id is None:
        raise Refused(Problem(N_("This survey has not been published yet")))
    if survey.archived_at is not None:
        raise Refused(Problem(NO_PAPER))
    if queries.paper_door(survey_id) is None:
        _new_channel(survey_id, PAPER, at)
        db.session.flush()
    return cast(queries.Door, queries.paper_door(survey_id))


def _new_channel(survey_id: int, kind: str, at: datetime) -> Channel:
    """A channel with a code that nobody else has."""
    while True:
        channel = Channel(survey_id=survey_id, kind=kind, code=new_code(), created_at=at)
        try:
            with db.session.begin_nested():
                db.session.add(channel)
        except IntegrityError:
            continue  # somebody has this code: about once in a hundred million
        return channel


def open_or_close(
    *, survey_id: int, channel_id: int, is_open: bool, by: User | None, at: datetime | None = None
) -> Channel:
    """Let people in by hand, or let nobody in any more; the dates stay as they are.

    Opening a link whose last day has passed takes that day away: who opens it wants answers.
    Raises `NotFound` for a channel of another survey, and `Refused` to open one of a survey that is
    archived.
    """
    at = at or clock.now()
    channel = _locked(survey_id, channel_id)
    archived = sa.select(Survey.archived_at).where(Survey.id == survey_id)
    if is_open and db.session.scalar(archived) is not None:
        raise Refused(Problem(ARCHIVED))
    if is_open and channel.closes_at and channel.closes_at <= at:
        channel.closes_at = None
    if channel.is_open != is_open:
        _record("link opened" if is_open else "link closed", channel, by, at)
    channel.is_open = is_open
    db.session.commit()
    return channel


def close_all(*, survey_id: int, by: User | None, at: datetime) -> None:
    """Close every link of a survey, in the transaction of a larger deed (the caller commits)."""
    for channel in queries.channels_of([survey_id]):
        if channel.is_open:
            channel.is_open = False
            _record("link closed", channel, by, at)


def set_times(
    *,
    survey_id: int,
    channel_id: int,
    opens_at: datetime | None,
    closes_at: datetime | None,
    by: User | None,
    at: datetime | None = None,
) -> Channel:
    """Say from when until when people may answer; None leaves a side open.

    Raises `NotFound` for a channel of another survey, `Refused` for an end before the beginning.
    """
    if opens_at and closes_at and closes_at <= opens_at:
        raise Refused(
            Problem(N_("The last day must not be before the first day"), field="closes_on")
        )
    channel = _locked(survey_id, channel_id)
    channel.opens_at, channel.closes_at = opens_at, closes_at
    _record("link times set", channel, by, at or clock.now())
    db.session.commit()
    return channel


def _locked(survey_id: int, channel_id: int) -> Channel:
    channel = db.session.scalar(
        sa.select(Channel)
        .where(Channel.id == channel_id, Channel.survey_id == survey_id, Channel.kind != PAPER)
        .with_for_update()
    )
    if channel is None:
        raise NotFound
    return channel


def _record(action: str, channel: Channel, by: User | None, at: datetime) -> None:
    project_id = db.session.scalar(
        sa.select(Survey.project_id).where(Survey.id == channel.survey_id)
    )
    record(
        action,
        by=by,
        project_id=project_id,
        survey_id=channel.survey_id,
        at=at,
        channel=channel.id,
    )
