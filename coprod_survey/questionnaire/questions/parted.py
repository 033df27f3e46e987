"""What the kinds of question share that ask the same of several statements or moments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice, product
from random import Random
from typing import ClassVar

from ..answers import SKIPPED, Answer, Raw
from ..column import Column, Value, variable
from ..problem import Problem
from ..summary import ANSWERED, Item, Summary, Tally
from ..text import N_, Language, Text
from .base import BaseQuestion
from .choice import ROLE_LABELS, Option, Role, same_words

MOST_PROBES = 5_000
"""How many combinations of answers are tried for conditions at the most."""


class PartedQuestion(BaseQuestion, frozen=True, kw_only=True, omit_defaults=True):
    """A question of several parts; each is answered by itself with one of the same options.

    The answer is ``{"parts": {part code: option code}}``, in the order of the parts. Where no
    answer is needed, some parts may be left out.
    """

    numbered = True
    roles: ClassVar[dict[Role, str]] = {
        role: words for role, words in ROLE_LABELS.items() if role != "other"
    }
    """What an option can mean: none of them asks people to say more."""

    options: tuple[Option, ...] = ()

    @property
    def offered(self) -> tuple[Option, ...]:
        """The options that people choose among for every part."""
        return self.options

    def option(self, code: str) -> Option | None:
        """The option with this code."""
        return next((o for o in self.options if o.code == code), None)

    def field(self, part: Option) -> str:
        """The name of the form field for one part."""
        return f"{self.name}-{part.code}"

    @property
    def fields(self) -> tuple[str, ...]:
        """The field of each part."""
        return tuple(self.field(part) for part in self.parts)

    def parse(self, raw: Raw) -> Answer | Problem:
        """The option that was chosen for each part; the first part without one is named."""
        known = {o.code for o in self.options}
        sent = {part.code: (raw.get(self.field(part)) or [""])[0].strip() for part in self.parts}
        chosen = {code: option for code, option in sent.items() if option in known}
        missing = [part for part in self.parts if part.code not in chosen]
        if self.required and missing:
            return Problem(
                N_("Choose an answer: “%(part)s”. Still without one in this question: %(count)s")
                if len(missing) > 1
                else N_("Choose an answer: “%(part)s”"),
                {"part": missing[0].text, "count": len(missing)},
                field=self.field(missing[0]),
            )
        return {"parts": chosen} if chosen else SKIPPED

    def raw(self, answer: Answer) -> dict[str, list[str]]:
        """The form values that would give this answer."""
        if not isinstance(answer, dict) or "parts" not in answer:
            return {}
        return {f"{self.name}-{part}": [option] for part, option in answer["parts"].items()}

    def show(self, answer: Answer, lang: Language) -> list[str]:
        """The words of each part that was answered with those of its option, one a line."""
        lines = []
        for part in self.parts:
            chosen = self._chosen(answer, part.code)
            if chosen:
                asked = part.text.words(lang).rstrip(".: ")
                end = "" if asked.endswith("?") else ":"
                lines.append(f"{asked}{end} {chosen.text.words(lang)}")
        return lines

    def codes(self, answer: Answer, part: str = "") -> frozenset[str]:
        """The option that was chosen for one part."""
        chosen = self._chosen(answer, part)
        return frozenset((chosen.code,)) if chosen else frozenset()

    def amount(self, answer: Answer, part: str = "") -> float | None:
        """The number of the option that was chosen for one part."""
        chosen = self._chosen(answer, part)
        return chosen.value if chosen else None

    @property
    def measurable(self) -> bool:
        """Its options stand for numbers."""
        return True

    def probes(self, options: Mapping[str, set[str]], numbers: set[float]) -> list[Answer]:
        """For each part that conditions name: every option that tells, and none where that may be.

        The other parts are answered, always in the same way.
        """
        telling = [self._telling(options.get(part.code), numbers) for part in self.parts]
        codes = [part.code for part in self.parts]
        answers = []
        for chosen in islice(product(*telling), MOST_PROBES):
            given = {code: option for code, option in zip(codes, chosen, strict=True) if option}
            if given:
                answers.append({"parts": given})
        return answers

    def _telling(self, named: set[str] | None, numbers: set[float]) -> list[str]:
        """The answers to one part among which conditions that name these options can tell."""
        if named is None:
            return [o.code for o in self.options[:1]]
        telling = [o for o in self.options if o.code in named or (numbers and o.value is not None)]
        telling += [o for o in self.options if o not in telling][:1]
        return [o.code for o in telling] + ([] if self.required else [""])

    def sample(self, rng: Random, words: str = "") -> dict[str, list[str]]:
        """One of the options for each part."""
        return {name: [rng.choice(self.options).code] for name in self.fields}

    def columns(self) -> tuple[Column, ...]:
        """For each part: the code of the option that was chosen, its words and its number."""
        columns = []
        for part in self.parts:
            for ending, kind, meaning in (
                ("", "code", N_("Code of the chosen option")),
                ("label", "label", N_("Words of the chosen option")),
                ("value", "number", N_("Number of the chosen point on the scale")),
            ):
                codes = (self.code, part.code, ending) if ending else (self.code, part.code)
                columns.append(
                    Column(
                        name=variable(*codes),
                        kind=kind,  # type: ignore[arg-type]
                        meaning=meaning,
                        part=part.code,
                        part_words=part.text,
                    )
                )
        return tuple(columns)

    def cells(self, answer: Answer, lang: Language) -> tuple[Value, ...]:
        """Code, words and number for each part; None for a part that was left out."""
        cells: list[Value] = []
        for part in self.parts:
            chosen = self._chosen(answer, part.code)
            cells += [chosen.code, chosen.text.words(lang), chosen.value] if chosen else [None] * 3
        return tuple(cells)

    def tally(self, answer: Answer) -> Tally:
        """One for each part that was answered, and one for the option that was chosen there."""
        keys = [ANSWERED]
        for part, option in answer["parts"].items():
            keys += [f"{part}/{ANSWERED}", f"{part}/{option}"]
        return Tally(keys)

    def summaries(self, tally: Tally) -> Iterator[tuple[Option | None, Summary]]:
        """How many people chose each option, of those who answered that part."""
        for part in self.parts:
            items = (Item(o.text, tally[f"{part.code}/{o.code}"]) for o in self.options)
            yield part, Summary(base=tally[f"{part.code}/{ANSWERED}"], items=tuple(items))

    def texts(self) -> Iterator[tuple[str, Text, bool]]:
        """The question's sentences, then those of each row of its lists."""
        yield from BaseQuestion.texts(self)
        for name, rows in self.lists.items():
            for row in rows:
                yield f"{name}.{row.code}", row.text, True
                yield f"{name}.{row.code}.hint", row.hint, False

    def check(self) -> Iterator[Problem]:
        """No two rows of a list with the same words, and no option that asks for more words."""
        yield from BaseQuestion.check(self)
        for name, rows in self.lists.items():
            yield from same_words(rows, name)
        for option in self.options:
            if option.role == "other":
                yield Problem(
                    N_("An option of this kind of question cannot ask people to say more"),
                    place=f"options.{option.code}",
                )

    def _chosen(self, answer: Answer, part: str) -> Option | None:
        return self.option(answer.get("parts", {}).get(part, ""))
