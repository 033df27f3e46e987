"""What every page of a survey asks of the store and writes into it, put straight to the driver.

SQLAlchemy writes each statement for the store in use and says how its columns are read and written.
What is spared is everything that it does around a statement each time, which is several times the
work of the database itself.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, NamedTuple

import sqlalchemy as sa


class Written(NamedTuple):
    """A query as one kind of store understands it.

    `names` are its parameters in the order of their places, or None where they go by name; `fixed`
    are the values that the query itself brings. `readers` turn what the driver gives into the
    values of each column, and `writers` the values of a change into what the driver takes.
    """

    words: str
    names: tuple[str, ...] | None
    fixed: dict[str, Any]
    readers: tuple[Callable[[Any], Any] | None, ...] = ()
    writers: tuple[tuple[str, Callable[[Any], Any]], ...] = ()


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


class Put:
    """A change of one row; written once for each kind of store and each choice of columns."""

    def __init__(self, change: sa.Update) -> None:
        self.change = change
        self._written: dict[Hashable, Written] = {}

    def run(self, connection: sa.Connection, values: dict[str, Any]) -> None:
        """Write these values, by column and parameter, within the transaction of the connection.

        Where the driver cannot, SQLAlchemy is asked to, and says what is wrong in its own way.
        """
        try:
            self._run(connection, values)
        except connection.dialect.loaded_dbapi.Error:
            connection.execute(self.change, values)

    def _run(self, connection: sa.Connection, values: dict[str, Any]) -> None:
        dialect = connection.dialect
        written = self._written.get((dialect.name, *values)) or self._write(dialect, tuple(values))
        known = written.fixed | values
        for name, write in written.writers:
            known[name] = write(known[name])
        cursor = connection.connection.cursor()
        try:
            cursor.execute(
                written.words, [known[n] for n in written.names] if written.names else known
            )
        finally:
            cursor.close()

    def _write(self, dialect: sa.Dialect, names: tuple[str, ...]) -> Written:
        compiled = self.change.compile(dialect=dialect, column_keys=list(names))
        ordered = compiled.positiontup if compiled.positional else None
        writers = tuple(
            (name, write)
            for name, parameter in compiled.binds.items()
            if (write := parameter.type.dialect_impl(dialect).bind_processor(dialect))
        )
        fixed = {name: value for name, value in compiled.params.items() if value is not None}
        words = str(compiled)
        written = Written(words, tuple(ordered) if ordered else None, fixed, writers=writers)
        self._written[(dialect.name, *names)] = written
        return written
