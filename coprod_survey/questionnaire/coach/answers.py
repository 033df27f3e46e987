"""Advice on the answers that a question offers, and on what it makes people tell."""

from __future__ import annotations

from collections.abc import Iterator

from ..questions import Question
from ..text import LANGUAGES, Language, Text
from .advice import Advice
from .reading import plain
from .rules import MOST_OPTIONS
from .topics import is_personal, topic_of
from .words import WORDS


def advise_on_answers(question: Question) -> Iterator[Advice]:
    """Everything about the scale and the options of one question."""
    here = f"question.{question.code}.options"
    if any(_agrees(question, lang) for lang in LANGUAGES):
        yield Advice(place=here, rule="agree")
    if question.numbered:
        bare = [o for o in question.offered if not o.role and _is_bare(o.text)]
        if bare:
            yield Advice(place=here, rule="unlabelled", params={"number": len(bare)})
        yield from _unbalanced(question, here)
    if len(question.offered) > MOST_OPTIONS and question.standard.blank:
        mend = "fold" if question.folded() is not None else ""
        if not question.numbered and not question.opens:
            number = {"number": len(question.offered)}
            yield Advice(place=here, rule="many_options", params=number, mend=mend)
    roles = {o.role for o in question.offered}
    usual = type(question).fresh().offered
    if any(o.exclusive for o in usual) and not roles & {"exclusive", "other", "dont_know"}:
        yield Advice(place=here, rule="no_none", mend="add_none")


def advise_on_telling(question: Question) -> Iterator[Advice]:
    """Everything about what one question makes people tell."""
    here = f"question.{question.code}"
    if not question.asks or question.apart:
        return
    topic = topic_of(question)
    if is_personal(question):
        roles = {o.role for o in question.offered}
        if question.offered and not question.parts and "prefer_not" not in roles:
            yield Advice(place=f"{here}.options", rule="no_prefer_not", mend="add_prefer_not")
        if question.required and "prefer_not" not in roles:
            yield Advice(place=f"{here}.required", rule="must_tell", mend="let_go")
        if not question.sensitive:
            yield Advice(
                place=f"{here}.sensitive", rule="not_marked", quote=question.text, mend="mark"
            )
    if topic and topic.names and not question.offered and not question.coarse:
        yield Advice(place=f"{here}.text", rule="identifies", quote=question.text)
    if question.open:
        if question.required:
            yield Advice(place=f"{here}.required", rule="must_write", mend="let_go")
        if question.hint.blank:
            yield Advice(place=f"{here}.hint", rule="names", mend="ask_for_no_names")


def _agrees(question: Question, lang: Language) -> bool:
    pattern = WORDS[lang].agreeing
    agreeing = [
        o for o in question.offered if not o.role and pattern.search(plain(o.text.face(lang)))
    ]
    return len(agreeing) > 2


def _is_bare(text: Text) -> bool:
    """Whether a point has only figures or signs for words."""
    faces = [text.face(lang).strip() for lang in LANGUAGES if text.face(lang).strip()]
    return bool(faces) and not any(letter.isalpha() for face in faces for letter in face)


def _unbalanced(question: Question, here: str) -> Iterator[Advice]:
    for lang in reversed(LANGUAGES):
        sides = [_side(o.text.face(lang), lang) for o in question.offered if not o.role]
        good, bad = sides.count("good"), sides.count("bad")
        from_nothing = "zero" in sides
        if good + bad > 2 and good != bad and not from_nothing:
            yield Advice(place=here, rule="unbalanced", params={"good": good, "bad": bad})
            return


def _side(words: str, lang: Language) -> str:
    """On which side of the middle a point of a scale stands, as far as its words say."""
    known, said = WORDS[lang], plain(words.strip())
    if known.zero.search(said):
        return "zero"
    good, bad = bool(known.good.search(said)), bool(known.bad.search(said))
    if good == bad:
        return ""
    denied = any(word in known.denying | known.closing for word in said.split())
    return "good" if good != denied else "bad"
