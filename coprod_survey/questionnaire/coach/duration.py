"""How long a survey takes to answer: an estimate, never a measurement.

Each kind of question says about how long an answer to it takes (`BaseQuestion.seconds`), the reading of a
short question included. What there is to read beyond that is added at 200 words a minute. Adults
read English silently at about 240 words a minute (M. Brysbaert, Journal of Memory and Language
109, 2019); ours is slower, because people read in a second language, on a telephone, or by ear. The
seconds of the kinds are assumptions of ours: real times, where there are any, are better.
"""

from __future__ import annotations

from functools import lru_cache

from ..document import Section, SurveyDocument
from ..questions import Question
from ..text import LANGUAGES, Text
from .reading import tokens

WORDS_A_MINUTE = 200
READ_ALREADY = 40
"""The words of a question and its answers whose reading the `seconds` of its kind include."""

PARTS_ALREADY = 4
"""The statements or moments that the `seconds` of a kind include."""

SECONDS_A_PART = 8


def seconds_of(document: SurveyDocument, section: Section) -> float:
    """About how long one section takes; of what depends on answers, half is expected."""
    total = _reading(section.introduction)
    for question in section.questions:
        number = document.numbers.get(question.code, "0")
        total += seconds(question) / (1 if number.isdecimal() else 2)
    return total


def minutes(document: SurveyDocument) -> int:
    """About how many minutes the whole survey takes, at least one."""
    total = sum(seconds_of(document, section) for section in document.sections)
    return max(1, round(total / 60))


@lru_cache(maxsize=4096)
def seconds(question: Question) -> float:
    """About how long one question takes."""
    read = [question.text, question.hint, *(o.text for o in (*question.offered, *question.parts))]
    more = max(0, sum(map(_length, read)) - READ_ALREADY) * 60 / WORDS_A_MINUTE
    parts = max(0, len(question.parts) - PARTS_ALREADY) * SECONDS_A_PART
    return question.seconds + more + parts


def _reading(text: Text) -> float:
    return _length(text) * 60 / WORDS_A_MINUTE


def _length(text: Text) -> int:
    """The words of the longer face: most people read one of the two."""
    return max(len(tokens(text.face(lang))) for lang in LANGUAGES)
