"""Alphabetical order in Welsh and in English, and words as a search compares them."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from .text import Language

LETTERS = (
    *("a", "b", "c", "ch", "d", "dd", "e", "f", "ff", "g", "ng", "h", "i", "j", "k", "l", "ll"),
    *("m", "n", "o", "p", "ph", "q", "r", "rh", "s", "t", "th", "u", "v", "w", "x", "y", "z"),
)
"""The Welsh alphabet: eight letters are written with two signs. K, q, v, x and z are borrowed."""

_PLACE = {letter: place for place, letter in enumerate(LETTERS, start=1)}
_LETTER = re.compile("ch|dd|ff|ng|ll|ph|rh|th|.")

_N_BEFORE_G = re.compile(r"\b((?:llan|pen|glan|bryn|ton)(?=g)|ban(?=gor)|dan(?=gos)|en(?=ghr))")
"""Where n and g stand beside each other as two letters: before the name in Llan-gefni, Pen-gam and
the like, and in Bangor, dangos and enghraifft. Only a dictionary knows every such word."""


def sort_key(words: str, lang: Language) -> tuple[Any, ...]:
    """What to sort words by, so that they stand in the order of the language's alphabet.

    Capitals, accents, apostrophes and hyphens count only where nothing else differs.
    """
    plain = _plain(words)
    if lang == "en":
        return plain, words
    parted = _N_BEFORE_G.sub(lambda found: f"{found[1]}\0", plain)
    letters = tuple(_rank(sign) for sign in _LETTER.findall(parted) if sign != "\0")
    return letters, words


def folded(words: str) -> str:
    """Words as a search compares them: without capitals, accents, apostrophes or hyphens.

    Fold both what is sought and what is looked through: *ty bach* then finds *Tŷ Bach*, and
    *gwin* finds *gŵin*; a circumflex, however it was typed, makes no difference.
    """
    return _plain(words)


def _plain(words: str) -> str:
    """Words in small letters without accents or signs, and single spaces."""
    decomposed = unicodedata.normalize("NFKD", words.casefold())
    kept = "".join(c for c in decomposed if c.isalnum() or c.isspace())
    return " ".join(kept.split())


def _rank(letter: str) -> tuple[int, str]:
    """The place of a letter: spaces and figures first, signs of other alphabets last."""
    place = _PLACE.get(letter)
    if place is not None:
        return place, ""
    return (0, letter) if letter.isspace() or letter.isdigit() else (len(LETTERS) + 1, letter)
