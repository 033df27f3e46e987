"""Dropdown: one of many options, from a list that opens."""

from __future__ import annotations

from typing import ClassVar

from ..alphabet import sort_key
from ..answers import Answer, Raw
from ..problem import Problem
from ..text import N_, Language
from .choice import ChoiceQuestion, Option


class Dropdown(ChoiceQuestion, frozen=True, kw_only=True, omit_defaults=True, tag="dropdown"):
    """Asks for one option of a long list.

    With `alphabetical`, each language shows the ordinary options in the order of its own alphabet;
    those that mean something special, such as "don't know", always come last.
    """

    label = N_("Long list")
    purpose = N_("People choose one answer from a long list, such as places or services.")
    seconds = 15
    opens = True
    nothing_chosen = N_("Choose one answer from the list")

    LONG: ClassVar[int] = 15
    """From how many options on a field to narrow the list is offered."""

    own_settings = {
        "alphabetical": N_("In alphabetical order, in each language by its own alphabet"),
    }

    alphabetical: bool = True

    def listed(self, lang: Language) -> list[Option]:
        """The options in the order in which people read them in a language."""
        ordinary = [option for option in self.options if not option.role]
        if self.alphabetical:
            ordinary.sort(key=lambda option: sort_key(option.text.words(lang), lang))
        return [*ordinary, *(option for option in self.options if option.role)]

    @property
    def others(self) -> list[Option]:
        """The options that ask the person to say more."""
        return [option for option in self.options if option.role == "other"]

    def parse(self, raw: Raw) -> Answer | Problem:
        """The one option that was chosen."""
        return self.choose([self.first(raw)], raw)
