"""A page of questions as it is shown: what its fields hold, what is wrong with it, what has come or gone.

It serves everybody who fills in answers: the person themselves, and who enters what was given on paper.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import request

from ...questionnaire.journey import Journey, Page
from ...questionnaire.problem import Problem
from .. import actions, faces, ways
from ..actions import Outcome
from ..faces import Slot
from ..queries import Progress, Typed


def values_of(journey: Journey, unfinished: Typed, here: Page) -> dict[str, Any]:
    """What the fields of a page show, by question: what was typed last, else what was answered."""
    return {
        q.code: unfinished[q.code] if q.code in unfinished else q.raw(journey.answers.get(q.code))
        for q in here.asking
    }


def is_touched(row: Progress, journey: Journey, here: Page) -> bool:
    """Whether any field of the page holds something."""
    return any(values_of(journey, row.unfinished, here).values())


def problems_on(row: Progress, journey: Journey, here: Page) -> tuple[Problem, ...]:
    """What is wrong with what a page holds."""
    values = values_of(journey, row.unfinished, here)
    parsed = (actions.read_answer(row, q, values[q.code]) for q in here.asking)
    return tuple(p for p in parsed if isinstance(p, Problem))


def last_typed(outcome: Outcome, here: Page) -> str:
    """The code of the last question of the page that holds something: where the person is."""
    values = values_of(outcome.journey, outcome.unfinished, here)
    return next((q.code for q in reversed(here.questions) if values.get(q.code)), "")


def changed_follow_ups(
    outcome: Outcome,
    number: int,
    raw: dict[str, list[str]],
    marked: Mapping[str, str] | None = None,
) -> list[Slot]:
    """The follow-up questions of a page that have come or gone since the form was drawn.

    `marked` is as for `faces.slots`.
    """
    here, shown = outcome.journey.page(number), raw.get(actions.SHOWN, ())
    if here is None or not outcome.journey.document.follow_ups:
        return []
    values = values_of(outcome.journey, outcome.unfinished, here)
    slots = faces.slots(here, outcome.journey.document, values, marked=marked)
    return [s for s in slots if s.follow_up and bool(s.html) != (s.follow_up in shown)]


def context(
    row: Progress, journey: Journey, here: Page, problems: tuple[Problem, ...] = ()
) -> dict[str, Any]:
    """What the template of a page of questions needs besides the frame and the addresses."""
    unfinished, document = row.unfinished, journey.document
    values = values_of(journey, unfinished, here)
    wrong = {p.field.split("-")[1]: p for p in problems}
    numbers = document.numbers
    asked = [numbers[q.code] for q in here.asking]
    added = [
        q
        for q in (here.asking if ways.FOLLOW_UP in request.args else ())
        if q.code not in journey.answers and q.code not in unfinished
    ]
    return {
        "here": here,
        "slots": faces.slots(here, document, values, wrong, marked=_must(row, here))
        if row.is_paper
        else faces.slots(here, document, values, wrong, row.version_id),
        "errors": problems,
        "may_leave": any(q.required and not values[q.code] for q in here.asking),
        "added": added,
        "because": [
            numbers[q.code]
            for q in (here.asking if added else ())
            if any(q.code in document.looked_at(one) for one in added)
        ],
        "first": asked[0] if asked else "",
        "last": asked[-1] if asked else "",
    }


def _must(row: Progress, here: Page) -> dict[str, str]:
    """The questions that need an answer even where others may be blank, marked so."""
    needed = (q for q in here.asking if q.required and not actions.may_be_blank(row, q))
    return {q.code: "required" for q in needed}
