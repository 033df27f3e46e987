"""Ranking: the options that matter most, in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from random import Random

from ..answers import SKIPPED, Answer, Raw
from ..column import Column, Value, variable
from ..problem import Problem
from ..summary import ANSWERED, Item, Summary, Tally
from ..text import N_, Language, Text
from .choice import ChoiceQuestion, Option


class Ranking(ChoiceQuestion, frozen=True, kw_only=True, omit_defaults=True, tag="ranking"):
    """Asks for the first few options in order, by one list for each place; `places` says how many.

    Without `places` people may put all options in order. The answer is ``{"ranked": [option codes,
    the first choice first]}``. A place that is left empty closes up; no option has two places.
    """

    label = N_("Ranking")
    purpose = N_("People choose what matters most to them, in order.")
    several = True
    seconds = 30

    own_settings = {
        "places": N_("How many options people put in order"),
    }

    places: int | None = None

    @property
    def most(self) -> int:
        """How many options can have a place."""
        return min(self.places or len(self.options), len(self.options))

    @property
    def top(self) -> int:
        """How many of the first places count in results: all, or the upper half of a full order."""
        return self.most if self.most < len(self.options) else (len(self.options) + 1) // 2

    def place_name(self, place: int) -> str:
        """The name of the field for a place, from 1."""
        return self.name if place == 1 else f"{self.name}-{place}"

    @property
    def fields(self) -> tuple[str, ...]:
        """One field for each place."""
        return tuple(self.place_name(place) for place in range(1, self.most + 1)) or (self.name,)

    def parse(self, raw: Raw) -> Answer | Problem:
        """The options in their places, closed up where one between them was left empty."""
        places: dict[str, int] = {}
        for place, field in enumerate(self.fields, start=1):
            option = self.option(self.first(raw, field))
            if option is None:
                continue
            if option.code in places:
                return self.problem(
                    N_(
                        "You chose “%(option)s” twice: as choice %(first)s and as choice %(second)s. Change one of them, or leave it empty"
                    ),
                    field=field,
                    option=option.text,
                    first=places[option.code],
                    second=place,
                )
            places[option.code] = place
        if not places:
            return self.problem(N_("Choose at least one option")) if self.required else SKIPPED
        return {"ranked": list(places)}

    def raw(self, answer: Answer) -> dict[str, list[str]]:
        """The option in each place, by its field."""
        ranked = answer.get("ranked", []) if isinstance(answer, dict) else []
        return {self.place_name(place): [code] for place, code in enumerate(ranked, 1) if code}

    def show(self, answer: Answer, lang: Language) -> list[str]:
        """The options in order, each with its place."""
        return [
            f"{place}. {option.text.words(lang)}"
            for place, code in enumerate(answer.get("ranked", ()), 1)
            if (option := self.option(code))
        ]

    def codes(self, answer: Answer, part: str = "") -> frozenset[str]:
        """The options that have a place."""
        return frozenset(answer.get("ranked", ()))

    def probes(self, options: Mapping[str, set[str]], numbers: set[float]) -> list[Answer]:
        """Every set of the options that are named (at most eight), with and without one that is not."""
        named = [o.code for o in self.options if o.code in options.get("", ())][:8]
        others = [o.code for o in self.options if o.code not in named][:1]
        return [
            {"ranked": [*chosen, *more]}
            for size in range(len(named) + 1)
            for chosen in combinations(named, size)
            for more in ((), tuple(others))
            if 0 < len((*chosen, *more)) <= self.most
        ]

    def sample(self, rng: Random, words: str = "") -> dict[str, list[str]]:
        """As many options as one likes, in any order."""
        codes = [option.code for option in self.options]
        return self.raw({"ranked": rng.sample(codes, rng.randint(1, self.most))})

    def columns(self) -> tuple[Column, ...]:
        """The place of each option."""
        return tuple(
            Column(
                name=variable(self.code, option.code),
                kind="number",
                meaning=N_("The place of this option: 1 for the first choice"),
                option=option.code,
                words=option.text,
            )
            for option in self.options
        )

    def cells(self, answer: Answer, lang: Language) -> tuple[Value, ...]:
        """The place of each option that has one."""
        places = {code: place for place, code in enumerate(answer["ranked"], 1)}
        return tuple(places.get(option.code) for option in self.options)

    def tally(self, answer: Answer) -> Tally:
        """One for each option in one of the first places."""
        return Tally([ANSWERED, *answer["ranked"][: self.top]])

    def summarise(self, tally: Tally) -> Summary:
        """How many people gave each option one of the first places; a single place has one option."""
        return Summary(
            base=tally[ANSWERED],
            items=tuple(
                Item(_among(option, self.top), tally[option.code], alone=self.top == 1)
                for option in self.options
            ),
            each=self.top,
        )

    def check(self) -> Iterator[Problem]:
        """As every choice, places for some of the options, and ordinary options only."""
        yield from ChoiceQuestion.check(self)
        if self.places is not None and not 1 <= self.places <= len(self.options):
            yield Problem(
                N_("The number of places must be between 1 and the number of options"),
                place="places",
            )
        for option in self.options:
            if option.role:
                yield Problem(
                    N_("Only ordinary options can be put in order: %(words)s"),
                    {"words": option.text},
                    place=f"options.{option.code}",
                )


def _among(option: Option, top: int) -> Text:
    """An option's words, and which of the first places are counted."""
    if top == 1:
        cy, en = "dewis 1", "choice 1"
    else:
        cy, en = f"dewis 1 i {top}", f"choices 1 to {top}"
    return Text(
        cy=f"{option.text.cy} ({cy})" if option.text.cy else "",
        en=f"{option.text.en} ({en})" if option.text.en else "",
        source=option.text.source,
    )
