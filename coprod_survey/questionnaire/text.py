"""Text: one sentence in both languages, and whether its translation can be trusted."""

from __future__ import annotations

import hashlib
import unicodedata
from typing import Literal

import msgspec

Language = Literal["cy", "en"]
LANGUAGES: tuple[Language, Language] = ("cy", "en")
"""The languages of every sentence, Welsh first."""

State = Literal["missing", "draft", "checked", "stale"]


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

    `source` says which face was written first; `confirmed` is the fingerprint of the source as it
    was when a person last said that the other face means the same. The state follows from these
    two, so a translation goes stale by itself when its source is reworded.
    """

    cy: str = ""
    en: str = ""
    source: Language = "en"
    confirmed: str = ""

    @classmethod
    def both(cls, cy: str, en: str, source: Language = "en") -> Text:
        """A sentence written in both languages by someone who vouches for the translation."""
        text = cls(cy=cy, en=en, source=source)
        return text.confirm() if cy and en else text

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
    def state(self) -> State:
        """Where the translation stands: missing, draft (never confirmed), checked or stale."""
        if not (self.cy.strip() and self.en.strip()):
            return "missing"
        if not self.confirmed:
            return "draft"
        return "checked" if self.confirmed == fingerprint(self.face(self.source)) else "stale"

    def confirm(self) -> Text:
        """The same sentence with its translation confirmed against the source as it is now."""
        return msgspec.structs.replace(self, confirmed=fingerprint(self.face(self.source)))

    def write(self, *, cy: str, en: str, confirm: bool = False) -> Text:
        """The sentence after a person has written these faces beside each other.

        A translation that was written or rewritten in this step is confirmed by it. Rewording only
        the source leaves the old confirmation, so the translation shows as stale until somebody
        rewrites it or says (`confirm`) that it still means the same.
        """
        cy, en = cy.strip(), en.strip()
        source = self.source
        if self.blank or not self.face(source).strip():
            source = "cy" if cy and not en else "en" if en and not cy else source
        after = msgspec.structs.replace(self, cy=cy, en=en, source=source)
        if after.state == "missing":
            return msgspec.structs.replace(after, confirmed="")
        translation = other_language(source)
        translated = after.face(translation) != self.face(translation)
        return after.confirm() if translated or confirm else after
