"""The receipt: a code with which somebody finds the answers again that they have sent."""

from __future__ import annotations

from flask import Response, current_app, request, url_for
from flask_babel import gettext as _

from ...accounts.policy import Permission
from ...errors import NotFound
from ...extensions import limiter
from ...questionnaire.answers import plain_text
from ...web.access import permit
from ...web.htmx import render, see_other
from .. import actions, cookies, keys, receipts, ways
from .blueprint import responses
from .coming_back import enter, resume_limit
from .visit import Visit, frame, through_door


@responses.post("/s/<code:code>/receipt")
@permit(Permission.PUBLIC)
@through_door
def give_receipt(visit: Visit) -> Response:
    """Give the person a receipt code, because they ask for one.

    A shared tablet remembers nobody: there the form holds the key, for this once.
    """
    door = visit.door
    handed = cookies.unsigned(request.form.get("key"), door.code) if visit.kiosk else None
    key = handed or visit.key
    try:
        if key is None:
            raise NotFound
        code = keys.return_code(key, secret_key=current_app.config["SECRET_KEY"])
        receipts.give(key=key, return_link=code)
    except NotFound:
        return see_other(url_for("responses.start", code=door.code))
    answer = see_other(url_for("responses.receipt", code=door.code))
    return cookies.remember(answer, key, door.code, for_now=True)


@responses.get("/s/<code:code>/receipt")
@permit(Permission.PUBLIC)
@through_door
def receipt(visit: Visit) -> Response:
    """The receipt code that the person asked for; a shared tablet shows it only this once."""
    door, key, row = visit
    if key is None or row is None or row.completed_at is None or not row.has_return_link:
        return see_other(ways.goal(door, row))
    answer = render(
        "responses/receipt.html",
        door=door,
        link=ways.private_link(key),
        **frame(visit, row.version_id),
    )
    return cookies.forget(answer, door.code) if visit.kiosk else answer


@responses.get("/receipt")
@permit(Permission.PUBLIC)
def enter_receipt() -> Response:
    """Where somebody types their receipt code."""
    return render("responses/enter_receipt.html", lost="lost" in request.args)


@responses.post("/receipt")
@permit(Permission.PUBLIC)
@limiter.limit(resume_limit)
def find_receipt() -> Response:
    """Lead from a receipt code to the answers that were sent."""
    typed = plain_text(request.form.get("receipt", ""))
    found = enter(typed)
    if found:
        return found
    words = (
        _("No answers have this code. Compare it with yours, letter by letter.")
        if typed.strip()
        else _("Write the receipt code that you were given.")
    )
    errors = [{"text": words, "href": "#receipt"}]
    return render("responses/enter_receipt.html", 422, errors=errors, typed=typed)


@responses.post("/s/<code:code>/forget")
@permit(Permission.PUBLIC)
@through_door
def forget(visit: Visit) -> Response:
    """Forget on this device whose answers were given on it, and on a shared one those not sent."""
    if visit.kiosk:
        cookies.show_both(False)  # the next person chooses anew
        if visit.key:
            actions.abandon(key=visit.key)
    answer = see_other(url_for("short.choose", code=visit.door.code))
    return cookies.forget(answer, visit.door.code)
