"""Column: one variable of a table with one row for each person, and its stable name."""

from __future__ import annotations

import hashlib
from typing import Literal

import msgspec

from .text import Text

Kind = Literal["code", "label", "number", "flag", "text"]
"""What a column holds: a code, the words of a code, a number, 0 or 1, what a person wrote."""

Value = str | int | float | None
"""One cell of a column; None where the column does not apply to the answer."""

LONGEST = 32
"""The most characters that a variable's name may have: what statistics programs take."""


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """A variable: its name, what it holds, and which option it is about.

    `meaning` is a sentence of ours marked with `N_`; `option` is the code of the one option that a
    flag or a text is about, and `words` are that option's. `part` is the code of the statement or
    moment that it is about, in a question that has several, and `part_words` are its words.
    """

    name: str
    kind: Kind
    meaning: str
    option: str = ""
    words: Text = Text()
    part: str = ""
    part_words: Text = Text()

    @property
    def free_text(self) -> bool:
        """Whether it holds what people wrote, which may say who they are."""
        return self.kind == "text"


def variable(*codes: str) -> str:
    """A stable name made of codes, joined by underscores and at most 32 characters long.

    A name that would be longer is cut, and ends in a digest of the whole so that it stays unique.
    """
    name = "_".join(codes)
    if len(name) <= LONGEST:
        return name
    digest = hashlib.blake2b(name.encode(), digest_size=3).hexdigest()
    return f"{name[: LONGEST - 7]}_{digest}"
