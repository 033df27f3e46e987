"""XLIFF 2.0, which 2.1 and 2.2 read as well."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from ..questionnaire.answers import plain_text
from ..questionnaire.text import Language
from .hostile import name_of, named, read_xml, words_in
from .units import Sent, Stamp, Unit
from .xml import XML_SPACE, child, finish, only_stamp, width_of, written

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
FAMILY = "urn:oasis:names:tc:xliff:document:2"
"""How the namespace of every XLIFF 2.x begins."""

STATES = {
    "missing": "initial",
    "draft": "initial",
    "stale": "initial",
    "translated": "translated",
    "checked": "final",
}
"""Our states as XLIFF 2 says them; those that are `initial` are told apart by `subState`."""

READ = {"translated": "translated", "reviewed": "translated", "final": "checked"}
PREFIX = "cydlais:"


def to_xliff2(stamp: Stamp, units: Sequence[Unit]) -> bytes:
    """A survey's sentences as an XLIFF 2.0 file."""
    root = etree.Element(
        f"{{{NAMESPACE}}}xliff",
        nsmap={None: NAMESPACE},
        version="2.0",
        srcLang=stamp.source,
        trgLang=stamp.target,
    )
    file = child(root, "file", id="survey", original=stamp.line())
    file.set(XML_SPACE, "preserve")
    for unit in units:
        entry = child(file, "unit", id=unit.key, name=unit.key, canResegment="no")
        if unit.fixed:
            entry.set("translate", "no")
        notes = child(entry, "notes")
        child(notes, "note", unit.context, category="context")
        if unit.note:
            child(notes, "note", unit.note, category="developer")
        if unit.max_length:
            child(notes, "note", str(unit.max_length), category="max_length")
        segment = child(entry, "segment", state=STATES[unit.state])
        if STATES[unit.state] == "initial":
            segment.set("subState", PREFIX + unit.state)
        child(segment, "source", unit.source)
        child(segment, "target", unit.target)
    return finish(root)


def from_xliff2(data: bytes) -> Sent:
    """What an XLIFF 2.x file holds. Raises `Refused` for what cannot be read or is not of ours."""
    root = read_xml(data)
    files = list(named(root, "file"))
    stamp = only_stamp(f.get("original", "") for f in files)
    entries = (entry for f in files for entry in named(f, "unit", deep=True))
    return Sent(stamp, written(_unit(entry, stamp.source) for entry in entries))


def _unit(entry: etree._Element, source: Language) -> Unit:
    parts = [p for p in entry.iterchildren() if name_of(p) in ("segment", "ignorable")]
    segments = [p for p in parts if name_of(p) == "segment"]
    words = plain_text("".join(_face(part, "target") for part in parts))
    notes = {n.get("category", ""): words_in(n) for n in named(entry, "note", deep=True)}
    return Unit(
        key=entry.get("name") or entry.get("id", ""),
        source_lang=source,
        source=plain_text("".join(_face(part, "source") for part in parts)),
        target=words,
        state=_state(segments) if words else "missing",
        context=notes.get("context", ""),
        note=notes.get("developer", ""),
        max_length=width_of(notes.get("max_length", "")),
        fixed=entry.get("translate") == "no",
    )


def _face(part: etree._Element, name: str) -> str:
    """The words of one part; what stands between sentences is the same in both languages."""
    found = next(named(part, name), None)
    if found is None and name == "target" and part.tag.endswith("}ignorable"):
        found = next(named(part, "source"), None)
    return words_in(found)


def _state(segments: Sequence[etree._Element]) -> str:
    """The least of what the segments of one sentence say; what says nothing is translated."""
    said = []
    for segment in segments:
        state, finer = segment.get("state", "translated"), segment.get("subState", "")
        is_ours = state == "initial" and finer.startswith(PREFIX)
        said.append(finer.removeprefix(PREFIX) if is_ours else READ.get(state, "draft"))
    order = ("stale", "draft", "translated", "checked")
    return min(said, key=lambda s: order.index(s) if s in order else 1, default="translated")
