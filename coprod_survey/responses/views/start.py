"""The start: what a survey is about, who sees what, and the way in."""

from __future__ import annotations

from datetime import timedelta
from typing import cast

from flask import Response, current_app, g, request

from ... import clock
from ...accounts.policy import Permission
from ...design import queries as design
from ...extensions import limiter
from ...questionnaire.journey import Journey
from ...web.access import permit
from ...web.htmx import leading_on, see_other
from ...web.kept import render_kept
from ...web.language import address as url_for
from ...web.language import both
from .. import actions, cookies, faces, keys, queries, ways
from ..keys import Key
from ..queries import Progress
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
    if visit.kiosk and row and not _is_under_way(row):
        row = None
    document = design.published(cast(int, door.version_id))
    answer = render_kept(
        "responses/start.html",
        {"key": cookies.signed(keys.new_key(), door.code)},
        door=door,
        must=faces.must_answer(document),
        minutes=faces.minutes(document),
        sent=bool(row and row.is_sent),
        goal=bool(row and not row.is_sent),
        **frame(visit),
    )
    return cookies.share(answer, door.code) if visit.kiosk else answer


@responses.post("/s/<code:code>")
@permit(Permission.PUBLIC)
@limiter.limit(start_limit)
@leading_on
@through_door
def begin(visit: Visit) -> Response:
    """Begin a response with the key in the form, once; or go on with the one under way.

    Machines that fill in every field are told that they have begun, and have not.
    """
    door = visit.door
    if cookies.BOTH in request.form:
        cookies.show_both(request.form[cookies.BOTH] == "1")
        return see_other(url_for("responses.start", code=door.code))
    fresh = cookies.unsigned(request.form.get("key"), door.code)
    if fresh is None:
        return see_other(url_for("responses.start", code=door.code))
    if visit.kiosk and "another" in request.form and visit.key not in (None, fresh):
        actions.abandon(key=cast(Key, visit.key))
    row = queries.progress(visit.key)
    if row and not row.is_sent and "another" not in request.form:
        return cookies.show(see_other(ways.goal(door, row)), door.code)
    document = design.published(cast(int, door.version_id))
    first = Journey(document, {}).pages[0]
    answer = see_other(url_for("responses.page", code=door.code, number=first.number))
    if request.form.get("homepage"):
        return answer
    actions.start(door=door, key=fresh, lang=g.lang, both=both())
    return cookies.show(cookies.remember(answer, fresh, door.code), door.code)


def _is_under_way(row: Progress) -> bool:
    """Whether the person who began on a shared tablet is likely to be the one in front of it now."""
    idle = timedelta(seconds=current_app.config["KIOSK_IDLE_SECONDS"])
    return not row.is_sent and row.saved_at + idle > clock.now()
