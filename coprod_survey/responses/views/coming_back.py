"""Save and come back: the private link, and what stands behind it."""

from __future__ import annotations

from flask import Response, current_app, request, url_for

from ...accounts.policy import Permission
from ...errors import NotFound
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
    code = keys.return_code(key, secret_key=current_app.config["SECRET_KEY"])
    path = url_for("responses.resume", return_code=code)
    address = (current_app.config["PUBLIC_URL"] or request.url_root).rstrip("/") + path
    return render(
        "responses/come_back.html",
        door=door,
        address=address,
        goal=ways.goal(door, row),
        **frame(door),
    )


@responses.get("/r/<return_code>")
@permit(Permission.PUBLIC)
@limiter.limit(resume_limit)
def resume(return_code: str) -> Response:
    """Go on with the answers behind a save-and-come-back link."""
    key = keys.key_of_return_code(return_code)
    code = queries.way_back(key) if key else None
    if key is None or code is None:
        return render("responses/no_way_back.html", 404)
    door, row = queries.arrive(code, key)
    if door is None:
        raise NotFound
    answer = see_other(ways.goal(door, row))
    return cookies.remember(answer, key, code)
