"""The lint finds what the rules for accessible spreadsheets forbid."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from openpyxl import load_workbook

from coprod_survey.exports.lint import lint
from tests.exports.reading import Book
from tests.factories import make_published
from tests.sending import chosen, send


def rename(book: Any) -> None:
    book.worksheets[2].title = "1st notes"


def forget_title(book: Any) -> None:
    book.properties.title = None


def merge(book: Any) -> None:
    book.worksheets[0].merge_cells("A3:B3")


def hide(book: Any) -> None:
    book.worksheets[3].row_dimensions[4].hidden = True


def calculate(book: Any) -> None:
    book.worksheets[0]["A4"] = "=1+1"


def empty_a_cell(book: Any) -> None:
    sheet = book.worksheets[3]
    row = int(next(iter(sheet.tables.values())).ref.split(":")[1][1:])
    sheet[f"B{row}"] = None


def write_below(book: Any) -> None:
    sheet = book.worksheets[2]
    sheet.append(["below"])


def freeze(book: Any) -> None:
    book.worksheets[3].freeze_panes = "A4"


def drop_links(book: Any) -> None:
    for row in book.worksheets[1].iter_rows():
        for cell in row:
            cell.hyperlink = None
    book.worksheets[1]._hyperlinks.clear()


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (rename, "begins with a digit"),
        (forget_title, "needs a title"),
        (merge, "not merged"),
        (hide, "nothing is hidden"),
        (calculate, "is a formula"),
        (empty_a_cell, "no empty cells"),
        (write_below, "below the last table"),
        (freeze, "frozen"),
        (drop_links, "links to every other"),
    ],
)
def test_a_fault_is_found(app: Flask, spoil: Callable[[Any], None], says: str) -> None:
    survey, version, channel = make_published()
    send(version, channel, count=12, heard=chosen("yes"))
    book = load_workbook(Book(survey.id).file)
    spoil(book)
    spoiled = io.BytesIO()
    book.save(spoiled)
    spoiled.seek(0)
    assert any(says in fault for fault in lint(spoiled))


def test_a_file_name_with_capitals_is_a_fault(app: Flask) -> None:
    survey, _version, _channel = make_published()
    assert lint(Book(survey.id).file, "My Book.xlsx")
