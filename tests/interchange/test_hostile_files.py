"""Whatever somebody sends, the answer is a sentence and never a failure."""

from __future__ import annotations

import contextlib
import io
import time
import zipfile
from collections.abc import Callable

import pytest
from lxml import etree
from openpyxl import Workbook, load_workbook

from coprod_survey.errors import Refused
from coprod_survey.interchange import formats, hostile
from coprod_survey.interchange.tmx import from_tmx
from coprod_survey.interchange.units import Sent, stamp_of, units_of
from coprod_survey.questionnaire import library
from tests.interchange.saying import KNOWN, say

DOCUMENT = library.load("pulse")
STAMP = stamp_of(DOCUMENT, survey=1, revision=1, source="en")
GOOD = {
    kind: form.write(STAMP, units_of(DOCUMENT, "en", say), say, "Title", "en")
    for kind, form in formats.FORMATS.items()
}
LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %c "&%c;&%c;&%c;&%c;">' % (c + 1, c, c, c, c) for c in range(97, 115))
    + b']><xliff version="1.2"><file original="&s;">&s;</file></xliff>'
)
OUTSIDE = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    b'<xliff version="1.2"><file original="">&a;</file></xliff>'
)

NESTED = (
    b'<xliff version="1.2">'
    + b'<file original="%s">' % STAMP.line().encode() * 120
    + b"<trans-unit/>" * 30_000
    + b"</file>" * 120
    + b"</xliff>"
)


def zipped(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name.replace("__", "/") + ".xml", content)
    return file.getvalue()


