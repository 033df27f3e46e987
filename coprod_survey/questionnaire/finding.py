"""Finding: which questions and sections of a survey hold the words that somebody looks for."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

from .document import Section, SurveyDocument
from .questions import Question
from .text import Text

QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})


class Found(NamedTuple):
    """The codes of the questions that were found, and of the sections whose own words were."""

    questions: frozenset[str]
    sections: frozenset[str]


def find(document: SurveyDocument, looked_for: str, kinds: Mapping[str, str]) -> Found | None:
    """What holds every word that is looked for, in either language; None where no word is.

    Accents and capitals do not matter, so *ty* finds *tŷ*. A question is also found by its code and
    by its kind: `kinds` names each type in the words of the person.
    """
    words = plain(looked_for).split()
    if not words:
        return None
    questions = {
        q.code
        for q in document.questions.values()
        if _holds(_of_question(q, kinds.get(q.type, "")), words)
    }
    sections = {s.code for s in document.sections if _holds(_of_section(s), words)}
    return Found(frozenset(questions), frozenset(sections))


def plain(words: str) -> str:
    """Words without accents, in small letters, with straight quotes."""
    decomposed = unicodedata.normalize("NFKD", words.translate(QUOTES))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def _holds(text: str, words: list[str]) -> bool:
    there = plain(text)
    return all(word in there for word in words)


def _of_question(question: Question, kind: str) -> str:
    faces = [face for _place, text, _needed in question.texts() for face in _faces(text)]
    return "\n".join((question.code, question.type, kind, *faces))


def _of_section(section: Section) -> str:
    return "\n".join((section.code, *_faces(section.title), *_faces(section.introduction)))


def _faces(text: Text) -> tuple[str, str]:
    return text.cy, text.en
