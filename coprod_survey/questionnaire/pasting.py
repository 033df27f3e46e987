"""Pasting: many options at once, as lines of text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .answers import plain_text
from .codes import make_code
from .questions.choice import Option
from .text import Language, Text

BETWEEN = re.compile(r"\s*[|\t]\s*")
"""What stands between the Welsh and the English of a line: an upright line, or what spreadsheets put."""

MOST = 1_000
"""How many lines are read at the most."""


def read_lines(pasted: str, lang: Language) -> list[Text]:
    """The sentences in what somebody pasted: one a line, Welsh first, then English.

    A line in one language only is taken for `lang`. Empty lines say nothing.
    """
    texts = []
    for line in plain_text(pasted).split("\n")[:MOST]:
        first, *others = BETWEEN.split(line.strip(" "), maxsplit=1)
        if others:
            text = Text().write(cy=first, en=others[0])
        else:
            text = Text().write(cy=first if lang == "cy" else "", en=first if lang == "en" else "")
        if not text.blank:
            texts.append(text)
    return texts


def with_pasted(options: tuple[Option, ...], texts: Iterable[Text]) -> tuple[Option, ...]:
    """The options with new ones behind the ordinary ones; words that are there already are left out."""
    known = {_words(option.text) for option in options}
    codes = [option.code for option in options]
    new = []
    for text in texts:
        if _words(text) not in known:
            known.add(_words(text))
            codes.append(make_code(text, codes, "option"))
            new.append(Option(code=codes[-1], text=text))
    ordinary = [option for option in options if not option.role and not option.text.blank]
    special = [option for option in options if option.role]
    return (*ordinary, *new, *special) if new else options


def _words(text: Text) -> tuple[str, str]:
    return text.cy.casefold(), text.en.casefold()
