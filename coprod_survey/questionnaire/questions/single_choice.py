"""Single choice: one of several options."""

from __future__ import annotations

from ..answers import Answer, Raw
from ..problem import Problem
from ..text import N_
from .choice import ChoiceQuestion
from .dropdown import Dropdown


class SingleChoice(
    ChoiceQuestion, frozen=True, kw_only=True, omit_defaults=True, tag="single_choice"
):
    """Asks for one of several options, as radio buttons."""

    label = N_("Single choice")
    purpose = N_("People choose one answer from a list.")
    nothing_chosen = N_("Choose one answer")

    def parse(self, raw: Raw) -> Answer | Problem:
        """The one option that was chosen; the first, should a form send several."""
        return self.choose([self.first(raw)], raw)

    def folded(self) -> Dropdown:
        """The same question as a list that opens, its options in their order."""
        same = {name: getattr(self, name) for name in self.__struct_fields__}
        return Dropdown(**same, alphabetical=False)
