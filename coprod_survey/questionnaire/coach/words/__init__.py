"""The word lists of the coach: one module a language, the same lists in each."""

from __future__ import annotations

from ...text import Language
from .cy import WELSH
from .en import ENGLISH
from .shape import Words

WORDS: dict[Language, Words] = {"cy": WELSH, "en": ENGLISH}
"""The lists by language, Welsh first."""

__all__ = ["WORDS", "Words"]
