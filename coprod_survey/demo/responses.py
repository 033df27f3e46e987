"""Make responses of people who never lived, to any survey; the same seed makes the same people."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Any

from ..questionnaire.answers import SKIPPED
from ..questionnaire.document import SurveyDocument
from ..questionnaire.journey import Journey
from ..questionnaire.questions import Question
from ..questionnaire.text import Language
from .answers import make_answer
from .habits import Habit, Person, habit_of

Say = Callable[[str, Person], str]
"""Gives what a person writes for a question code, or beside its "other" for ``<code>.other``."""

WELSH = 0.4
"""How many people answer in Welsh."""

SWITCHED = 0.12
"""How many of them looked at the other language on the way."""

UNFINISHED = 0.1
"""How many stopped before the end."""

SENTENCES: dict[Language, tuple[str, ...]] = {
    "cy": (
        "Roedd yn braf cael gwrandawiad.",
        "Mae’r drws yn haws ei agor nawr.",
        "Dim byd i’w ddweud.",
    ),
    "en": ("It was good to be listened to.", "The door is easier to open now.", "Nothing to add."),
}


def say_something(rng: Random) -> Say:
    """Somebody to speak for people in any survey: one of a few sentences in their language."""
    return lambda code, person: rng.choice(SENTENCES[person.language])


def make_responses(
    document: SurveyDocument,
    count: int,
    rng: Random,
    *,
    at: datetime,
    days: int = 28,
    groups: Sequence[str] = (),
    givers: frozenset[str] = frozenset(),
    habit: Callable[[str, Person], Habit] = habit_of,
    say: Say | None = None,
    unfinished: float = UNFINISHED,
) -> list[dict[str, Any]]:
    """`count` responses to a survey in the `days` before `at`, the earliest first.

    `groups` are the codes of the people's groups, one each (shuffled, repeated when they are too
    few), and `givers` those groups that give services. Each response is a mapping of the columns of
    `responses.models.Response`; whoever stores it adds survey, version and channel.
    """
    codes = list(groups)
    rng.shuffle(codes)
    say = say or say_something(rng)
    times = sorted(_moment(rng, at, days) for _ in range(count))
    responses = []
    for number, (started, last) in enumerate(times):
        group = codes[number % len(codes)] if codes else ""
        person = Person(
            language="cy" if rng.random() < WELSH else "en",
            group=group,
            gives=group in givers,
            warmth=rng.gauss(0, 0.5),
        )
        stops = rng.random() < unfinished
        seen = rng.randrange(1, len(document.sections)) if stops and document.sections[1:] else None
        answers = _answers(document, seen, rng, person, habit, say)
        chosen = answers.get(document.group_question) or {}
        responses.append(
            {
                "key": urlsafe_b64encode(rng.randbytes(32)).rstrip(b"=").decode(),
                "group": (chosen.get("chosen") or [""])[0],
                "language": person.language,
                "languages": _languages(rng, person.language),
                "demonstration": True,
                "started_at": started,
                "saved_at": last,
                "completed_at": last if seen is None else None,
                "answers": answers,
                "unfinished": {},
            }
        )
    return responses


def _answers(
    document: SurveyDocument,
    seen: int | None,
    rng: Random,
    person: Person,
    habit: Callable[[str, Person], Habit],
    say: Say,
) -> dict[str, Any]:
    """What one person answers in the sections that they saw: the first `seen`, or all."""

    def words(code: str) -> str:
        return say(code, person)

    answers: dict[str, Any] = {}
    for section in document.sections[:seen]:
        for question in section.questions:
            if not question.asks or not _is_asked(document, question, answers):
                continue
            made = habit(question.code, person)
            answers[question.code] = (
                SKIPPED  # nobody made up wants to be told
                if question.apart
                else make_answer(question, rng, habit=made, words=words)
            )
    return answers


def _is_asked(document: SurveyDocument, question: Question, answers: dict[str, Any]) -> bool:
    """Whether somebody who has answered so far is asked this question."""
    asked = () if document.is_straight else Journey(document, answers).questions
    return document.is_straight or question.code in {other.code for other in asked}


def _moment(rng: Random, at: datetime, days: int) -> tuple[datetime, datetime]:
    """When somebody started, in the daytime and more often early on, and when they were last seen."""
    lasted = timedelta(seconds=rng.randrange(180, 1500))
    day = int(rng.betavariate(1, 1.8) * days)
    morning = (at - timedelta(days=days - day)).replace(hour=0, minute=0, second=0, microsecond=0)
    started = morning + timedelta(seconds=rng.randrange(8 * 3600, 22 * 3600))
    started = min(started, at - lasted).replace(microsecond=0)
    return started, started + lasted


def _languages(rng: Random, first: Language) -> str:
    """The languages somebody used, in the order of first use."""
    other = "en" if first == "cy" else "cy"
    used = [first, other] if rng.random() < SWITCHED else [first]
    return " ".join(used)
