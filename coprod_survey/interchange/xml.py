"""What the XML formats share: elements, the stamp, and a list that is not too long."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from ..questionnaire.text import N_
from .hostile import LARGEST_FILE, LARGEST_UNPACKED, MOST_UNITS, TOO_LARGE, TOO_MANY, refuse
from .units import FORMAT, Stamp, Unit, find_stamp

XML = "http://www.w3.org/XML/1998/namespace"
XML_LANG, XML_SPACE = f"{{{XML}}}lang", f"{{{XML}}}space"

NOT_OURS = N_(
    "The file does not say which survey it was made of. Choose a file that was downloaded from this page"
)
TWO_SURVEYS = N_("The file holds the sentences of more than one survey")
NEWER = N_("The file was made by a newer version of this software")


def child(
    parent: etree._Element, tag: str, words: str = "", /, **attributes: str
) -> etree._Element:
    """A new element below another, in the same namespace."""
    namespace = etree.QName(parent).namespace
    whole = f"{{{namespace}}}{tag}" if namespace else tag
    element = etree.SubElement(parent, whole, attributes)
    element.text = words or None
    return element


def finish(root: etree._Element) -> bytes:
    """The file, indented between elements but never inside words."""
    etree.indent(root, space=" ")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def only_stamp(lines: Iterable[str]) -> Stamp:
    """The one stamp among these words. Raises `Refused` where there is none, or there are two."""
    stamps = {stamp for line in lines if (stamp := find_stamp(line))}
    if not stamps:
        raise refuse(NOT_OURS)
    if len(stamps) > 1:
        raise refuse(TWO_SURVEYS)
    [stamp] = stamps
    if stamp.format > FORMAT:
        raise refuse(NEWER)
    return stamp


def written(units: Iterable[Unit]) -> tuple[Unit, ...]:
    """The sentences of a file, if there are not too many. Raises `Refused`.

    Where sentences stand inside one another their words come again and again, and are counted so.
    """
    found: list[Unit] = []
    size = 0
    for unit in units:
        found.append(unit)
        size += sum(map(len, (unit.source, unit.target, unit.context, unit.note)))
        if len(found) > MOST_UNITS:
            raise refuse(TOO_MANY, most=MOST_UNITS)
        if size > LARGEST_UNPACKED:
            raise refuse(TOO_LARGE, most=LARGEST_FILE // 1024**2)
    return tuple(found)


def width_of(said: str) -> int:
    """How many characters a sentence may have at the most, as a file says it; 0 where it does not."""
    return int(said) if said.isdecimal() and len(said) <= 9 else 0
