"""Words: what the coach knows of one language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple


class Words(NamedTuple):
    """The words and phrases of one language that the rules of the coach look for.

    All are written in small letters and with straight apostrophes, as `reading.plain` leaves them.
    `hard` gives the plainer word for each hard one. `leading` are phrases that lead. `denying`
    words each deny something; `closing` ones only finish a denial that another began; `contrary`
    ones deny within themselves (unlikely) and count only beside another denial; `harmless` are
    phrases that look like a denial and are none. `agreeing` are the words of a scale of agreement.
    `zero` finds the point of a scale that stands for nothing at all; `good` and `bad` find points
    on either side of the middle. `joining` finds "and", `either` finds "or", `asking` finds
    a second question behind them, and `one_thing` what is joined and still one thing. `topics` find
    what a question is about, by the names of `topics.TOPICS`.
    """

    hard: dict[str, str]
    leading: re.Pattern[str]
    denying: frozenset[str]
    closing: frozenset[str]
    contrary: frozenset[str]
    harmless: re.Pattern[str]
    agreeing: re.Pattern[str]
    zero: re.Pattern[str]
    good: re.Pattern[str]
    bad: re.Pattern[str]
    joining: re.Pattern[str]
    either: re.Pattern[str]
    asking: re.Pattern[str]
    one_thing: re.Pattern[str]
    topics: dict[str, re.Pattern[str]]


BEGINNING = r"(?<![\w'])"


def any_of(*phrases: str) -> re.Pattern[str]:
    """A pattern that finds any of these phrases as whole words; each may be a pattern itself."""
    return re.compile(rf"{BEGINNING}(?:{'|'.join(phrases)})(?!\w)")


def any_among(patterns: Iterable[re.Pattern[str]]) -> re.Pattern[str]:
    """One pattern that finds what any of these patterns of `any_of` would, and sooner."""
    rests = "|".join(pattern.pattern.removeprefix(BEGINNING) for pattern in patterns)
    return re.compile(f"{BEGINNING}(?:{rests})")


def either_way(*pairs: str) -> str:
    """A pattern for pairs written as ``health+care``, in either order, around any of the joiners."""
    sides = [pair.split("+") for pair in pairs]
    return "|".join(f"{a} JOINED {b}|{b} JOINED {a}" for a, b in sides)
