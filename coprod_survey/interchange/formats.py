"""The formats that a translator may choose, and telling them apart when they come back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from ..questionnaire.text import N_
from . import docx, po, xliff2, xliff12, xlsx
from .hostile import UNKNOWN, measured, name_of, open_package, read_xml, refuse
from .sheets import Known
from .units import Say, Sent, Stamp, Unit

OFFICE = "application/vnd.openxmlformats-officedocument."


class Format(msgspec.Struct, frozen=True):
    """A kind of file: how it is called, what its name ends in, its media type."""

    label: str
    ending: str
    type: str
    write: Callable[[Stamp, Sequence[Unit], Say, str, str], bytes]


FORMATS: dict[str, Format] = {
    "xlsx": Format(
        N_("Excel, two columns"),
        "xlsx",
        f"{OFFICE}spreadsheetml.sheet",
        lambda stamp, units, say, title, lang: xlsx.to_xlsx(stamp, units, say, title),
    ),
    "docx": Format(
        N_("Word, two columns"),
        "docx",
        f"{OFFICE}wordprocessingml.document",
        docx.to_docx,
    ),
    "xliff12": Format(
        N_("XLIFF 1.2, for translators’ programs"),
        "xlf",
        "application/xliff+xml",
        lambda stamp, units, say, title, lang: xliff12.to_xliff12(stamp, units),
    ),
    "xliff2": Format(
        N_("XLIFF 2, for newer translators’ programs"),
        "xlf",
        "application/xliff+xml",
        lambda stamp, units, say, title, lang: xliff2.to_xliff2(stamp, units),
    ),
    "po": Format(
        N_("Gettext PO"),
        "po",
        "text/x-gettext-translation",
        lambda stamp, units, say, title, lang: po.to_po(stamp, units),
    ),
}
"""By the name that an address or a form gives each."""


def read(data: bytes, known: Known) -> Sent:
    """What a file of any of the formats holds, told by its contents and not by its name.

    Raises `Refused`, at the form's field, for a file that we do not take.
    """
    measured(data)
    if data.startswith(b"PK"):
        with open_package(data) as package:
            names = set(package.namelist())
        if "word/document.xml" in names:
            return docx.from_docx(data, known)
        if any(name.startswith("xl/") for name in names):
            return xlsx.from_xlsx(data, known)
        raise refuse(UNKNOWN)
    head = data[:200].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t")
    if head.startswith(b"<"):
        root = read_xml(data)
        if name_of(root) != "xliff":
            raise refuse(UNKNOWN)
        second = str(root.tag).startswith("{" + xliff2.FAMILY)
        return xliff2.from_xliff2(data) if second else xliff12.from_xliff12(data)
    if b"msgid" in data:
        return po.from_po(data)
    raise refuse(UNKNOWN)