def changed(kind: str, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """A good package with one part changed."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD[kind])) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content) if name == part else content)
    return file.getvalue()


def bomb() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * (hostile.LARGEST_UNPACKED + 1))
    return file.getvalue()


def workbook(*rows: list[object]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


HOSTILE: dict[str, bytes] = {
    "nothing": b"",
    "too much": b"<" + b"x" * hostile.LARGEST_FILE,
    "a picture": b"\x89PNG\r\n\x1a\n",
    "an old Word file": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "a path": b"/etc/passwd",
    "no zip": b"PK\x03\x04" + b"x" * 50,
    "an empty zip": zipped(),
    "a zip of something else": zipped(a__b=b"<a/>"),
    "a zip bomb": bomb(),
    "a thousand laughs": LAUGHS,
    "a file of the server": OUTSIDE,
    "laughs in Word": changed("docx", "word/document.xml", lambda x: LAUGHS),
    "laughs in Excel": changed("xlsx", "xl/worksheets/sheet1.xml", lambda x: LAUGHS),
    "laughs in UTF-16": changed(
        "xlsx", "xl/workbook.xml", lambda x: LAUGHS.decode().encode("utf-16")
    ),
    "broken parts": changed("xlsx", "xl/worksheets/sheet1.xml", lambda x: x[:300]),
    "no parts": changed("docx", "word/document.xml", lambda x: b""),
    "other XML": b"<html/>",
    "XLIFF of nobody": b'<xliff version="1.2"><file original="x"/></xliff>',
    "half an XLIFF": GOOD["xliff12"][: len(GOOD["xliff12"]) // 2],
    "half an XLIFF 2": GOOD["xliff2"][:-20],
    "half a PO": GOOD["po"][: GOOD["po"].index(b"msgstr", 900) + 12],
    "half a workbook": GOOD["xlsx"][:-600],
    "half a document": GOOD["docx"][: len(GOOD["docx"]) // 2],
    "PO in another encoding": GOOD["po"].decode().encode("utf-16"),
    "PO in an old encoding": b'msgid "caf\xe9"\nmsgstr ""\n',
    "XLIFF that lies about its encoding": b'<?xml version="1.0" encoding="UTF-8"?><xliff>\xff</xliff>',
    "PO of nobody": b'msgid "a"\nmsgstr "b"\n',
    "PO without sense": b'msgid "a"\n"b\nmsgstr[99999999999] "x"\n',
    "PO with a wild plural": GOOD["po"] + b'\nmsgid "a"\nmsgid_plural "b"\nmsgstr[x] "c"\n',
    "a workbook of nobody": workbook(["Key", "English", "Welsh"], ["a", "b", "c"]),
    "a workbook without headings": workbook([STAMP.line()], ["a", "b", "c"]),
    "a workbook of very many cells": changed(
        "xlsx",
        "xl/worksheets/sheet1.xml",
        lambda x: x.replace(b"<sheetData>", b"<sheetData><row>" + b"<c/>" * 1_600_000 + b"</row>"),
    ),
    "a document of very many paragraphs": changed(
        "docx",
        "word/document.xml",
        lambda x: x.replace(b"<w:body>", b"<w:body>" + b"<w:p/>" * 4_100_000),
    ),
    "sentences inside sentences": NESTED,
    "a newer file": GOOD["po"].replace(b"cydlais:1:", b"cydlais:2:"),
    "two surveys": GOOD["xliff12"].replace(
        b"</xliff>",
        b'<file original="%s"/></xliff>'
        % STAMP.line().replace("cydlais:1:1:", "cydlais:1:2:").encode(),
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_bad_file_is_refused_in_words(name: str) -> None:
    with pytest.raises(Refused) as refused:
        formats.read(HOSTILE[name], KNOWN)
    assert say(refused.value.problem)
    assert "passwd" not in say(refused.value.problem)


@pytest.mark.parametrize("kind", formats.FORMATS)
def test_a_file_cut_or_spoilt_anywhere_is_read_or_refused(kind: str) -> None:
    good = GOOD[kind]
    for n in range(0, len(good), max(1, len(good) // 40)):
        for data in (good[:n], good[:n] + b"\xff\0<" + good[n + 3 :]):
            with contextlib.suppress(Refused):
                assert isinstance(formats.read(data, KNOWN), Sent)


def test_a_memory_may_name_its_declaration_but_declare_nothing() -> None:
    body = (
        b'<tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en-GB"><seg>Yes'
        b'</seg></tuv><tuv lang="CY"><seg>O<ph>{1}</ph>es</seg></tuv></tu></body></tmx>'
    )
    [pair] = from_tmx(b'<!DOCTYPE tmx SYSTEM "http://127.0.0.1:9/tmx14.dtd">' + body)
    assert (pair.en, pair.cy) == ("Yes", "O{1}es")
    with pytest.raises(Refused):
        from_tmx(b'<!DOCTYPE tmx [<!ENTITY a "b">]>' + body)


def test_cells_that_hold_no_words_are_told_apart() -> None:
    book = load_workbook(io.BytesIO(GOOD["xlsx"]))
    sheet = book.worksheets[0]
    import datetime

    for line, value in enumerate(("=1+1", datetime.date(2026, 1, 2), 5, 2.5, "#N/A"), start=2):
        cell = sheet.cell(line, 4)
        cell.value = value
    file = io.BytesIO()
    book.save(file)
    units = formats.read(file.getvalue(), KNOWN).units
    assert [(u.target, bool(u.fault)) for u in units[:5]] == [
        ("", True),
        ("", True),
        ("5", False),
        ("2.5", False),
        ("", True),
    ]


def test_words_that_a_program_has_marked_up_are_still_words() -> None:
    root = etree.fromstring(GOOD["xliff12"])
    space = {"x": "urn:oasis:names:tc:xliff:document:1.2"}
    target = root.find(".//x:target", space)
    target.text = "Un "
    mark = etree.SubElement(target, f"{{{space['x']}}}g", id="1")
    mark.text, mark.tail = "dau", " tri"
    mark.append(etree.Comment("not a word"))
    assert formats.read(etree.tostring(root), KNOWN).units[0].target == "Un dau tri"


def test_tracked_changes_in_word_read_as_accepted() -> None:
    def track(content: bytes) -> bytes:
        root = etree.fromstring(content)
        word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
        cell = list(root.iter(f"{word}tc"))[6 + 3]
        run = next(cell.iter(f"{word}r"))
        paragraph = run.getparent()
        deleted = etree.SubElement(paragraph, f"{word}del")
        deleted.append(run)
        for text in run.iter(f"{word}t"):
            text.tag = f"{word}delText"
        added = etree.SubElement(paragraph, f"{word}ins")
        etree.SubElement(etree.SubElement(added, f"{word}r"), f"{word}t").text = "Newydd"
        return etree.tostring(root)

    units = formats.read(changed("docx", "word/document.xml", track), KNOWN).units
    assert units[0].target == "Newydd"


@pytest.mark.parametrize("kind", ["xliff12", "xliff2"])
def test_a_width_that_is_no_number_we_can_hold_is_none(kind: str) -> None:
    old, new = {
        "xliff12": (b'maxwidth="200"', b'maxwidth="%s"'),
        "xliff2": (b"<notes>", b'<notes><note category="max_length">%s</note>'),
    }[kind]
    sent = formats.read(GOOD[kind].replace(old, new % (b"9" * 5000), 1), KNOWN)
    assert max(unit.max_length for unit in sent.units) < 10**9


def test_a_sentence_in_very_many_segments_is_read_at_once() -> None:
    begun = time.perf_counter()
    many = b"<segment><source>a</source><target>b</target></segment>" * 20_000
    sent = formats.read(GOOD["xliff2"].replace(b"<segment", many + b"<segment", 1), KNOWN)
    assert sent.units[0].target.startswith("b" * 20_000)
    assert time.perf_counter() - begun < 20
