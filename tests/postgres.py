"""A throwaway PostgreSQL server for one test run: made, used over a socket of its own, and gone."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from devtools import needs

ACCOUNT = "postgres" if os.name == "posix" and os.geteuid() == 0 else None
"""PostgreSQL refuses to run as root; Debian's package brings this account."""


CLEAN_UP = """
import shutil, subprocess, sys
sys.stdin.read()
folder, account, *stop = sys.argv[1:]
subprocess.run(stop, user=account or None, cwd=folder, stdout=subprocess.DEVNULL)
shutil.rmtree(folder, ignore_errors=True)
"""
"""Waits until whoever started it closes the pipe or dies, then stops the server for good."""


@contextmanager
def cluster() -> Iterator[str]:
    """A server with an empty database, by its SQLAlchemy address; it goes even if we are killed."""
    programs = needs.postgresql()
    assert programs, "PostgreSQL's server is not installed; see python3 dev.py test --help"
    folder = tempfile.mkdtemp(prefix="pg-")
    if ACCOUNT:
        os.chown(folder, _user_id(ACCOUNT), -1)

    def command(program: str, *words: str) -> list[str]:
        return [f"{programs}/{program}", "-D", f"{folder}/data", *words]

    def run(program: str, *words: str) -> None:
        subprocess.run(
            command(program, *words),
            check=True,
            cwd=folder,
            user=ACCOUNT,
            stdout=subprocess.DEVNULL,
        )

    stop = command("pg_ctl", "-m", "immediate", "stop")
    with subprocess.Popen(
        [sys.executable, "-c", CLEAN_UP, folder, ACCOUNT or "", *stop],
        stdin=subprocess.PIPE,
        cwd="/",
        start_new_session=True,
    ):
        run("initdb", "-U", "test", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        listen = f"-F -c listen_addresses='' -k {folder}"
        run("pg_ctl", "-w", "-l", f"{folder}/log", "-o", listen, "start")
        yield f"postgresql+psycopg://test@/postgres?host={folder}"


def _user_id(account: str) -> int:
    import pwd

    return pwd.getpwnam(account).pw_uid


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """The address of an empty PostgreSQL database that lasts as long as this test run."""
    with cluster() as url:
        yield url


@pytest.fixture
def new_postgres_url(postgres_url: str) -> str:
    """The address of a PostgreSQL database of one test's own, without tables."""
    import sqlalchemy as sa

    name = f"new_{secrets.token_hex(4)}"
    engine = sa.create_engine(postgres_url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(sa.text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return postgres_url.replace("/postgres?", f"/{name}?")


def only_store_tests(items: list[pytest.Item]) -> list[pytest.Item]:
    """The tests that use the application's database: those worth running on another store."""
    return [item for item in items if "database_url" in getattr(item, "fixturenames", ())]
