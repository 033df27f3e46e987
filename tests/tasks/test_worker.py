"""A worker in a process of its own: it speaks its people's language, and loses nothing when killed."""

from __future__ import annotations

import email
import email.policy
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask
from openpyxl import load_workbook

from bench.processes import free_port, server
from coprod_survey import clock, create_app
from coprod_survey.exports import actions as exports
from coprod_survey.exports.models import Export
from coprod_survey.extensions import db, looking
from coprod_survey.mail import posting
from coprod_survey.tasks.models import Job
from tests.factories import make_member, make_project, make_published
from tests.mail.post_office import PostOffice, open_post_office
from tests.sending import chosen, send

SECRET = "only for this test, and never a secret"
TO = "sian@example.org"


@pytest.fixture
def office() -> Iterator[PostOffice]:
    with open_post_office() as office:
        yield office


@pytest.fixture
def environ(tmp_path: Path, office: PostOffice) -> dict[str, str]:
    """What a worker is told; its own language is English."""
    return {
        "COPROD_DATABASE_URL": f"sqlite:///{tmp_path}/survey.db",
        "COPROD_SECRET_KEY": SECRET,
        "COPROD_INSTANCE": str(tmp_path),
        "COPROD_MAIL_URL": office.url,
        "COPROD_MAIL_FROM": "surveys@example.org",
        "COPROD_PUBLIC_URL": "https://surveys.example.org",
        "LANG": "en_GB.UTF-8",
        "LANGUAGE": "en",
        "LC_ALL": "C",
    }


@pytest.fixture
def asking(environ: dict[str, str], tmp_path: Path) -> Iterator[Flask]:
    """An application that asks for work, and leaves it to others."""
    app = create_app(
        {
            "TESTING": True,
            "QUEUE_IMMEDIATE": False,
            "SQLALCHEMY_DATABASE_URI": environ["COPROD_DATABASE_URL"],
            "SECRET_KEY": SECRET,
            "INSTANCE": str(tmp_path),
            "LOG_LEVEL": "WARNING",
        }
    )
    with app.app_context():
        db.create_all()
        yield app
        db.session.remove()
        db.engine.dispose()
        app.extensions["queue"]["huey"].storage.close()


@contextmanager
def worker(environ: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """`flask work` in a process of its own."""
    process = subprocess.Popen(
        [sys.executable, "-m", "coprod_survey", "work"],
        env={**os.environ, **environ},
        stdout=subprocess.DEVNULL,
    )
    try:
        yield process
        process.send_signal(signal.SIGTERM)
        assert process.wait(15) in (0, -signal.SIGKILL)
    finally:
        process.kill()
        process.wait()


def until(holds: Callable[[], object], seconds: float = 30) -> None:
    """Wait until something holds."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it took too long"
        time.sleep(0.05)


def waiting() -> list[Any]:
    with looking() as connection:  # which holds no lock that a worker would wait for
        return list(connection.execute(sa.select(Job)))


def change(**values: Any) -> None:
    """Let time pass for what waits."""
    db.session.execute(sa.update(Job).values(**values))
    db.session.commit()


def ask() -> None:
    """Have a private link sent to somebody who answers in Welsh."""
    posting.post(
        "responses.private_link",
        to=TO,
        lang="cy",
        title="Sut aeth hi?",
        address="https://surveys.example.org/cy/r/abc",
    )


def files(folder: Path) -> bytes:
    """All that stands in any file of an instance."""
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_a_worker_in_english_surroundings_writes_welsh_and_forgets_the_address(
    asking: Flask, environ: dict[str, str], office: PostOffice, tmp_path: Path
) -> None:
    ask()
    assert TO.encode() in files(tmp_path)
    with worker(environ):
        until(lambda: not waiting())
    ((to, letter),) = office.received
    read = email.message_from_bytes(letter, policy=email.policy.default)
    assert to == TO
    assert read["Subject"] == "Eich dolen breifat: Sut aeth hi?"
    assert read["Content-Language"] == "cy"
    assert "Dyma’r ddolen" in read.get_content()
    assert TO.encode() not in files(tmp_path)


def test_a_letter_whose_worker_is_killed_half_way_is_sent_by_the_next(
    asking: Flask, environ: dict[str, str], office: PostOffice
) -> None:
    office.hold()
    ask()
    with worker(environ) as process:
        until(lambda: office.asked)
        process.kill()
        process.wait()
    (job,) = waiting()
    assert job.tries == 1 and job.held_until
    office.let_go()
    change(held_until=clock.now() - timedelta(seconds=2))  # half a minute later
    with worker(environ):
        until(lambda: not waiting())
    assert [to for to, _letter in office.received] == [TO]


def test_a_worker_that_is_stopped_gives_back_what_it_could_not_finish(
    asking: Flask, environ: dict[str, str], office: PostOffice
) -> None:
    office.hold()
    ask()
    with worker(environ) as process:
        until(lambda: office.asked)
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0
    office.let_go()
    (job,) = waiting()
    assert job.holder is None
    change(due_at=clock.now())
    with worker(environ):
        until(lambda: not waiting())
    assert len(office.received) == 1


def test_two_commands_suffice_the_server_sends_the_letter_itself(
    asking: Flask, environ: dict[str, str], office: PostOffice
) -> None:
    ask()
    port = free_port()
    command = ["-m", "coprod_survey", "serve", "--port", str(port)]
    with server(command, port, "/en/sign-in", environ) as process:
        until(lambda: office.received)
        until(lambda: not waiting())
    assert process.returncode == 0


def test_a_server_that_leaves_the_work_to_others_does_none(
    asking: Flask, environ: dict[str, str], office: PostOffice
) -> None:
    ask()
    port = free_port()
    command = ["-m", "coprod_survey", "serve", "--port", str(port)]
    with server(command, port, "/en/sign-in", {**environ, "COPROD_WORKER": "0"}):
        time.sleep(4)
    assert len(waiting()) == 1 and not office.received


def test_a_workbook_made_by_a_worker_is_welsh_in_its_name_and_its_sheets(
    asking: Flask, environ: dict[str, str], tmp_path: Path
) -> None:
    project = make_project()
    survey, version, channel = make_published(project)
    send(version, channel, count=12, heard=chosen("yes"))
    export_id = exports.ask(
        survey_id=survey.id,
        project_id=project.id,
        lang="cy",
        people=True,
        by=make_member(project, "manager"),
    )
    with worker(environ):
        until(lambda: not waiting())
    export = db.session.get_one(Export, export_id)
    assert export.state == "ready"
    assert export.name.startswith("sut-aeth-hi") and export.name.endswith("-cy.xlsx")
    book = load_workbook(tmp_path / "exports" / f"{export.code}.xlsx")
    assert book.sheetnames[4] == "Ymatebion"
    assert list((tmp_path / "exports").glob("*.part")) == []
