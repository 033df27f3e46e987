"""What the kinds of question that offer options share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import Literal, Self

import msgspec
from msgspec.structs import replace

from ..answers import SKIPPED, Answer, Raw, plain_text
from ..codes import unused
from ..column import Column, Value, variable
from ..problem import Problem
from ..summary import ANSWERED, Item, Summary, Tally
from ..text import LANGUAGES, N_, Language, Text
from .base import BaseQuestion

OTHER_LIMIT = 200
"""The most characters that "other, please say" takes."""

Role = Literal["", "exclusive", "other", "dont_know", "prefer_not"]
"""What an option means beside its words: nothing special; cannot stand beside another;
asks for a few words; the person does not know; the person prefers not to say."""

ROLE_LABELS: dict[Role, str] = {
    "": N_("An ordinary option"),
    "exclusive": N_("Cannot be chosen with any other option"),
    "other": N_("Other: asks the person to say more"),
    "dont_know": N_("Don’t know"),
    "prefer_not": N_("Prefer not to say"),
}


ROLE = N_("What it means")
"""What forms call the role of an option."""

SAME_WORDS = {
    "options": N_("Two options have the same words: %(words)s"),
    "statements": N_("Two statements have the same words: %(words)s"),
    "moments": N_("Two questions of the ladder have the same words: %(words)s"),
}
"""What is said of two rows of a list with the same words, by the name of the list."""


PREFER_NOT_WORDS = Text.both("Mae’n well gen i beidio â dweud", "Prefer not to say")


class Option(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Something that can be chosen: a code that never changes, and its words.

    `value` is the number a scale's point stands for, None elsewhere.
    """

    code: str
    text: Text = Text()
    hint: Text = Text()
    role: Role = ""
    value: int | None = None

    @property
    def exclusive(self) -> bool:
        """Whether it cannot be chosen together with another option."""
        return self.role in ("exclusive", "dont_know", "prefer_not")


def fresh_row(stem: str, rows: Sequence[Option], *, numbered: bool = False) -> Option:
    """A row that waits for its words, under a code made of `stem` that no other row has."""
    highest = max((o.value for o in rows if o.value is not None), default=0)
    code = unused(f"{stem}_1", [o.code for o in rows])
    return Option(code=code, value=highest + 1 if numbered else None)


def with_prefer_not(rows: Sequence[Option]) -> tuple[Option, ...]:
    """The options with "prefer not to say" behind them, unless one of them says so already."""
    if any(row.role == "prefer_not" for row in rows):
        return tuple(rows)
    code = unused("prefer_not", [row.code for row in rows])
    return (*rows, Option(code=code, text=PREFER_NOT_WORDS, role="prefer_not"))


def same_words(rows: Sequence[Option], name: str = "options") -> Iterator[Problem]:
    """The rows of a list that a reader could not tell from one before."""
    for lang in LANGUAGES:
        seen: set[str] = set()
        for row in rows:
            words = row.text.face(lang).casefold().strip()
            if words and words in seen:
                yield Problem(
                    SAME_WORDS[name], {"words": row.text.face(lang)}, place=f"{name}.{row.code}"
                )
            seen.add(words)


