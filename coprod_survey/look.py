"""Queries for one row that every page of a survey asks, put straight to the driver.

SQLAlchemy writes each of them for the store in use and says how its columns are read. What is
spared is everything that it does around a statement each time, which is several times the work of
the database itself.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import sqlalchemy as sa


class Written(NamedTuple):
    """A query as one kind of store understands it.

    `names` are its parameters in the order of their places, or None where they go by name; `fixed`
    are the values that the query itself brings. `readers` turn what the driver gives into the
    values of each column.
    """

    words: str
    names: tuple[str, ...] | None
    fixed: dict[str, Any]
    readers: tuple[Callable[[Any], Any] | None, ...]


class Look:
    """A query for one row; written once for each kind of store."""

    def __init__(self, query: sa.Select[*tuple[Any, ...]]) -> None:
        self.query = query
        self._written: dict[str, Written] = {}

    def first(self, connection: sa.Connection, **values: str) -> tuple[Any, ...] | None:
        """The first row for these parameters, within the transaction of the connection, if any.

        What the driver cannot do, such as ask over a connection that is gone, SQLAlchemy is asked
        to do: it says what is wrong in its own way, and lets lost connections go.
        """
        try:
            return self._first(connection, values)
        except connection.dialect.loaded_dbapi.Error:
            row = connection.execute(self.query, values).first()
            return tuple(row) if row else None

    def _first(self, connection: sa.Connection, values: dict[str, str]) -> tuple[Any, ...] | None:
        dialect = connection.dialect
        written = self._written.get(dialect.name) or self._write(dialect)
        cursor = connection.connection.cursor()
        try:
            known = written.fixed | values
            cursor.execute(
                written.words, [known[n] for n in written.names] if written.names else known
            )
            row = cursor.fetchone()
        finally:
            cursor.close()
        if row is None:
            return None
        pairs = zip(row, written.readers, strict=True)
        return tuple([read(value) if read else value for value, read in pairs])

    def _write(self, dialect: sa.Dialect) -> Written:
        compiled = self.query.compile(dialect=dialect)
        names = compiled.positiontup if compiled.positional else None
        readers = tuple(
            column.type.dialect_impl(dialect).result_processor(dialect, None)
            for column in self.query.selected_columns
        )
        fixed = {name: value for name, value in compiled.params.items() if value is not None}
        written = Written(str(compiled), tuple(names) if names else None, fixed, readers)
        self._written[dialect.name] = written
        return written
