"""The lines of the form that says when something is shown, and what a condition is in their fields."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import msgspec

from ..questionnaire.document import Section, SurveyDocument
from ..questionnaire.questions import Question
from ..questionnaire.rules import (
    DEEPEST,
    All,
    Answered,
    AnyOf,
    Chosen,
    Condition,
    InGroup,
    Not,
    depth,
)
from ..questionnaire.text import N_

Earlier = Mapping[str, Question]
"""The questions that a condition may look at, by code."""

ALWAYS, EVERY, SOME = "always", "all", "any"
CONDITION, GROUP, KEPT = "condition", "group", "kept"
TICKED = "y"

MOST_ROWS = 40
"""How many lines a form may have: more could not be understood, and would be a trap for us."""

MODES = {
    ALWAYS: N_("Always"),
    EVERY: N_("When all of the conditions are true"),
    SOME: N_("When any of the conditions is true"),
}
GROUP_MODES = {EVERY: N_("All of these are true"), SOME: N_("Any of these is true")}

WAYS = {
    "any": N_("Any of these answers was chosen"),
    "all": N_("All of these answers were chosen"),
    "none": N_("It was answered, but with none of these"),
}
COMPARISONS = {
    "eq": N_("The answer is exactly this number"),
    "ne": N_("It was answered, but not with this number"),
    "lt": N_("The answer is less than this number"),
    "le": N_("The answer is this number or less"),
    "gt": N_("The answer is more than this number"),
    "ge": N_("The answer is this number or more"),
}
GIVEN = {"answered": N_("It was answered"), "unanswered": N_("It was not answered")}


class Row(NamedTuple):
    """A line of the form: a condition about a question, a group of conditions, or one that is kept.

    Its fields' names begin with `name`.
    """

    name: str
    key: str
    kind: str
    question: Question | None = None
    kept: Condition | None = None
    rows: tuple[Row, ...] = ()


def is_plain(condition: Condition, document: SurveyDocument, earlier: Earlier) -> bool:
    """Whether a condition is one about a single question, or its opposite, that the form can edit."""
    inner = condition.of if isinstance(condition, Not) else condition
    return told(inner, document, earlier) is not None


def told(
    condition: Condition, document: SurveyDocument, earlier: Earlier
) -> dict[str, list[str]] | None:
    """The fields of a condition about one question; None where the form cannot edit it."""
    if isinstance(condition, All | AnyOf | Not):
        return None
    code = document.group_question if isinstance(condition, InGroup) else condition.question
    question = earlier.get(code)
    if question is None:
        return None
    if isinstance(condition, Answered):
        return {"question": [code], "how": ["answered" if condition.given else "unanswered"]}
    if isinstance(condition, InGroup):
        return {"question": [code], "how": ["any"], "option": list(condition.groups)}
    if condition.part not in ({part.code for part in question.parts} or {""}):
        return None
    fields: dict[str, list[str]] = {
        "question": [code],
        "part": [condition.part],
        "how": [condition.how],
    }
    if isinstance(condition, Chosen):
        return {**fields, "option": list(condition.options)} if question.offered else None
    return {**fields, "number": [f"{condition.number}"]} if question.measurable else None


def earlier(document: SurveyDocument, thing: Section | Question) -> dict[str, Question]:
    """The questions whose answers are known when a question or a section comes, by code."""
    found: dict[str, Question] = {}
    for section in document.sections:
        if isinstance(thing, Section) and section.code == thing.code:
            break
        for question in section.questions:
            if not isinstance(thing, Section) and question.code == thing.code:
                return found
            if question.counted:
                found[question.code] = question
    return found


def grouped(mode: str, conditions: list[Condition]) -> Condition:
    """Conditions as one: a group, unless there is only one."""
    if len(conditions) == 1:
        return conditions[0]
    return (All if mode == EVERY else AnyOf)(of=tuple(conditions))


def decoded(sent: str) -> Condition | None:
    """A condition that the form carries along as it is; None for what is none."""
    try:
        found: Condition = msgspec.json.decode(sent, type=Condition)
        return found if depth(found) <= DEEPEST else None
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None
