"""Contact: how to reach somebody who wants to be told what changed, kept apart from their answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from ..answers import SKIPPED, Answer, Raw, plain_text
from ..column import Column, Value
from ..problem import Problem
from ..summary import Summary, Tally
from ..text import N_, Language
from .base import BaseQuestion

YES = "yes"

LONGEST = {"name": 200, "email": 254, "telephone": 40}
"""The most characters of each part."""

TELEPHONE = re.compile(r"\+?[0-9 ()./-]+")


class Contact(BaseQuestion, frozen=True, kw_only=True, omit_defaults=True, tag="contact"):
    """Asks for a name, an e-mail address and a telephone number, as far as each is wanted.

    They are taken only from who ticks the box that says so. The answer holds what was written, as
    ``{"name": ..., "email": ..., "telephone": ...}``, until the answers are sent; it is then taken
    out of them and kept apart.
    """

    label = N_("Contact")
    purpose = N_("People may leave a way to reach them, to hear what changed. It is kept apart.")
    family = "words"
    seconds = 30
    apart = True
    always = False

    own_settings = {
        "ask_name": N_("Ask for a name"),
        "ask_email": N_("Ask for an e-mail address"),
        "ask_telephone": N_("Ask for a telephone number"),
    }

    ask_name: bool = True
    ask_email: bool = True
    ask_telephone: bool = True

    @property
    def asked(self) -> tuple[str, ...]:
        """The parts that are asked for."""
        return tuple(part for part in LONGEST if getattr(self, f"ask_{part}"))

    def part_name(self, part: str) -> str:
        """The name of the field for a part; the main field is the tick."""
        return f"{self.name}-{part}"

    @property
    def fields(self) -> tuple[str, ...]:
        """The tick, and a field for each part."""
        return (self.name, *(self.part_name(part) for part in self.asked))

    def parse(self, raw: Raw) -> Answer | Problem:
        """What was written, where the box is ticked and somebody can be reached by it."""
        written = {
            part: " ".join(plain_text(self.first(raw, self.part_name(part))).split())
            for part in self.asked
        }
        answer = {part: words for part, words in written.items() if words}
        if self.first(raw) != YES:
            if answer:
                return self.problem(
                    N_("Tick the box if we may keep these details, or empty the boxes below it")
                )
            return SKIPPED
        for part, words in answer.items():
            if not _FITS[part](words) or len(words) > LONGEST[part]:
                return self.problem(_WRONG[part], field=self.part_name(part))
        ways = [part for part in self.asked if part != "name"]
        if ways and not any(way in answer for way in ways):
            message = _NEEDED[ways[0]] if len(ways) == 1 else _NEEDED_EITHER
            return self.problem(message, field=self.part_name(ways[0]))
        return answer

    def raw(self, answer: Answer) -> dict[str, list[str]]:
        """The tick and the parts."""
        if not isinstance(answer, dict) or "special" in answer:
            return {}
        return {self.name: [YES], **{self.part_name(p): [words] for p, words in answer.items()}}

    def show(self, answer: Answer, lang: Language) -> list[str]:
        """What was written, a line for each part."""
        return [answer[part] for part in LONGEST if part in answer]

    def probes(self, options: object, numbers: object) -> list[Answer]:
        """None: no condition can look at it."""
        return []

    def sample(self, rng: Random, words: str = "") -> dict[str, list[str]]:
        """Somebody made up, whom nothing can reach."""
        number = rng.randrange(1000)
        made_up = {
            "name": f"Enghraifft {number}",
            "email": f"enghraifft{number}@example.org",
            "telephone": f"01632 960{number:03}",  # a number that is kept free for examples
        }
        return self.raw({part: made_up[part] for part in self.asked})

    def columns(self) -> tuple[Column, ...]:
        """None: it stands in no table of answers."""
        return ()

    def cells(self, answer: Answer, lang: Language) -> tuple[Value, ...]:
        """None."""
        return ()

    def summarise(self, tally: Tally) -> Summary:
        """Nothing: it is not part of any results."""
        return Summary(base=0)

    def check(self) -> Iterator[Problem]:
        """A way to reach people."""
        yield from BaseQuestion.check(self)
        if not (self.ask_email or self.ask_telephone):
            yield Problem(
                N_("Ask for an e-mail address or a telephone number, or people cannot be told"),
                place="ask_email",
            )


def _is_email(words: str) -> bool:
    """Whether this looks like an e-mail address; nobody is asked whether it exists."""
    from email_validator import EmailNotValidError, validate_email  # takes long to load

    try:
        validate_email(words, check_deliverability=False)
    except EmailNotValidError:
        return False
    return True


def _is_telephone(words: str) -> bool:
    """Whether this looks like a telephone number, in Wales or abroad."""
    return bool(TELEPHONE.fullmatch(words)) and 7 <= sum(c.isdigit() for c in words) <= 15


_FITS = {"name": lambda words: True, "email": _is_email, "telephone": _is_telephone}
_WRONG = {
    "name": N_("Shorten the name"),
    "email": N_("Write an e-mail address like name@example.org"),
    "telephone": N_("Write a telephone number in figures, such as 01632 960001"),
}
_NEEDED = {
    "email": N_("Write your e-mail address, or take the tick out of the box"),
    "telephone": N_("Write your telephone number, or take the tick out of the box"),
}
_NEEDED_EITHER = N_(
    "Write your e-mail address or telephone number, or take the tick out of the box"
)
