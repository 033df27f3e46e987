"""The checks of a whole survey: of each sentence, and of what several sentences are together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec.structs import replace

from .. import library
from ..document import Placed, SurveyDocument
from ..questions import Option, Question
from ..text import LANGUAGES, N_, Language, Text, other_language
from ..welsh_yes_no import PAIRS, fitting_pair
from .finding import Finding
from .pair import check_pair, figures
from .sentences import ADDRESSES
from .terms import Term, check_terms

OUT_OF_ORDER = N_(
    "Option %(row)s seems to have the Welsh of another option. Are the options in the same order "
    "in both languages?"
)
ONE_NOT_TWO = {
    "cy": N_("Two options are the same in Welsh, and differ in English: %(first)s, %(second)s"),
    "en": N_("Two options are the same in English, and differ in Welsh: %(first)s, %(second)s"),
}
NOT_THE_VERB = N_("The question is answered with “%(yes)s” or “%(no)s” in Welsh")
DIFFERS = {
    "cy": N_("The same English is “%(words)s” in Welsh elsewhere"),
    "en": N_("The same Welsh is “%(words)s” in English elsewhere"),
}

_YES = {pair.yes.casefold() for pair in PAIRS.values()}
_NO = {pair.no.casefold() for pair in PAIRS.values()}

Known = dict[tuple[Language, str], dict[str, str]]
"""How sentences are translated: language and words to translations, and how these are written."""

Twofold = Mapping[str, frozenset[str]]
"""English that is translated in more than one way, to all its translations; both folded."""

Found = dict[str, list[Finding]]
"""What was found, by place."""


class Parity:
    """What is doubtful about the two languages of a survey, found sentence by sentence.

    A page of twenty sentences of a long survey need not wait for the checks of all the others.
    `terms` are what the project calls things.
    """

    def __init__(self, document: SurveyDocument, terms: Iterable[Term] = ()) -> None:
        self.document, self.terms = document, tuple(terms)
        self.texts = {p: text for p, text, _required in document.texts() if not _untold(p)}
        self.known = _translations(self.texts)
        self.twofold = _twofold(
            (words, folded)
            for (lang, words), there in self.known.items()
            for folded in there
            if lang == "en"
        )
        self._together: dict[str, Found] = {}

    def at(self, place: str) -> list[Finding]:
        """What was found about the sentence in this place."""
        text = self.texts.get(place, Text())
        if not (text.cy.strip() and text.en.strip()):
            return []
        found = [*check_pair(text), *check_terms(text, self.terms)]
        found += [*_other_translation(text, self.known), *self._of_question(place)]
        return [replace(finding, place=place) for finding in found]

    def _of_question(self, place: str) -> list[Finding]:
        """What the rows of the question that has this place say together."""
        kind, code, *_rest = place.split(".")
        if kind != "question":
            return []
        if code not in self._together:
            found: Found = defaultdict(list)
            for row, finding in _together(self.document.questions[code], self.twofold):
                found[f"question.{code}.{row}"].append(finding)
            self._together[code] = found
        return self._together[code].get(place, [])


def check_parity(document: SurveyDocument, terms: Iterable[Term] = ()) -> Found:
    """Everything doubtful about the two languages of a survey, by the place of the sentence.

    Places are in the order of the survey. `terms` are what the project calls things.
    """
    parity = Parity(document, terms)
    return {place: found for place in parity.texts if (found := parity.at(place))}


def serious(document: SurveyDocument) -> list[Finding]:
    """What must be mended in the two languages before the survey may be published.

    These are the serious ones of `check_parity`, found question by question: a question that is
    still the same is not looked at again.
    """
    pairs: set[tuple[str, str]] = set()
    for place, text, _required in _heads(document):
        pairs |= _pair(place, text)
    twofold = _twofold(pairs.union(*map(_pairs, document.questions.values())))
    found = [f for place, text, _required in _heads(document) for f in _serious_pair(place, text)]
    for section in document.sections:
        for question in section.questions:
            own = {en: twofold[en] for en, _cy in _pairs(question) if en in twofold}
            found += _serious(question, frozenset(own.items()))
    return found


@lru_cache(maxsize=4096)
def _serious(
    question: Question, twofold: frozenset[tuple[str, frozenset[str]]]
) -> tuple[Finding, ...]:
    """What must be mended in one question; `twofold` is what its words are called elsewhere."""
    here = f"question.{question.code}"
    together: Found = defaultdict(list)
    for row, finding in _together(question, dict(twofold)):
        together[f"{here}.{row}"].append(finding)
    texts = {f"{here}.{p}": text for p, text, _required in question.texts() if not text.blank}
    return tuple(
        finding
        for place, text in texts.items()
        for finding in (
            *_serious_pair(place, text),
            *(replace(f, place=place) for f in together.get(place, ()) if f.serious),
        )
    )


def _serious_pair(place: str, text: Text) -> list[Finding]:
    """What must be mended in one sentence by itself."""
    found = [finding for finding in check_pair(text) if finding.serious]
    return [] if _untold(place) else [replace(finding, place=place) for finding in found]


def _heads(document: SurveyDocument) -> Iterator[Placed]:
    """The sentences of a survey that belong to no question."""
    yield from document.own_texts()
    for section in document.sections:
        yield from section.texts()


@lru_cache(maxsize=4096)
def _pairs(question: Question) -> frozenset[tuple[str, str]]:
    """The sentences of a question in English and in Welsh, where they are in both."""
    here = f"question.{question.code}"
    texts = [(place, text) for place, text, _required in question.texts() if not text.blank]
    return frozenset().union(*(_pair(f"{here}.{place}", text) for place, text in texts))


def _pair(place: str, text: Text) -> frozenset[tuple[str, str]]:
    """A sentence in English and in Welsh, if it is in both."""
    if not (text.cy.strip() and text.en.strip()) or _untold(place):
        return frozenset()
    return frozenset([(_fold(text.en), _fold(text.cy))])


def _twofold(pairs: Iterable[tuple[str, str]]) -> Twofold:
    """The English that is translated in more than one way, from pairs of English and Welsh."""
    welsh: dict[str, set[str]] = defaultdict(set)
    for en, cy in pairs:
        welsh[en].add(cy)
    return {en: frozenset(ways) for en, ways in welsh.items() if len(ways) > 1}


def _untold(place: str) -> bool:
    """Whether a text is an address, of which each language has its own."""
    return place.startswith("question") and place.rsplit(".", 1)[-1] in ADDRESSES


def _translations(texts: dict[str, Text]) -> Known:
    """How each sentence is translated: language and words to translations as they are written."""
    known: Known = defaultdict(dict)
    for text in texts.values():
        if text.cy.strip() and text.en.strip():
            for lang in LANGUAGES:
                there = text.face(other_language(lang)).strip()
                known[lang, _fold(text.face(lang))].setdefault(_fold(there), there)
    return known


@lru_cache(maxsize=16_384)
def _fold(words: str) -> str:
    return " ".join(words.casefold().split())


def _other_translation(text: Text, known: Known) -> Iterator[Finding]:
    """A source that is translated in another way elsewhere; short words may well mean two things."""
    if not (text.cy.strip() and text.en.strip()) or _answers(text):
        return
    target = text.target
    translations = known[text.source, _fold(text.face(text.source))]
    own = _fold(text.face(target))
    for folded, words in translations.items():
        if folded != own:
            yield Finding("repeated", DIFFERS[target], {"words": words})
            return


def _answers(text: Text) -> bool:
    """Whether it is a yes or a no, which Welsh says in many ways."""
    return text.cy.strip().casefold() in _YES | _NO


def _together(question: Question, twofold: Twofold) -> Iterator[tuple[str, Finding]]:
    """What the rows of a question's lists say together: place within the question, and finding."""
    for name, rows in question.lists.items():
        whole = [row for row in rows if row.text.cy.strip() and row.text.en.strip()]
        for row in _swapped(whole, twofold):
            params = {"row": rows.index(row) + 1}
            yield f"{name}.{row.code}", Finding("order", OUT_OF_ORDER, params, serious=True)
        for lang in LANGUAGES:
            yield from _doubled(name, rows, whole, lang)
    yield from _verb(question)


