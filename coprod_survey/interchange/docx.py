"""A two-column Word file: one table, a row for each sentence."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import Any

from .hostile import BROKEN, open_package, refuse
from .sheets import HOW, Known, headings, read_rows, row
from .units import Say, Sent, Stamp, Unit
from .xml import only_stamp

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TABLE = f"{{{WORD}}}tbl"
WIDTHS = (2.6, 4.2, 7.0, 7.0, 2.2, 3.2)
"""How wide the columns are, in centimetres."""

TAGS = {"cy": "cy-GB", "en": "en-GB"}


def to_docx(stamp: Stamp, units: Sequence[Unit], say: Say, title: str, lang: str) -> bytes:
    """A survey's sentences as a Word document, whose words of ours are in `lang`."""
    from docx import Document
    from docx.enum.section import WD_ORIENT
    from docx.shared import Cm, Pt

    file = Document()
    page = file.sections[0]
    page.orientation, page.page_width, page.page_height = WD_ORIENT.LANDSCAPE, Cm(29.7), Cm(21)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(1.7)
    file.styles["Normal"].font.name, file.styles["Normal"].font.size = "Arial", Pt(10)
    _speak(file.styles["Normal"].element.get_or_add_rPr(), TAGS[lang])
    file.core_properties.title, file.core_properties.language = title, TAGS[lang]
    file.core_properties.author = ""
    file.add_heading(title, 1)
    for line in (*map(say, HOW), stamp.line()):
        file.add_paragraph(line)
    table = file.add_table(rows=1, cols=len(WIDTHS), style="Table Grid")
    table.autofit = False
    for column, width in zip(table._tbl.tblGrid.gridCol_lst, WIDTHS, strict=True):
        column.w = Cm(width)
    faces = (lang, lang, stamp.source, stamp.target, lang, lang)
    _fill(table.rows[0]._tr, headings(stamp, say), (lang,) * 6, bold=True)
    _repeat(table.rows[0]._tr)
    pattern = table._tbl.add_tr()
    _fill(pattern, [""] * len(WIDTHS), faces)
    table._tbl.remove(pattern)
    for unit in units:
        line = deepcopy(pattern)
        for run, words in zip(line.iter(f"{{{WORD}}}r"), row(unit, say), strict=True):
            run.text = words
        table._tbl.append(line)
    data = io.BytesIO()
    file.save(data)
    return data.getvalue()


def _fill(line: Any, cells: Sequence[str], languages: Sequence[str], bold: bool = False) -> None:
    """Write the cells of a row; python-docx's own cells would search the whole table for each."""
    from docx.oxml.table import CT_Tc
    from docx.shared import Cm, Pt
    from docx.text.paragraph import Paragraph

    while len(line.tc_lst) < len(cells):
        line.append(CT_Tc.new())
    for place, (cell, words) in enumerate(zip(line.tc_lst, cells, strict=True)):
        cell.width = Cm(WIDTHS[place])
        run = Paragraph(cell.p_lst[0], cell).add_run(words)
        run.bold = bold or None
        run.font.size = Pt(7 if place == 0 and not bold else 9)
        _speak(run._r.get_or_add_rPr(), TAGS[languages[place]])


def _speak(properties: Any, tag: str) -> None:
    """Say what language words are in, for spelling checkers and for who has them read aloud."""
    from docx.oxml.ns import qn

    properties.append(properties.makeelement(qn("w:lang"), {qn("w:val"): tag}))


def _repeat(line: Any) -> None:
    """Let the headings stand at the top of every page."""
    from docx.oxml.ns import qn

    properties = line.get_or_add_trPr()
    properties.append(properties.makeelement(qn("w:tblHeader"), {}))


def from_docx(data: bytes, known: Known) -> Sent:
    """What a Word document holds. Raises `Refused` for what cannot be read or is not of ours.

    Words that somebody added with tracked changes count, those that they struck out do not.
    """
    from docx import Document

    open_package(data).close()
    try:
        body = Document(io.BytesIO(data)).element.body
    except Exception as error:  # a broken document makes python-docx stumble in any way
        raise refuse(BROKEN) from error
    tables = [t for t in body.iter(TABLE) if next(t.iterancestors(TABLE), None) is None]
    stamp = only_stamp(_words(p) for p in body.iter(f"{{{WORD}}}p"))
    return read_rows((line for table in tables for line in _rows(table)), stamp, known)


def _rows(table: Any) -> Iterator[list[str | None]]:
    for line in table.iterchildren(f"{{{WORD}}}tr"):
        cells = line.iterchildren(f"{{{WORD}}}tc")
        yield ["\n".join(map(_words, cell.iter(f"{{{WORD}}}p"))) for cell in cells]


def _words(paragraph: Any) -> str:
    """The words of a paragraph as they read when every tracked change is accepted."""
    marks = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "\u2011"}
    parts = []
    for element in paragraph.iter():
        name = str(element.tag).rpartition("}")[2]
        if name == "t":
            parts.append(element.text or "")
        elif name in marks and str(element.getparent().tag).endswith("}r"):
            parts.append(marks[name])
    return "".join(parts)
