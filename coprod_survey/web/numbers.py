"""Numbers: those that come in addresses and forms, and how those that people read are written."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from babel.numbers import format_decimal
from flask import Flask
from werkzeug.routing import IntegerConverter, UnicodeConverter, ValidationError

from .language import current

LARGEST = 2**31 - 1
"""The largest number of a row: what a column of whole numbers holds in every database."""


class NumberConverter(IntegerConverter):
    """A number in an address; one that no row can have leads nowhere."""

    regex = "[0-9]{1,10}"

    def to_python(self, value: str) -> int:
        """The number."""
        number = int(super().to_python(value))
        if number > LARGEST:
            raise ValidationError
        return number


class WordConverter(UnicodeConverter):
    """A word in an address; one with a NUL in it leads nowhere: PostgreSQL refuses to look for it."""

    def to_python(self, value: str) -> str:
        """The word."""
        if "\0" in value:
            raise ValidationError
        return value


def whole_number(written: str) -> int:
    """A number in a form or after the question mark, for `type=`: raises `ValueError` for others."""
    if not re.fullmatch("[0-9]{1,10}", written) or int(written) > LARGEST:
        raise ValueError(written)
    return int(written)


def figures(number: int | float, lang: str | None = None) -> str:
    """A number that people read, with the separators of the page's language, or of `lang`: 12,345.

    Numbers in codes, in addresses and in the cells of workbooks are not written so.
    """
    if isinstance(number, int) and -1000 < number < 1000:
        return str(number)
    return _grouped(number, lang or current())


@lru_cache(maxsize=4096)
def _grouped(number: int | float, lang: str) -> str:
    return format_decimal(number, locale=lang, decimal_quantization=False)


def in_figures(values: dict[str, Any], lang: str | None = None) -> dict[str, Any]:
    """What fills the placeholders of a sentence, with whole numbers as people read them."""
    return {
        name: figures(value, lang or current()) if type(value) is int else value
        for name, value in values.items()
    }


def set_up(app: Flask) -> None:
    """Let every address read its numbers and words so."""
    app.url_map.converters.update(default=WordConverter, string=WordConverter, int=NumberConverter)
    app.jinja_env.filters["figures"] = figures
