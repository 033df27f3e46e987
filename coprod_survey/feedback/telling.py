"""What everybody is told of a survey: what was heard, and what will be done about it."""

from __future__ import annotations

from datetime import date

import msgspec

from ..questionnaire.text import N_, Text
from .models import DOING, DONE, NOT, PLANNED, is_late

STATE_WORDS: dict[str, str] = {
    PLANNED: N_("Planned"),
    DOING: N_("We are doing this now"),
    DONE: N_("Done"),
    NOT: N_("We are not going to do this"),
}
"""How far a commitment is, in words for everybody."""

COLOURS: dict[str, str] = {
    PLANNED: "govuk-tag--blue",
    DOING: "govuk-tag--yellow",
    DONE: "govuk-tag--green",
    NOT: "govuk-tag--grey",
}
"""The colour of each state's tag, which is never its only sign."""


class Promise(msgspec.Struct, frozen=True):
    """What will be done: by whom, by which month (its first day), how far it is, what happened."""

    promise: Text = Text()
    who: Text = Text()
    by_month: date | None = None
    state: str = PLANNED
    outcome: Text = Text()

    def is_late(self, today: date) -> bool:
        """Whether its month is over, and it is neither done nor given up."""
        return is_late(self.by_month, self.state, today)


class Heard(msgspec.Struct, frozen=True):
    """One thing that was heard, the words of the question it rests on, and what follows from it."""

    heard: Text = Text()
    question: Text = Text()
    promises: tuple[Promise, ...] = ()


class Told(msgspec.Struct, frozen=True):
    """Everything that is told, in order."""

    findings: tuple[Heard, ...] = ()
