"""Gettext PO, as many translators' programs know it: the key is the context of the message."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileParser, normalize

from ..questionnaire.answers import plain_text
from .hostile import BROKEN, ENCODING, refuse
from .units import Sent, Stamp, Unit
from .xml import only_stamp, written

STATE = "cydlais-state:"
NOTE = "note:"
FUZZY = ("draft", "stale")
"""The states of a translation that is there and not to be trusted."""

_line = re.compile(r'(?:msg(?:id|str|ctxt|id_plural|str\[\d\]) )?"(?:[^"\\]|\\.)*"')


def to_po(stamp: Stamp, units: Sequence[Unit]) -> bytes:
    """A survey's sentences as a PO file in UTF-8."""
    head = {
        "Project-Id-Version": f"survey {stamp.survey}",
        "Language": stamp.target,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "X-Source-Language": stamp.source,
        "X-Cydlais": stamp.line(),
    }
    header = "".join(f"{name}: {value}\n" for name, value in head.items())
    entries = [f'msgid ""\nmsgstr {normalize(header)}\n']
    entries += ["\n".join(_lines(unit)) + "\n" for unit in units]
    return "\n".join(entries).encode()


def _lines(unit: Unit) -> Iterator[str]:
    yield from (f"#. {line}" for line in unit.context.splitlines())
    if unit.note:
        yield f"#. {NOTE} {unit.note}"
    yield f"#. {STATE} {unit.state}"
    if unit.state in FUZZY:
        yield "#, fuzzy"
    yield f"msgctxt {normalize(unit.key)}"
    yield f"msgid {normalize(unit.source)}"
    yield f"msgstr {normalize(unit.target)}"


class _Messages(Catalog):
    """Every message of a file in its order, those with the same key too."""

    def __init__(self) -> None:
        super().__init__(charset="utf-8")
        self.found: list[Message] = []

    def __setitem__(self, id: Any, message: Message) -> None:
        self.found.append(message)


def from_po(data: bytes) -> Sent:
    """What a PO file holds. Raises `Refused` for what cannot be read or is not of ours."""
    try:
        lines = data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise refuse(ENCODING) from error
    for line in map(str.strip, lines):
        if line and not line.startswith("#") and not _line.fullmatch(line):
            raise refuse(BROKEN)
    messages = _Messages()
    try:
        PoFileParser(messages, ignore_obsolete=True, abort_invalid=True).parse(lines)
    except Exception as error:  # Babel stumbles over broken files in many ways
        raise refuse(BROKEN) from error
    stamp = only_stamp(str(m.string) for m in messages.found if not m.id)
    entries = (m for m in messages.found if m.id)
    return Sent(stamp, written(_unit(message, stamp) for message in entries))


def _unit(message: Message, stamp: Stamp) -> Unit:
    target = plain_text(_one(message.string))
    comments = message.auto_comments
    said = next((c.removeprefix(STATE).strip() for c in comments if c.startswith(STATE)), "")
    return Unit(
        key=message.context or "",
        source_lang=stamp.source,
        source=plain_text(_one(message.id)),
        target=target,
        state=_state(said, message.fuzzy) if target else "missing",
        context="\n".join(c for c in comments if not c.startswith((STATE, NOTE))),
        note=next((c.removeprefix(NOTE).strip() for c in comments if c.startswith(NOTE)), ""),
    )


def _one(words: Any) -> str:
    """The words, or the first of several for numbers, which we never write."""
    return words if isinstance(words, str) else next(iter(words or ()), "")


def _state(said: str, fuzzy: bool) -> str:
    if fuzzy:
        return said if said in FUZZY else "draft"
    return "checked" if said == "checked" else "translated"
