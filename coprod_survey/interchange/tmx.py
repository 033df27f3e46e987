"""TMX 1.4: a translation memory, the pairs of sentences that were translated before."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from lxml import etree

from ..questionnaire.answers import plain_text
from ..questionnaire.text import LANGUAGES, N_, Language
from .hostile import MOST_UNITS, TOO_MANY, name_of, named, read_xml, refuse, words_in
from .xml import XML_LANG, child, finish

NO_MEMORY = N_("Choose a translation memory: a TMX file with sentences in Welsh and English")
LONGEST = 10_000


class Pair(msgspec.Struct, frozen=True):
    """A sentence in both languages, and which of them was written first."""

    cy: str
    en: str
    source: Language = "en"


def to_tmx(pairs: Iterable[Pair]) -> bytes:
    """A translation memory as a TMX file."""
    root = etree.Element("tmx", version="1.4")
    child(
        root,
        "header",
        creationtool="Cydlais",
        creationtoolversion="1",
        segtype="block",
        adminlang="en",
        srclang="*all*",
        datatype="plaintext",
        **{"o-tmf": "Cydlais"},
    )
    body = child(root, "body")
    for pair in pairs:
        entry = child(body, "tu", srclang=pair.source)
        for lang in LANGUAGES:
            face = child(entry, "tuv")
            face.set(XML_LANG, lang)
            child(face, "seg", pair.cy if lang == "cy" else pair.en)
    return finish(root)


def from_tmx(data: bytes) -> list[Pair]:
    """The pairs in a TMX file that are in both our languages, each once.

    Raises `Refused` for what is no TMX, holds no pair in Welsh and English, or too many.
    """
    root = read_xml(data)
    if name_of(root) != "tmx":
        raise refuse(NO_MEMORY)
    header = next(named(root, "header"), None)
    usual = _language(header.get("srclang", "") if header is not None else "")
    pairs: dict[Pair, None] = {}
    for entry in named(root, "tu", deep=True):
        faces = {
            _language(face.get(XML_LANG) or face.get("lang", "")): face
            for face in named(entry, "tuv")
        }
        words = {
            lang: plain_text(words_in(next(named(face, "seg"), None)))
            for lang, face in faces.items()
            if lang
        }
        cy, en = words.get("cy", ""), words.get("en", "")
        if cy and en and len(cy) <= LONGEST and len(en) <= LONGEST:
            pairs[Pair(cy, en, _language(entry.get("srclang", "")) or usual or "en")] = None
        if len(pairs) > MOST_UNITS:
            raise refuse(TOO_MANY, most=MOST_UNITS)
    if not pairs:
        raise refuse(NO_MEMORY)
    return list(pairs)


def _language(tag: str) -> Language | None:
    """Our language for a tag such as en-GB."""
    first = tag.lower().replace("_", "-").split("-")[0]
    return "cy" if first == "cy" else "en" if first == "en" else None
