"""Open a workbook as a manager would, and look at what is in it."""

from __future__ import annotations

import io
from typing import Any

from openpyxl import load_workbook

from coprod_survey.exports import actions
from coprod_survey.questionnaire.text import Language


class Book:
    """A survey's workbook, freshly made."""

    def __init__(self, survey_id: int, lang: Language = "en", **options: Any) -> None:
        file = io.BytesIO()
        self.name = actions.export(file, survey_id=survey_id, lang=lang, **options)
        self.file = io.BytesIO(file.getvalue())
        self.excel = load_workbook(io.BytesIO(file.getvalue()))

    def rows(self, sheet: str) -> list[dict[str, Any]]:
        """The rows of a sheet of data, by the headings of their columns."""
        headings, *rows = self.excel[sheet].iter_rows(values_only=True)
        return [dict(zip(headings, row, strict=True)) for row in rows]

    def table(self, name: str) -> list[tuple[Any, ...]]:
        """The rows of a table of the summary, without their headings."""
        sheet = self.excel.worksheets[3]
        rows = sheet[sheet.tables[f"question_{name}"].ref]
        return [tuple(cell.value for cell in row) for row in rows[1:]]

    def lines(self, place: int = 0) -> list[str]:
        """The words in the first column of a sheet."""
        return [str(cell.value) for cell in self.excel.worksheets[place]["A"] if cell.value]

    def words(self) -> set[str]:
        """Everything that stands anywhere in the workbook, as text."""
        return {
            str(cell.value)
            for sheet in self.excel
            for row in sheet.iter_rows()
            for cell in row
            if cell.value is not None
        }
