"""Dates and times as people in Wales read them, in fixed forms in both languages."""

from __future__ import annotations

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
