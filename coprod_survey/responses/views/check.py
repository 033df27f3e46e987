"""The check of all answers, the sending, and the thanks."""

from __future__ import annotations

from flask import Response, g, url_for

from ... import clock
from ...accounts.policy import Permission
from ...design import queries as design
from ...errors import NotFound
from ...questionnaire.answers import is_answered
from ...web.access import permit
from ...web.htmx import render, see_other
from ...web.kept import render_kept
from .. import actions, ways
from .blueprint import responses
from .visit import Visit, frame, through_door


@responses.get("/s/<code:code>/check")
@permit(Permission.PUBLIC)
@through_door
def check(visit: Visit) -> Response:
    """Every answer, with a way to change each, before they are sent."""
    door, _, row = visit
    if row is None or row.is_sent:
        return see_other(ways.goal(door, row))
    journey, problems = actions.settle(design.published(row.version_id), row)
    if not problems and (journey.next_page or journey.ended_by):
        return see_other(ways.onward(door, journey))
    return render(
        "responses/check.html",
        door=door,
        journey=journey,
        numbers=journey.document.numbers,
        lines={
            q.code: q.show(journey.answers[q.code], g.lang)
            for q in journey.questions
            if is_answered(journey.answers.get(q.code))
        },
        wrong={p.field.split("-")[1] for p in problems},
        lacking={q.code for q in journey.lacking},
        **frame(door),
    )


@responses.post("/s/<code:code>/check")
@permit(Permission.PUBLIC)
@through_door
def send(visit: Visit) -> Response:
    """Send the answers; or go to what still has to be put right."""
    door, key, _ = visit
    if key is None:
        return see_other(url_for("responses.start", code=door.code))
    try:
        outcome = actions.send(key=key, lang=g.lang)
    except NotFound:
        return see_other(url_for("responses.start", code=door.code))
    if outcome.sent:
        return see_other(url_for("responses.thanks", code=door.code))
    return see_other(ways.to_put_right(door, outcome))


@responses.get("/s/<code:code>/thanks")
@permit(Permission.PUBLIC)
@through_door
def thanks(visit: Visit) -> Response:
    """That the answers have arrived, and what happens next."""
    door, _, row = visit
    if row is None or not row.is_sent:
        return see_other(ways.goal(door, row))
    again = door.state(clock.now()) == "open"
    return render_kept(
        "responses/thanks.html", door=door, again=again, **frame(door, row.version_id)
    )
