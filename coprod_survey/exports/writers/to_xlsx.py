"""Write a workbook as an Excel file, row by row: memory does not grow with the number of rows.

openpyxl makes everything but the rows. Its own row writer takes some hundred microseconds a row of
cells; ours hands it each row as one ready element, which is about eight times as fast.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from textwrap import wrap
from typing import BinaryIO

from lxml import etree
from openpyxl import Workbook as ExcelWorkbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.table import AutoFilter, Table, TableStyleInfo

from ..sheet import Gap, Grid, Line, Sheet, Value, Workbook
from .cells import cell, plain

FONT = "Arial"
MOST_COLUMNS = 16_384
A4 = 9
"""Excel's number for the size of paper."""

TALLEST = 409
"""The greatest height that a row can have, in points."""

LETTERS = 1.15
"""How many letters of running words stand in the width of one figure, on average."""

SIZES = {"title": 16, "heading": 14, "body": 12}
"""The size of the letters of each style of line, in points."""

LOCALES = {"cy": "cy-GB", "en": "en-GB"}


class _Rows(WriteOnlyWorksheet):
    """A worksheet that takes whole rows of ready XML."""

    _rows: Generator[None, str, None] | None

    def _values_to_row(self, values: str, row_idx: int) -> str:
        return values

    def append(self, row: str) -> None:
        """Write one row."""
        if self._rows is None:
            self._get_writer()
            self._writer.write_row = lambda xf, xml, _number: xf.write(etree.fromstring(xml))
            rows = self._rows = self._write_rows()
            next(rows)
        self._rows.send(row)


class _Styles:
    """The numbers of the styles in use; each has a twin that marks its cell as text."""

    def __init__(self, sheet: WriteOnlyWorksheet) -> None:
        folded = Alignment(wrap_text=True, vertical="top")
        top = Alignment(vertical="top")
        self._sheet = sheet
        self.title = self._make(Font(name=FONT, size=16, bold=True), folded)
        self.heading = self._make(Font(name=FONT, size=14, bold=True), folded)
        self.header = self._make(Font(name=FONT, size=12, bold=True), folded)
        self.body = self._make(Font(name=FONT, size=12), folded)
        self.link = self._make(Font(name=FONT, size=12, underline="single", color="0000EE"), folded)
        self.data = self._make(Font(name=FONT, size=12), top)
        self.whole = self._make(Font(name=FONT, size=12), top, "#,##0")
        self.decimal = self._make(Font(name=FONT, size=12), top, "#,##0.0#")

    def _make(
        self, font: Font, alignment: Alignment, number_format: str = "General"
    ) -> tuple[int, int]:
        made = []
        for quoted in (False, True):
            example = WriteOnlyCell(self._sheet)
            example.font, example.alignment = font, alignment
            example.number_format = number_format
            example.quotePrefix = quoted
            made.append(example.style_id)
        return made[0], made[1]


def write(workbook: Workbook, file: BinaryIO) -> None:
    """Write the workbook into a file that is open for writing bytes."""
    book = ExcelWorkbook(write_only=True)
    book._named_styles["Normal"].font = Font(name=FONT, size=12)
    book.properties.title = plain(workbook.title)
    book.properties.creator = plain(workbook.author)
    book.properties.language = LOCALES[workbook.lang]
    pages = {id(sheet): _Rows(book, sheet.name) for sheet in workbook.sheets}
    for page in pages.values():
        book._add_sheet(page)
    styles = _Styles(next(iter(pages.values())))
    places = _Places()
    for sheet in workbook.sheets:
        _SheetWriter(pages[id(sheet)], sheet, styles, places).write()
    places.connect()
    book.save(file)


class _Places:
    """Where each line stands, and the links that wait to learn where they lead."""

    def __init__(self) -> None:
        self._places: dict[int, str] = {}
        self._waiting: list[tuple[Hyperlink, Line | str]] = []

    def put(self, line: Line, sheet_name: str, row: int) -> None:
        """Remember that this line stands in this row."""
        self._places[id(line)] = _address(sheet_name, row)

    def link(self, page: WriteOnlyWorksheet, row: int, line: Line) -> None:
        """Make the first cell of a row lead to where the line says."""
        if line.link is not None:
            link = Hyperlink(ref=f"A{row}", display=plain(line.words))
            page._hyperlinks.append(link)
            self._waiting.append((link, line.link))

    def connect(self) -> None:
        """Tell every link where it leads, now that all lines have their places."""
        for link, target in self._waiting:
            top = isinstance(target, str)
            link.location = _address(str(target), 1) if top else self._places[id(target)]


