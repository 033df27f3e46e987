"""Advice on the words of a survey: two things at once, leading words, negatives, long and hard words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from ..questions import Question
from ..text import LANGUAGES, Language, Text
from .advice import Advice
from .reading import asked, plain, sentences, tokens
from .rules import LONGEST_SENTENCE
from .words import WORDS

NOT_READ = ("audio", "video", "standard", "transcript")
"""Texts that are no sentences for readers."""

Find = Callable[[str, Language], str]
"""What looks for a fault in a passage of one language: the words that have it, or nothing."""


def advise_on_words(question: Question) -> Iterator[Advice]:
    """Everything about the words of one question."""
    here = f"question.{question.code}"
    if question.asks:
        yield from found("double", f"{here}.text", question.text, _double(question))
        yield from found("leading", f"{here}.text", question.text, leading)
    yield from found("double_negative", f"{here}.text", question.text, double_negative)
    for name, rows in question.lists.items():
        if name == "options":
            continue
        for row in rows:
            place = f"{here}.{name}.{row.code}"
            yield from found("double", place, row.text, two_judged)
            yield from found("double_negative", place, row.text, double_negative)
            if _begins_with_no(question):
                yield from found("negative_statement", place, row.text, negative)
    for name, text, _required in question.texts():
        if name not in NOT_READ and not text.blank:
            yield from advise_on_reading(f"{here}.{name}", text)


def advise_on_reading(place: str, text: Text) -> Iterator[Advice]:
    """Long sentences and hard words, for each language by itself."""
    for lang in LANGUAGES:
        words = text.face(lang)
        longest, length = longest_sentence(words)
        if length > LONGEST_SENTENCE:
            yield Advice(
                place=place,
                rule="long_sentence",
                params={"words": length},
                lang=lang,
                quote=_face(lang, longest),
            )
        for hard in hard_words(words, lang):
            yield Advice(
                place=place,
                rule="hard_word",
                lang=lang,
                quote=_face(lang, hard),
                plainer=WORDS[lang].hard[hard],
            )


def found(rule: str, place: str, text: Text, find: Find) -> Iterator[Advice]:
    """One piece of advice for what is found in either language, or in both."""
    faces = {lang: find(text.face(lang), lang) if text.face(lang) else "" for lang in LANGUAGES}
    here = [lang for lang in LANGUAGES if faces[lang]]
    if here:
        only = here[0] if len(here) == 1 and text.state != "missing" else None
        yield Advice(place=place, rule=rule, lang=only, quote=Text(cy=faces["cy"], en=faces["en"]))


def two_judged(words: str, lang: Language) -> str:
    """A sentence in which two things are to be judged with one answer; a statement, for example."""
    return _joined(words, lang, either=True) or two_asked(words, lang)


def one_chosen(words: str, lang: Language) -> str:
    """A sentence that joins two things with "and"; "or" may stand between two answers."""
    return _joined(words, lang, either=False) or two_asked(words, lang)


def two_asked(words: str, lang: Language) -> str:
    """A passage that asks two questions."""
    questions = [s for s in asked(words) if s.endswith("?")]
    if len(questions) > 1:
        return " ".join(questions)
    return next((s for s in asked(words) if WORDS[lang].asking.search(plain(s))), "")


def leading(words: str, lang: Language) -> str:
    """The words that lead, as they are written."""
    match = WORDS[lang].leading.search(plain(words))
    return words[match.start() : match.end()] if match else ""


def double_negative(words: str, lang: Language) -> str:
    """A sentence that denies more than once."""
    return next((s for s in sentences(words) if _denials(s, lang) > 1), "")


def negative(words: str, lang: Language) -> str:
    """A sentence that denies at all."""
    return next((s for s in sentences(words) if _denials(s, lang)), "")


@lru_cache(maxsize=8192)
def longest_sentence(words: str) -> tuple[str, int]:
    """The longest sentence of a passage, and how many words it has."""
    longest = max(sentences(words), key=lambda s: len(tokens(s)), default="")
    return longest, len(tokens(longest))


@lru_cache(maxsize=8192)
def hard_words(words: str, lang: Language) -> tuple[str, ...]:
    """The hard words and phrases of a passage, in the order of the list.

    The words of options stand in many questions, and are looked up once.
    """
    hard, phrases = WORDS[lang].hard, _phrases(lang)
    said = tokens(words)
    bare = [word.partition("'")[0] for word in said]  # without the Welsh article behind it
    line = f" {' '.join(said)} | {' '.join(bare)} "
    found = {word for word in (*said, *bare) if word in hard}
    found |= {phrase for phrase in phrases if f" {phrase} " in line}
    return tuple(sorted(found, key=list(hard).index)) if found else ()


@lru_cache(maxsize=len(LANGUAGES))
def _phrases(lang: Language) -> tuple[str, ...]:
    """The hard phrases: those of the list that are several words."""
    return tuple(phrase for phrase in WORDS[lang].hard if " " in phrase)


def _double(question: Question) -> Find:
    """How two things at once would show in a question of this kind."""
    if question.numbered:
        return two_judged
    if question.offered and not question.several:
        return one_chosen
    return two_asked


def _joined(words: str, lang: Language, *, either: bool) -> str:
    known = WORDS[lang]
    for sentence in asked(words):
        rest = known.one_thing.sub("…", _without_names(sentence))
        if known.joining.search(rest) or (either and known.either.search(rest)):
            return sentence
    return ""


def _without_names(sentence: str) -> str:
    """A sentence in plain letters; two names that are joined are one thing."""
    spoken = sentence.replace("’", "'").split()
    kept = []
    for place, word in enumerate(spoken):
        joins = 1 < place < len(spoken) - 1 and len(word) < 4 and word.islower()
        names = joins and spoken[place - 1][0].isupper() and spoken[place + 1][0].isupper()
        kept.append("…" if names else word)
    return plain(" ".join(kept))


def _denials(sentence: str, lang: Language) -> int:
    """How often a sentence denies; in Welsh, what only finishes a denial counts with it."""
    known = WORDS[lang]
    said = tokens(known.harmless.sub(" ", plain(sentence)))
    denials = contrary = 0
    for word in said:
        if word in known.denying or word.endswith("n't"):
            denials += 1
        elif word in known.closing:
            denials = denials or 1
        elif word in known.contrary:
            contrary += 1
    return denials + contrary if denials else 0


def _begins_with_no(question: Question) -> bool:
    """Whether the points of its scale deny, so that a statement that denies is denied."""
    return any(
        WORDS[lang].zero.search(plain(o.text.face(lang)))
        or WORDS[lang].agreeing.search(plain(o.text.face(lang)))
        for o in question.offered
        for lang in LANGUAGES
        if not o.role
    )


def _face(lang: Language, words: str) -> Text:
    return Text(cy=words) if lang == "cy" else Text(en=words)
