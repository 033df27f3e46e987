"""The numbers and words that come in addresses and forms: only those that a database can look for."""

from __future__ import annotations

import re

from flask import Flask
from werkzeug.routing import IntegerConverter, UnicodeConverter, ValidationError

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


def set_up(app: Flask) -> None:
    """Let every address read its numbers and words so."""
    app.url_map.converters.update(default=WordConverter, string=WordConverter, int=NumberConverter)
