"""Sheets of a workbook as plain things, before any writer turns them into a file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

NOT_ASKED = "[z]"
"""Stands where a question was not asked, or where a variable does not apply."""

SKIPPED = "[x]"
"""Stands where a question was asked and not answered."""

HIDDEN = "[c]"
"""Stands where something is hidden so that nobody can be recognised."""


class Words(str):
    """What somebody else than us has written: the cell that holds it is marked as text."""

    __slots__ = ()


Value = str | int | float
"""What a cell holds. Never a formula: every string is text, whatever it begins with."""


@dataclass(frozen=True)
class Line:
    """One cell of text in the first column; `link` leads to another line, or to a sheet by name."""

    words: str
    style: Literal["title", "heading", "body"] = "body"
    link: Line | str | None = None


@dataclass(frozen=True)
class Gap:
    """One empty row between two tables."""


@dataclass(frozen=True)
class Grid:
    """A table: a unique name, one heading for each column, and rows.

    The value in the first column may be a `Line` with a link.
    """

    name: str
    headings: Sequence[str]
    rows: Iterable[Sequence[Value | Line]]


@dataclass(frozen=True, eq=False)
class Sheet:
    """A worksheet: its name, what it holds in one sentence, and its lines and tables.

    A sheet of `data` begins with its headings, which stay in view and can be filtered; the others
    are for reading, and follow the rules that `lint` checks. `widths` are those of its columns in
    characters; the last goes for all that follow. `wraps` says whether long text takes several
    lines, or runs on in one.
    """

    name: str
    purpose: str
    parts: Iterable[Line | Gap | Grid]
    widths: Sequence[int]
    data: bool = False
    wraps: bool = True


@dataclass(frozen=True)
class Workbook:
    """A whole workbook: its sheets in order, and what its properties say."""

    title: str
    author: str
    lang: str
    sheets: Sequence[Sheet]
