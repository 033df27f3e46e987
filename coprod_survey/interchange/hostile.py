"""Hostile files: how bytes from outside are opened so that a bad one gives a sentence and no harm."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

from ..errors import Refused
from ..questionnaire.problem import Problem
from ..questionnaire.text import N_

LARGEST_FILE = 10 * 1024 * 1024
"""The most bytes of a file that are looked at."""

LARGEST_UNPACKED = 80 * 1024 * 1024
"""The most bytes that an Excel or Word file may unpack to."""

MOST_PARTS = 2000
"""The most parts that an Excel or Word file may consist of."""

MOST_MARKS = 4_000_000
"""The most marks (less-than signs) in all parts of an Excel or Word file: each costs far more memory
when it is read than the byte that it takes."""

MOST_UNITS = 20_000
"""The most sentences that one file may hold."""

FIELD = "file"
"""The name of the form field that a file is sent in."""

EMPTY = N_("Choose a file")
TOO_LARGE = N_("Choose a smaller file, of at most this many megabytes: %(most)s")
TOO_MANY = N_("The file holds more sentences than we can take: at most %(most)s")
BROKEN = N_("The file is damaged or incomplete, so it cannot be read")
ENCODING = N_("Save the file in the encoding UTF-8 and send it again")
ENTITIES = N_("The file declares entities of its own, so we do not read it")
UNKNOWN = N_("Choose a file of one of these kinds: XLIFF, gettext PO, Excel, Word")

_declared = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.I)


def refuse(message: str, **params: Any) -> Refused:
    """The refusal of a file, in words for the person who sent it."""
    return Refused(Problem(message, params, field=FIELD))


def measured(data: bytes) -> bytes:
    """The same bytes, if there are some and not too many. Raises `Refused`."""
    if not data:
        raise refuse(EMPTY)
    if len(data) > LARGEST_FILE:
        raise refuse(TOO_LARGE, most=LARGEST_FILE // 1024**2)
    return data


def read_xml(data: bytes) -> etree._Element:
    """The root of an XML file, read without entities, network or external declarations.

    Raises `Refused` for what is no XML, is cut short, or declares entities.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        about_encoding = "encod" in str(error).lower() or "UTF" in str(error)
        raise refuse(ENCODING if about_encoding else BROKEN) from error
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):
        raise refuse(ENTITIES)
    if any(True for _ in root.iter(etree.Entity)):
        raise refuse(ENTITIES)
    return root


def name_of(element: etree._Element) -> str:
    """The name of an element without its namespace; empty for comments and their like."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def named(parent: etree._Element, name: str, *, deep: bool = False) -> Iterator[etree._Element]:
    """The children of an element with this name, or with `deep` all that stand anywhere below."""
    below = parent.iterdescendants() if deep else parent.iterchildren()
    return (element for element in below if name_of(element) == name)


def words_in(element: etree._Element | None) -> str:
    """All words inside an element, whatever marks a translator's program has put around them."""
    if element is None:
        return ""
    return "".join(map(str, element.xpath(".//text()")))


def open_package(data: bytes, most_marks: int = MOST_MARKS) -> zipfile.ZipFile:
    """An Excel or Word file as the package of parts that it is.

    Raises `Refused` for a package that is damaged, that unpacks to more than we hold in memory,
    or whose XML declares anything.
    """
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
        parts = package.infolist()
        if len(parts) > MOST_PARTS or sum(p.file_size for p in parts) > LARGEST_UNPACKED:
            raise refuse(TOO_LARGE, most=LARGEST_FILE // 1024**2)
        if sum(_inspect(package, part) for part in parts) > most_marks:
            raise refuse(TOO_LARGE, most=LARGEST_FILE // 1024**2)
    except Refused:
        raise
    except Exception as error:  # a broken package can make zipfile stumble in any way
        raise refuse(BROKEN) from error
    return package


def _inspect(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> int:
    """Read one part to its declared end, and look for declarations in any encoding; gives its marks."""
    with package.open(part) as file:
        content = file.read(part.file_size + 1)
    if len(content) > part.file_size:
        raise refuse(BROKEN)
    is_xml = part.filename.lower().endswith((".xml", ".rels", ".vml"))
    if is_xml and _declared.search(content.replace(b"\0", b"")[:65536]):
        raise refuse(ENTITIES)
    return content.count(b"<")
