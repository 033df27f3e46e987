"""What was acknowledged survives: a real server, killed without warning while people save."""

from __future__ import annotations

import http.client
import threading
import time
from pathlib import Path

import pytest
import sqlalchemy as sa

from bench.client import Session
from bench.processes import free_port, server
from coprod_survey import create_app
from coprod_survey.extensions import db
from coprod_survey.responses.models import Response
from tests.factories import make_published

PEOPLE = 6
SAVES = 5
"""How often each of them has saved, at least, before the server is killed."""


class Person(threading.Thread):
    """Somebody who saves the same page again and again, and remembers what was acknowledged."""

    def __init__(self, port: int, code: str, number: int) -> None:
        super().__init__()
        self.session, self.code, self.number = Session(port, number), code, number
        self.acknowledged = -1
        self.sent = -1

    def begin(self) -> None:
        """Start, and answer the first page."""
        self.session.get(f"/cy/s/{self.code}")
        self.session.post(*self.session.form())
        action, hidden = self.session.form()
        self.session.post(action, [*hidden, ("q-heard", "yes")])

    def run(self) -> None:
        """Save a new answer, over and over, until the server is gone."""
        action, hidden = self.session.form()
        try:
            while True:
                self.sent += 1
                words = f"{self.number}:{self.sent}"
                self.session.post(action, [*hidden, ("q-word", words)])
                self.acknowledged = self.sent
        except (OSError, http.client.HTTPException):
            pass  # the server was killed: what was on its way may or may not be there
        finally:
            self.session.connection.close()


@pytest.fixture
def store(tmp_path: Path) -> tuple[dict[str, str], str]:
    """A database in a file with an open survey: the server's environment, and the survey's code."""
    url = f"sqlite:///{tmp_path}/survey.db"
    secret = "only for this test, and never a secret"
    app = create_app({"TESTING": True, "SQLALCHEMY_DATABASE_URI": url, "SECRET_KEY": secret})
    with app.app_context():
        db.create_all()
        code = make_published()[2].code
        db.session.remove()
        db.engine.dispose()
    environ = {
        "COPROD_DATABASE_URL": url,
        "COPROD_SECRET_KEY": secret,
        "COPROD_INSTANCE": str(tmp_path),
    }
    return environ, code


def test_every_acknowledged_answer_survives_a_killed_server(
    store: tuple[dict[str, str], str],
) -> None:
    environ, code = store
    port = free_port()
    command = ["-m", "coprod_survey", "serve", "--port", str(port)]
    with server(command, port, f"/cy/s/{code}", environ) as process:
        people = [Person(port, code, number) for number in range(PEOPLE)]
        for person in people:
            person.begin()
        for person in people:
            person.start()
        until = time.monotonic() + 120
        while min(person.acknowledged for person in people) < SAVES and time.monotonic() < until:
            time.sleep(0.05)
        process.kill()
        for person in people:
            person.join(30)
    kept = words_kept(environ["COPROD_DATABASE_URL"])
    assert len(kept) == PEOPLE
    for person in people:
        assert person.acknowledged >= SAVES, "the server was too slow to test anything"
        assert person.acknowledged <= kept[person.number] <= person.sent

    # One of them goes on with a new server, as if nothing had happened.
    with server(command, port, f"/cy/s/{code}", environ):
        person = people[0]
        person.session.get(f"/cy/s/{code}/2")
        assert f"{person.number}:{kept[person.number]}" in person.session.page
        person.session.connection.close()


def words_kept(url: str) -> dict[int, int]:
    """The last answer that the database holds, by person."""
    engine = sa.create_engine(url)
    with engine.connect() as connection:
        answers = connection.execute(sa.select(Response.answers)).scalars().all()
    engine.dispose()
    pairs = (str(answer["word"]).split(":") for answer in answers)
    return {int(number): int(place) for number, place in pairs}
