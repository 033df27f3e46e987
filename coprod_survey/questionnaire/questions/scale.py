"""Scale: one point of a short scale on which every point has words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Self

from ..answers import Answer, Raw
from ..column import Column, Value, variable
from ..problem import Problem
from ..text import N_, Language, Text
from .choice import ChoiceQuestion, Option

USUAL_POINTS = (
    ("not_at_all", Text.both("Ddim o gwbl", "Not at all")),
    ("a_little", Text.both("Ychydig", "A little")),
    ("partly", Text.both("I ryw raddau", "Partly")),
    ("mostly", Text.both("Gan mwyaf", "Mostly")),
    ("completely", Text.both("Yn llwyr", "Completely")),
)
"""The words of a new scale's points, lowest first."""


class Scale(ChoiceQuestion, frozen=True, kw_only=True, omit_defaults=True, tag="scale"):
    """Asks for one point of a scale; each point is an option with words and a number (`value`)."""

    label = N_("Scale")
    purpose = N_("People say how much or how often, on a scale where every point has words.")
    family = "measure"
    nothing_chosen = N_("Choose one point on the scale")
    numbered = True

    @classmethod
    def fresh(cls) -> Self:
        """A scale of five points, from not at all to completely."""
        return cls(code="question", options=usual_points())

    def parse(self, raw: Raw) -> Answer | Problem:
        """The one point that was chosen."""
        return self.choose([self.first(raw)], raw)

    def columns(self) -> tuple[Column, ...]:
        """As every choice, with the number of the point after its words."""
        code, label, *other = ChoiceQuestion.columns(self)
        value = Column(
            name=variable(self.code, "value"),
            kind="number",
            meaning=N_("Number of the chosen point on the scale"),
        )
        return (code, label, value, *other)

    def cells(self, answer: Answer, lang: Language) -> tuple[Value, ...]:
        """As every choice, with the number of the point after its words."""
        code, label, *other = ChoiceQuestion.cells(self, answer, lang)
        chosen = self.option(answer["chosen"][0])
        return (code, label, chosen.value if chosen else None, *other)

    @property
    def points(self) -> tuple[int, ...]:
        """The numbers of the scale's points, in the order in which they are asked."""
        return tuple(o.value for o in self.options if o.value is not None)

    def check(self) -> Iterator[Problem]:
        """As every choice, and points whose numbers rise or fall step by step."""
        yield from ChoiceQuestion.check(self)
        yield from check_points(self.options)


def check_points(options: Sequence[Option]) -> Iterator[Problem]:
    """Points that lack a number, or whose numbers do not rise or fall step by step."""
    for option in options:
        if option.role == "" and option.value is None:
            yield Problem(
                N_("Every point of a scale needs a number: %(words)s"),
                {"words": option.text},
                place=f"options.{option.code}",
            )
    numbers = [o.value for o in options if o.value is not None]
    rising = sorted(set(numbers))
    if len(numbers) < 2 or numbers not in (rising, rising[::-1]):
        yield Problem(
            N_("The numbers of a scale must all differ, and rise or fall in order"),
            place="options",
        )


def usual_points() -> tuple[Option, ...]:
    """The five points of a new scale, from not at all to completely."""
    return tuple(Option(code=c, text=t, value=n) for n, (c, t) in enumerate(USUAL_POINTS, 1))
