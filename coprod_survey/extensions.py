"""The libraries' objects that the whole package shares; imports nothing of ours."""

from __future__ import annotations

import hmac
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import sqlalchemy as sa
from flask import Flask, current_app, g
from flask_babel import Babel
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_login import LoginManager
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import Engine, MetaData, event
from sqlalchemy.orm import DeclarativeBase

if TYPE_CHECKING:
    from huey.api import Huey

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


db = SQLAlchemy(
    model_class=Base,
    engine_options={  # answers are JSON: msgspec reads and writes it several times as fast
        "json_serializer": lambda value: msgspec.json.encode(value).decode(),
        "json_deserializer": msgspec.json.decode,
        "hide_parameters": True,  # an error goes into the log, and must not take answers with it
    },
)
migrate = Migrate()
babel = Babel()
login = LoginManager()


COUNTED = "counted"
"""Where a request keeps that it was counted against a limit."""


def sender() -> str:
    """What requests are counted by in place of the address they come from, which is never kept.

    It is the same for an address in every process, and leads nobody back to it.
    """
    setattr(g, COUNTED, True)
    secret = current_app.config["SECRET_KEY"].encode()
    return hmac.digest(secret, b"from:" + get_remote_address().encode(), "sha256").hex()[:24]


limiter = Limiter(key_func=sender, headers_enabled=False)


class Queue:
    """What wakes the workers: Huey, on SQLite or Redis, loaded when it is first used.

    It holds nothing but the numbers of rows that say what is to be done, so what it loses is found
    again in the database.
    """

    def init_app(
        self,
        app: Flask,
        *,
        perform: Callable[[Flask, int], None],
        every_minute: Callable[[Flask], None],
        every_hour: Callable[[Flask], None],
    ) -> None:
        """Know what to do with a number, and what to do each minute and each hour."""
        app.extensions["queue"] = {
            "perform": perform,
            "every_minute": every_minute,
            "every_hour": every_hour,
        }

    def ring(self, number: int) -> None:
        """Have the work of a row done; in tests, done when this returns."""
        app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]
        try:
            self.huey(app)
            app.extensions["queue"]["task"](number)
        except Exception as error:  # the row is there, and whoever works each minute looks for it
            app.logger.warning("queue not reached: %s", type(error).__name__)

    def huey(self, app: Flask) -> Huey:
        """The Huey of an application."""
        kept = app.extensions["queue"]
        if "huey" not in kept:
            from huey import RedisHuey, SqliteHuey, crontab

            url = app.config["QUEUE_URL"]
            if app.config.get("QUEUE_IMMEDIATE", app.testing):
                huey = SqliteHuey("cydlais", immediate=True, filename=":memory:", results=False)
            elif url:
                huey = RedisHuey("cydlais", url=url, results=False)
            else:
                folder = Path(app.config["INSTANCE"])
                folder.mkdir(parents=True, exist_ok=True)
                huey = SqliteHuey("cydlais", filename=str(folder / "queue.db"), results=False)
            kept["task"] = huey.task(name="perform")(lambda number: kept["perform"](app, number))
            huey.periodic_task(crontab(), name="every_minute")(lambda: kept["every_minute"](app))
            hourly = crontab(minute="7")
            huey.periodic_task(hourly, name="every_hour")(lambda: kept["every_hour"](app))
            kept["huey"] = huey
        return kept["huey"]


queue = Queue()


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
    wait for each other instead of failing half-way. Work that only reads begins nothing: each of
    its statements sees all that is committed when it runs, as on PostgreSQL. PostgreSQL needs none
    of this.
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
            "secure_delete = FAST",  # what is deleted from a page does not stay in the file
        ):
            connection.execute(f"PRAGMA {pragma}")

    def begin(connection: Any) -> None:
        if not only_reading.get():
            connection.driver_connection.execute("BEGIN IMMEDIATE")

    def commit(connection: Any) -> None:
        if connection.driver_connection.in_transaction:
            connection.driver_connection.execute("COMMIT")

    # The dialect's own beginning does nothing. An event would do as well, but one listener makes
    # every connection look for listeners at each of its steps, which is a tenth of a page. Its
    # commit prepares the statement anew each time, and lets other threads in between three times.
    engine.dialect.do_begin = begin  # type: ignore[method-assign, assignment]
    engine.dialect.do_commit = commit  # type: ignore[method-assign, assignment]
