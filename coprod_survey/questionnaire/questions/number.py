"""Number: a whole or decimal number within limits."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from random import Random

from ..answers import SKIPPED, Answer, Raw
from ..column import Column, Value, variable
from ..problem import Problem
from ..summary import ANSWERED, ASKED, Measure, Summary, Tally
from ..text import N_, Language, Text
from .base import BaseQuestion

A_NUMBER = re.compile(r"[+-]?\d{1,12}(\.\d{1,6})?")


class Number(BaseQuestion, frozen=True, kw_only=True, omit_defaults=True, tag="number"):
    """Asks for a number, with an optional unit shown beside the box. The answer is a JSON number."""

    label = N_("Number")
    purpose = N_("People write a number, such as how many hours or how many meetings.")
    family = "measure"
    seconds = 15

    own_settings = {
        "least": N_("Smallest number that makes sense"),
        "most": N_("Largest number that makes sense"),
        "whole": N_("Only whole numbers"),
        "unit": N_("Unit beside the box, such as hours"),
    }

    least: int | float | None = None
    most: int | float | None = None
    whole: bool = True
    unit: Text = Text()

    def parse(self, raw: Raw) -> Answer | Problem:
        """The number that was typed; spaces and thousands commas are forgiven."""
        typed = self.first(raw).replace(" ", "").replace(" ", "")
        if re.fullmatch(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?", typed):
            typed = typed.replace(",", "")
        typed = typed.replace("−", "-")
        if not typed:
            return self.problem(N_("Write a number")) if self.required else SKIPPED
        if not A_NUMBER.fullmatch(typed):
            return self.problem(N_("Write a number in figures, such as 12"))
        value = float(typed)
        if self.whole and value != int(value):
            return self.problem(N_("Write a whole number, such as 12"))
        if self.least is not None and value < self.least:
            return self.problem(
                N_("Write a number that is %(least)s or more"), least=tidy(self.least)
            )
        if self.most is not None and value > self.most:
            return self.problem(N_("Write a number that is %(most)s or less"), most=tidy(self.most))
        return tidy(value)

    def amount(self, answer: Answer, part: str = "") -> float | None:
        """The number itself."""
        return answer if isinstance(answer, int | float) else None

    @property
    def measurable(self) -> bool:
        """A number can always be compared."""
        return True

    def probes(self, options: Mapping[str, set[str]], numbers: set[float]) -> list[Answer]:
        """Each number that is named, one just below and one just above, as far as they are allowed."""
        step = 1 if self.whole else 1e-6
        near = {round(n + d, 6) for n in numbers for d in (-step, 0, step)} or {0.0}
        if self.whole:
            near = {float(f(n)) for n in near for f in (math.floor, math.ceil)}
        ends = {float(n) for n in (self.least, self.most) if n is not None}
        return [
            tidy(n)
            for n in sorted(near | ends)
            if (self.least is None or n >= self.least) and (self.most is None or n <= self.most)
        ]

    def sample(self, rng: Random, words: str = "") -> dict[str, list[str]]:
        """A number within the limits."""
        least = math.ceil(self.least) if self.least is not None else 0
        most = math.floor(self.most) if self.most is not None else least + 100
        if least <= most:
            return {self.name: [str(rng.randint(least, most))]}
        return {self.name: [f"{self.least:.6f}"]}

    def raw(self, answer: Answer) -> dict[str, list[str]]:
        """The number as it would be typed."""
        return {self.name: [f"{answer}"]} if isinstance(answer, int | float) else {}

    def show(self, answer: Answer, lang: Language) -> list[str]:
        """The number, and its unit after it."""
        unit = self.unit.words(lang)
        return [f"{answer} {unit}" if unit else f"{answer}"]

    def columns(self) -> tuple[Column, ...]:
        """The number."""
        return (
            Column(
                name=variable(self.code),
                kind="number",
                meaning=N_("The number that was written"),
                words=self.unit,
            ),
        )

    def cells(self, answer: Answer, lang: Language) -> tuple[Value, ...]:
        """The number."""
        return (answer,)

    def tally(self, answer: Answer) -> Tally:
        """How often each number was written: the median of all follows from that."""
        return Tally([ANSWERED, f"{answer}"])

    def summarise(self, tally: Tally) -> Summary:
        """The mean, the median and the quartiles; never the smallest or largest, which are one person's."""
        found = sorted((float(k), n) for k, n in tally.items() if k not in (ASKED, ANSWERED) and n)
        base = tally[ANSWERED]
        return Summary(
            base=base,
            unit=self.unit,
            measures=(
                Measure(N_("Mean (average)"), _mean(found, base)),
                Measure(N_("Lower quartile"), _quantile(found, base, 0.25)),
                Measure(N_("Median (middle answer)"), _quantile(found, base, 0.5)),
                Measure(N_("Upper quartile"), _quantile(found, base, 0.75)),
            ),
        )

    def texts(self) -> Iterator[tuple[str, Text, bool]]:
        """The question's sentences and its unit."""
        yield from BaseQuestion.texts(self)
        yield "unit", self.unit, False

    def check(self) -> Iterator[Problem]:
        """Limits that leave room for an answer."""
        yield from BaseQuestion.check(self)
        if self.least is not None and self.most is not None and self.least > self.most:
            yield Problem(N_("The smallest number must not be above the largest"), place="least")


Found = Sequence[tuple[float, int]]
"""Each number that was written, in order, and by how many people."""


def _mean(found: Found, base: int) -> float | None:
    """The mean to one decimal place; None when nobody answered."""
    return tidy(round(sum(value * n for value, n in found) / base, 1)) if base else None


def _quantile(found: Found, base: int, part: float) -> float | None:
    """The number below which this part of all answers lies; None when nobody answered.

    Where the place falls between two answers, the number does so too (as in Excel's QUARTILE.INC).
    """
    if not base:
        return None
    position = part * (base - 1)
    low, high = _at(found, math.floor(position)), _at(found, math.ceil(position))
    return tidy(round(low + (high - low) * (position - math.floor(position)), 2))


def _at(found: Found, place: int) -> float:
    """The answer at this place, from 0, when all are put in order."""
    for value, n in found:
        place -= n
        if place < 0:
            return value
    return found[-1][0]


def tidy(value: float) -> int | float:
    """The number without a needless decimal part."""
    return int(value) if value == int(value) else value
