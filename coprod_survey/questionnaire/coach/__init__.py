"""The coach: quiet advice on a survey that is being written. It never blocks anything.

The rules are data (`rules.RULES`, `words.WORDS`); what they find is `Advice`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import lru_cache

from ..document import SurveyDocument
from ..questions import Question
from .advice import Advice, Rule
from .answers import advise_on_answers, advise_on_telling
from .mends import MENDS
from .rules import RULES
from .whole import (
    advise_on_goals,
    advise_on_length,
    advise_on_library,
    advise_on_order,
    advise_on_small_groups,
)
from .wording import advise_on_reading, advise_on_words

__all__ = ["MENDS", "RULES", "Advice", "Rule", "advise", "advise_on_question"]

OPENING = ("introduction", "who_sees", "thanks")
"""The opening and closing words that everybody reads."""


def advise(
    document: SurveyDocument,
    *,
    goals: Collection[str] = (),
    group_sizes: Mapping[str, int | None] | None = None,
) -> list[Advice]:
    """All advice on a survey, in its order; that on the survey as a whole comes first.

    `goals` are the codes of the project's goals, none where goals are not used; `group_sizes` how
    many people are hoped for in each stakeholder group, by its code.
    """
    found = [
        *advise_on_length(document),
        *advise_on_small_groups(document, group_sizes or {}),
        *advise_on_goals(document, goals),
        *advise_on_order(document),
        *advise_on_library(document),
    ]
    for name in OPENING:
        found += advise_on_reading(f"settings.{name}", getattr(document, name))
    for section in document.sections:
        found += advise_on_reading(f"section.{section.code}.introduction", section.introduction)
        for question in section.questions:
            found += advise_on_question(question)
    turns = {("", ""): -2, ("settings", ""): -1}
    for section in document.sections:
        turns["section", section.code] = len(turns)
        turns |= {("question", q.code): len(turns) + n for n, q in enumerate(section.questions)}
    return sorted(found, key=lambda a: turns.get((a.thing[0], a.thing[1]), -1))


@lru_cache(maxsize=4096)
def advise_on_question(question: Question) -> tuple[Advice, ...]:
    """The advice that a question deserves by itself, wherever it stands."""
    return (*advise_on_words(question), *advise_on_answers(question), *advise_on_telling(question))
