"""Read a sentence as the rules of the coach need it: plain, in sentences, in words."""

from __future__ import annotations

import re
from functools import lru_cache

SENTENCE_END = re.compile(r"[.!?:;]+[”\"')]*\s+|\n+")
STOP = re.compile(r"(?<=[.!?])\s+|\n+")
WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
ADDRESS = re.compile(r"\(?(?:https?://|mailto:)\S+")


@lru_cache(maxsize=8192)
def plain(words: str) -> str:
    """A sentence in small letters and with straight apostrophes, for looking words up."""
    return words.replace("’", "'").replace("‘", "'").casefold()


@lru_cache(maxsize=8192)
def tokens(words: str) -> tuple[str, ...]:
    """The words of a passage in plain letters, without the addresses of its links."""
    return tuple(WORD.findall(ADDRESS.sub(" ", plain(words))))


@lru_cache(maxsize=8192)
def sentences(words: str) -> tuple[str, ...]:
    """The sentences of a passage; a new line begins one."""
    return tuple(s.strip() for s in SENTENCE_END.split(ADDRESS.sub(" ", words)) if s.strip())


@lru_cache(maxsize=8192)
def asked(words: str) -> tuple[str, ...]:
    """The sentences of a question that ask: those with a question mark, or all where none has one."""
    parts = tuple(s.strip() for s in STOP.split(words) if s.strip())
    return tuple(s for s in parts if s.rstrip("”\"') ").endswith("?")) or parts
