"""Advice: one thing that would make a question better, said quietly; and the rules that give it."""

from __future__ import annotations

from typing import Any

import msgspec

from ..text import Language, Text, fingerprint


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """What the coach looks for: the advice, why it gives it, and what can be done.

    All are sentences of ours, marked. `press` are the words of the button that mends it where one
    press can, empty where only the designer can. `library` names the set of ready-made questions that helps.
    """

    advice: str
    why: str
    mend: str
    press: str = ""
    library: str = ""


class Advice(msgspec.Struct, frozen=True, kw_only=True):
    """One piece of advice on a survey.

    `place` says where, as a `Problem` does; empty is the survey as a whole. `rule` is the code of
    the rule that gives it. `params` fill the placeholders of its words. `lang` is the one
    language that it concerns, None where it concerns both or none. `quote` are the words of the
    survey that it is about, in the languages in which it finds them, and `plainer` what could stand
    there. `mend` names the edit (`mends.MENDS`) that one press makes, empty where there is none.
    """

    place: str
    rule: str
    params: dict[str, Any] = {}
    lang: Language | None = None
    quote: Text = Text()
    plainer: str = ""
    mend: str = ""

    @property
    def thing(self) -> tuple[str, str]:
        """What it belongs to: ``("question", code)``, ``("section", code)``, or two empty words."""
        part, _, rest = self.place.partition(".")
        return part, rest.partition(".")[0]

    @property
    def key(self) -> str:
        """What tells this advice from all other of the survey, until the words change."""
        numbers = sorted(f"{name}={value}" for name, value in self.params.items())
        about = (self.place, self.rule, self.lang or "", self.quote.cy, self.quote.en, *numbers)
        return fingerprint("\n".join(f"{part} |" for part in about))
