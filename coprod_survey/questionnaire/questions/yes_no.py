"""Yes or no: a question whose Welsh answers follow its verb."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Self

from msgspec.structs import replace

from ..answers import Answer, Raw
from ..problem import Problem
from ..text import N_, Text
from ..welsh_yes_no import PAIRS, fitting_pair
from .base import BaseQuestion
from .choice import PREFER_NOT_WORDS, ChoiceQuestion, Option, Role
from .settings import Said

MORE: dict[Role, Text] = {
    "dont_know": Text.both("Ddim yn gwybod", "Don’t know"),
    "prefer_not": PREFER_NOT_WORDS,
}
"""The options that may stand below yes and no: code, which is the role too, and words."""


class YesNo(ChoiceQuestion, frozen=True, kw_only=True, omit_defaults=True, tag="yes_no"):
    """Asks for yes or no; the codes are always `yes` and `no`.

    `pair` is the code of the Welsh words for them (`welsh_yes_no.PAIRS`), empty while nobody has
    chosen; `dont_know` and `prefer_not` say which options stand below. The options follow from
    these three.
    """

    label = N_("Yes or no")
    purpose = N_("People answer yes or no. In Welsh the words follow the verb.")
    seconds = 8
    nothing_chosen = N_("Choose yes or no")
    fixed = ("options",)
    pairs = PAIRS

    own_settings = {
        "pair": N_("How yes and no are said in Welsh"),
        "dont_know": N_("Also offer “don’t know”"),
        "prefer_not": N_("Also offer “prefer not to say”"),
    }

    pair: str = ""
    dont_know: bool = False
    prefer_not: bool = False

    @classmethod
    def fresh(cls) -> Self:
        """A question whose Welsh words are still to be chosen."""
        return cls(code="question").settled()

    def say_setting(self, name: str) -> Said:
        """What a setting is: of the pair, its Welsh words."""
        pair = PAIRS.get(self.pair) if name == "pair" else None
        if pair is None:
            return ChoiceQuestion.say_setting(self, name)
        return Text(cy=f"{pair.yes} / {pair.no}")

    @property
    def suggested(self) -> str:
        """The pair that fits the Welsh question, as far as its first word says; else empty."""
        return fitting_pair(self.text.cy)

    def with_prefer_not(self) -> Self:
        """The question with "prefer not to say" below yes and no."""
        return replace(self, prefer_not=True).settled()

    def fresh_row(self, name: str) -> Option | None:
        """Nothing: yes and no are all there is."""
        return None

    def settled(self) -> Self:
        """The question with the options that follow from its settings.

        Words that somebody gave to "don't know" or "prefer not to say" stay.
        """
        pair = PAIRS.get(self.pair)
        yes, no = (pair.yes, pair.no) if pair else ("", "")
        options = [
            Option(code="yes", text=Text.both(yes, "Yes")),
            Option(code="no", text=Text.both(no, "No")),
        ]
        for role, words in MORE.items():
            if getattr(self, role):
                options.append(self.option(role) or Option(code=role, text=words, role=role))
        return replace(self, pair=self.pair if pair else "", options=tuple(options))

    def parse(self, raw: Raw) -> Answer | Problem:
        """The one option that was chosen."""
        return self.choose([self.first(raw)], raw)

    def texts(self) -> Iterator[tuple[str, Text, bool]]:
        """The question's sentences; the options' too once their Welsh is chosen."""
        yield from ChoiceQuestion.texts(self) if self.pair else BaseQuestion.texts(self)

    def check(self) -> Iterator[Problem]:
        """The Welsh words chosen, and options that are what the settings say."""
        yield from ChoiceQuestion.check(self)
        if self.pair not in PAIRS:
            yield Problem(N_("Choose how yes and no are said in Welsh"), place="pair")
        elif self.options != self.settled().options:
            yield Problem(
                N_("The answers do not fit the settings. Save the question again"), place="pair"
            )
