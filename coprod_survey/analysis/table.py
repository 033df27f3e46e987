"""Table: rows of figures that have been through suppression, ready to be shown anywhere."""

from __future__ import annotations

from enum import Enum

import msgspec

from ..questionnaire.text import Text


class Mark(Enum):
    """What stands where a figure would be, by its usual shorthand."""

    HIDDEN = "[c]"
    NOT_APPLICABLE = "[z]"


HIDDEN = Mark.HIDDEN
NOT_APPLICABLE = Mark.NOT_APPLICABLE

Words = Text | str
"""A survey's own words, or a sentence of ours marked with `N_` that is translated when shown."""

Cell = Text | str | int | float | Mark


class TableColumn(msgspec.Struct, frozen=True):
    """The heading of a column (a sentence of ours), whether figures stand in it, and their unit.

    `short` is the heading where there is little room and a table's caption says the rest.
    """

    title: str
    figures: bool = True
    unit: Text = Text()
    short: str = ""


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """A title, columns, rows, and what a reader must know.

    `code` is a stable name for links and named tables (a question's code, with that of its part
    after a dash, or words joined by dashes); `number` is that of the question, empty for a table
    that is not about one. `part` is the statement or moment, also told in the title, that a table
    of several about one question is about. The first cell of a row names it. `base` is the number of people the table is about, and `notes` are
    sentences of ours.
    """

    code: str
    title: Words
    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]
    base: int | Mark
    number: str = ""
    part: Words = ""
    notes: tuple[str, ...] = ()

    @property
    def hides(self) -> bool:
        """Whether any cell is hidden."""
        return any(cell is HIDDEN for row in self.rows for cell in row)
