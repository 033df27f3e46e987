"""Postcode area: the first half of a postcode, which says where about somebody lives."""

from __future__ import annotations

import re
from random import Random
from typing import Self

from ..answers import SKIPPED, Answer, Raw, plain_text
from ..column import Column, Value, variable
from ..problem import Problem
from ..summary import ANSWERED, ASKED, Item, Summary, Tally
from ..text import N_, Language, Text
from .base import BaseQuestion

OUTWARD = r"[A-PR-UWYZ][A-HK-Y]?[0-9][0-9A-HJKMNPR-Y]?"
"""The first half of a postcode, such as CF10, SA1 or W1A."""

INWARD = r"[0-9][A-Z]{0,2}"
"""The second half, or as much of it as has been written; with the first it names a street."""

AREA = re.compile(OUTWARD)
BOTH = re.compile(rf"({OUTWARD})({INWARD})?")
SOMEWHERE = re.compile(rf"\b({OUTWARD})[\W_]*[0-9][A-Z]{{2}}\b", re.I | re.ASCII)
"""A whole postcode among other words, whatever stands between its halves."""

SAMPLES = ("CF10", "CF37", "LD1", "LL57", "NP20", "SA1", "SA43", "SY23")


class PostcodeArea(
    BaseQuestion, frozen=True, kw_only=True, omit_defaults=True, tag="postcode_area"
):
    """Asks for the first half of a postcode; the answer is that half in capitals, such as CF10.

    Who writes the whole postcode may do so: the second half is dropped before anything is kept.
    """

    label = N_("Postcode area")
    purpose = N_("People write the first half of their postcode, so that nobody’s home is known.")
    family = "place"
    seconds = 12

    @classmethod
    def fresh(cls) -> Self:
        """A question whose answers stand in no row: others know where somebody lives."""
        return cls(code="question", sensitive=True)

    @property
    def coarse(self) -> bool:
        """Only the first half is kept, whatever is written."""
        return True

    def parse(self, raw: Raw) -> Answer | Problem:
        """The first half of the postcode that was written."""
        typed = plain_text(self.first(raw))
        if not typed:
            if self.required:
                return self.problem(N_("Write the first half of your postcode"))
            return SKIPPED
        area = first_half(typed)
        if not AREA.fullmatch(area):
            return self.problem(N_("Write the first half of a postcode, such as CF10 or LL57"))
        return area

    def tidied(self, typed: dict[str, list[str]]) -> dict[str, list[str]]:
        """What was typed without the second half of a postcode, which is never kept."""
        return {name: [first_half(words) for words in values] for name, values in typed.items()}

    def probes(self, options: object, numbers: object) -> list[Answer]:
        """One area: conditions can only ask whether there is one."""
        return [SAMPLES[0]]

    def sample(self, rng: Random, words: str = "") -> dict[str, list[str]]:
        """An area of Wales."""
        return {self.name: [rng.choice(SAMPLES)]}

    def raw(self, answer: Answer) -> dict[str, list[str]]:
        """The first half."""
        return {self.name: [answer]} if isinstance(answer, str) else {}

    def show(self, answer: Answer, lang: Language) -> list[str]:
        """The first half."""
        return [str(answer)]

    def columns(self) -> tuple[Column, ...]:
        """The first half."""
        return (
            Column(
                name=variable(self.code),
                kind="code",
                meaning=N_("The first half of the postcode"),
            ),
        )

    def cells(self, answer: Answer, lang: Language) -> tuple[Value, ...]:
        """The first half."""
        return (answer,)

    def tally(self, answer: Answer) -> Tally:
        """One for the area."""
        return Tally([ANSWERED, answer])

    def summarise(self, tally: Tally) -> Summary:
        """How many people live in each area that was named, in the order of the letters."""
        areas = sorted(key for key, n in tally.items() if key not in (ASKED, ANSWERED) and n)
        items = tuple(Item(Text.both(area, area), tally[area]) for area in areas)
        return Summary(
            base=tally[ANSWERED],
            items=items or (Item(N_("No answers yet"), 0),),
            rest=N_("Other areas, with fewer than 5 people each"),
        )


def first_half(typed: str) -> str:
    """What somebody has typed of a postcode, without its second half and in capitals.

    Words that are no postcode stay as they are, but for any whole postcode among them.
    """
    first, *more = typed.upper().split()[:3] or [""]
    if more and AREA.fullmatch(first) and re.fullmatch(INWARD, "".join(more)):
        return first
    found = BOTH.fullmatch("".join([first, *more]))
    return found[1] if found else SOMEWHERE.sub(lambda whole: whole[1], typed)
