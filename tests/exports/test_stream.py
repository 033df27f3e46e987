"""Reading the responses: all at one moment, in no order of time, and in nobody's way."""

from __future__ import annotations

import threading
from datetime import timedelta

from flask import Flask

from coprod_survey import clock
from coprod_survey.responses import sent
from tests.factories import make_published
from tests.sending import send


def test_people_go_on_answering_while_a_workbook_is_made(app: Flask) -> None:
    survey, version, channel = make_published()
    survey_id, version_id = survey.id, version.id
    send(version, channel, count=3)

    def somebody_answers() -> None:
        from coprod_survey.design.models import Version
        from coprod_survey.extensions import db

        with app.app_context():
            send(db.session.get(Version, version_id))

    with sent.one_moment() as connection:
        assert len(list(sent.stream(connection, survey_id))) == 3
        person = threading.Thread(target=somebody_answers)
        person.start()
        person.join(timeout=5)
        assert not person.is_alive(), "reading keeps people from answering"
        assert len(list(sent.stream(connection, survey_id))) == 3
    with sent.one_moment() as connection:
        assert len(list(sent.stream(connection, survey_id))) == 4


def test_the_order_says_nothing_of_who_came_when(app: Flask) -> None:
    survey, version, channel = make_published()
    for n in range(30):
        send(version, channel, at=clock.now() + timedelta(minutes=n), hours=n)
    with sent.one_moment() as connection:
        orders = [
            [response.answers["hours"] for response in sent.stream(connection, survey.id, shuffle)]
            for shuffle in (0, 0, 1, 2)
        ]
    assert orders[0] == orders[1]
    assert all(order != sorted(order) for order in orders)
    assert len({tuple(order) for order in orders}) == 3


def test_only_what_was_sent_is_read(app: Flask) -> None:
    survey, version, channel = make_published()
    send(version, channel, sent=False)
    send(version, channel)
    with sent.one_moment() as connection:
        assert len(list(sent.stream(connection, survey.id))) == 1
        assert sent.begun_count(connection, survey.id) == 2
