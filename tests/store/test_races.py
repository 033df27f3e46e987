"""Many at the same moment, on the store itself: nothing is lost, doubled or half done.

Like every test that uses the database, these run on SQLite and again on PostgreSQL.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
from flask import Flask

from coprod_survey.design import actions as design
from coprod_survey.design.models import Version
from coprod_survey.distribution import queries as distribution
from coprod_survey.errors import Conflict, Refused
from coprod_survey.extensions import db
from coprod_survey.responses import actions, keys
from coprod_survey.responses.keys import Key
from coprod_survey.responses.models import Response
from tests.factories import make_published, make_survey

CROWD = 8

FIRST = {"q-heard": ["yes"], "q-voice": ["p2"]}
SECOND = {"q-hours": ["7"], "q-word": ["llais"]}


def at_once(app: Flask, works: list[Callable[[], Any]]) -> list[Any]:
    """Let everybody begin at the same moment; gives what each got, or the error it met."""
    db.session.commit()  # our own transaction must not stand in anybody's way
    gate = threading.Barrier(len(works))
    ended: list[Any] = [None] * len(works)

    def run(place: int, work: Callable[[], Any]) -> None:
        with app.app_context():
            gate.wait(30)
            try:
                ended[place] = work()
            except Exception as error:
                ended[place] = error
            finally:
                db.session.remove()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(works)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return ended


def begin() -> Key:
    """A response that has begun, on a survey of two pages."""
    door = distribution.door(make_published()[2].code)
    assert door
    key = keys.new_key()
    actions.start(door=door, key=key, lang="cy")
    return key


def only_response() -> Response:
    return db.session.scalars(sa.select(Response)).one()


def no_errors(ended: list[Any]) -> bool:
    return not [thing for thing in ended if isinstance(thing, BaseException)]


def test_one_press_that_arrives_many_times_begins_one_response(app: Flask) -> None:
    door = distribution.door(make_published()[2].code)
    assert door
    key = keys.new_key()
    ended = at_once(
        app, [lambda: actions.start(door=door, key=key, lang="en") for _ in range(CROWD)]
    )
    assert no_errors(ended), ended
    assert only_response().key == key.digest


def test_tabs_that_save_different_pages_at_once_keep_each_others_answers(app: Flask) -> None:
    key = begin()
    actions.save_page(key=key, number=1, raw=FIRST, lang="cy")

    def save(number: int, raw: dict[str, list[str]]) -> Callable[[], Any]:
        return lambda: actions.save_page(key=key, number=number, raw=raw, lang="cy")

    ended = at_once(app, [save(*page) for page in ((1, FIRST), (2, SECOND))] * (CROWD // 2))
    assert no_errors(ended), ended
    answers = only_response().answers
    assert answers["heard"] == {"chosen": ["yes"]}
    assert answers["voice"] == {"chosen": ["p2"]}
    assert (answers["hours"], answers["word"]) == (7, "llais")


def test_sending_many_times_at_once_sends_once(app: Flask) -> None:
    key = begin()
    actions.save_page(key=key, number=1, raw=FIRST, lang="cy")
    actions.save_page(key=key, number=2, raw=SECOND, lang="cy")
    ended = at_once(app, [lambda: actions.send(key=key, lang="cy") for _ in range(CROWD)])
    assert no_errors(ended), ended
    assert all(outcome.sent for outcome in ended)
    assert only_response().completed_at


def test_a_save_that_meets_the_sending_changes_nothing_that_was_sent(app: Flask) -> None:
    key = begin()
    actions.save_page(key=key, number=1, raw=FIRST, lang="cy")
    actions.save_page(key=key, number=2, raw=SECOND, lang="cy")
    late = {"q-hours": ["99"], "q-word": ["hwyr"]}

    def send() -> Any:
        return actions.send(key=key, lang="cy")

    def save() -> Any:
        return actions.save_page(key=key, number=2, raw=late, lang="cy")

    ended = at_once(app, [send, save, save, save])
    assert no_errors(ended), ended
    row = only_response()
    assert row.completed_at
    assert (row.answers["hours"], row.answers["word"]) in ((7, "llais"), (99, "hwyr"))
    after = dict(row.answers)
    actions.save_page(key=key, number=2, raw={"q-hours": ["1"]}, lang="cy")
    db.session.expire_all()
    assert only_response().answers == after


def test_publishing_many_times_at_once_makes_one_version(app: Flask) -> None:
    survey_id = make_survey().id

    def publish() -> Any:
        return design.publish(survey_id, by=None, seen_revision=1).number

    ended = at_once(app, [publish] * 4)
    assert [thing for thing in ended if not isinstance(thing, Refused | Conflict)] == [1], ended
    assert db.session.scalars(sa.select(Version.number)).all() == [1]


def test_everybody_who_answers_at_once_is_heard(app: Flask) -> None:
    door = distribution.door(make_published()[2].code)
    assert door

    def answer() -> Any:
        key = keys.new_key()
        actions.start(door=door, key=key, lang="cy")
        actions.save_page(key=key, number=1, raw=FIRST, lang="cy")
        actions.save_page(key=key, number=2, raw=SECOND, lang="en")
        return actions.send(key=key, lang="en").sent

    assert at_once(app, [answer] * CROWD) == [True] * CROWD
    sent = db.session.scalar(sa.select(sa.func.count()).where(Response.completed_at.is_not(None)))
    assert sent == CROWD
