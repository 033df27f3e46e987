"""Summary: what all answers to one question say, before anything is hidden."""

from __future__ import annotations

from collections import Counter

import msgspec

from .text import Text

Tally = Counter[str]
"""How often each thing was answered; two tallies are merged by adding them."""

ASKED = "+asked"
"""The key under which a tally counts everyone who was asked the question."""

ANSWERED = "+answered"
"""The key under which a tally counts everyone who gave a real answer."""


class Item(msgspec.Struct, frozen=True):
    """How many people gave one possible answer.

    `words` are the option's, or a sentence of ours marked with `N_`. `alone` says that nobody who
    gave this answer gave another.
    """

    words: Text | str
    count: int
    alone: bool = True


class Measure(msgspec.Struct, frozen=True):
    """One figure for all answers together: what it is (a sentence of ours) and its value, if any."""

    words: str
    value: float | None


class Summary(msgspec.Struct, frozen=True):
    """What a question's answers say: counts of people, or figures such as a median.

    `base` is the number of people that the counts are part of. `revealing` says whether the counts
    show what people said (and must be protected), not only that they said something. `each` is how
    many answers everybody may have given, which bounds their sum; 0 where that varies. `unit` is
    that of the figures. `rest` is what values that few people gave are called together, where
    people write values of their own; empty elsewhere.
    """

    base: int
    items: tuple[Item, ...] = ()
    measures: tuple[Measure, ...] = ()
    unit: Text = Text()
    revealing: bool = True
    each: int = 0
    rest: str = ""
