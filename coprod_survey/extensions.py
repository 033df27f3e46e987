"""The libraries' objects that the whole package shares; imports nothing of ours."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import sqlalchemy as sa
from flask_babel import Babel
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_login import LoginManager
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import Engine, MetaData, event
from sqlalchemy.orm import DeclarativeBase

only_reading: ContextVar[bool] = ContextVar("only_reading", default=False)
"""Whether the work under way promises to change nothing (a GET): it then takes no write lock."""


class Base(DeclarativeBase):
    """The base of every table; constraints get predictable names, so that migrations can name them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


db = SQLAlchemy(model_class=Base)
migrate = Migrate()
babel = Babel()
login = LoginManager()
limiter = Limiter(key_func=get_remote_address, headers_enabled=False)


@contextmanager
def looking() -> Iterator[sa.Connection]:
    """A connection for one look at what is committed, beside the session and its transaction.

    It costs half of what a session does, which counts where every page that is answered pays for
    it; and it takes no write lock, so nobody who saves waits for somebody who looks.
    """
    token = only_reading.set(True)
    try:
        with db.engine.connect() as connection:
            yield connection
    finally:
        only_reading.reset(token)


def prepare_store(engine: Engine) -> None:
    """Make a SQLite store durable and patient: WAL, a full sync at commit, a busy timeout.

    Transactions that may write begin with the write lock (BEGIN IMMEDIATE), so that two of them
    wait for each other instead of failing half-way; those that only read begin without it.
    PostgreSQL needs none of this.
    """
    if engine.dialect.name != "sqlite":
        return

    @event.listens_for(engine, "connect")
    def set_up(connection, _record):
        connection.isolation_level = None  # we begin transactions ourselves
        for pragma in (
            "journal_mode = WAL",
            "synchronous = FULL",
            "busy_timeout = 10000",
            "foreign_keys = ON",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection):
        # Straight to the driver: through SQLAlchemy a word or two costs as much as half a query.
        words = "BEGIN" if only_reading.get() else "BEGIN IMMEDIATE"
        try:
            connection.connection.driver_connection.execute(words)
        except sqlite3.Error as error:
            raise sa.exc.OperationalError(words, None, error) from error
