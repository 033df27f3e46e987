"""Memory: what has been translated before, and what of it is like a sentence at hand."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache

import msgspec

from ..questionnaire.text import Language, Text

NEAR = 0.7
"""How alike two sentences must be to be worth showing; 1 is the same."""

LOOKED_AT = 60
"""How many sentences are compared letter by letter: those that share the most words."""

LONGEST = 600
"""Passages longer than this are offered only where they are the same."""

MOST = 3
"""How many translations are offered for one sentence."""

_word = re.compile(r"\w+(?:['’]\w+)*")


class Remembered(msgspec.Struct, frozen=True):
    """A sentence in both languages, and what it comes from."""

    text: Text
    origin: Text


class Match(msgspec.Struct, frozen=True):
    """What was translated before: its words, their translation, how alike (100 is the same), where."""

    source: str
    target: str
    percent: int
    origin: Text


class Memory:
    """All that a project remembers, ready to be asked."""

    def __init__(self, remembered: Iterable[Remembered]) -> None:
        self.all: list[Remembered] = []
        self._exact: dict[tuple[Language, str], list[int]] = {}
        self._by_word: dict[tuple[Language, str], list[int]] = {}
        seen = set()
        for entry in remembered:
            pair = entry.text.cy, entry.text.en
            if pair in seen:
                continue
            seen.add(pair)
            place = len(self.all)
            self.all.append(entry)
            for lang, words in (("cy", entry.text.cy), ("en", entry.text.en)):
                self._exact.setdefault((lang, _plain(words)), []).append(place)  # type: ignore[arg-type]
                if len(words) <= LONGEST:
                    for word in _words(_plain(words)):
                        self._by_word.setdefault((lang, word), []).append(place)  # type: ignore[arg-type]

    def matches(self, words: str, lang: Language, most: int = MOST) -> list[Match]:
        """Translations of what is the same as, or much like, these words in `lang`, the best first."""
        plain = _plain(words)
        if not plain:
            return []
        found = dict.fromkeys(self._exact.get((lang, plain), ()), 1.0)
        if len(words) <= LONGEST and len(found) < most:
            found |= {p: r for p, r in self._near(plain, lang) if p not in found}
        best = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))[:most]
        return [self._match(place, ratio, lang) for place, ratio in best]

    def _near(self, plain: str, lang: Language) -> Iterable[tuple[int, float]]:
        rare = sorted(_words(plain), key=lambda w: len(self._by_word.get((lang, w), ())))
        shared: Counter[int] = Counter()
        for word in rare:
            places = self._by_word.get((lang, word), ())
            if len(places) <= 2000:
                shared.update(places)
        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2(plain)
        for place, _count in shared.most_common(LOOKED_AT):
            matcher.set_seq1(_plain(self.all[place].text.face(lang)))
            if matcher.real_quick_ratio() >= NEAR and matcher.quick_ratio() >= NEAR:
                ratio = matcher.ratio()
                if ratio >= NEAR:
                    yield place, ratio

    def _match(self, place: int, ratio: float, lang: Language) -> Match:
        entry = self.all[place]
        source, target = entry.text.face(lang), entry.text.face("en" if lang == "cy" else "cy")
        percent = 100 if ratio == 1.0 else min(99, round(ratio * 100))
        return Match(source, target, percent, entry.origin)


def best(found: Iterable[Match], most: int = MOST) -> list[Match]:
    """The best of what several memories found, each translation once."""
    once: dict[str, Match] = {}
    for match in sorted(found, key=lambda match: -match.percent):
        once.setdefault(_plain(match.target), match)
    return list(once.values())[:most]


@lru_cache(maxsize=16_384)
def _words(plain: str) -> frozenset[str]:
    """The words of a sentence, each once."""
    return frozenset(_word.findall(plain))


@lru_cache(maxsize=16_384)
def _plain(words: str) -> str:
    """Words as they are compared: capitals, spacing and the form of apostrophes do not matter."""
    folded = unicodedata.normalize("NFC", words).casefold().replace("'", "’")
    return " ".join(folded.split())
