"""Number: a whole or decimal number within limits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..answers import SKIPPED, Answer, Raw
from ..problem import Problem
from ..text import N_, Language, Text
from .base import BaseQuestion

A_NUMBER = re.compile(r"[+-]?\d{1,12}(\.\d{1,6})?")


class Number(BaseQuestion, frozen=True, kw_only=True, omit_defaults=True, tag="number"):
    """Asks for a number, with an optional unit shown beside the box. The answer is a JSON number."""

    label = N_("Number")
    purpose = N_("People write a number, such as how many hours or how many meetings.")

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

    def raw(self, answer: Answer) -> dict[str, list[str]]:
        """The number as it would be typed."""
        return {self.name: [f"{answer}"]} if isinstance(answer, int | float) else {}

    def show(self, answer: Answer, lang: Language) -> list[str]:
        """The number, and its unit after it."""
        unit = self.unit.words(lang)
        return [f"{answer} {unit}" if unit else f"{answer}"]

    def texts(self) -> Iterator[tuple[str, Text, bool]]:
        """The question's sentences and its unit."""
        yield from BaseQuestion.texts(self)
        yield "unit", self.unit, False

    def check(self) -> Iterator[Problem]:
        """Limits that leave room for an answer."""
        if self.least is not None and self.most is not None and self.least > self.most:
            yield Problem(N_("The smallest number must not be above the largest"), place="least")


def tidy(value: float) -> int | float:
    """The number without a needless decimal part."""
    return int(value) if value == int(value) else value