def _swapped(rows: Sequence[Option], twofold: Twofold) -> Iterator[Option]:
    """Rows that have the Welsh of another row: by their numbers, by yes and no, or as known elsewhere."""
    welsh = [figures(row.text.cy) for row in rows]
    english = [figures(row.text.en) for row in rows]
    for place, row in enumerate(rows):
        others = [other for other in range(len(rows)) if other != place]
        has_their_number = welsh[place] != english[place] and any(
            welsh[place] and welsh[place] == english[other] for other in others
        )
        if has_their_number or _contradicts(row.text) or _is_theirs(row, rows, twofold):
            yield row


def _is_theirs(row: Option, rows: Sequence[Option], twofold: Twofold) -> bool:
    """Whether elsewhere this row's Welsh stands for another row, and this row's English for other Welsh."""
    own = _fold(row.text.cy)
    elsewhere = _welsh_of(row, twofold)
    return len(elsewhere) > 1 and any(
        own in _welsh_of(other, twofold) and own != _fold(other.text.cy)
        for other in rows
        if _fold(other.text.en) != _fold(row.text.en)
    )


def _welsh_of(row: Option, twofold: Twofold) -> set[str]:
    """Every way in which the English of a row is translated, in the survey or in our library."""
    english = _fold(row.text.en)
    own = _fold(row.text.cy)
    return {own, *twofold.get(english, ()), *_library().get(english, ())}


