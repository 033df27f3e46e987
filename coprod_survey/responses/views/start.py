"""The start: what a survey is about, who sees what, and the way in."""

from __future__ import annotations

from typing import cast

from flask import Response, current_app, g, request, url_for

from ...accounts.policy import Permission
from ...design import queries as design
from ...extensions import limiter
from ...questionnaire.journey import Journey
from ...web.access import permit
from ...web.htmx import see_other
from ...web.kept import render_kept
from .. import actions, cookies, faces, keys, queries, ways
from .blueprint import responses
from .visit import Visit, frame, through_door


def start_limit() -> str:
    """How often one address may begin a response."""
    return str(current_app.config["START_LIMIT"])


@responses.get("/s/<code:code>")
@permit(Permission.PUBLIC)
@through_door
def start(visit: Visit) -> Response:
    """What the survey is about, who sees what, and the way in; or back to where a person was."""
    door, _, row = visit
    document = design.published(cast(int, door.version_id))
    return render_kept(
        "responses/start.html",
        {"key": cookies.signed(keys.new_key(), door.code)},
        door=door,
        must=faces.must_answer(document),
        minutes=faces.minutes(document),
        sent=bool(row and row.is_sent),
        goal=ways.goal(door, row) if row and not row.is_sent else "",
        **frame(door),
    )


@responses.post("/s/<code:code>")
@permit(Permission.PUBLIC)
@limiter.limit(start_limit)
@through_door
def begin(visit: Visit) -> Response:
    """Begin a response with the key in the form, once; or go on with the one under way."""
    door = visit.door
    fresh = cookies.unsigned(request.form.get("key"), door.code)
    if fresh is None:
        return see_other(url_for("responses.start", code=door.code))
    row = queries.progress(visit.key)
    if row and not row.is_sent and "another" not in request.form:
        return see_other(ways.goal(door, row))
    actions.start(door=door, key=fresh, lang=g.lang)
    document = design.published(cast(int, door.version_id))
    first = Journey(document, {}).pages[0]
    answer = see_other(url_for("responses.page", code=door.code, number=first.number))
    return cookies.remember(answer, fresh, door.code)
