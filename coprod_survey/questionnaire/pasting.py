"""Pasting: many options at once, as lines of text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from .answers import plain_text
from .codes import make_code
from .lengths import ROW
from .problem import Problem
from .questions.choice import Option
from .text import N_, Language, Text, other_language

BETWEEN = (re.compile(r"\t"), re.compile(r"\|"), re.compile(r" /(?: |$)|^/ "))
"""What stands between the languages of a line, the surest first.

What spreadsheets put there; an upright line; a stroke between spaces ("and/or" is one word).
"""

BULLET = re.compile(r"^[•·▪*–-]\s+")
"""What text editors put in front of the lines of a list."""

MOST = 1_000
"""How many lines are read at the most."""


class Pasted(NamedTuple):
    """What was understood of pasted lines, and what was not: nothing is left out in silence."""

    texts: list[Text]
    problems: list[Problem]


def read_pasted(pasted: str, lang: Language, first: Language = "cy") -> Pasted:
    """The sentences in what somebody pasted: one a line, the language `first` before the other one.

    A line in one language only is taken for `lang`. Empty lines say nothing.
    """
    texts: list[Text] = []
    problems: list[Problem] = []
    lines = _NOT_BLANK.findall(plain_text(pasted))
    if len(lines) > MOST:
        problems.append(
            Problem(N_("Paste at most this many lines at once: %(limit)s"), {"limit": MOST})
        )
    for number, line in enumerate(lines[:MOST], start=1):
        parts = _parts(BULLET.sub("", line.strip(" ")))
        faces = parts if len(parts) > 1 else [parts[0], ""]
        if len(parts) > 2:
            problem = N_("Line %(number)s has more than two parts: %(words)s")
            problems.append(Problem(problem, {"number": number, "words": line.strip()[:80]}))
        elif max(map(len, parts)) > ROW:
            problem = N_("Line %(number)s is too long: an option has at most %(limit)s characters")
            problems.append(Problem(problem, {"number": number, "limit": ROW}))
        else:
            before = first if len(parts) > 1 else lang
            written = {before: faces[0], other_language(before): faces[1]}
            text = Text().write(cy=written["cy"], en=written["en"])
            if not text.blank:
                texts.append(text)
    return Pasted(texts, problems)


def read_lines(pasted: str, lang: Language) -> list[Text]:
    """The sentences that are understood in what somebody pasted, Welsh first."""
    return read_pasted(pasted, lang).texts


def with_pasted(
    options: tuple[Option, ...], texts: Iterable[Text], *, numbered: bool = False
) -> tuple[Option, ...]:
    """The options with new ones behind the ordinary ones; words that are there already are left out.

    The points of a scale (`numbered`) go on counting.
    """
    known = {_words(option.text) for option in options}
    codes = [option.code for option in options]
    ordinary = [option for option in options if not option.role and not option.text.blank]
    special = [option for option in options if option.role]
    highest = max((o.value for o in ordinary if o.value is not None), default=0)
    new: list[Option] = []
    for text in texts:
        if _words(text) not in known:
            known.add(_words(text))
            codes.append(make_code(text, codes, "option"))
            value = highest + len(new) + 1 if numbered else None
            new.append(Option(code=codes[-1], text=text, value=value))
    return (*ordinary, *new, *special) if new else options


_NOT_BLANK = re.compile(r"^.*\S.*$", re.M)


def _parts(line: str) -> list[str]:
    """A line, parted by the surest sign that is in it; empty cells at its end are no parts."""
    for sign in BETWEEN:
        if sign.search(line):
            parts = [part.strip() for part in sign.split(line)]
            while len(parts) > 2 and not parts[-1]:
                parts.pop()
            return parts
    return [line.strip()]


def _words(text: Text) -> tuple[str, str]:
    return text.cy.casefold(), text.en.casefold()
