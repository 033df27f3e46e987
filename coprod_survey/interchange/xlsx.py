"""A two-column Excel file: one row for each sentence, and a second sheet that says what to do."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from copy import copy
from typing import Any

from .hostile import BROKEN, MOST_UNITS, TOO_MANY, open_package, refuse
from .sheets import ABOUT, HOW, STATES, Known, headings, read_rows, row
from .units import Say, Sent, Stamp, Unit
from .xml import only_stamp

WIDTHS = (24, 30, 60, 60, 14, 30)
"""How wide the columns are, in characters."""

LINE, HIGHEST = 15.0, 409.0
"""The height of a line, and the greatest that Excel gives a row, in points."""

MOST_COLUMNS = 60

MOST_MARKS = 1_500_000
"""The most marks in a workbook, whose cells take more time and memory than the parts of a text: twice
those of the most sentences that we take."""

_escaped = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_code = re.compile(r"_x([0-9A-Fa-f]{4})_")


def to_xlsx(stamp: Stamp, units: Sequence[Unit], say: Say, title: str) -> bytes:
    """A survey's sentences as a workbook; only translations, states and notes can be written in."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font, PatternFill, Protection
    from openpyxl.worksheet.datavalidation import DataValidation

    book = Workbook()
    sheet = book.active
    names = headings(stamp, say)
    sheet.title = f"{names[2]}–{names[3]}"[:31]
    shade = PatternFill("solid", fgColor="F3F2F1")
    for place, words in enumerate(names, start=1):
        _write(sheet.cell(1, place), words).font = Font(bold=True)
        sheet.column_dimensions[sheet.cell(1, place).column_letter].width = WIDTHS[place - 1]
    looks: dict[bool, Any] = {}  # openpyxl takes long to work out the same look again and again
    for line, unit in enumerate(units, start=2):
        cells = row(unit, say)
        sheet.row_dimensions[line].height = _height(cells)
        for place, words in enumerate(cells, start=1):
            is_open = place >= 4 and not unit.fixed
            cell = _write(sheet.cell(line, place), words, looks.get(is_open))
            if is_open in looks:
                continue
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if is_open:
                cell.protection = Protection(locked=False)
            else:
                cell.fill = shade
            looks[is_open] = cell._style
    states = DataValidation("list", formula1=f'"{",".join(map(say, STATES.values()))}"')
    sheet.add_data_validation(states)
    states.add(f"E2:E{max(2, len(units) + 1)}")
    sheet.freeze_panes = "B2"
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False
    sheet.protection.formatCells = False
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage = 0, True
    sheet.print_title_rows = "1:1"
    about = book.create_sheet(re.sub(r"[\[\]*?:/\\]", "", say(ABOUT))[:31])
    about.column_dimensions["A"].width = 90
    for line, words in enumerate((title, *map(say, HOW), stamp.line()), start=1):
        cell = _write(about.cell(line, 1), words)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.font = Font(bold=line == 1)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _height(cells: Sequence[str]) -> float:
    """How high a row must be to show its words: programs do not all work that out by themselves."""
    lines = max(
        sum(1 + len(part) // (width - 2) for part in words.split("\n"))
        for words, width in zip(cells, WIDTHS, strict=True)
    )
    return min(HIGHEST, LINE * lines + 2)


def _write(cell: Any, words: str, look: Any = None) -> Any:
    """Words in a cell: always text, whatever they begin with, and kept as text when edited."""
    cell.value = _escaped.sub("_x005F_", words)
    cell.data_type = "s"
    if look:
        cell._style = copy(look)
    else:
        cell.number_format, cell.quotePrefix = "@", True
    return cell


def from_xlsx(data: bytes, known: Known) -> Sent:
    """What a workbook holds. Raises `Refused` for what cannot be read or is not of ours."""
    from openpyxl import load_workbook

    open_package(data, MOST_MARKS).close()
    try:
        book = load_workbook(io.BytesIO(data), keep_links=False)
        sheets = [list(_rows(sheet)) for sheet in book.worksheets]
    except ValueError as error:
        raise refuse(BROKEN) from error
    except (KeyError, TypeError, AttributeError, IndexError, OSError, SyntaxError) as error:
        raise refuse(BROKEN) from error  # a broken workbook makes openpyxl stumble in many ways
    stamp = only_stamp(cell or "" for rows in sheets for line in rows for cell in line)
    wanted = [rows for rows in sheets if any(len([c for c in line if c]) > 2 for line in rows)]
    return read_rows((wanted or sheets)[0], stamp, known)


def _rows(sheet: Any) -> Iterator[list[str | None]]:
    """The rows of a sheet as words; None for a cell that holds none: a formula, a date, an error."""
    if sheet.max_row > 3 * MOST_UNITS:
        raise refuse(TOO_MANY, most=MOST_UNITS)
    for line in sheet.iter_rows(max_col=min(sheet.max_column, MOST_COLUMNS)):
        yield [_words(cell) for cell in line]


def _words(cell: Any) -> str | None:
    value = cell.value
    if value is None:
        return ""
    if cell.data_type in ("f", "e", "d", "b"):
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return _code.sub(lambda m: chr(int(m[1], 16)), str(value))
