"""`flask start` prepares the database, and says in one line what stops it."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from coprod_survey import __main__
from coprod_survey.web import assets

ROOT = Path(__file__).resolve().parent.parent.parent


def only_line(instance: Path, **environ: str) -> str:
    """The one line with which a start on this instance folder ends."""
    built = "from coprod_survey.web import assets; assets.manifest = lambda: {}; "
    script = "from coprod_survey.__main__ import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", built + script, "start", "--port", "1"],
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


def test_missing_built_files_are_said(monkeypatch, tmp_path):
    def missing() -> None:
        raise assets.MissingBuiltFiles

    monkeypatch.setattr(assets, "manifest", missing)
    monkeypatch.setattr(sys, "argv", ["coprod_survey", "start"])
    monkeypatch.setenv("COPROD_INSTANCE", str(tmp_path))
    with pytest.raises(SystemExit, match=r"Run: python3 dev\.py setup"):
        __main__.main()
