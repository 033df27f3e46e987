"""Consent: whether somebody agrees to take part; who does not is led out kindly."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Self

from ..answers import Answer, Raw
from ..problem import Problem
from ..text import N_, Text
from .choice import ChoiceQuestion, Option

YES, NO = "yes", "no"

USUAL_WORDS = (
    (YES, Text.both("Rwy’n cytuno i gymryd rhan", "I agree to take part")),
    (NO, Text.both("Dydw i ddim yn cytuno i gymryd rhan", "I do not agree to take part")),
)
"""What the two answers are called at first."""


class Consent(ChoiceQuestion, frozen=True, kw_only=True, omit_defaults=True, tag="consent"):
    """Asks whether somebody agrees; the options are `yes` and `no`, and `no` ends the survey."""

    label = N_("Consent")
    purpose = N_("People agree to take part before they go on; for those who do not, it ends here.")
    family = "words"
    nothing_chosen = N_("Choose whether you agree")
    may_end = True
    always = True

    @classmethod
    def fresh(cls) -> Self:
        """The question with our own words for yes and no."""
        return cls(code="question", options=tuple(Option(code=c, text=t) for c, t in USUAL_WORDS))

    def parse(self, raw: Raw) -> Answer | Problem:
        """Yes or no."""
        return self.choose([self.first(raw)], raw)

    def ends(self, answer: Answer) -> bool:
        """Whether the person does not agree."""
        return NO in self.codes(answer)

    def sample(self, rng: Random, words: str = "") -> dict[str, list[str]]:
        """Yes: who does not agree sends nothing."""
        return {self.name: [YES]}

    def check(self) -> Iterator[Problem]:
        """As every choice, and the two options that it knows."""
        yield from ChoiceQuestion.check(self)
        if [option.code for option in self.options] != [YES, NO]:
            yield Problem(
                N_("This question has two options: to agree, and not to agree"), place="options"
            )
