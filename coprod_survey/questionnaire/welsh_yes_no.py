"""How Welsh says yes and no: with words that follow the verb of the question."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple


class Pair(NamedTuple):
    """What yes and no are called after certain verbs, and how such a question begins."""

    yes: str
    no: str
    after: str


PAIRS: dict[str, Pair] = {
    "oes": Pair("Oes", "Nac oes", "Oes …? Oes gennych chi …?"),
    "ydw": Pair("Ydw", "Nac ydw", "Ydych chi …?"),
    "ydy": Pair("Ydy", "Nac ydy", "Ydy’r gwasanaeth …?"),
    "ydyn": Pair("Ydyn", "Nac ydyn", "Ydyn nhw …?"),
    "ydych": Pair("Ydych", "Nac ydych", "Ydyn ni …?"),
    "do": Pair("Do", "Naddo", "A gawsoch chi …? Ddysgoch chi …? Newidiodd …?"),
    "oeddwn": Pair("Oeddwn", "Nac oeddwn", "Oeddech chi …?"),
    "oedd": Pair("Oedd", "Nac oedd", "Oedd y cyfarfod …?"),
    "oedden": Pair("Oedden", "Nac oedden", "Oedden nhw …?"),
    "oeddech": Pair("Oeddech", "Nac oeddech", "Oedden ni …?"),
    "byddaf": Pair("Byddaf", "Na fyddaf", "Fyddwch chi …?"),
    "bydd": Pair("Bydd", "Na fydd", "Fydd y gwasanaeth …?"),
    "byddwn": Pair("Byddwn", "Na fyddwn", "Fyddech chi …?"),
    "byddai": Pair("Byddai", "Na fyddai", "Fyddai hyn …?"),
    "hoffwn": Pair("Hoffwn", "Na hoffwn", "Hoffech chi …?"),
    "gallaf": Pair("Gallaf", "Na allaf", "Allwch chi …?"),
    "gallwn": Pair("Gallwn", "Na allwn", "Allech chi …?"),
    "gall": Pair("Gall", "Na all", "All y gwasanaeth …?"),
    "gallai": Pair("Gallai", "Na allai", "Allai hyn …?"),
    "caf": Pair("Caf", "Na chaf", "Gewch chi …?"),
    "caiff": Pair("Caiff", "Na chaiff", "Gaiff pawb …?"),
    "cewch": Pair("Cewch", "Na chewch", "Gawn ni …?"),
    "gwnaf": Pair("Gwnaf", "Na wnaf", "Wnewch chi …?"),
    "dylai": Pair("Dylai", "Na ddylai", "Ddylai’r gwasanaeth …?"),
    "dylech": Pair("Dylech", "Na ddylech", "Ddylen ni …?"),
    "gwn": Pair("Gwn", "Na wn", "Wyddoch chi …?"),
    "ie": Pair("Ie", "Nage", "Ai chi …? Gofalwr ydych chi?"),
}
"""The words for yes and no by the code of the pair, the commonest first."""

_FIRST_WORDS = {
    "oes": "oes",
    "ydych": "ydw",
    "dych": "ydw",
    "ydy": "ydy",
    "ydi": "ydy",
    "yw": "ydy",
    "ydym": "ydych",
    "ydynt": "ydyn",
    "oeddech": "oeddwn",
    "oedd": "oedd",
    "oeddem": "oeddech",
    "oeddent": "oedden",
    "fyddwch": "byddaf",
    "fydd": "bydd",
    "fyddech": "byddwn",
    "fyddai": "byddai",
    "hoffech": "hoffwn",
    "allwch": "gallaf",
    "allech": "gallwn",
    "all": "gall",
    "allai": "gallai",
    "gewch": "caf",
    "gaiff": "caiff",
    "wnewch": "gwnaf",
    "ddylai": "dylai",
    "ddylem": "dylech",
    "wyddoch": "gwn",
    "ai": "ie",
    "wnaeth": "do",
    "aeth": "do",
    "ddaeth": "do",
    "fu": "do",
}
"""The pair that answers a question by its first word."""

_WITH_NI = {
    "ydyn": ("ydych", "ydyn"),
    "oedden": ("oeddech", "oedden"),
    "ddylen": ("dylech", ""),
    "gawn": ("cewch", ""),
}
"""First words that are answered in one way before *ni* (us), and in another before *nhw* (them)."""

_PARTICLES = frozenset({"a", "oni", "onid"})
"""Words before the verb of a question, which change nothing in the answer."""

_PAST = re.compile(r"\w{2,}(och|odd|wyd|som|son|thom|thon)")
"""The endings of the simple past: all persons that a survey asks about, and the impersonal."""

_NOT_VERBS = frozenset(
    {
        "adnodd",
        "anodd",
        "drosodd",
        "gwahodd",
        "rhodd",
        "ymadrodd",
        "person",
        "cyson",
        "amdanoch",
        "arnoch",
        "atoch",
        "drosoch",
        "hebddoch",
        "ohonoch",
        "ynoch",
        "annwyd",
        "arswyd",
        "breuddwyd",
        "bywyd",
        "llwyd",
    }
)
"""Words that end like the simple past and are none."""

_WORD = re.compile(r"\w+")


def fitting_pair(question: str) -> str:
    """The code of the pair that most likely answers a question in Welsh; empty where none is plain.

    It looks at the first word, after *a*, *oni* or *onid*. It is an offer, not a judgement: whoever
    writes Welsh knows better.
    """
    plain = unicodedata.normalize("NFC", question).casefold().replace("’", "'")
    first, second, third, *_rest = [*_WORD.findall(plain), "", "", ""]
    if first in _PARTICLES:
        first, second = second, third
    if first in _WITH_NI:
        ours, theirs = _WITH_NI[first]
        return ours if second == "ni" else theirs
    if first in _FIRST_WORDS:
        return _FIRST_WORDS[first]
    return "do" if _PAST.fullmatch(first) and first not in _NOT_VERBS else ""
