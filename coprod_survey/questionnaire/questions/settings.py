"""Settings: what a setting of a question is called in its form, and a change of one in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from ..text import LANGUAGES, N_, Text
from ..wording import Rewording, rewordings

if TYPE_CHECKING:
    from .base import BaseQuestion

Said = Text | str | int | float
"""A value in words: those of the survey, a sentence of ours marked with `N_`, or a number."""

NOT_SET = N_("not set")
TICKED = N_("ticked")
NOT_TICKED = N_("not ticked")
OTHER_PICTURE = N_("another picture with the same words")

SETTINGS = {
    "required": N_("An answer is needed"),
    "why": N_("Why you ask"),
    "audio": N_("Address of a recording of the question"),
    "video": N_("Address of a film in British Sign Language"),
    "transcript": N_("What the recording or the film says, in writing"),
    "standard": N_("Published standard that the question follows, with its version"),
    "sensitive": N_("Sensitive: only count the answers"),
    "picture": N_("Picture beside the question"),
}
"""The labels of the settings that every kind has, by the names of their fields."""


class Setting(msgspec.Struct, frozen=True):
    """One setting that differs: its label, what it was and what it is now.

    `of` are the words of the option that it is a setting of, if it is. Of a text, `reworded` holds
    what differs in each language.
    """

    label: str
    was: Said
    now: Said
    of: Text = Text()
    reworded: tuple[Rewording, ...] = ()


def in_words(value: object) -> Said:
    """A value as people know it from the form: a tick, words, a number, or nothing yet."""
    if isinstance(value, bool):
        return TICKED if value else NOT_TICKED
    if value is None or value == "":
        return NOT_SET
    if isinstance(value, Text | int | float):
        return value
    return Text.both(str(value), str(value))


def changed(old: BaseQuestion, new: BaseQuestion) -> dict[str, Setting]:
    """The settings in which two forms of a question differ, by their fields."""
    found = {}
    for name, label in new.settings.items():
        before, after = getattr(old, name), getattr(new, name)
        if not _differs(before, after):
            continue
        was, now = old.say_setting(name), new.say_setting(name)
        if isinstance(before, Text):
            found[name] = Setting(label, was, now, reworded=rewordings([(before, after)]))
        else:
            found[name] = Setting(label, was, OTHER_PICTURE if was == now else now)
    return found


def _differs(was: object, now: object) -> bool:
    """Whether a setting counts as another for people: of a text only its words, not who confirmed them."""
    if isinstance(was, Text) and isinstance(now, Text):
        return any(was.face(lang) != now.face(lang) for lang in LANGUAGES)
    return was != now
