"""Small numbers in what people write: a sentence that counts a few of them may tell who they are."""

from __future__ import annotations

import re

from ..questionnaire.parity.pair import figures
from ..questionnaire.text import LANGUAGES, Language, Text
from .suppression import SMALLEST_COUNT

WORDS: dict[Language, re.Pattern[str]] = {
    "cy": re.compile(
        r"(?<!\by )(?<!['’]r )\b(?:dd?au|dd?wy|(?:t|th|d)(?:ri|air)|(?:p|ph|b)ed(?:war|air))\b",
        re.I,
    ),
    "en": re.compile(r"\b(?:two|three|four)\b", re.I),
}
"""The numbers from two to four in words, with the mutations of the Welsh.

One is too common a word, and what follows *y* is "both" as often as "the two".
"""


def small_numbers(text: Text) -> list[str]:
    """The numbers of a sentence that are too small to be told if they count people, as written.

    Each is there once, whether it stands in one language or in both. They are only numbers: whether
    they count people is for a person to say.
    """
    found: dict[str, None] = {}
    for lang in LANGUAGES:
        words = text.face(lang)
        small = (f for f in figures(words) if f.isdecimal() and 0 < int(f) < SMALLEST_COUNT)
        found |= dict.fromkeys([*small, *WORDS[lang].findall(words)])
    return list(found)
