"""Save and come back: the private link, and what stands behind it."""

from __future__ import annotations

from flask import Response, current_app, url_for

from ...accounts.policy import Permission
from ...extensions import limiter
from ...web.access import permit
from ...web.htmx import render, see_other
from .. import cookies, keys, queries, ways
from .blueprint import responses
from .visit import Visit, frame, through_door


def resume_limit() -> str:
    """How often one address may try a save-and-come-back link."""
    return str(current_app.config["RESUME_LIMIT"])


@responses.get("/s/<code:code>/save")
@permit(Permission.PUBLIC)
@through_door
def come_back(visit: Visit) -> Response:
    """The private link that leads back to the answers on any device."""
    door, key, row = visit
    if key is None or row is None or row.is_sent:
        return see_other(ways.goal(door, row))
    if not row.has_return_link:
        return see_other(ways.goal(door, row))
    return render(
        "responses/come_back.html",
        door=door,
        link=ways.private_link(key),
        goal=ways.goal(door, row),
        **frame(visit),
    )


@responses.get("/r/<return_code>")
@permit(Permission.PUBLIC)
@limiter.limit(resume_limit)
def resume(return_code: str) -> Response:
    """Go on with the answers behind a save-and-come-back link, or look at those that were sent."""
    return enter(return_code) or render("responses/no_way_back.html", 404)


def enter(typed: str) -> Response | None:
    """The way on from a return code, however it was typed; None for one that leads nowhere."""
    key = keys.key_of_return_code(typed)
    code = queries.way_back(key) if key else None
    if key is None or code is None:
        return None
    door, row = queries.arrive(code, key)
    if door is None or row is None:
        return None
    if row.completed_at is None:
        return cookies.remember(see_other(ways.goal(door, row)), key, code)
    answer = see_other(url_for("responses.answers", code=code))
    return cookies.remember(answer, key, code, for_now=True)
