"""Two hundred people answer while the server is killed again and again at random moments."""

from __future__ import annotations

import http.client
import threading
import time
from pathlib import Path
from queue import Empty, Queue
from random import Random
from typing import Any

import pytest
import sqlalchemy as sa

from bench.client import Session
from bench.processes import free_port, server
from coprod_survey import create_app
from coprod_survey.extensions import db
from coprod_survey.responses.models import Response
from tests.factories import make_published

PEOPLE = 200
AT_ONCE = 8
KILLS = 10

LOST = (OSError, http.client.HTTPException)
"""What a person meets whose line drops, or whose server is gone."""


class Stubborn(Session):
    """Somebody who presses the same button again until it works, as people on a bad line do."""

    def _send(self, method: str, address: str, body: str | None) -> None:
        until = time.monotonic() + 60
        while True:
            try:
                return super()._send(method, address, body)
            except LOST:
                if time.monotonic() > until:
                    raise
                self.connection.close()
                time.sleep(0.05)


def answer(port: int, code: str, number: int) -> None:
    """Answer the whole survey, autosaving on the way, and send it."""
    person = Stubborn(port, number)
    lang = "cy" if number % 2 else "en"
    person.get(f"/{lang}/s/{code}")
    person.post(*person.form())
    action, hidden = person.form()
    person.post(action, [*hidden, ("q-heard", "yes"), ("q-voice", "p2")])
    action, hidden = person.form()
    typed = [("q-hours", str(number)), ("q-word", f"gair {number}")]
    person.post(action, [*hidden, *typed])
    person.post(*person.form())
    assert person.address.endswith("/thanks"), person.address
    person.connection.close()


def people(port: int, code: str, waiting: Queue[int], faults: list[str]) -> None:
    """Let one after another of those who wait answer."""
    while True:
        try:
            number = waiting.get_nowait()
        except Empty:
            return
        try:
            answer(port, code, number)
        except Exception as error:
            faults.append(f"{number}: {type(error).__name__}: {error}")


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
        "COPROD_START_LIMIT": "100000 per minute",
        "COPROD_LOG_LEVEL": "ERROR",
    }
    return environ, code


def test_every_acknowledged_answer_is_there_and_no_response_is_doubled(
    store: tuple[dict[str, str], str],
) -> None:
    environ, code = store
    rng, port = Random(9), free_port()
    command = ["-m", "coprod_survey", "serve", "--port", str(port)]
    waiting: Queue[int] = Queue()
    for number in range(PEOPLE):
        waiting.put(number)
    faults: list[str] = []
    crowd = [
        threading.Thread(target=people, args=(port, code, waiting, faults)) for _ in range(AT_ONCE)
    ]
    kills = 0
    while kills == 0 or any(thread.is_alive() for thread in crowd):
        with server(command, port, f"/cy/s/{code}", environ) as process:
            if kills == 0:
                for thread in crowd:
                    thread.start()
            if kills < KILLS:
                time.sleep(rng.uniform(0.02, 0.25))
                process.kill()
                kills += 1
            else:
                for thread in crowd:
                    thread.join(120)
    assert faults == []
    assert kills == KILLS, "everybody had finished before the server was killed often enough"
    rows = responses(environ["COPROD_DATABASE_URL"])
    assert len(rows) == PEOPLE, "a response is missing or doubled"
    assert all(completed for completed, _answers in rows)
    hours = sorted(answers["hours"] for _completed, answers in rows)
    assert hours == list(range(PEOPLE))
    for _completed, answers in rows:
        assert answers["word"] == f"gair {answers['hours']}"
        assert answers["heard"] == {"chosen": ["yes"]}
        assert answers["voice"] == {"chosen": ["p2"]}


def responses(url: str) -> list[tuple[Any, dict[str, Any]]]:
    """When each response was sent, and its answers."""
    engine = sa.create_engine(url)
    with engine.connect() as connection:
        rows = connection.execute(sa.select(Response.completed_at, Response.answers)).all()
    engine.dispose()
    return [(completed, answers) for completed, answers in rows]
