"""Walk through JSON from strangers beside the structs it is to become, and say what does not fit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec.structs import fields

from ..questionnaire.answers import plain_text
from ..questionnaire.problem import Problem
from ..questionnaire.text import N_
from . import limits

Path = tuple[str | int, ...]
"""Where something stands in a file: names and numbers from the outside in."""

WRONG_KIND = N_("This should be of the kind %(expected)s, and is %(found)s")
LACKING = N_("Something is missing here: %(name)s")
UNKNOWN = N_("This software does not know this: %(name)s")
UNKNOWN_KIND = N_("This software knows no such kind of question or condition: %(value)s")
UNKNOWN_VALUE = N_("This value cannot stand here: %(value)s")
UNREADABLE = N_("This cannot be read")
TOO_DEEP = N_("Too much stands inside other things here: at most %(most)s levels can be read")
TOO_LONG = N_("This text is too long: at most %(most)s characters can be read")
TOO_MANY = N_("There is too much in this list: at most %(most)s entries can be read")
BAD_CHARACTER = N_("This text holds a character that cannot be shown")
BAD_NUMBER = N_("This number is too large: at most %(most)s can be read")

_AT = re.compile(r" - at `\$(.*)`$")


def place_of(path: Path) -> str:
    """A path as one word: ``survey.sections[0].title``."""
    words = "".join(f"[{p}]" if isinstance(p, int) else f".{p}" for p in path)
    return words.removeprefix(".")


def misfits(error: msgspec.ValidationError, path: Path) -> Problem:
    """What msgspec says of something that does not fit its struct, in words of ours."""
    said = str(error)
    at = _AT.search(said)
    said, below = (said[: at.start()], at[1]) if at else (said, "")
    place = (place_of(path) + below).removeprefix(".")
    if found := re.fullmatch(r"Expected `(.+)`, got `(.+)`", said):
        return Problem(WRONG_KIND, {"expected": found[1], "found": found[2]}, place=place)
    if found := re.fullmatch(r"Object missing required field `(.+)`", said):
        return Problem(LACKING, {"name": found[1]}, place=place)
    if found := re.fullmatch(r"Object contains unknown field `(.+)`", said, re.DOTALL):
        return Problem(UNKNOWN, {"name": found[1][:60]}, place=place)
    if found := re.fullmatch(r"Invalid (?:enum )?value '(.*)'", said, re.DOTALL):
        message = UNKNOWN_KIND if place.endswith(".type") else UNKNOWN_VALUE
        return Problem(message, {"value": found[1][:60]}, place=place)
    return Problem(UNREADABLE, place=place)


def unknown(raw: Any, made: Any, path: Path) -> Iterator[Problem]:
    """What stands in the file and in no field of the struct that was made of it: it would be lost."""
    if isinstance(made, msgspec.Struct) and isinstance(raw, dict):
        names = {f.encode_name: f.name for f in fields(made)}
        for key, value in raw.items():
            if key in names:
                yield from unknown(value, getattr(made, names[key]), (*path, key))
            elif key != made.__struct_config__.tag_field:
                yield Problem(UNKNOWN, {"name": key[:60]}, place=place_of(path))
    elif isinstance(made, tuple) and isinstance(raw, list):
        for number, (inner, one) in enumerate(zip(raw, made, strict=True)):
            yield from unknown(inner, one, (*path, number))


def oversized(tree: Any, path: Path) -> Iterator[Problem]:
    """What is too large, too long or too deep in plain JSON, whatever it means.

    It goes no deeper than the limit, so that whoever comes after may call itself.
    """
    waiting: list[tuple[Any, Path]] = [(tree, path)]
    while waiting:
        thing, here = waiting.pop()
        if len(here) > limits.DEEPEST:
            yield Problem(TOO_DEEP, {"most": limits.DEEPEST}, place=place_of(here))
        elif isinstance(thing, str):
            yield from _text(thing, here)
        elif isinstance(thing, list):
            if len(thing) > limits.MOST_ROWS:
                yield Problem(TOO_MANY, {"most": limits.MOST_ROWS}, place=place_of(here))
            else:
                waiting.extend((one, (*here, n)) for n, one in reversed([*enumerate(thing)]))
        elif isinstance(thing, dict):
            inner = [(value, (*here, key[:60])) for key, value in thing.items()]
            waiting.extend(reversed(inner))
        elif isinstance(thing, int | float) and abs(thing) > limits.LARGEST_NUMBER:
            yield Problem(BAD_NUMBER, {"most": limits.LARGEST_NUMBER}, place=place_of(here))


def _text(text: str, here: Path) -> Iterator[Problem]:
    if len(text) > limits.LONGEST_TEXT:
        yield Problem(TOO_LONG, {"most": limits.LONGEST_TEXT}, place=place_of(here))
    elif len(plain_text(f".{text}.")) != len(text) + 2:
        yield Problem(BAD_CHARACTER, place=place_of(here))
