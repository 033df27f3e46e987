"""The ladder of co-production: on which of seven rungs people stood, stand, and should stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Self

from msgspec.structs import replace

from ..problem import Problem
from ..text import N_, Text
from .choice import Option
from .parted import PartedQuestion

RUNGS = (
    (
        "coercion",
        Text.both("Gorfodaeth", "Coercion"),
        Text.both(
            "Gwneud pethau i bobl, heb roi dewis iddyn nhw",
            "Doing things to people, without giving them a choice",
        ),
    ),
    (
        "educating",
        Text.both("Addysgu", "Educating"),
        Text.both(
            "Dweud wrth bobl beth sydd o les iddyn nhw", "Telling people what is good for them"
        ),
    ),
    (
        "informing",
        Text.both("Hysbysu", "Informing"),
        Text.both(
            "Rhoi gwybod i bobl beth sydd wedi’i benderfynu",
            "Letting people know what has been decided",
        ),
    ),
    (
        "consultation",
        Text.both("Ymgynghori", "Consultation"),
        Text.both(
            "Gofyn am farn pobl, ond eraill sy’n penderfynu",
            "Asking people for their views, while others decide",
        ),
    ),
    (
        "engagement",
        Text.both("Ymgysylltu", "Engagement"),
        Text.both(
            "Pobl yn dylanwadu ar rai o’r penderfyniadau", "People influence some of the decisions"
        ),
    ),
    (
        "co_design",
        Text.both("Cyd-ddylunio", "Co-design"),
        Text.both(
            "Pobl yn helpu i gynllunio’r gwasanaeth, ond nid i’w redeg",
            "People help to design the service, but not to run it",
        ),
    ),
    (
        "co_production",
        Text.both("Cydgynhyrchu", "Co-production"),
        Text.both(
            "Pawb yn cynllunio ac yn rhedeg y gwasanaeth gyda’i gilydd, yn gyfartal",
            "Everyone designs and runs the service together, as equals",
        ),
    ),
)
"""The seven rungs from the lowest: code, name, and what we say that each means.

The names are those of the ladder by Think Local Act Personal and the National Co-production
Advisory Group; the descriptions are our own.
"""

STANCES = (
    (Text.both("Gwneud i bobl", "Doing to people"), ("coercion", "educating")),
    (
        Text.both("Gwneud dros bobl", "Doing for people"),
        ("informing", "consultation", "engagement"),
    ),
    (Text.both("Gwneud gyda phobl", "Doing with people"), ("co_design", "co_production")),
)
"""The three stances, and the rungs of each."""

SOURCE = (
    "https://www.thinklocalactpersonal.org.uk/Latest/Co-production-The-ladder-of-co-production/"
)
"""Where the ladder was published; its makers ask for credit and a link."""

MOMENTS = {
    "then": Text.both(
        "Ble roedden ni cyn i’r gwaith ddechrau?", "Where were we before the work began?"
    ),
    "now": Text.both("Ble rydyn ni nawr?", "Where are we now?"),
    "hoped": Text.both("Ble dylen ni fod?", "Where should we be?"),
}
"""What can be asked of the ladder, in the order of time."""

NO_TEST = Text.both(
    "Nid prawf yw hwn: mae’r gris gorau yn dibynnu ar y sefyllfa.",
    "This is not a test: which step is best depends on the situation.",
)
DONT_KNOW = Text.both("Ddim yn gwybod", "Don’t know")


class Ladder(PartedQuestion, frozen=True, kw_only=True, omit_defaults=True, tag="ladder"):
    """Asks for a rung of the ladder at each of one, two or three moments.

    The options are the rungs from the lowest, whose `value` is 1, and "don't know". Their words may
    be changed, but none can be added, moved or taken away, so that surveys can be compared.
    """

    label = N_("Ladder of co-production")
    purpose = N_(
        "People say on which of seven steps, from coercion to co-production, the work stands."
    )
    family = "measure"
    seconds = 60
    fixed = ("options",)
    source = SOURCE

    moments: tuple[Option, ...] = ()

    @classmethod
    def fresh(cls) -> Self:
        """The whole ladder, asked about all three moments."""
        rungs = [
            Option(code=code, text=name, hint=words, value=value)
            for value, (code, name, words) in enumerate(RUNGS, 1)
        ]
        return cls(
            code="question",
            hint=NO_TEST,
            options=(*rungs, Option(code="dont_know", text=DONT_KNOW, role="dont_know")),
            moments=tuple(Option(code=code, text=text) for code, text in MOMENTS.items()),
        )

    @property
    def parts(self) -> tuple[Option, ...]:
        """The moments that are asked about, in the order of time."""
        return _in_time(self.moments)

    @property
    def lists(self) -> dict[str, tuple[Option, ...]]:
        """The moments, and the rungs."""
        return {"moments": self.moments, "options": self.options}

    def fresh_row(self, name: str) -> Option | None:
        """The first moment that is not asked about yet."""
        asked = {moment.code for moment in self.moments}
        left = (code for code in MOMENTS if code not in asked)
        return next((Option(code=code, text=MOMENTS[code]) for code in left), None)

    def settled(self) -> Self:
        """The moments in the order of time."""
        return replace(self, moments=_in_time(self.moments))

    @property
    def stances(self) -> list[tuple[Text, list[Option]]]:
        """The rungs by stance, the lowest first."""
        rungs = {option.code: option for option in self.options}
        return [(words, [rungs[c] for c in codes if c in rungs]) for words, codes in STANCES]

    @property
    def others(self) -> list[Option]:
        """The options that are no rung, such as "don't know"."""
        return [option for option in self.options if option.role]

    def check(self) -> Iterator[Problem]:
        """At least one moment, and all seven rungs in their order."""
        yield from PartedQuestion.check(self)
        if not self.parts:
            yield Problem(N_("Ask about at least one moment"), place="moments")
        rungs = [(option.code, option.value) for option in self.options if not option.role]
        if rungs != [(code, value) for value, (code, *_) in enumerate(RUNGS, 1)]:
            yield Problem(
                N_("The ladder needs its seven steps, from coercion to co-production"),
                place="options",
            )


def _in_time(moments: Sequence[Option]) -> tuple[Option, ...]:
    """The moments that there can be, in the order of time."""
    return tuple(moment for code in MOMENTS for moment in moments if moment.code == code)
