"""Codes: the short stable names of sections, questions and options, made once from their words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from .text import Text

LONGEST = 32
"""The most characters a code may have."""

COMFORTABLE = 20
"""Where a code made from words is cut, at the end of a word: it heads a column in workbooks."""

SMALL_WORDS = re.compile(
    "a|an|and|are|at|by|did|do|does|for|from|had|has|have|how|i|if|in|is|it|of|on|or|our|that|the|"
    "this|to|was|we|were|what|when|where|which|who|why|with|you|your|"
    "ac|ar|beth|ble|chi|ei|eich|ein|faint|fe|gan|mewn|mi|oedd|oes|pa|pam|pan|pwy|roedd|sut|sy|"
    "wrth|y|ydy|yn|yr"
)
"""Words that say little in a code, in both languages."""


def make_code(words: Text, taken: Collection[str], otherwise: str) -> str:
    """A fresh code for something with these words.

    It is made from the English words, or the Welsh where there are none, without accents and small
    words; `otherwise` begins it where nothing is left. It differs from every code in `taken`,
    whatever their capitals.
    """
    stem = _stem(words.en) or _stem(words.cy) or otherwise
    return unused(stem, taken)


def unused(stem: str, taken: Collection[str]) -> str:
    """`stem`, or the first of ``stem_2``, ``stem_3`` ... that is not taken, whatever the capitals."""
    lower = {code.casefold() for code in taken}
    code, number = stem[:LONGEST], 1
    while code.casefold() in lower:
        number += 1
        end = f"_{number}"
        code = stem[: LONGEST - len(end)] + end
    return code


def _stem(words: str) -> str:
    """The telling words of a sentence as letters, figures and low lines; empty if none can be."""
    decomposed = unicodedata.normalize("NFKD", words.replace("’", "'"))
    plain = decomposed.encode("ascii", "ignore").decode().casefold()
    parts = re.findall(r"[a-z0-9]+", plain.replace("'", ""))
    telling = [p for p in parts if not SMALL_WORDS.fullmatch(p)] or parts
    stem = ""
    for part in telling:
        longer = f"{stem}_{part}" if stem else part[:COMFORTABLE]
        if len(longer) > COMFORTABLE:
            break
        stem = longer
    return stem.lstrip("0123456789_")
