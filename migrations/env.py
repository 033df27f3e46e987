"""Runs migrations with the application's own engine and tables."""

from alembic import context
from flask import current_app
from sqlalchemy import Connection

from coprod_survey.columns import UtcDateTime

config = context.config
database = current_app.extensions["migrate"].db


def render_item(kind: str, item: object, autogen: object) -> str | bool:
    """Write our own kinds of column as what they are stored as, so that migrations need no code of ours."""
    return "sa.DateTime()" if kind == "type" and isinstance(item, UtcDateTime) else False


def check_foreign_keys(connection: Connection, wanted: bool) -> None:
    """Let SQLite watch over what refers to what, or not while tables are made anew.

    There a table that loses a column is dropped and made again, and to drop it would delete all that
    refers to it. It takes this only outside of a transaction.
    """
    if connection.dialect.name == "sqlite":
        bare = connection.connection.driver_connection
        assert bare is not None
        bare.execute(f"PRAGMA foreign_keys = {'ON' if wanted else 'OFF'}")


def run() -> None:
    """Migrate the database that the application uses, in one transaction."""
    with database.engine.connect() as connection:
        check_foreign_keys(connection, False)
        context.configure(
            connection=connection,
            target_metadata=database.metadata,
            render_as_batch=connection.dialect.name == "sqlite",
            compare_type=True,
            render_item=render_item,
        )
        with context.begin_transaction():
            context.run_migrations()
        connection.commit()
        check_foreign_keys(connection, True)


run()
