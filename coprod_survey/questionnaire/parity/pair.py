"""The checks of one sentence in both languages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache

from ..text import N_, Language, Text
from .finding import Finding

LONGER = 1.7
"""How many times as long as its source a translation may be before somebody should look."""

SHORT = 40
"""Below this many characters the length of a sentence says nothing."""

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\$\{\w+\}|\{\{\s*[\w.]+\s*\}\}|\{\w+\}")
ADDRESS = re.compile(r"https?://[^\s)>\]]+|\bwww\.[^\s)>\]]+|[\w.+-]+@[\w-]+\.[\w.-]+\w")
COUNTED = re.compile(r"^\s*\d+[.)]\s", re.M)
NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
MARKS: dict[str, re.Pattern[str]] = {
    "bold": re.compile(r"\*\*|__"),
    "list": re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+", re.M),
    "heading": re.compile(r"^#{1,6}\s", re.M),
    "link": re.compile(r"\]\("),
    "paragraph": re.compile(r"\n\s*\n"),
}
"""What gives a passage its form."""

ENDS = (".", "?", "!", ":", "…")
TYPOGRAPHY = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "\u00a0": " "})

LOST = N_("The English has “%(what)s”, and the Welsh does not")
ADDED = N_("The Welsh has “%(what)s”, and the English does not")
CHANGED = N_("The number is “%(welsh)s” in Welsh and “%(english)s” in English")
MAYBE_LOST = N_("The English has the number “%(what)s”. Does the Welsh say it in words?")
MAYBE_ADDED = N_("The Welsh has the number “%(what)s”. Does the English say it in words?")
LINKS = N_(
    "The Welsh and the English do not have the same number of links and addresses: "
    "%(welsh)s in Welsh, %(english)s in English"
)
MARK_WORDS = {
    "bold": N_("Words are bold in one language and not in the other"),
    "list": N_("The lists do not have the same number of lines in both languages"),
    "heading": N_("There are not as many headings in both languages"),
    "link": N_("There are not as many links in both languages"),
    "paragraph": N_("There are not as many paragraphs in both languages"),
}
OPEN_BOLD = {
    "cy": N_("The Welsh begins bold words and does not end them"),
    "en": N_("The English begins bold words and does not end them"),
}
SPACE = {
    "cy": N_("The Welsh has a space at its beginning or its end"),
    "en": N_("The English has a space at its beginning or its end"),
}
ENDING = N_("The sentence ends with “%(welsh)s” in Welsh and with “%(english)s” in English")
NO_ENDING = {
    "cy": N_("The English ends with “%(what)s”, and the Welsh does not"),
    "en": N_("The Welsh ends with “%(what)s”, and the English does not"),
}
AMPERSAND = N_("There is an ampersand in the Welsh. Write “a” or “ac” instead")
IDENTICAL = N_("The Welsh and the English are the same words")
TOO_LONG = {
    "cy": N_("The Welsh is much longer than the English: %(welsh)s characters and %(english)s"),
    "en": N_("The English is much longer than the Welsh: %(english)s characters and %(welsh)s"),
}


def check_pair(text: Text) -> tuple[Finding, ...]:
    """What is doubtful about one sentence; nothing while one of its faces is missing."""
    if not (text.cy.strip() and text.en.strip()):
        return ()
    return check(text.cy, text.en)


@lru_cache(maxsize=16_384)
def check(cy: str, en: str) -> tuple[Finding, ...]:
    """What is doubtful about these words in both languages; the same words are checked once."""
    return tuple(finding for rule in RULES for finding in rule(cy, en))


def _placeholders(cy: str, en: str) -> Iterator[Finding]:
    yield from _lost_and_added("placeholder", PLACEHOLDER, cy, en)


def _lost_and_added(rule: str, what: re.Pattern[str], cy: str, en: str) -> Iterator[Finding]:
    if (here := what.findall(cy)) == (there := what.findall(en)):
        return
    welsh, english = Counter(here), Counter(there)
    for lost in english - welsh:
        yield Finding(rule, LOST, {"what": lost}, serious=True)
    for added in welsh - english:
        yield Finding(rule, ADDED, {"what": added}, serious=True)


def _numbers(cy: str, en: str) -> Iterator[Finding]:
    """A number that became another is a mistake; one that is gone may be written as a word."""
    if figures(cy) == figures(en):
        return
    welsh, english = Counter(figures(cy)), Counter(figures(en))
    lost, added = list((english - welsh).elements()), list((welsh - english).elements())
    for there, here in zip(lost, added, strict=False):
        yield Finding("number", CHANGED, {"welsh": here, "english": there}, serious=True)
    for number in lost[len(added) :]:
        yield Finding("number", MAYBE_LOST, {"what": number})
    for number in added[len(lost) :]:
        yield Finding("number", MAYBE_ADDED, {"what": number})


@lru_cache(maxsize=16_384)
def figures(words: str) -> tuple[str, ...]:
    """The numbers of a sentence, without those in addresses and those that count a list."""
    if not any(map(str.isdecimal, words)):
        return ()
    words = ADDRESS.sub(" ", words)
    words = COUNTED.sub(" ", words)
    numbers = NUMBER.findall(PLACEHOLDER.sub(" ", words))
    return tuple(number.replace(":", ".") for number in numbers)


def _links(cy: str, en: str) -> Iterator[Finding]:
    """Each language may have addresses of its own, but as many of them."""
    welsh, english = len(ADDRESS.findall(cy)), len(ADDRESS.findall(en))
    if welsh != english:
        yield Finding("link", LINKS, {"welsh": welsh, "english": english}, serious=True)


def _formatting(cy: str, en: str) -> Iterator[Finding]:
    for lang, words in (("cy", cy), ("en", en)):
        if len(MARKS["bold"].findall(words)) % 2:
            yield Finding("formatting", OPEN_BOLD[lang])
    for name, mark in MARKS.items():
        welsh, english = len(mark.findall(cy)), len(mark.findall(en))
        if welsh != english and (name != "bold" or not (welsh % 2 or english % 2)):
            yield Finding("formatting", MARK_WORDS[name])


def _space(cy: str, en: str) -> Iterator[Finding]:
    for lang, words in (("cy", cy), ("en", en)):
        if words != words.strip():
            yield Finding("space", SPACE[lang])


def _endings(cy: str, en: str) -> Iterator[Finding]:
    welsh, english = _ending(cy), _ending(en)
    if welsh == english:
        return
    if welsh and english:
        yield Finding("ending", ENDING, {"welsh": welsh, "english": english})
    elif english:
        yield Finding("ending", NO_ENDING["cy"], {"what": english})
    else:
        yield Finding("ending", NO_ENDING["en"], {"what": welsh})


def _ending(words: str) -> str:
    """The sign that ends a sentence, empty where it ends without."""
    last = words.rstrip().rstrip("*_)”’\"'").replace("...", "…")[-1:]
    return last if last in ENDS and not ADDRESS.search(words.split()[-1]) else ""


def _ampersand(cy: str, en: str) -> Iterator[Finding]:
    if "&" in ADDRESS.sub(" ", cy):
        yield Finding("ampersand", AMPERSAND)


def _identical(cy: str, en: str) -> Iterator[Finding]:
    """The same words are no translation, unless there is nothing in them to translate."""
    plain = [" ".join(words.translate(TYPOGRAPHY).split()).casefold() for words in (cy, en)]
    rest = ADDRESS.sub("", PLACEHOLDER.sub("", plain[0]))
    if plain[0] == plain[1] and sum(sign.isalpha() for sign in rest) > 1:
        yield Finding("identical", IDENTICAL)


def _length(cy: str, en: str) -> Iterator[Finding]:
    sizes: dict[Language, int] = {"cy": len(cy.strip()), "en": len(en.strip())}
    longer: Language = "cy" if sizes["cy"] > sizes["en"] else "en"
    shorter = min(sizes.values())
    if sizes[longer] > SHORT and sizes[longer] > LONGER * shorter:
        params = {"welsh": sizes["cy"], "english": sizes["en"]}
        yield Finding("length", TOO_LONG[longer], params)


RULES: tuple[Callable[[str, str], Iterator[Finding]], ...] = (
    _placeholders,
    _numbers,
    _links,
    _formatting,
    _space,
    _endings,
    _ampersand,
    _identical,
    _length,
)
"""The checks, in the order in which people are told."""
