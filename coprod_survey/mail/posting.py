"""Letters that are sent in the background, each in the language of the person it goes to."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from ..questionnaire.text import Language
from ..tasks.asking import commit_and_ask
from ..tasks.work import NotNow
from . import sending

WAITS = (60, 5 * 60, 30 * 60, 2 * 60 * 60)
"""After how many seconds the mail server is asked again."""


def post(letter: str, *, to: str, lang: Language, **values: Any) -> None:
    """Commit what the caller has done, and have a letter written and sent.

    `letter` names a function of a room's `letters` module, such as `responses.private_link`, and
    `values` are what it is told. The address is kept until the letter is sent or given up.
    """
    commit_and_ask("letter", lang=lang, letter=letter, to=to, values=values)


def do(*, key: str, lang: Language, letter: str, to: str, values: dict[str, Any]) -> None:
    """Write a letter and send it. Raises `NotNow` when the mail server does not take it.

    All tries of one letter carry the same number, so one that was taken and not noted as such, and
    is sent again, is the same letter to whoever reads it.
    """
    room, _, name = letter.partition(".")
    write = getattr(import_module(f"coprod_survey.{room}.letters"), name)
    subject, body = write(**values)
    send(to=to, subject=subject, body=body, lang=lang, number=key)


def send(*, to: str, subject: str, body: str, lang: Language, number: str) -> None:
    """Send a letter from within work in the background; raises `NotNow` where it is not taken."""
    try:
        sending.send(to=to, subject=subject, body=body, lang=lang, number=number)
    except sending.NotSent:
        raise NotNow from None


def give_up(**_details: Any) -> None:
    """Nobody is told: the log has said what kind of trouble it was, and the address is forgotten."""
