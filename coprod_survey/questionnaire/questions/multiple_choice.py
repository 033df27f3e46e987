"""Multiple choice: any number of options."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from random import Random
from typing import Self

from msgspec.structs import replace

from ..answers import Answer, Raw, is_answered
from ..codes import unused
from ..column import Column, Value, variable
from ..problem import Problem
from ..text import N_, Language, Text
from .choice import OTHER_LIMIT, ChoiceQuestion, Option

NONE_WORDS = Text.both("Dim un o’r rhain", "None of these")


class MultipleChoice(
    ChoiceQuestion, frozen=True, kw_only=True, omit_defaults=True, tag="multiple_choice"
):
    """Asks for any number of options, as check boxes; at most `most` of them when that is set."""

    label = N_("Multiple choice")
    purpose = N_("People choose every answer that is true for them.")
    seconds = 20
    several = True
    nothing_chosen = N_("Choose at least one answer")

    own_settings = {
        "most": N_("The most that can be chosen"),
    }

    most: int | None = None

    @classmethod
    def fresh(cls) -> Self:
        """A question with two options that wait for their words, and "none of these"."""
        options = (Option(code="option_1"), Option(code="option_2"))
        return cls(code="question", options=options).with_none()

    def with_none(self) -> Self:
        """The question with "none of these" behind its ordinary options."""
        code = unused("none", [option.code for option in self.options])
        none = Option(code=code, text=NONE_WORDS, role="exclusive")
        ordinary = [option for option in self.options if not option.role]
        special = [option for option in self.options if option.role]
        return replace(self, options=(*ordinary, none, *special))

    def parse(self, raw: Raw) -> Answer | Problem:
        """The options that were chosen, if they may stand together."""
        answer = self.choose(raw.get(self.name) or [], raw)
        if isinstance(answer, Problem) or not is_answered(answer):
            return answer
        chosen = [o for o in self.options if o.code in answer["chosen"]]
        alone = next((o for o in chosen if o.exclusive), None)
        if alone and len(chosen) > 1:
            return self.problem(
                N_("Choose either “%(option)s” or other answers, not both"), option=alone.text
            )
        if self.most and len(chosen) > self.most:
            return self.problem(N_("Choose at most this many answers: %(most)s"), most=self.most)
        return answer

    def probes(self, options: Mapping[str, set[str]], numbers: set[float]) -> list[Answer]:
        """Every set of the options that are named (at most eight), with and without one that is not."""
        named = [o for o in self.options if o.code in options.get("", ())][:8]
        others = [o for o in self.options if o not in named and not o.exclusive][:1]
        telling = []
        for size in range(len(named) + 1):
            for chosen in combinations(named, size):
                for more in ((), tuple(others)):
                    together = [o for o in self.options if o in (*chosen, *more)]
                    alone = any(o.exclusive for o in together)
                    fits = 0 < len(together) <= (self.most or len(together))
                    if fits and not (alone and len(together) > 1):
                        telling.append({"chosen": [o.code for o in together]})
        return telling

    def sample(self, rng: Random, words: str = "") -> dict[str, list[str]]:
        """One option that stands alone, or as many others as may be chosen."""
        alone = [o for o in self.options if o.exclusive]
        others = [o for o in self.options if not o.exclusive]
        if not others or (alone and rng.random() < 0.1):
            return {self.name: [rng.choice(alone).code]}
        most = min(self.most or len(others), len(others))
        chosen = rng.sample(others, rng.randint(1, most))
        values = {self.name: [o.code for o in chosen]}
        for option in chosen:
            if option.role == "other" and words:
                values[self.other_name(option)] = [words[:OTHER_LIMIT]]
        return values

    def columns(self) -> tuple[Column, ...]:
        """0 or 1 for each option, and what was said beside "other"."""
        return (
            *(
                Column(
                    name=variable(self.code, option.code),
                    kind="flag",
                    meaning=N_("1 where this option was chosen, 0 where it was not"),
                    option=option.code,
                    words=option.text,
                )
                for option in self.options
            ),
            *self.other_columns(),
        )

    def cells(self, answer: Answer, lang: Language) -> tuple[Value, ...]:
        """1 for each option that was chosen and 0 for the others, and what was said."""
        chosen = answer["chosen"]
        return (
            *(1 if option.code in chosen else 0 for option in self.options),
            *self.other_cells(answer),
        )

    def is_alone(self, option: Option) -> bool:
        """Whether the option excludes the others."""
        return option.exclusive

    def check(self) -> Iterator[Problem]:
        """As every choice, and a limit that leaves something to choose."""
        yield from ChoiceQuestion.check(self)
        if self.most is not None and not 1 <= self.most <= len(self.options):
            yield Problem(
                N_("The most that can be chosen must be between 1 and the number of options"),
                place="most",
            )
