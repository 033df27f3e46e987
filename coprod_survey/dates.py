"""Dates and times as people in Wales read them, in fixed forms in both languages."""

from __future__ import annotations

import re
from datetime import MAXYEAR, UTC, date, datetime, time
from typing import cast
from zoneinfo import ZoneInfo

from .questionnaire import months
from .questionnaire.text import Language

LONDON = ZoneInfo("Europe/London")

WEEKDAYS = {
    "cy": "Llun Mawrth Mercher Iau Gwener Sadwrn Sul",
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
}


def day_of(moment: datetime) -> date:
    """The day in Wales on which a moment falls."""
    return moment.astimezone(LONDON).date()


def beginning(day: date) -> datetime:
    """Midnight in Wales at which a day begins, in UTC."""
    return datetime.combine(day, time(), LONDON).astimezone(UTC)


def in_words(moment: datetime | date, lang: str) -> str:
    """A date as it is written in running words: 1 Mawrth 2026, 1 March 2026."""
    day = day_of(moment) if isinstance(moment, datetime) else moment
    return f"{day.day} {months.NAMES[cast(Language, lang)][day.month - 1]} {day.year}"


def month_in_words(day: date, lang: str) -> str:
    """The month of a day in running words: Mawrth 2026, March 2026."""
    return f"{months.NAMES[cast(Language, lang)][day.month - 1]} {day.year}"


def read_month(typed: str) -> date:
    """The first day of the month that somebody typed: 3/2027, March 2027, Mawrth 2027, 2027-03.

    Raises `ValueError`.
    """
    month, year = re.split(r"[\s/.-]+", typed.strip())
    if len(month) == 4 and month.isdecimal():
        month, year = year, month
    number = months.month_of(month)
    if number is None or not re.fullmatch("2[0-9]{3}", year):
        raise ValueError(typed)
    return date(int(year), number, 1)


def read_day(typed: str) -> date:
    """The date that somebody typed as day/month/year, such as 27/3/2026. Raises `ValueError`.

    The last year of the calendar is none: there is no day after it at which something could end.
    """
    day = datetime.strptime(typed.replace("-", "/").replace(".", "/"), "%d/%m/%Y").date()
    if day.year == MAXYEAR:
        raise ValueError(typed)
    return day


def time_of_day(moment: datetime) -> str:
    """A time of day in Wales, on the 24-hour clock: 14:05."""
    return f"{moment.astimezone(LONDON):%H:%M}"


def weekdays(lang: str) -> list[str]:
    """The names of the days of the week, Monday first."""
    return WEEKDAYS[lang].split()
