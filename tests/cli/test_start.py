"""`flask start` prepares the database, and says in one line what stops it."""

from __future__ import annotations

import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from coprod_survey import __main__
from coprod_survey.cli.start import show_demonstration
from coprod_survey.demo import content
from coprod_survey.demo.load import is_empty
from coprod_survey.web import assets

ROOT = Path(__file__).resolve().parent.parent.parent
MAIN = "from coprod_survey.__main__ import main; main()"


def only_line(instance: Path, **environ: str) -> str:
    """The one line with which a start on this instance folder ends."""
    built = "from coprod_survey.web import assets; assets.manifest = lambda: {}; "
    done = subprocess.run(
        [sys.executable, "-c", built + MAIN, "start", "--port", "1"],
        cwd=ROOT,
        env={**os.environ, "COPROD_INSTANCE": str(instance), **environ},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert done.returncode == 1, done
    assert len(done.stderr.splitlines()) == 1, done.stderr
    return done.stderr.strip()


def test_a_database_newer_than_the_code_is_left_alone(tmp_path):
    with closing(sqlite3.connect(tmp_path / "survey.db")) as database:
        database.execute("CREATE TABLE alembic_version (version_num VARCHAR(32))")
        database.execute("INSERT INTO alembic_version VALUES ('9999')")
        database.commit()
    assert only_line(tmp_path) == (
        "Error: The database is newer than this version of the software."
    )


def test_an_instance_folder_that_cannot_be_used_is_said(tmp_path):
    (tmp_path / "file").touch()
    assert "cannot be used: Not a directory." in only_line(tmp_path / "file" / "instance")


def test_a_database_out_of_reach_is_said(tmp_path):
    line = only_line(tmp_path, COPROD_DATABASE_URL=f"sqlite:///{tmp_path}/none/survey.db")
    assert "The database cannot be reached" in line


def test_it_prepares_says_what_to_open_answers_and_ends_on_ctrl_c(application, tmp_path):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    # A shell that runs us in the background makes children deaf to Ctrl-C; a terminal does not.
    hear = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
    started = subprocess.Popen(
        [sys.executable, "-c", hear + MAIN, "start", "--port", str(port)],
        cwd=ROOT,
        env={**os.environ, "COPROD_INSTANCE": str(tmp_path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    try:
        assert answer(f"http://127.0.0.1:{port}/healthz", started) == 200
        with closing(sqlite3.connect(tmp_path / "survey.db", timeout=1)) as database:
            database.execute("BEGIN IMMEDIATE")  # the start itself keeps nobody from saving
            database.rollback()
        started.send_signal(signal.SIGINT)
        out, err = started.communicate(timeout=20)
    finally:
        started.kill()
    assert out.startswith("Preparing the database\nLoading the demonstration\n")
    assert content.PASSWORD in out
    assert f"http://127.0.0.1:{port}/" in out
    assert "Traceback" not in err
    assert started.returncode == 0


def test_a_second_start_changes_nothing_and_still_says_who_can_sign_in(app, capsys):
    show_demonstration()
    assert "Loading the demonstration" in capsys.readouterr().out
    show_demonstration()
    assert capsys.readouterr().out.startswith("Sign in to the demonstration as:")


def test_production_never_gets_the_demonstration(app, monkeypatch, capsys):
    monkeypatch.setitem(app.config, "ENVIRONMENT", "production")
    show_demonstration()
    assert is_empty()
    assert capsys.readouterr().out == ""


def answer(url: str, started: subprocess.Popen[str]) -> int:
    """The status of an address, once somebody answers there."""
    for _ in range(400):
        assert started.poll() is None, started.communicate()
        try:
            with urlopen(url) as response:
                return int(response.status)
        except URLError:
            time.sleep(0.05)
    raise AssertionError("nobody answers")


def test_missing_built_files_are_said(monkeypatch, tmp_path):
    def missing() -> None:
        raise assets.MissingBuiltFiles

    monkeypatch.setattr(assets, "manifest", missing)
    monkeypatch.setattr(sys, "argv", ["coprod_survey", "start"])
    monkeypatch.setenv("COPROD_INSTANCE", str(tmp_path))
    with pytest.raises(SystemExit, match=r"Run: python3 dev\.py setup"):
        __main__.main()