@lru_cache(maxsize=1)
def _library() -> dict[str, set[str]]:
    """How the options of our own surveys are called: English to Welsh."""
    found: dict[str, set[str]] = defaultdict(set)
    for name in library.names():
        for question in library.load(name).questions.values():
            for rows in question.lists.values():
                for row in rows:
                    found[_fold(row.text.en)].add(_fold(row.text.cy))
    return found


def _contradicts(text: Text) -> bool:
    """Whether one language says yes and the other no."""
    cy, en = text.cy.strip().casefold(), text.en.strip().casefold()
    return (en == "yes" and cy in _NO) or (en == "no" and cy in _YES)


def _doubled(
    name: str, rows: Sequence[Option], whole: Sequence[Option], lang: Language
) -> Iterator[tuple[str, Finding]]:
    """Two rows that people cannot tell apart in one language."""
    first: dict[str, Option] = {}
    for row in whole:
        before = first.setdefault(_fold(row.text.face(lang)), row)
        other = other_language(lang)
        if before is not row and _fold(before.text.face(other)) != _fold(row.text.face(other)):
            params = {"first": rows.index(before) + 1, "second": rows.index(row) + 1}
            yield f"{name}.{row.code}", Finding("same_options", ONE_NOT_TWO[lang], params, True)


def _verb(question: Question) -> Iterator[tuple[str, Finding]]:
    """A yes and a no that do not answer the verb of the question."""
    pair = PAIRS.get(fitting_pair(question.text.cy))
    rows = {_fold(row.text.en): row for row in question.offered}
    yes, no = rows.get("yes"), rows.get("no")
    if not (pair and yes and no and yes.text.cy.strip() and no.text.cy.strip()):
        return
    if (_fold(yes.text.cy), _fold(no.text.cy)) != (_fold(pair.yes), _fold(pair.no)):
        params = {"yes": pair.yes, "no": pair.no}
        yield f"options.{yes.code}", Finding("verb", NOT_THE_VERB, params)
