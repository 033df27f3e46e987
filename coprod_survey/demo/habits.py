"""How made-up people tend to answer: what makes the demonstration's figures believable."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from ..questionnaire.text import Language


class Person(msgspec.Struct, frozen=True):
    """Somebody who never lived: their group, their language, and how warmly they see the work.

    `warmth` lies around 0; `gives` is whether their group gives services rather than receives them.
    """

    language: Language
    group: str = ""
    gives: bool = False
    warmth: float = 0.0


class Habit(msgspec.Struct, frozen=True):
    """How a person tends to answer one question.

    `answered` is the chance that they answer at all; `centre` is where on a scale they tend to be,
    from 1 to 5; `weights` say how likely each option is beside the others (for a multiple choice:
    its chance by itself); `typical` is the middle of the numbers they write.
    """

    answered: float = 0.94
    centre: float = 3.4
    weights: Mapping[str, float] = {}
    typical: float = 12.0


CENTRES: dict[str, tuple[float, float]] = {
    # (people who receive services, people who give them): staff see their own work more brightly
    "purpose": (3.5, 4.0),
    "information": (3.1, 3.9),
    "own_way": (3.2, 3.7),
    "welcome": (3.8, 4.3),
    "say": (2.7, 3.8),
    "power": (2.4, 3.5),
    "knowledge": (2.9, 4.0),
    "safe": (3.2, 3.6),
    "recognised": (2.8, 2.9),
    "connections": (3.7, 3.6),
    "confidence": (3.8, 3.4),
    "seen": (2.9, 3.6),
    "again": (3.9, 4.2),
}
"""Where on each scale of the evaluation the two sides tend to be."""

LADDER: dict[str, tuple[dict[str, float], dict[str, float]]] = {
    "ladder_then": (
        {"coercion": 5, "educating": 6, "informing": 10, "consultation": 5, "engagement": 1},
        {"educating": 2, "informing": 8, "consultation": 9, "engagement": 4},
    ),
    "ladder_now": (
        {"informing": 3, "consultation": 8, "engagement": 9, "co_design": 5, "co_production": 1},
        {"consultation": 2, "engagement": 7, "co_design": 10, "co_production": 4},
    ),
    "ladder_hoped": (
        {"engagement": 2, "co_design": 6, "co_production": 12},
        {"engagement": 2, "co_design": 8, "co_production": 9},
    ),
}
"""How likely each rung is; a rung that is not here is not chosen."""

WEIGHTS: dict[str, tuple[dict[str, float], dict[str, float]]] = {
    "ways": (
        {"workshops": 0.6, "online": 0.25, "one_to_one": 0.35, "written": 0.3, "visits": 0.15},
        {"workshops": 0.7, "online": 0.55, "one_to_one": 0.3, "written": 0.2, "visits": 0.2},
    ),
    "joined": (
        {"start": 3, "planning": 6, "trying": 5, "end": 3},
        {"start": 8, "planning": 6, "trying": 2, "end": 1},
    ),
    "helped": (
        {"times": 0.35, "place": 0.4, "costs": 0.35, "welsh": 0.2, "support": 0.35},
        {"times": 0.5, "place": 0.3, "costs": 0.05, "welsh": 0.15, "support": 0.1},
    ),
    "disagreement": (
        {"talked": 6, "voted": 2, "leader": 6, "left": 5, "never": 3},
        {"talked": 11, "voted": 3, "leader": 2, "left": 3, "never": 3},
    ),
    "gave": (
        {"lived": 0.85, "professional": 0.05, "skills": 0.25, "contacts": 0.3, "time": 0.6},
        {"lived": 0.15, "professional": 0.85, "skills": 0.3, "contacts": 0.35, "time": 0.5},
    ),
    "got": (
        {"learning": 0.4, "people": 0.45, "useful": 0.5, "paid": 0.25, "service": 0.3},
        {"learning": 0.55, "people": 0.3, "useful": 0.5, "paid": 0.02, "service": 0.05},
    ),
    "told_why": (
        {"always": 3, "sometimes": 8, "never": 8, "all_done": 1},
        {"always": 7, "sometimes": 8, "never": 2, "all_done": 1},
    ),
    **LADDER,
}
"""How likely each option is for each side."""

PREFERRED: dict[Language, dict[str, float]] = {
    "cy": {"cy": 12, "either": 5, "en": 1, "other": 0.3},
    "en": {"en": 12, "either": 3, "cy": 0.5, "other": 0.6},
}
"""Which language people prefer, by the language in which they answer."""

ANSWERED = {"barriers": 0.24, "missing": 0.3, "most_important": 0.34, "next_time": 0.28}
"""How many people write something; other questions are nearly always answered."""


def habit_of(code: str, person: Person) -> Habit:
    """How this person tends to answer the question with this code."""
    side = 1 if person.gives else 0
    weights = (
        PREFERRED[person.language] if code == "language" else WEIGHTS.get(code, ({}, {}))[side]
    )
    if code == "group" and person.group:
        weights = {person.group: 1}
    return Habit(
        answered=ANSWERED.get(code, 0.95),
        centre=CENTRES.get(code, (3.2, 3.6))[side] + person.warmth,
        weights=weights,
        typical=22.0 if person.gives else 11.0,
    )
