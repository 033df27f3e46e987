"""XLIFF 1.2, which translators' programs have read for longest."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from ..questionnaire.answers import plain_text
from ..questionnaire.text import Language
from .hostile import named, read_xml, words_in
from .units import Sent, Stamp, Unit
from .xml import XML_LANG, XML_SPACE, child, finish, only_stamp, width_of, written

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"

STATES = {
    "missing": "new",
    "draft": "needs-review-translation",
    "stale": "needs-translation",
    "translated": "translated",
    "checked": "final",
}
"""Our states as XLIFF 1.2 says them."""

READ = {
    **{theirs: ours for ours, theirs in STATES.items()},
    "signed-off": "checked",
    "needs-review-l10n": "draft",
    "needs-review-adaptation": "draft",
    "needs-adaptation": "draft",
    "needs-l10n": "draft",
}


def to_xliff12(stamp: Stamp, units: Sequence[Unit]) -> bytes:
    """A survey's sentences as an XLIFF 1.2 file."""
    root = etree.Element(f"{{{NAMESPACE}}}xliff", nsmap={None: NAMESPACE}, version="1.2")
    file = child(root, "file", original=stamp.line(), datatype="plaintext")
    file.set("source-language", stamp.source)
    file.set("target-language", stamp.target)
    body = child(file, "body")
    for unit in units:
        entry = child(body, "trans-unit", id=unit.key, resname=unit.key)
        entry.set(XML_SPACE, "preserve")
        if unit.max_length:
            entry.set("maxwidth", str(unit.max_length))
            entry.set("size-unit", "char")
        if unit.fixed:
            entry.set("translate", "no")
        if unit.state == "checked":
            entry.set("approved", "yes")
        child(entry, "source", unit.source).set(XML_LANG, stamp.source)
        target = child(entry, "target", unit.target, state=STATES[unit.state])
        target.set(XML_LANG, stamp.target)
        child(entry, "note", unit.context).set("from", "context")
        if unit.note:
            child(entry, "note", unit.note).set("from", "developer")
    return finish(root)


def from_xliff12(data: bytes) -> Sent:
    """What an XLIFF 1.2 file holds. Raises `Refused` for what cannot be read or is not of ours."""
    root = read_xml(data)
    files = list(named(root, "file", deep=True))
    stamp = only_stamp(f.get("original", "") for f in files)
    units = (
        _unit(entry, stamp.source) for f in files for entry in named(f, "trans-unit", deep=True)
    )
    return Sent(stamp, written(units))


def _unit(entry: etree._Element, source: Language) -> Unit:
    target = next(named(entry, "target"), None)
    words = plain_text(words_in(target))
    state = READ.get(target.get("state", "") if target is not None else "", "translated")
    if entry.get("approved") == "yes" and state != "draft":
        state = "checked"
    return Unit(
        key=entry.get("resname") or entry.get("id", ""),
        source_lang=source,
        source=plain_text(words_in(next(named(entry, "source"), None))),
        target=words,
        state=state if words else "missing",
        context=_note(entry, "context"),
        note=_note(entry, "developer"),
        max_length=width_of(entry.get("maxwidth", "")),
        fixed=entry.get("translate") == "no",
    )


def _note(entry: etree._Element, origin: str) -> str:
    return next((words_in(n) for n in named(entry, "note") if n.get("from") == origin), "")
