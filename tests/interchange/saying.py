"""Our sentences in English, for writers and readers that are tried without a page."""

from __future__ import annotations

from coprod_survey.interchange.sheets import known_labels
from coprod_survey.questionnaire.problem import Problem
from coprod_survey.questionnaire.text import Text


def say(problem: Problem | str) -> str:
    if isinstance(problem, str):
        return problem
    words = {k: v.en if isinstance(v, Text) else v for k, v in problem.params.items()}
    return problem.message % words if words else problem.message


KNOWN = known_labels([say])
