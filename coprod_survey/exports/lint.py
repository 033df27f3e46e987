"""Check a workbook against the rules for accessible spreadsheets that a machine can check.

The rules are those of the UK Government Analysis Function ("Making spreadsheets accessible"); their
numbers in `lint` are those of its checklist as this project numbers it. A sheet that begins with the
headings of its table is one of data: it may have filters and headings that stay in view.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

FILE_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.xlsx")
SHORTHAND = re.compile(r"\[[a-z]\]")
NOTE = re.compile(r"\[\w+ (\d+)\]")


def lint(file: BinaryIO, file_name: str = "") -> list[str]:
    """What is wrong with a workbook, one sentence for each fault; an empty list when nothing is."""
    from openpyxl import load_workbook

    book = load_workbook(file)
    faults = [*_book(book, file_name)]
    for sheet in book:
        for fault in (*_sheet(sheet), *_tables(sheet)):
            faults.append(f"{sheet.title}: {fault}")
        if not _is_data(sheet):
            faults += [f"{sheet.title}: {fault}" for fault in _reading(sheet)]
    return faults


def _book(book: Any, file_name: str) -> Iterator[str]:
    """Rules 18, 19, 25, 26, 27: the file, its properties, the names and the order of its sheets."""
    properties = book.properties
    if not (properties.title and properties.language and properties.creator):
        yield "a document needs a title, a language and an author"
    names = book.sheetnames
    for name in names:
        if len(name) > 31 or name[0].isdigit():
            yield f"the sheet name {name!r} is too long or begins with a digit"
    if len({name.casefold() for name in names}) < len(names):
        yield "two sheets have the same name"
    if book.active is not book.worksheets[0] or book.vba_archive:
        yield "the first sheet opens first, and there are no macros"
    linked = {link.split("!")[0].strip("'") for link in _links(book.worksheets[1])}
    if linked != {name for name in names if name != names[1]}:
        yield "the second sheet links to every other"
    for sheet in book.worksheets[2:]:
        if not _is_data(sheet) and f"'{names[1]}'!A1" not in _links(sheet):
            yield f"{sheet.title} has no link back to the contents"
    if file_name and (not FILE_NAME.fullmatch(file_name) or len(file_name) > 217):
        yield f"the file name {file_name} is not in lower case with dashes"


def _sheet(sheet: Any) -> Iterator[str]:
    """Rules 2, 7, 11, 14, 15, 17, 20: what no sheet may have."""
    if sheet.max_row == 1 and not sheet["A1"].value:
        yield "a sheet is not empty"
    if sheet.merged_cells.ranges:
        yield "cells are not merged"
    if sheet.sheet_state != "visible" or any(
        d.hidden for d in (*sheet.row_dimensions.values(), *sheet.column_dimensions.values())
    ):
        yield "nothing is hidden"
    if sheet._images or sheet._charts:
        yield "there are no pictures"
    if sheet.HeaderFooter or sheet.oddHeader.center.text or sheet.oddFooter.center.text:
        yield "there are no headers or footers"
    view = sheet.sheet_view.selection
    if any(selection.activeCell not in ("A1", None) for selection in view if not selection.pane):
        yield "the cursor is in the first cell"
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is None:
                continue
            if cell.data_type in ("f", "e"):
                yield f"{cell.coordinate} is a formula or an error, not a value"
            font, alignment = cell.font, cell.alignment
            if font.name != "Arial" or font.sz < 12 or font.i or alignment.textRotation:
                yield f"{cell.coordinate} is not upright Arial of at least 12 points"
            if cell.fill.fill_type:
                yield f"{cell.coordinate} is filled with a colour"
            if isinstance(cell.value, str) and not alignment.wrap_text and not _is_data(sheet):
                yield f"{cell.coordinate} does not wrap"


def _tables(sheet: Any) -> Iterator[str]:
    """Rules 1, 3, 4, 6, 8, 22: every table of a sheet."""
    for table in sheet.tables.values():
        rows = sheet[table.ref]
        headings = [cell.value for cell in rows[0]]
        if len({str(h).casefold() for h in headings}) < len(headings) or not all(headings):
            yield f"{table.name}: headings are there, and differ"
        if headings != [column.name for column in table.tableColumns]:
            yield f"{table.name}: the headings are those of the table's mark-up"
        if not table.ref.startswith("A") or len(rows) < 2:
            yield f"{table.name}: a table begins in column A and has rows"
        if any(cell.value in (None, "") for row in rows for cell in row):
            yield f"{table.name}: there are no empty cells"
        if table.autoFilter and not _is_data(sheet):
            yield f"{table.name}: there are no filters on a sheet for reading"
        if " " in table.name:
            yield f"{table.name}: a table's name has no spaces"


def _reading(sheet: Any) -> Iterator[str]:
    """Rules 6, 9, 12, 21, 23, 28: a sheet for reading."""
    if sheet.freeze_panes:
        yield "no headings are frozen"
    if not isinstance(sheet["A1"].value, str) or sheet["A1"].font.sz < 16:
        yield "a title stands in A1"
    covered: set[int] = set()
    for table in sheet.tables.values():
        rows = sheet[table.ref]
        covered |= {row[0].row for row in rows}
        for row in rows[1:]:
            for cell in row[1:]:
                figure = "%" in str(sheet.cell(rows[0][0].row, cell.column).value)
                if figure and isinstance(cell.value, str) and not SHORTHAND.fullmatch(cell.value):
                    yield f"{cell.coordinate} is text among numbers"
    if covered and max(covered) < sheet.max_row:
        yield "nothing stands below the last table"
    blank = 0
    for row in sheet.iter_rows(min_row=1, max_row=sheet.max_row):
        filled = [cell for cell in row if cell.value not in (None, "")]
        blank = 0 if filled else blank + 1
        if blank > 1 or (blank and row[0].row in covered):
            yield f"row {row[0].row} is empty"
        if row[0].row not in covered and any(cell.column > 1 for cell in filled):
            yield f"row {row[0].row} has words beside the first column"


def _links(sheet: Any) -> set[str]:
    return {link.location for link in sheet._hyperlinks if link.location} | {
        cell.hyperlink.location for row in sheet.iter_rows() for cell in row if cell.hyperlink
    }


def _is_data(sheet: Any) -> bool:
    """Whether a sheet begins with the headings of its table."""
    return any(table.ref.startswith("A1:") for table in sheet.tables.values())
