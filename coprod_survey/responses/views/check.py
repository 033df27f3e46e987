"""The check of all answers, the sending, and the thanks."""

from __future__ import annotations

from flask import Response, g, render_template, request
from markupsafe import Markup

from ... import clock
from ...accounts.policy import Permission
from ...errors import NotFound
from ...questionnaire.answers import is_answered
from ...questionnaire.text import LANGUAGES
from ...web.access import permit
from ...web.htmx import leading_on, render, see_other
from ...web.kept import render_kept
from ...web.language import address as url_for
from ...web.language import both
from .. import actions, cookies, faces, queries, ways
from .blueprint import responses
from .pause import away
from .visit import Visit, frame, through_door


@responses.get("/s/<code:code>/check")
@permit(Permission.PUBLIC)
@through_door
def check(visit: Visit) -> Response:
    """Every answer, with a way to change each, before they are sent."""
    door, _, row = visit
    if row is None or row.is_sent:
        return see_other(ways.goal(door, row))
    journey, problems = actions.settle(queries.document_of(row), row)
    if journey.ended_by or (journey.next_page and not problems):
        return see_other(ways.onward(door, journey))
    wrong, lacking = {p.field.split("-")[1] for p in problems}, {q.code for q in journey.lacking}
    to_mend, lang, in_both = wrong | lacking, g.lang, both()
    given = render_template(
        "responses/_given.html",
        journey=journey,
        rows={
            q.code: faces.row(row.version_id, q.code, lang, in_both, q.code in to_mend)
            for q in journey.questions
        },
        lines={
            q.code: faces.lines(q, journey.answers[q.code])
            for q in journey.questions
            if is_answered(journey.answers.get(q.code))
        },
        wrong=wrong,
        lacking=lacking,
    )
    return render_kept(
        "responses/check.html",
        {"given": Markup(given)},
        door=door,
        last=journey.pages[-1].number,
        **frame(visit, row.version_id),
    )


@responses.post("/s/<code:code>/check")
@permit(Permission.PUBLIC)
@leading_on
@through_door
def send(visit: Visit) -> Response:
    """Send the answers; or go to what still has to be put right. Or leave them, out of sight."""
    door, key, _ = visit
    if cookies.BOTH in request.form:
        cookies.show_both(request.form[cookies.BOTH] == "1")
        return see_other(url_for("responses.check", code=door.code))
    if "hide" in request.form:
        return away(door)
    if key is None:
        return see_other(url_for("responses.start", code=door.code))
    try:
        outcome = actions.send(key=key, lang=g.lang, both=both())
    except NotFound:
        return see_other(url_for("responses.start", code=door.code))
    if outcome.sent:
        answer = see_other(url_for("responses.thanks", code=door.code))
        return cookies.remember(answer, key, door.code, for_now=True)
    return see_other(ways.to_put_right(door, outcome))


@responses.get("/s/<code:code>/thanks")
@permit(Permission.PUBLIC)
@through_door
def thanks(visit: Visit) -> Response:
    """That the answers have arrived, and what happens next; a shared tablet then knows nobody."""
    door, key, row = visit
    if row is None or not row.is_sent:
        return see_other(ways.goal(door, row))
    again = door.state(clock.now()) == "open"
    if not visit.kiosk:
        return render_kept(
            "responses/thanks.html", door=door, again=again, **frame(visit, row.version_id)
        )
    answer = render(
        "responses/thanks.html",
        door=door,
        again=again,
        key=cookies.signed(key, door.code) if key else "",
        **frame(visit, row.version_id),
    )
    return cookies.forget(answer, door.code)


@responses.post("/s/<code:code>/thanks")
@permit(Permission.PUBLIC)
@through_door
def thanks_again(visit: Visit) -> Response:
    """The same in both languages, or in one, or in the other.

    A shared tablet remembers nobody: there the form holds the key, for this once.
    """
    code = visit.door.code
    if cookies.BOTH in request.form:
        cookies.show_both(request.form[cookies.BOTH] == "1")
    wanted = request.form.get("switch_to")
    lang = wanted if wanted in LANGUAGES else g.lang
    answer = see_other(url_for("responses.thanks", code=code, lang=lang))
    handed = cookies.unsigned(request.form.get("key"), code) if visit.kiosk else None
    return cookies.remember(answer, handed, code, for_now=True) if handed else answer