def _address(sheet_name: str, row: int) -> str:
    quoted = sheet_name.replace("'", "''")
    return f"'{quoted}'!A{row}"


class _SheetWriter:
    """Writes one sheet, row after row."""

    def __init__(self, page: _Rows, sheet: Sheet, styles: _Styles, places: _Places) -> None:
        self.page, self.sheet, self.styles, self.places = page, sheet, styles, places
        self.row = 0

    def write(self) -> None:
        """Write the sheet's lines and tables."""
        self._lay_out()
        for part in self.sheet.parts:
            if isinstance(part, Line):
                self._line(part)
            elif isinstance(part, Gap):
                self._put("")
            else:
                self._grid(part)

    def _lay_out(self) -> None:
        """Set what must be known before the first row: widths, and headings that stay in view."""
        *widths, last = self.sheet.widths
        for place, width in enumerate(widths, start=1):
            self.page.column_dimensions[get_column_letter(place)].width = width
        rest = self.page.column_dimensions[get_column_letter(len(widths) + 1)]
        rest.min, rest.max, rest.width = len(widths) + 1, MOST_COLUMNS, last
        self.page.page_setup.orientation = "landscape"
        self.page.page_setup.paperSize = A4
        self.page.page_setup.fitToHeight = 0
        self.page.sheet_properties.pageSetUpPr.fitToPage = True
        if self.sheet.data:
            self.page.freeze_panes = "B2"

    def _put(self, cells: str, height: float = 0) -> None:
        self.row += 1
        tall = f' ht="{height}" customHeight="1"' if height else ""
        self.page.append(f'<row r="{self.row}"{tall}>{cells}</row>')

    def _height(self, values: Sequence[Value | Line], size: int = SIZES["body"]) -> float:
        """How tall a row must be for its words to show, as LibreOffice does not work it out."""
        widths = self.sheet.widths
        lines = 1
        for place, value in enumerate(values):
            words = value.words if isinstance(value, Line) else value
            if isinstance(words, str):
                fits = int(widths[min(place, len(widths) - 1)] * LETTERS * SIZES["body"] / size)
                lines = max(lines, sum(len(wrap(part, fits)) or 1 for part in words.split("\n")))
        return min(TALLEST, 4 + lines * size * 1.25)

    def _line(self, line: Line) -> None:
        style = self.styles.link if line.link else getattr(self.styles, line.style)
        height = self._height([line], SIZES[line.style])
        self._put(cell(f"A{self.row + 1}", line.words, *style), height)
        self.places.put(line, self.sheet.name, self.row)
        self.places.link(self.page, self.row, line)

    def _grid(self, grid: Grid) -> None:
        """Write a table: its headings, its rows, and its mark-up."""
        letters = [get_column_letter(n) for n in range(1, len(grid.headings) + 1)]
        styles = self.styles
        above = self.row
        self._put(
            "".join(
                cell(f"{letter}{above + 1}", heading, *styles.header)
                for letter, heading in zip(letters, grid.headings, strict=True)
            ),
            self._height(grid.headings),
        )
        body = styles.body if self.sheet.wraps else styles.data
        for values in grid.rows:
            number = str(self.row + 1)
            cells = []
            for letter, value in zip(letters, values, strict=True):
                if isinstance(value, Line):
                    style = styles.link if value.link else body
                    cells.append(cell(letter + number, value.words, *style))
                    self.places.link(self.page, self.row + 1, value)
                elif isinstance(value, str):
                    cells.append(cell(letter + number, value, *body))
                else:
                    style = styles.whole if isinstance(value, int) else styles.decimal
                    cells.append(cell(letter + number, value, *style))
            self._put("".join(cells), self._height(values) if self.sheet.wraps else 0)
        self._mark(grid, f"A{above + 1}:{letters[-1]}{self.row}")

    def _mark(self, grid: Grid, area: str) -> None:
        """Mark an area up as a table, with filters only on a sheet of data."""
        table = Table(
            displayName=grid.name,
            ref=area,
            tableStyleInfo=TableStyleInfo(name="TableStyleLight15", showRowStripes=False),
        )
        table._initialise_columns()
        for column, heading in zip(table.tableColumns, grid.headings, strict=True):
            column.name = plain(heading)
        table.autoFilter = AutoFilter(ref=area) if self.sheet.data else None
        self.page._tables.add(table)
