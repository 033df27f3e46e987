"""Terms: what a project calls things, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

import msgspec

from ..text import N_, Text
from .finding import Finding

TERM = N_(
    "The project’s list of terms says “%(welsh)s” for “%(english)s”, and the Welsh does not have it"
)


class Term(msgspec.Struct, frozen=True):
    """A word or a few that a project calls by the same name everywhere."""

    english: str
    welsh: str


MUTATIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ll", ("l",)),
    ("rh", ("r",)),
    ("p", ("b", "mh", "ph")),
    ("t", ("d", "nh", "th")),
    ("c", ("g", "ngh", "ch")),
    ("b", ("f", "m")),
    ("d", ("dd", "n")),
    ("g", ("", "ng")),
    ("m", ("f",)),
)
"""How the beginning of a word changes: soft, nasal and aspirate. Longer beginnings come first."""

UNCHANGING = ("ch", "dd", "ff", "ph", "th", "ng")


def forms(word: str) -> set[str]:
    """A Welsh word and what it may begin like after other words, in small letters."""
    word = word.casefold()
    found = {word, f"h{word}"} if word[:1] in "aeiouwyâêîôûŵŷ" else {word}
    if word.startswith(UNCHANGING):
        return found
    for beginning, others in MUTATIONS:
        if word.startswith(beginning):
            rest = word[len(beginning) :]
            return found | {other + rest for other in others}
    return found


@lru_cache(maxsize=2048)
def _welsh(term: str) -> re.Pattern[str]:
    """What finds a Welsh term, whatever its words begin like and however apostrophes are written."""
    words = ["(?:" + "|".join(map(re.escape, sorted(forms(w)))) + ")" for w in _plain(term).split()]
    return re.compile(r"(?<!\w)" + r"\s+".join(words))


@lru_cache(maxsize=2048)
def _english(term: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(_plain(term))}(?:s|es)?(?!\w)")


def _plain(words: str) -> str:
    return " ".join(words.replace("’", "'").casefold().split())


def check_terms(text: Text, terms: Iterable[Term]) -> list[Finding]:
    """A warning for each term of the English that the Welsh calls something else."""
    english, welsh = _plain(text.en), _plain(text.cy)
    return [
        Finding("term", TERM, {"welsh": term.welsh, "english": term.english})
        for term in terms
        if _english(term.english).search(english) and not _welsh(term.welsh).search(welsh)
    ]
