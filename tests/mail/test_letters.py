"""Every e-mail that we write is whole in either language: a walk of all of them."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from flask_babel import force_locale

import coprod_survey
from tests.english import ours_among

PACKAGE = Path(coprod_survey.__file__).parent
GIVEN = {"title": "Holiadur", "address": "https://example.org/cy/r/abc"}
"""What letters are told, by the names of their arguments."""

SENDER = {"mail/posting.py"}
"""What sends e-mails; it takes their words from a module called `letters`."""


def letters() -> list[Callable[..., tuple[str, str]]]:
    """Every public function of every module called `letters`."""
    found = []
    for path in sorted(PACKAGE.glob("**/letters.py")):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        module = importlib.import_module(".".join(parts))
        functions = inspect.getmembers(module, inspect.isfunction)
        found += [f for name, f in functions if f.__module__ == module.__name__ and name[0] != "_"]
    return found


def lines(letter: Callable[..., tuple[str, str]], lang: str) -> list[str]:
    """The subject and the paragraphs of a letter."""
    values = {name: GIVEN[name] for name in inspect.signature(letter).parameters}
    with force_locale(lang):
        subject, body = letter(**values)
    return [subject, *(" ".join(p.split()) for p in body.split("\n\n") if p.strip())]


def test_there_are_letters_and_only_they_are_sent() -> None:
    assert letters()
    senders = {
        str(path.relative_to(PACKAGE))
        for path in PACKAGE.glob("**/*.py")
        if "sending.send(" in path.read_text()
    }
    assert senders == SENDER, "letters are sent in the background, by way of mail/posting.py"


@pytest.mark.parametrize("letter", letters(), ids=lambda f: f.__name__)
def test_a_letter_in_welsh_has_no_english_of_ours(
    app: Flask, letter: Callable[..., tuple[str, str]]
) -> None:
    english, welsh = lines(letter, "en"), lines(letter, "cy")
    assert ours_among(english), "the walk knows our English where it stands"
    assert ours_among(welsh) == []
    assert len(english) == len(welsh)
    ours = [line for line in english if line not in GIVEN.values()]
    assert not set(ours) & set(welsh)
