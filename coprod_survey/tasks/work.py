"""Do a piece of work: take it, do it in its person's language, and try again or give up if it fails."""

from __future__ import annotations

import logging
import secrets
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any, NamedTuple, cast

import sqlalchemy as sa
from flask import Flask

from .. import clock
from ..extensions import db, looking, queue
from ..questionnaire.text import Language
from .kinds import KINDS, Kind
from .language import speaking
from .models import Job

HOLD = 30
"""For how many seconds a worker holds its work before it has to say that it is still there."""

PROCESS = secrets.token_hex(8)
"""Which process holds work; a new one after every start."""

log = logging.getLogger("coprod_survey")


class NotNow(Exception):
    """The work cannot be done at present, for a reason that has been logged already."""


class Held(NamedTuple):
    """Work that this process has taken."""

    id: int
    key: str
    holder: str
    kind: str
    language: Language
    details: dict[str, Any]
    tries: int


def perform(app: Flask, job_id: int) -> None:
    """Do the work of a row, unless it is done, is being done, or is not due yet. Raises nothing."""
    with app.app_context():
        held = _take(job_id)
    if held is None:
        return
    kind = KINDS[held.kind]
    doer = kind.doer
    if held.tries > len(doer.WAITS) + 1:  # every try took its worker down with it
        _give_up(app, held, kind)
        return
    try:
        with _still_there(app, held), speaking(app, held.language):
            doer.do(key=held.key, lang=held.language, **held.details)
    except Exception as error:
        if not isinstance(error, NotNow):
            # What is secret may stand in the words of an error, so only its kind is told.
            told = None if kind.secret else error
            log.error("work failed: %s: %s", held.kind, type(error).__name__, exc_info=told)
        if held.tries > len(doer.WAITS):
            _give_up(app, held, kind)
        else:
            with app.app_context():
                _put_back(held, after=doer.WAITS[held.tries - 1])
    else:
        with app.app_context():
            _forget(held, kind)


def sweep(app: Flask) -> None:
    """Ring for all work that is due and that nobody does: it was put off, or its worker died."""
    with app.app_context():
        now = clock.now()
        with looking() as connection:
            due = connection.scalars(
                sa.select(Job.id).where(Job.due_at <= now, _free(now)).order_by(Job.id)
            ).all()
        for job_id in due:
            queue.ring(job_id)


def let_go(app: Flask) -> None:
    """Give back what this process holds: it is about to end, and another may go on at once."""
    with app.app_context():
        db.session.execute(
            sa.update(Job)
            .where(Job.holder.startswith(PROCESS))
            .values(holder=None, held_until=None, tries=Job.tries - 1)
        )
        db.session.commit()


def _free(now: Any) -> Any:
    return sa.or_(Job.held_until.is_(None), Job.held_until < now)


def _take(job_id: int) -> Held | None:
    """Hold a piece of work, if it is there, due, and held by nobody."""
    now = clock.now()
    holder = PROCESS + secrets.token_hex(8)
    taken = db.session.execute(
        sa.update(Job)
        .where(Job.id == job_id, Job.due_at <= now, _free(now))
        .values(holder=holder, held_until=now + timedelta(seconds=HOLD), tries=Job.tries + 1)
        .execution_options(synchronize_session=False)
    )
    job = db.session.get(Job, job_id) if cast(Any, taken).rowcount else None
    held = job and Held(
        job.id, job.key, holder, job.kind, cast(Language, job.language), job.details, job.tries
    )
    db.session.commit()
    return held or None


@contextmanager
def _still_there(app: Flask, held: Held) -> Iterator[None]:
    """Put off the end of the hold from time to time while the work goes on."""
    done = threading.Event()

    def keep() -> None:
        while not done.wait(HOLD / 3):
            with app.app_context():
                until = clock.now() + timedelta(seconds=HOLD)
                db.session.execute(_mine(held).values(held_until=until))
                db.session.commit()

    thread = threading.Thread(target=keep, name=f"hold-{held.id}", daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def _mine(held: Held) -> Any:
    return sa.update(Job).where(Job.id == held.id, Job.holder == held.holder)


def _put_back(held: Held, *, after: int) -> None:
    due = clock.now() + timedelta(seconds=after)
    db.session.execute(_mine(held).values(holder=None, held_until=None, due_at=due))
    db.session.commit()


def _give_up(app: Flask, held: Held, kind: Kind) -> None:
    """Say that the work was not done, and forget it."""
    log.error("work given up: %s", held.kind)
    try:
        with speaking(app, held.language):
            kind.doer.give_up(**held.details)
    except Exception as error:
        log.error("giving up failed: %s: %s", held.kind, type(error).__name__)
    with app.app_context():
        _forget(held, kind)


def _forget(held: Held, kind: Kind) -> None:
    """Take away the row; of what is secret, nothing stays in SQLite's files either."""
    db.session.execute(sa.delete(Job).where(Job.id == held.id, Job.holder == held.holder))
    db.session.commit()
    if kind.secret and db.engine.dialect.name == "sqlite":
        _empty_journal()


def _empty_journal() -> None:
    """Empty SQLite's journal, unless somebody reads or writes just now: it is overwritten soon anyway.

    Nobody may wait for it: those who save wait while it waits for those who read.
    """
    with looking() as connection:
        raw: Any = connection.connection.driver_connection
        raw.execute("PRAGMA busy_timeout = 0")
        try:
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        except sqlite3.OperationalError as error:
            log.debug("journal not emptied: %s", type(error).__name__)
        finally:
            raw.execute("PRAGMA busy_timeout = 10000")
