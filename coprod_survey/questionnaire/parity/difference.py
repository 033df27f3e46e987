"""Word by word, what was and what is now."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

_PIECES = re.compile(r"\s+|\w+(?:[’'-]\w+)*|[^\w\s]")


class Piece(NamedTuple):
    """Some words that stayed, went, or came."""

    kind: Literal["same", "gone", "new"]
    words: str


def difference(was: str, now: str) -> list[Piece]:
    """How one sentence became another, as pieces in reading order; what went stands before what came.

    The pieces that are not new make up `was`, those that are not gone make up `now`.
    """
    before, after = _PIECES.findall(was), _PIECES.findall(now)
    pieces: list[Piece] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece("same", "".join(before[a:b])))
            continue
        if a < b:
            pieces.append(Piece("gone", "".join(before[a:b])))
        if c < d:
            pieces.append(Piece("new", "".join(after[c:d])))
    return pieces
