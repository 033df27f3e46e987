"""The pages of questions: show one, save it, keep what is typed."""

from __future__ import annotations

from typing import cast

from flask import Response, abort, current_app, g, make_response, render_template, request
from flask_babel import gettext as _

from ... import clock
from ...accounts.policy import Permission
from ...dates import time_of_day
from ...errors import NotFound
from ...questionnaire.journey import Journey, Page
from ...questionnaire.problem import Problem
from ...questionnaire.text import LANGUAGES, Language
from ...web.access import permit
from ...web.htmx import leading_on, render, see_other
from ...web.kept import render_kept
from ...web.language import address as url_for
from ...web.language import both
from .. import actions, cookies, faces, keys, queries, ways
from ..keys import Key
from ..queries import Progress
from . import asked
from .blueprint import responses
from .pause import away
from .visit import Visit, frame, through_door


@responses.get("/s/<code:code>/<int:number>")
@permit(Permission.PUBLIC)
@through_door
def page(visit: Visit, number: int) -> Response:
    """One page of questions, as the person left it."""
    door, _, row = visit
    if row is None:
        return see_other(url_for("responses.start", code=door.code))
    journey, _wrong = actions.settle(queries.document_of(row), row)
    if row.is_sent or not journey.may_visit(number):
        return see_other(ways.goal(door, row))
    here = cast(Page, journey.page(number))
    problems: tuple[Problem, ...] = ()
    if ways.PUT_RIGHT in request.args:
        problems = asked.problems_on(row, journey, here)
    return _show(visit, row, journey, here, problems)


@responses.post("/s/<code:code>/<int:number>")
@permit(Permission.PUBLIC)
@leading_on
@through_door
def save(visit: Visit, number: int) -> Response:
    """Save a page and go on; or keep it as it is and do what another button says.

    What is wrong with it is shown by the page itself, so that to reload it sends nothing again over
    what was typed since, and the browser's Back never asks whether to send it again.
    """
    door, key, _ = visit
    raw = request.form.to_dict(flat=False)
    try:
        if key is None:
            raise NotFound
        if not {"switch_to", cookies.BOTH, "clear", "later", "back", "hide"}.isdisjoint(raw):
            return _keep(visit, key, number, raw)
        outcome = actions.save_page(
            key=key, number=number, raw=raw, lang=g.lang, both=both(), leave="leave" in raw
        )
    except NotFound:
        return see_other(url_for("responses.start", code=door.code))
    if outcome.sent:
        return see_other(url_for("responses.thanks", code=door.code))
    if outcome.problems:
        return see_other(ways.with_problems(door, number, from_check=ways.is_from_check()))
    if outcome.journey.ended_by:
        return see_other(ways.onward(door, outcome.journey))
    here = outcome.journey.page(number)
    if here and not outcome.journey.is_saved(here):
        return see_other(ways.with_follow_ups(door, outcome.journey, number))
    if ways.is_from_check():
        return see_other(ways.onward(door, outcome.journey))
    following = outcome.journey.after(number)
    if following is None or not outcome.journey.may_visit(following.number):
        return see_other(ways.onward(door, outcome.journey))
    return see_other(url_for("responses.page", code=door.code, number=following.number))


@responses.post("/s/<code:code>/<int:number>/autosave")
@permit(Permission.PUBLIC)
@through_door
def autosave(visit: Visit, number: int) -> Response:
    """Keep what is typed while the person is still at it, and say so in a few quiet words."""
    if visit.key is None:
        abort(409)
    try:
        raw = request.form.to_dict(flat=False)
        outcome = actions.keep_typed(
            key=visit.key, number=number, raw=raw, lang=g.lang, both=both()
        )
    except NotFound:
        abort(409)
    if outcome.sent:
        return Response(_("These answers have already been sent"), mimetype="text/plain")
    time, changed = time_of_day(clock.now()), asked.changed_follow_ups(outcome, number, raw)
    changed = faces.without_autocomplete(changed) if visit.kiosk else changed
    if not changed:
        return Response(_("Kept at %(time)s", time=time), mimetype="text/plain")
    answer = make_response(render_template("responses/_kept.html", time=time, changed=changed))
    answer.vary.add("HX-Request")
    return answer


def _keep(visit: Visit, key: Key, number: int, raw: dict[str, list[str]]) -> Response:
    """Keep a page as it is, then do what the button says: back, switch, clear, hide, or stop."""
    door = visit.door
    if cookies.BOTH in raw:
        cookies.show_both(raw[cookies.BOTH][0] == "1")
    lang = cast(Language, raw.get("switch_to", [g.lang])[0])
    if lang not in LANGUAGES:
        abort(400)
    clear = raw.get("clear", [""])[0]
    later = "later" in raw and not visit.kiosk
    outcome = actions.keep_typed(
        key=key,
        number=number,
        raw=raw,
        lang=lang,
        both=both(),
        clear=clear,
        return_link=keys.return_code(key, secret_key=current_app.config["SECRET_KEY"])
        if later
        else None,
    )
    if outcome.sent:
        return see_other(url_for("responses.thanks", code=door.code, lang=lang))
    if "hide" in raw:
        return away(door)
    if later:
        return see_other(url_for("responses.come_back", code=door.code))
    here = outcome.journey.page(number)
    if "back" in raw and here:
        return see_other(ways.back(door, outcome.journey, here))
    anchor = clear or (asked.last_typed(outcome, here) if here else "")
    address = url_for("responses.page", code=door.code, number=number, lang=lang)
    address += f"?{ways.FROM_CHECK}" if ways.is_from_check() else ""
    return see_other(f"{address}#question-{anchor}" if anchor else address)


def _show(
    visit: Visit,
    row: Progress,
    journey: Journey,
    here: Page,
    problems: tuple[Problem, ...] = (),
) -> Response:
    """A page of questions with what was typed and what has to be put right."""
    context = dict(
        door=visit.door,
        query=f"?{ways.FROM_CHECK}" if ways.is_from_check() else "",
        **asked.context(row, journey, here, problems),
        **frame(visit, row.version_id),
    )
    if visit.kiosk:
        context["slots"] = faces.without_autocomplete(context["slots"])
    if problems or asked.is_touched(row, journey, here):
        return render("responses/page.html", 422 if problems else 200, **context)
    return render_kept("responses/page.html", **context)  # nobody has touched it
