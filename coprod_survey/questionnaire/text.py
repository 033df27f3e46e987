"""Text: one sentence in both languages, and whether its translation can be trusted."""

from __future__ import annotations

import hashlib
import unicodedata
from typing import Literal

import msgspec

Language = Literal["cy", "en"]
LANGUAGES: tuple[Language, Language] = ("cy", "en")
"""The languages of every sentence, Welsh first."""

State = Literal["missing", "draft", "translated", "checked", "stale"]
STATES: tuple[State, ...] = ("missing", "draft", "translated", "checked", "stale")
"""How far a translation is; only a checked one is fit to be published."""


def N_(message: str) -> str:
    """Mark a sentence of ours for translation where no language is known yet; returns it unchanged."""
    return message


def other_language(lang: Language) -> Language:
    """The language that `lang` is not."""
    return "en" if lang == "cy" else "cy"


def fingerprint(words: str) -> str:
    """A short digest of a sentence, the same for the same words whatever their spacing or encoding form."""
    plain = " ".join(unicodedata.normalize("NFC", words).split())
    return hashlib.blake2b(plain.encode(), digest_size=8).hexdigest()


class Text(msgspec.Struct, frozen=True, omit_defaults=True):
    """One sentence with a Welsh and an English face.

    `source` says which face was written first. `made_from` is the fingerprint of the source as it
    was when the other face was written, `confirmed` as it was when a person last said, having read
    both, that they mean the same; `was` is the source itself as it was then, kept only while it
    reads differently now. The state follows from these, so a translation goes stale by itself when
    its source is reworded, and stops being stale when the old words come back.
    """

    cy: str = ""
    en: str = ""
    source: Language = "en"
    confirmed: str = ""
    made_from: str = ""
    was: str = ""

    @classmethod
    def both(cls, cy: str, en: str, source: Language = "en") -> Text:
        """A sentence written in both languages by someone who vouches for the translation."""
        return cls(cy=cy, en=en, source=source).confirm()

    def face(self, lang: Language) -> str:
        """The words in `lang`, empty when there are none."""
        return self.cy if lang == "cy" else self.en

    def words(self, lang: Language) -> str:
        """The words in `lang`, or in the other language where this one is missing."""
        return self.face(lang) or self.face(other_language(lang))

    @property
    def blank(self) -> bool:
        """Whether nothing has been written in either language."""
        return not (self.cy.strip() or self.en.strip())

    @property
    def target(self) -> Language:
        """The language that the sentence is translated into."""
        return other_language(self.source)

    @property
    def state(self) -> State:
        """How far the translation is.

        missing: one language has no words; draft: written, but not meant to be final; translated:
        made from the source as it is now; checked: read beside it by somebody who says that both
        mean the same; stale: the source has been reworded since.
        """
        if not (self.cy.strip() and self.en.strip()):
            return "missing"
        if not (self.confirmed or self.made_from):
            return "draft"
        now = fingerprint(self.face(self.source))
        if self.confirmed == now:
            return "checked"
        return "translated" if self.made_from == now else "stale"

    def confirm(self) -> Text:
        """The same sentence, checked by somebody who has read both faces as they are now."""
        if not (self.cy.strip() and self.en.strip()):
            return self
        now = fingerprint(self.face(self.source))
        return msgspec.structs.replace(self, confirmed=now, made_from="", was="")

    def as_draft(self) -> Text:
        """The same sentence with a translation that its writer does not mean to be final."""
        return msgspec.structs.replace(self, confirmed="", made_from="", was="")

    def write(self, *, cy: str, en: str, confirm: bool = False) -> Text:
        """The sentence after a person has written these faces beside each other.

        A translation that was written or rewritten in this step is translated; `confirm` says that
        somebody has read both and they say the same. Rewording only the source leaves what was
        said about the old one, so the translation shows as stale until somebody rewrites or
        confirms it.
        """
        cy, en = cy.strip(), en.strip()
        source = self._source_of(cy, en)
        after = msgspec.structs.replace(self, cy=cy, en=en, source=source)
        if not (cy and en):
            return after.as_draft()
        if confirm:
            return after.confirm()
        if after.face(after.target) != self.face(after.target):
            made_from = fingerprint(after.face(source))
            return msgspec.structs.replace(after, confirmed="", made_from=made_from, was="")
        was = self.was or self.face(source)
        kept = after.state == "stale" and fingerprint(was) == (self.confirmed or self.made_from)
        return msgspec.structs.replace(after, was=was if kept else "")

    def _source_of(self, cy: str, en: str) -> Language:
        """Which of two faces is written over the source: the one that stands alone, or stood alone."""
        if cy and en:
            alone = not self.face(self.source).strip() and not self.blank
            return self.target if alone else self.source
        return "cy" if cy else "en" if en else self.source
