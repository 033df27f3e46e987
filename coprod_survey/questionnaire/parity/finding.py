"""Finding: something about a sentence's two languages that a person should look at."""

from __future__ import annotations

from typing import Any

import msgspec

from ..problem import Problem
from ..text import Text, fingerprint


class Finding(msgspec.Struct, frozen=True):
    """What one check found, and where.

    `rule` is the name of the check. A `serious` finding must be mended before publishing; any other
    is a warning, which a person may wave through with a reason.
    """

    rule: str
    message: str
    params: dict[str, Any] = {}
    serious: bool = False
    place: str = ""

    @property
    def problem(self) -> Problem:
        """The finding as something to mend, in words that can be said in either language."""
        return Problem(self.message, self.params, place=self.place)


def words_key(text: Text) -> str:
    """A digest of both faces: what was waved through counts only while the words are the same."""
    return fingerprint(f"{text.cy}\n|\n{text.en}")
