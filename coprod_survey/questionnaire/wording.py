"""Wording: in which languages a sentence differs from what it was, and in which words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

import msgspec

from .text import LANGUAGES, Language, Text

MOST_WORDS = 400
"""Sentences longer than this are shown whole: words are not matched one by one."""


class Piece(msgspec.Struct, frozen=True):
    """A few words in a row, and whether the other sentence has them too."""

    words: str
    differs: bool


class Rewording(msgspec.Struct, frozen=True):
    """A sentence that differs in one language: what it was, and what it is now."""

    language: Language
    was: str
    now: str

    @property
    def pieces(self) -> tuple[list[Piece], list[Piece]]:
        """Both sentences in pieces: the words that went from one, those that came to the other."""
        return apart(self.was, self.now)


def rewordings(pairs: Iterable[tuple[Text, Text]]) -> tuple[Rewording, ...]:
    """Where the second sentence of each pair differs from the first, Welsh first."""
    both = list(pairs)
    return tuple(
        Rewording(lang, was.face(lang), now.face(lang))
        for lang in LANGUAGES
        for was, now in both
        if was.face(lang) != now.face(lang)
    )


def apart(was: str, now: str) -> tuple[list[Piece], list[Piece]]:
    """Two sentences cut into pieces where their words begin or cease to differ."""
    old, new = (re.findall(r"\S+\s*", words) for words in (was, now))
    if len(old) + len(new) > MOST_WORDS:
        return _joined([(was, True)]), _joined([(now, True)])
    plain = [[word.strip() for word in words] for words in (old, new)]
    before: list[tuple[str, bool]] = []
    after: list[tuple[str, bool]] = []
    steps = SequenceMatcher(a=plain[0], b=plain[1], autojunk=False).get_opcodes()
    for step, i, j, k, m in steps:
        before.append(("".join(old[i:j]), step != "equal"))
        after.append(("".join(new[k:m]), step != "equal"))
    return _joined(before), _joined(after)


def _joined(pieces: Iterable[tuple[str, bool]]) -> list[Piece]:
    return [Piece(words.strip(), differs) for words, differs in pieces if words.strip()]
