"""Topics: what a question is about, where that makes it personal or telling."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from ..questions import Question
from ..text import LANGUAGES
from .reading import plain
from .words import WORDS
from .words.shape import any_among


class Topic(msgspec.Struct, frozen=True, kw_only=True):
    """Something that questions ask: whether it is personal, whether it names somebody, and the
    code of the library's question on it, or nothing."""

    personal: bool = False
    names: bool = False
    library: str = ""


TOPICS: dict[str, Topic] = {
    "age": Topic(personal=True, library="eq_age"),
    "sex": Topic(personal=True, library="eq_sex"),
    "gender": Topic(personal=True, library="eq_gender"),
    "orientation": Topic(personal=True, library="eq_orientation"),
    "identity": Topic(personal=True, library="eq_national_identity"),
    "ethnic": Topic(personal=True, library="eq_ethnic_group"),
    "religion": Topic(personal=True, library="eq_religion"),
    "disability": Topic(personal=True, library="eq_condition"),
    "care": Topic(personal=True, library="eq_care"),
    "welsh": Topic(library="eq_welsh"),
    "language": Topic(library="eq_language"),
    "health": Topic(personal=True),
    "money": Topic(personal=True),
    "harm": Topic(personal=True),
    "status": Topic(personal=True),
    "name": Topic(names=True),
    "address": Topic(names=True),
    "postcode": Topic(names=True),
    "birth": Topic(names=True, library="eq_age"),
    "job": Topic(names=True),
    "number": Topic(names=True),
    "contact": Topic(names=True),
}
"""By the names that the word lists use."""

SOME_TOPIC = {lang: any_among(WORDS[lang].topics.values()) for lang in LANGUAGES}
"""What finds out at once that the words of a question are about no topic, as those of most are."""


@lru_cache(maxsize=4096)
def topic_of(question: Question) -> Topic | None:
    """What the words of a question say it is about; None for most questions."""
    for lang in LANGUAGES:
        words = plain(question.text.face(lang))
        if not SOME_TOPIC[lang].search(words):
            continue
        for name, pattern in WORDS[lang].topics.items():
            if pattern.search(words):
                return TOPICS[name]
    return None


def is_personal(question: Question) -> bool:
    """Whether people may have reasons not to tell: marked as sensitive, or about a personal topic."""
    topic = topic_of(question)
    asks_whole_person = bool(question.offered or question.numbered) and not question.parts
    return question.sensitive or (asks_whole_person and topic is not None and topic.personal)
