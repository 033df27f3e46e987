"""Note: something to read between questions."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from ..answers import SKIPPED, Answer, Raw
from ..column import Column, Value
from ..problem import Problem
from ..summary import Summary, Tally
from ..text import N_, Language, Text
from .base import BaseQuestion


class Note(BaseQuestion, frozen=True, kw_only=True, omit_defaults=True, tag="note"):
    """Asks nothing: a heading, and a few paragraphs (`body`), a picture or a film."""

    label = N_("Note")
    purpose = N_("People read something: a few words, a picture or a film. It asks nothing.")
    family = "words"
    asks = False
    always = False

    own_settings = {
        "body": N_("Words of the note"),
    }

    body: Text = Text()

    def parse(self, raw: Raw) -> Answer | Problem:
        """Nothing, for nothing is asked."""
        return SKIPPED

    def raw(self, answer: Answer) -> dict[str, list[str]]:
        """Nothing."""
        return {}

    def show(self, answer: Answer, lang: Language) -> list[str]:
        """Nothing."""
        return []

    def probes(self, options: object, numbers: object) -> list[Answer]:
        """Nothing: no condition can look at it."""
        return []

    def sample(self, rng: Random, words: str = "") -> dict[str, list[str]]:
        """Nothing."""
        return {}

    def columns(self) -> tuple[Column, ...]:
        """None."""
        return ()

    def cells(self, answer: Answer, lang: Language) -> tuple[Value, ...]:
        """None."""
        return ()

    def summarise(self, tally: Tally) -> Summary:
        """Nothing."""
        return Summary(base=0)

    def texts(self) -> Iterator[tuple[str, Text, bool]]:
        """The note's sentences and its paragraphs."""
        yield from BaseQuestion.texts(self)
        yield "body", self.body, False
