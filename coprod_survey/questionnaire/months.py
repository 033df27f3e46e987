"""Months: their names in both languages, and how people type them."""

from __future__ import annotations

from .text import Language

NAMES: dict[Language, tuple[str, ...]] = {
    "cy": (
        "Ionawr",
        "Chwefror",
        "Mawrth",
        "Ebrill",
        "Mai",
        "Mehefin",
        "Gorffennaf",
        "Awst",
        "Medi",
        "Hydref",
        "Tachwedd",
        "Rhagfyr",
    ),
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
}

SOFTENED = {
    3: "Fawrth",
    5: "Fai",
    6: "Fehefin",
    7: "Orffennaf",
    9: "Fedi",
    11: "Dachwedd",
    12: "Ragfyr",
}
"""The names as they stand after a word such as *o*: understood, and never written by us."""

SHORTEST = 3
"""How many letters of a name are enough."""


def month_of(typed: str) -> int | None:
    """The number of the month that somebody typed as a number or a name in either language.

    The first letters of a name are enough where no other month begins so.
    """
    if typed.isdecimal() and typed.isascii():
        number = int(typed[:4])
        return number if 1 <= number <= 12 else None
    begins = typed.rstrip(".").casefold()
    if len(begins) < SHORTEST:
        return None
    found = {number for number, name in _all_names() if name.casefold().startswith(begins)}
    return found.pop() if len(found) == 1 else None


def _all_names() -> list[tuple[int, str]]:
    both = [(n, name) for names in NAMES.values() for n, name in enumerate(names, 1)]
    return [*both, *SOFTENED.items()]
