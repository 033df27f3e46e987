"""Hands: who translates, and what their writing makes of a sentence."""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from ..accounts.models import User
from ..questionnaire.text import N_, Language, Text, fingerprint, other_language

NOT_THERE = N_("Somebody else has taken this sentence out of the survey")
REWORDED = N_(
    "Some of these sentences have been changed since you opened this page. Read them once more"
)


class Hand(NamedTuple):
    """Who does something: a person with an account, or one who came through a link, by its name."""

    user: User | None
    name: str

    @property
    def by_name(self) -> str:
        """The name to keep where there is no account."""
        return "" if self.user else self.name


def translated(text: Text, words: str, lang: Language, do: str) -> Text:
    """A sentence after these words were written into `lang`: as a draft, final, or checked (`do`)."""
    source = other_language(lang)
    faces = {lang: words, source: text.face(source)}
    after = text.write(cy=faces["cy"], en=faces["en"], confirm=do == "check")
    if do == "draft":
        return after.as_draft()
    if do == "save" and after.state == "draft":
        return replace(after, made_from=fingerprint(after.face(after.source)))
    return after