class ChoiceQuestion(BaseQuestion, frozen=True, kw_only=True, omit_defaults=True):
    """A question answered by choosing among options.

    The answer is ``{"chosen": [option codes in the order of the options]}``, with ``"other"``
    holding what was written beside an "other, please say" option.
    """

    options: tuple[Option, ...] = ()

    @classmethod
    def fresh(cls) -> Self:
        """A question with two options that wait for their words."""
        return cls(code="question", options=(Option(code="option_1"), Option(code="option_2")))

    @property
    def offered(self) -> tuple[Option, ...]:
        """The options that people choose among."""
        return self.options

    @property
    def lists(self) -> dict[str, tuple[Option, ...]]:
        """The options."""
        return {"options": self.options}

    def fresh_row(self, name: str) -> Option | None:
        """An option that waits for its words, with the next number where options have numbers."""
        return fresh_row("option", self.options, numbered=self.numbered)

    def with_prefer_not(self) -> Self:
        """The question with the option "prefer not to say" at its end."""
        return replace(self, options=with_prefer_not(self.options))

    def option(self, code: str) -> Option | None:
        """The option with this code."""
        return next((o for o in self.options if o.code == code), None)

    def other_name(self, option: Option) -> str:
        """The name of the field in which a person says what "other" is."""
        return f"{self.name}-{option.code}-other"

    def codes(self, answer: Answer, part: str = "") -> frozenset[str]:
        """The codes of the options that were chosen."""
        return frozenset(answer.get("chosen", ()))

    def amount(self, answer: Answer, part: str = "") -> float | None:
        """The number of the chosen option, where options have numbers."""
        chosen = self.option((answer.get("chosen") or [""])[0]) if self.numbered else None
        return chosen.value if chosen else None

    @property
    def measurable(self) -> bool:
        """Whether its options stand for numbers."""
        return self.numbered

    def probes(self, options: Mapping[str, set[str]], numbers: set[float]) -> list[Answer]:
        """Each option that is named, and one that is not; every point of a scale."""
        named = options.get("", set())
        telling = [o for o in self.options if o.code in named or o.value is not None]
        telling += [o for o in self.options if o not in telling][:1]
        return [{"chosen": [o.code]} for o in telling]

    def sample(self, rng: Random, words: str = "") -> dict[str, list[str]]:
        """One of the options, with a few words where it asks for some."""
        option = rng.choice(self.options)
        values = {self.name: [option.code]}
        if option.role == "other" and words:
            values[self.other_name(option)] = [words[:OTHER_LIMIT]]
        return values

    @property
    def fields(self) -> tuple[str, ...]:
        """The main field, and that of each option that asks for a few words."""
        others = (self.other_name(o) for o in self.options if o.role == "other")
        return (self.name, *others)

    def choose(self, sent: Sequence[str], raw: Raw) -> Answer | Problem:
        """The answer for the option codes that were sent, in the order of the options."""
        known = [o for o in self.options if o.code in sent]
        answer: dict[str, object] = {"chosen": [o.code for o in known]}
        if not known:
            return self.problem(self.nothing_chosen) if self.required else SKIPPED
        for option in known:
            if option.role == "other":
                words = plain_text((raw.get(self.other_name(option)) or [""])[0])
                if len(words) > OTHER_LIMIT:
                    return Problem(
                        N_("Shorten what you wrote to %(limit)s characters or fewer"),
                        {"limit": OTHER_LIMIT},
                        field=self.other_name(option),
                    )
                if words:
                    answer["other"] = words
        return answer

    nothing_chosen = N_("Choose an answer")

    def raw(self, answer: Answer) -> dict[str, list[str]]:
        """The form values that would give this answer."""
        if not isinstance(answer, dict) or "chosen" not in answer:
            return {}
        values = {self.name: list(answer["chosen"])}
        for option in self.options:
            if option.role == "other" and option.code in answer["chosen"] and "other" in answer:
                values[self.other_name(option)] = [answer["other"]]
        return values

    def show(self, answer: Answer, lang: Language) -> list[str]:
        """The words of the options that were chosen, one a line."""
        lines = []
        for option in self.options:
            if option.code in answer.get("chosen", ()):
                words = option.text.words(lang)
                said = answer.get("other") if option.role == "other" else None
                lines.append(f"{words}: {said}" if said else words)
        return lines

    def columns(self) -> tuple[Column, ...]:
        """The code of the option that was chosen, its words, and what was said beside "other"."""
        return (
            Column(name=variable(self.code), kind="code", meaning=N_("Code of the chosen option")),
            Column(
                name=variable(self.code, "label"),
                kind="label",
                meaning=N_("Words of the chosen option"),
            ),
            *self.other_columns(),
        )

    def cells(self, answer: Answer, lang: Language) -> tuple[Value, ...]:
        """The code and the words of the one option that was chosen, and what was said beside it."""
        chosen = self.option(answer["chosen"][0])
        if chosen is None:
            return (None, None, *self.other_cells(answer))
        return (chosen.code, chosen.text.words(lang), *self.other_cells(answer))

    def other_columns(self) -> tuple[Column, ...]:
        """The variable for what people say beside an "other, please say" option, if there is one."""
        others = [option for option in self.options if option.role == "other"]
        if not others:
            return ()
        column = Column(
            name=variable(self.code, "other_text"),
            kind="text",
            meaning=N_("What people wrote beside an option"),
        )
        if len(others) == 1:  # of several, the option that was chosen says which one it is about
            column = replace(column, option=others[0].code, words=others[0].text)
        return (column,)

    def other_cells(self, answer: Answer) -> tuple[Value, ...]:
        """What was said beside "other", for the variable of `other_columns`."""
        asks = any(option.role == "other" for option in self.options)
        return (answer.get("other"),) if asks else ()

    def tally(self, answer: Answer) -> Tally:
        """One for each option that was chosen."""
        return Tally([ANSWERED, *answer["chosen"]])

    def summarise(self, tally: Tally) -> Summary:
        """How many people chose each option."""
        return Summary(
            base=tally[ANSWERED],
            items=tuple(Item(o.text, tally[o.code], self.is_alone(o)) for o in self.options),
        )

    def is_alone(self, option: Option) -> bool:
        """Whether who chooses this option chooses no other."""
        return True

    def texts(self) -> Iterator[tuple[str, Text, bool]]:
        """The question's sentences, then those of each option."""
        yield from BaseQuestion.texts(self)
        for option in self.options:
            yield f"options.{option.code}", option.text, True
            yield f"options.{option.code}.hint", option.hint, False

    def check(self) -> Iterator[Problem]:
        """At least two options, unique codes, no two options with the same words."""
        yield from BaseQuestion.check(self)
        if len(self.options) < 2:
            yield Problem(N_("This question needs at least two options"), place="options")
        yield from same_words(self.options)
        if self.several and sum(o.role == "other" for o in self.options) > 1:
            yield Problem(N_("Only one option can ask the person to say more"), place="options")
