"""The answers that somebody has sent: see them, correct them, withdraw them.

All of it takes the receipt code. A browser that merely sent the answers does not show them, because
somebody else may sit in front of it by now.
"""

from __future__ import annotations

from collections.abc import Callable

from flask import Response, url_for

from ... import clock
from ...accounts.policy import Permission
from ...design import queries as design
from ...errors import NotFound
from ...questionnaire.answers import is_answered
from ...questionnaire.journey import Journey
from ...web.access import permit
from ...web.htmx import render, see_other
from .. import cookies, faces, queries, receipts, ways
from ..keys import Key
from ..queries import Progress
from .blueprint import responses
from .visit import Visit, frame, through_door


@responses.get("/s/<code:code>/answers")
@permit(Permission.PUBLIC)
@through_door
def answers(visit: Visit) -> Response:
    """What the person has sent, and what they may do about it."""
    row = _sent(visit)
    if row is None:
        return _elsewhere(visit)
    journey = Journey(queries.document_of(row), row.counted)
    return render(
        "responses/answers.html",
        door=visit.door,
        journey=journey,
        numbers=journey.document.numbers,
        lines={
            q.code: faces.lines(q, journey.answers[q.code])
            for q in journey.questions
            if is_answered(journey.answers.get(q.code))
        },
        is_open=visit.door.state(clock.now()) == "open",
        **frame(visit, row.version_id),
    )


@responses.post("/s/<code:code>/correct")
@permit(Permission.PUBLIC)
@through_door
def correct(visit: Visit) -> Response:
    """Open the answers again, to be corrected."""
    return _do(visit, receipts.correct, "responses.check")


@responses.post("/s/<code:code>/leave")
@permit(Permission.PUBLIC)
@through_door
def leave_correcting(visit: Visit) -> Response:
    """Leave the answers as they were sent."""
    return _do(visit, receipts.leave, "responses.answers")


@responses.get("/s/<code:code>/withdraw")
@permit(Permission.PUBLIC)
@through_door
def withdraw(visit: Visit) -> Response:
    """What will be gone, before it is."""
    row = _sent(visit)
    if row is None:
        return _elsewhere(visit)
    whole = design.published(row.version_id)
    return render(
        "responses/withdraw.html",
        door=visit.door,
        count=sum(is_answered(a) for a in row.counted.values()),
        apart=any(q.apart for q in whole.questions.values()),
        **frame(visit, row.version_id),
    )


@responses.post("/s/<code:code>/withdraw")
@permit(Permission.PUBLIC)
@through_door
def do_withdraw(visit: Visit) -> Response:
    """Withdraw the answers for good, and forget them on this device."""
    try:
        receipts.withdraw(key=_code_key(visit))
    except NotFound:
        return _elsewhere(visit)
    answer = see_other(url_for("responses.withdrawn", code=visit.door.code))
    return cookies.forget(answer, visit.door.code)


@responses.get("/s/<code:code>/withdrawn")
@permit(Permission.PUBLIC)
@through_door
def withdrawn(visit: Visit) -> Response:
    """That the answers are gone."""
    return render("responses/withdrawn.html", door=visit.door, **frame(visit))


def _sent(visit: Visit) -> Progress | None:
    """The response, if it was sent and the person came by its code."""
    row = visit.row
    return row if visit.key and visit.key.is_from_code and row and row.completed_at else None


def _code_key(visit: Visit) -> Key:
    """The key that came from a receipt code. Raises `NotFound` where the browser holds none."""
    if visit.key is None or not visit.key.is_from_code:
        raise NotFound
    return visit.key


def _do(visit: Visit, act: Callable[..., None], endpoint: str) -> Response:
    """Do something about sent answers and go on; or ask for the code where there is none."""
    try:
        act(key=_code_key(visit))
    except NotFound:
        return _elsewhere(visit)
    return see_other(url_for(endpoint, code=visit.door.code))


def _elsewhere(visit: Visit) -> Response:
    """Where somebody goes whose answers cannot be found: to the form for the code, with a kind word."""
    if visit.row:
        return see_other(ways.goal(visit.door, visit.row))
    return see_other(url_for("responses.enter_receipt", lost=1))
