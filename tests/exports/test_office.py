"""LibreOffice opens a workbook, and finds in it every word exactly as it was written."""

from __future__ import annotations

import csv
import subprocess
from pathlib import Path

import pytest
from flask import Flask
from openpyxl import load_workbook

from coprod_survey.questionnaire.answers import plain_text
from tests.exports.reading import Book
from tests.exports.test_workbook import NASTY, grouped_document
from tests.factories import make_published
from tests.sending import chosen, send

pytestmark = pytest.mark.office


def convert(file: Path, to: str) -> None:
    """Let LibreOffice, with a profile of its own, write a file in another format beside it."""
    subprocess.run(
        [
            "soffice",
            "--headless",
            "--norestore",
            f"-env:UserInstallation={(file.parent / 'profile').as_uri()}",
            "--convert-to",
            to,
            "--outdir",
            str(file.parent / "out"),
            str(file),
        ],
        check=True,
        capture_output=True,
        timeout=240,
    )


@pytest.fixture
def book(app: Flask, tmp_path: Path) -> Path:
    """A workbook whose comments are everything that could be taken for something else."""
    survey, version, channel = make_published(None, grouped_document())  # type: ignore[arg-type]
    send(version, channel, count=12, group=chosen("carer"), heard=chosen("yes"), hours=2.5)
    for words in NASTY:
        send(version, channel, change=plain_text(words), group=chosen("nurse"))
    file = tmp_path / "book.xlsx"
    file.write_bytes(Book(survey.id, "en").file.getvalue())
    return file


def test_every_word_arrives_as_it_was_written(book: Path) -> None:
    convert(book, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1")
    found = {path.stem.removeprefix("book-"): path for path in (book.parent / "out").iterdir()}
    assert set(found) == {
        "Cover",
        "Contents",
        "Notes",
        "Summary",
        "Responses",
        "Comments",
        "Codebook",
    }
    with found["Comments"].open(encoding="utf-8", newline="") as file:
        comments = [row["Comment"] for row in csv.DictReader(file)]
    assert sorted(comments) == sorted(plain_text(words) for words in NASTY)
    with found["Responses"].open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert sorted(row["hours"] for row in rows)[:12] == ["2.5"] * 12
    assert len(rows) == 12 + len(NASTY)


def test_tables_and_links_survive_in_libreoffice(book: Path) -> None:
    convert(book, "xlsx")
    before, after = load_workbook(book), load_workbook(book.parent / "out" / "book.xlsx")
    assert after.sheetnames == before.sheetnames
    for name in before.sheetnames:
        words = [[c.value for c in row] for row in before[name].iter_rows()]
        again = [[c.value for c in row] for row in after[name].iter_rows(max_row=len(words))]
        if name != "Comments":  # what begins like an escape is written differently, and reads alike
            assert [row[: len(words[0])] for row in again] == words, name
        assert not any(c.data_type in "fe" for row in after[name].iter_rows() for c in row)
