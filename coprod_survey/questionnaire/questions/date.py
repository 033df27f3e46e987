"""Date: a day, a month or a year, in parts that are written by themselves."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Iterator, Mapping
from random import Random
from typing import ClassVar, Literal

from .. import months
from ..answers import SKIPPED, Answer, Raw
from ..column import Column, Value, variable
from ..problem import Problem
from ..summary import ANSWERED, ASKED, Item, Summary, Tally
from ..text import N_, Language, Text
from .base import BaseQuestion
from .settings import Said

Part = Literal["day", "month", "year"]
"""A part of a date; a question asks for one of them and all that are longer."""

PARTS: tuple[Part, ...] = ("day", "month", "year")

PRECISIONS: dict[Part, str] = {
    "day": N_("A day, such as 1 March 2026"),
    "month": N_("A month, such as March 2026"),
    "year": N_("Only a year, such as 2026"),
}
"""What a date question can ask for, in words."""

ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
"""A date as it is stored: 2026, 2026-03 or 2026-03-01."""

FIRST_YEAR, LAST_YEAR = 1000, 9999

MOST_YEARS = 12
"""So many years are counted one by one; more are counted by decade."""

MISSING: dict[str, str] = {
    "day": N_("Write the day as well, as a number such as 1"),
    "month": N_("Write the month as well, as a number or a name"),
    "year": N_("Write the year as well, such as 2026"),
}
NOTHING: dict[Part, str] = {
    "day": N_("Write the day, the month and the year"),
    "month": N_("Write the month and the year"),
    "year": N_("Write the year"),
}
WRONG: dict[str, str] = {
    "day": N_("Write the day as a number from 1 to 31"),
    "month": N_("Write the month as a number from 1 to 12, or its name"),
    "year": N_("Write the year with all four figures, such as 2026"),
}


class Date(BaseQuestion, frozen=True, kw_only=True, omit_defaults=True, tag="date"):
    """Asks for a date within limits; `precision` is its shortest part: a day, a month or a year.

    The answer and the limits are written as in ISO 8601: ``2026-03-01``, ``2026-03``, ``2026``. A
    limit may be coarser or finer than what is asked.
    """

    label = N_("Date")
    purpose = N_("People write a day, a month or a year, each part in a box of its own.")
    family = "place"
    seconds = 20

    precisions: ClassVar[dict[Part, str]] = PRECISIONS

    own_settings = {
        "precision": N_("What people write"),
        "earliest": N_("Earliest date that makes sense"),
        "latest": N_("Latest date that makes sense"),
    }

    precision: Part = "day"
    earliest: str = ""
    latest: str = ""

    def say_setting(self, name: str) -> Said:
        """What a setting is: of the dates, in words."""
        if name == "precision":
            return PRECISIONS[self.precision]
        value = BaseQuestion.say_setting(self, name)
        written = getattr(self, name)
        return in_words(written) if name in ("earliest", "latest") and is_date(written) else value

    @property
    def asked(self) -> tuple[Part, ...]:
        """The parts that are asked for, the shortest first."""
        return PARTS[PARTS.index(self.precision) :]

    def part_name(self, part: str) -> str:
        """The name of the field for a part: the first has the question's own name."""
        return self.name if part == self.precision else f"{self.name}-{part}"

    @property
    def fields(self) -> tuple[str, ...]:
        """One field for each part."""
        return tuple(self.part_name(part) for part in self.asked)

    @property
    def coarse(self) -> bool:
        """Whether the day is not asked for."""
        return self.precision != "day"

    def parse(self, raw: Raw) -> Answer | Problem:
        """The date that was written, if there is such a day and it lies within the limits."""
        typed = {part: self.first(raw, self.part_name(part)) for part in self.asked}
        if not any(typed.values()):
            return self.problem(NOTHING[self.precision]) if self.required else SKIPPED
        numbers: dict[str, int] = {}
        for part, words in typed.items():
            number = _READ[part](words)
            if number is None:
                message = WRONG[part] if words else MISSING[part]
                return self.problem(message, field=self.part_name(part))
            numbers[part] = number
        if not _is_real(numbers):
            return self.problem(
                N_("Check the day: the last day of this month is %(last)s"),
                last=_days_in(numbers["year"], numbers["month"]),
            )
        return self._within("-".join(f"{numbers[part]:02}" for part in reversed(self.asked)))

    def _within(self, answer: str) -> Answer | Problem:
        """The date, or what is wrong with it where it is too early or too late."""
        for limit, message, wrong in (
            (self.earliest, N_("The date must not be before %(limit)s"), _is_before),
            (self.latest, N_("The date must not be after %(limit)s"), _is_after),
        ):
            if is_date(limit) and wrong(answer, limit):
                pairs = zip(answer.split("-"), limit.split("-"), reversed(PARTS), strict=False)
                part = next(part for a, b, part in pairs if a != b)
                return self.problem(message, field=self.part_name(part), limit=in_words(limit))
        return answer

    def raw(self, answer: Answer) -> dict[str, list[str]]:
        """The parts of the date, as numbers."""
        if not isinstance(answer, str):
            return {}
        pairs = zip(reversed(self.asked), answer.split("-"), strict=False)
        return {self.part_name(part): [str(int(number))] for part, number in pairs}

    def show(self, answer: Answer, lang: Language) -> list[str]:
        """The date in words: 1 Mawrth 2026, 1 March 2026."""
        return [in_words(str(answer)).face(lang)]

    def amount(self, answer: Answer, part: str = "") -> float | None:
        """The year."""
        return int(answer[:4]) if isinstance(answer, str) else None

    @property
    def measurable(self) -> bool:
        """The year can be compared."""
        return True

    def probes(self, options: Mapping[str, set[str]], numbers: set[float]) -> list[Answer]:
        """A date in each year that is named, in those beside it and at the limits, where allowed."""
        first, last = self._limits
        years = {math.floor(n) + step for n in numbers for step in (-1, 0, 1, 2)}
        days = {
            max(datetime.date(year, 1, 1), first)
            for year in {*years, first.year, last.year}
            if first.year <= year <= last.year
        }
        return [self._of(day) for day in sorted(days) if first <= day <= last]

    def sample(self, rng: Random, words: str = "") -> dict[str, list[str]]:
        """A day of the ten years before the latest one, or after the earliest."""
        first, last = self._limits
        if not self.latest:
            last = min(last, datetime.date(min(max(first.year, 2015) + 10, LAST_YEAR), 12, 31))
        start = max(first.toordinal(), last.toordinal() - 3652)
        day = datetime.date.fromordinal(rng.randint(start, max(start, last.toordinal())))
        return self.raw(self._of(day))

    @property
    def _limits(self) -> tuple[datetime.date, datetime.date]:
        """The first and the last day that are allowed."""
        earliest = self.earliest if is_date(self.earliest) else str(FIRST_YEAR)
        latest = self.latest if is_date(self.latest) else str(LAST_YEAR)
        year, month, day = (*map(int, latest.split("-")), 0, 0)[:3]
        last = datetime.date(year, month or 12, day or _days_in(year, month or 12))
        return datetime.date(*(*map(int, earliest.split("-")), 1, 1)[:3]), last

    def _of(self, day: datetime.date) -> str:
        """A day as an answer of the length that is asked for."""
        return day.isoformat()[: {"day": 10, "month": 7, "year": 4}[self.precision]]

    def columns(self) -> tuple[Column, ...]:
        """The date."""
        return (
            Column(
                name=variable(self.code),
                kind="code",
                meaning=N_("The date that was written: year, month, day"),
            ),
        )

    def cells(self, answer: Answer, lang: Language) -> tuple[Value, ...]:
        """The date."""
        return (answer,)

    def tally(self, answer: Answer) -> Tally:
        """One for its year."""
        return Tally([ANSWERED, answer[:4]])

    def summarise(self, tally: Tally) -> Summary:
        """How many people wrote a date in each year, or in each decade where there are many years."""
        years = sorted(int(key) for key, n in tally.items() if key not in (ASKED, ANSWERED) and n)
        if not years:
            return Summary(base=tally[ANSWERED], items=(Item(N_("No answers yet"), 0),))
        if years[-1] - years[0] < MOST_YEARS:
            spans = [(year, year) for year in range(years[0], years[-1] + 1)]
        else:
            spans = [(year, year + 9) for year in sorted({year // 10 * 10 for year in years})]
        return Summary(
            base=tally[ANSWERED],
            rest=N_("Other years, with fewer than 5 people each"),
            items=tuple(
                Item(_span(first, last), sum(tally[str(y)] for y in range(first, last + 1)))
                for first, last in spans
            ),
        )

    def check(self) -> Iterator[Problem]:
        """Limits that are dates, and leave room for an answer."""
        yield from BaseQuestion.check(self)
        limits = {"earliest": self.earliest, "latest": self.latest}
        wrong = [name for name, limit in limits.items() if limit and not is_date(limit)]
        for name in wrong:
            yield Problem(
                N_("Write the limit as year, month and day, such as 2026-03-01"), place=name
            )
        if self.earliest and self.latest and not wrong and _is_after(self.earliest, self.latest):
            yield Problem(N_("The earliest date must not be after the latest"), place="earliest")


def is_date(written: str) -> bool:
    """Whether these are a year, a month or a day that exists, as they are stored."""
    found = ISO.fullmatch(written)
    names = ("year", "month", "day")
    pairs = zip(names, found.groups(), strict=True) if found else ()
    return found is not None and _is_real({name: int(n) for name, n in pairs if n})


def in_words(written: str) -> Text:
    """A date in both languages, as it is written in running words."""
    year, *rest = written.split("-")

    def face(lang: Language) -> str:
        words = [months.NAMES[lang][int(rest[0]) - 1], year] if rest else [year]
        return " ".join([str(int(rest[1])), *words] if len(rest) > 1 else words)

    return Text.both(face("cy"), face("en"))


def _day(typed: str) -> int | None:
    number = int(typed) if re.fullmatch(r"\d{1,2}", typed, re.ASCII) else 0
    return number if 1 <= number <= 31 else None


def _year(typed: str) -> int | None:
    number = int(typed) if re.fullmatch(r"\d{4}", typed, re.ASCII) else 0
    return number if FIRST_YEAR <= number <= LAST_YEAR else None


_READ = {"day": _day, "month": months.month_of, "year": _year}
"""How the words in each field become a number."""


def _is_real(numbers: Mapping[str, int]) -> bool:
    year, month, day = numbers["year"], numbers.get("month", 1), numbers.get("day", 1)
    if not FIRST_YEAR <= year <= LAST_YEAR or not 1 <= month <= 12:
        return False
    return 1 <= day <= _days_in(year, month)


def _days_in(year: int, month: int) -> int:
    if month == 12:
        return 31
    return (datetime.date(year, month + 1, 1) - datetime.date(year, month, 1)).days


def _is_before(one: str, other: str) -> bool:
    """Whether a date comes before another, as far as both are known."""
    shorter = min(len(one), len(other))
    return one[:shorter] < other[:shorter]


def _is_after(one: str, other: str) -> bool:
    return _is_before(other, one)


def _span(first: int, last: int) -> Text:
    """A year, or the years from one to another, the same in both languages."""
    words = str(first) if first == last else f"{first}–{last}"
    return Text.both(words, words)
