"""Short text: a few words on one line; and what it shares with long text."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from ..answers import SKIPPED, Answer, Raw, plain_text
from ..column import Column, Value, variable
from ..problem import Problem
from ..summary import ANSWERED, ASKED, Item, Summary, Tally
from ..text import N_, Language
from .base import BaseQuestion


class TextQuestion(BaseQuestion, frozen=True, kw_only=True, omit_defaults=True):
    """Asks for words. The answer is the text, with one kind of line end and no control characters."""

    own_settings = {"limit": N_("The most characters that people may write")}

    limit: int = 200

    longest = 10_000

    def parse(self, raw: Raw) -> Answer | Problem:
        """The words that were written, unless there are too many of them."""
        words = plain_text(self.first(raw))
        if not words:
            return self.problem(N_("Write your answer")) if self.required else SKIPPED
        if len(words) > self.limit:
            return self.problem(
                N_("Shorten your answer: it may have %(limit)s characters and has %(count)s"),
                limit=self.limit,
                count=len(words),
            )
        return words

    def sample(self, rng: Random, words: str = "") -> dict[str, list[str]]:
        """The words that were given, as far as there is room."""
        return {self.name: [(words or "da")[: self.limit]]}

    def raw(self, answer: Answer) -> dict[str, list[str]]:
        """The words as they were written."""
        return {self.name: [answer]} if isinstance(answer, str) else {}

    def show(self, answer: Answer, lang: Language) -> list[str]:
        """The words, line by line, in whatever language the person wrote them."""
        return str(answer).split("\n")

    def columns(self) -> tuple[Column, ...]:
        """The words."""
        return (Column(name=variable(self.code), kind="text", meaning=N_("What people wrote")),)

    def cells(self, answer: Answer, lang: Language) -> tuple[Value, ...]:
        """The words, as they were written."""
        return (answer,)

    def summarise(self, tally: Tally) -> Summary:
        """How many of those who were asked wrote something."""
        return Summary(
            base=tally[ASKED],
            items=(Item(N_("Wrote an answer"), tally[ANSWERED]),),
            revealing=False,
        )

    def check(self) -> Iterator[Problem]:
        """A limit within what can be stored and read."""
        yield from BaseQuestion.check(self)
        if not 1 <= self.limit <= self.longest:
            yield Problem(
                N_("The limit must be between 1 and %(most)s characters"),
                {"most": self.longest},
                place="limit",
            )


class ShortText(TextQuestion, frozen=True, kw_only=True, omit_defaults=True, tag="short_text"):
    """Asks for a few words on one line."""

    label = N_("Short text")
    purpose = N_("People write a few words on one line.")
    family = "write"
    seconds = 20

    limit: int = 200

    def parse(self, raw: Raw) -> Answer | Problem:
        """The words that were written, on one line."""
        line = " ".join(self.first(raw).split())
        return TextQuestion.parse(self, {self.name: [line]})
