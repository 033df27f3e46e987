"""What tests share: one application, an empty database for each test, and people who visit it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from hypothesis import HealthCheck, settings

from coprod_survey import create_app, static_build
from coprod_survey.accounts.models import User
from coprod_survey.cli import words
from coprod_survey.design.queries import published
from coprod_survey.extensions import db, limiter
from coprod_survey.responses.faces import ask_afresh, row
from coprod_survey.translation import memory_queries
from coprod_survey.web import kept
from tests.postgres import new_postgres_url, only_store_tests, postgres_url  # noqa: F401
from tests.visitor import Visitor

# The same commit gives the same result, and a busy machine is no fault of ours.
settings.register_profile(
    "house", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("house")

ON_POSTGRESQL = os.environ.get("TEST_STORE") == "postgresql"
"""Whether this run repeats the tests of the store on PostgreSQL."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """On PostgreSQL, run what uses the database and nothing else."""
    if ON_POSTGRESQL:
        items[:] = only_store_tests(items)


@pytest.fixture(scope="session")
def database_url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where this run keeps its data: a SQLite file, or a PostgreSQL server of its own."""
    if ON_POSTGRESQL:
        return str(request.getfixturevalue("postgres_url"))
    return f"sqlite:///{tmp_path_factory.mktemp('db')}/test.db"


@pytest.fixture(scope="session")
def application(database_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The application with its tables, made once for all tests."""
    static_build.build_if_stale()
    words.compile_welsh()
    app = create_app(
        {
            "TESTING": True,
            "SECRET_KEY": "only for tests, and never a secret",
            "INSTANCE": str(tmp_path_factory.mktemp("instance")),
            "SQLALCHEMY_DATABASE_URI": database_url,
            "PASSWORD_COST": 1,
            "LOG_LEVEL": "WARNING",
        }
    )
    with app.app_context():
        db.drop_all()
        db.create_all()
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def app(application: Flask) -> Iterator[Flask]:
    """The application with an empty database, inside an application context."""
    with application.app_context():
        yield application
        db.session.remove()
        with db.engine.begin() as connection:
            for table in reversed(db.metadata.sorted_tables):
                connection.execute(table.delete())
        limiter.reset()
        published.cache_clear()
        ask_afresh.cache_clear()
        row.cache_clear()
        memory_queries.assembled.cache_clear()
        memory_queries.of_draft.cache_clear()
        kept.forget()


@pytest.fixture
def visitor(app: Flask) -> Visitor:
    """Somebody with a browser who is not signed in."""
    return Visitor(app.test_client())


@pytest.fixture
def visitor_as(app: Flask) -> Callable[[User], Visitor]:
    """Make somebody who is signed in as a given user."""

    def sign_in(user: User) -> Visitor:
        client = app.test_client()
        with client.session_transaction() as session:
            session["_user_id"] = user.get_id()
            session["_fresh"] = True
        return Visitor(client)

    return sign_in


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the repository."""
    return Path(__file__).resolve().parent.parent
