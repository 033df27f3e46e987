"""The pages of questions: show one, save it, keep what is typed."""

from __future__ import annotations

from typing import Any, cast

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
from ..actions import Outcome
from ..faces import Slot
from ..keys import Key
from ..queries import Progress, Typed
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
        values = _values(journey, row.unfinished, here)
        parsed = (q.parse(values[q.code]) for q in here.asking)
        problems = tuple(p for p in parsed if isinstance(p, Problem))
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
    time, changed = time_of_day(clock.now()), _changed_follow_ups(outcome, number, raw)
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
    anchor = clear or (_last_typed(outcome, here) if here else "")
    address = url_for("responses.page", code=door.code, number=number, lang=lang)
    address += f"?{ways.FROM_CHECK}" if ways.is_from_check() else ""
    return see_other(f"{address}#question-{anchor}" if anchor else address)


def _last_typed(outcome: Outcome, here: Page) -> str:
    """The code of the last question of the page that holds something: where the person is."""
    values = _values(outcome.journey, outcome.unfinished, here)
    return next((q.code for q in reversed(here.questions) if values.get(q.code)), "")


def _values(journey: Journey, unfinished: Typed, here: Page) -> dict[str, Any]:
    """What the fields of a page show, by question: what was typed last, else what was answered."""
    return {
        q.code: unfinished[q.code] if q.code in unfinished else q.raw(journey.answers.get(q.code))
        for q in here.asking
    }


def _changed_follow_ups(outcome: Outcome, number: int, raw: dict[str, list[str]]) -> list[Slot]:
    """The follow-up questions of a page that have come or gone since the form was drawn."""
    here, shown = outcome.journey.page(number), raw.get(actions.SHOWN, ())
    if here is None or not outcome.journey.document.follow_ups:
        return []
    values = _values(outcome.journey, outcome.unfinished, here)
    slots = faces.slots(here, outcome.journey.document, values)
    return [s for s in slots if s.follow_up and bool(s.html) != (s.follow_up in shown)]


def _show(
    visit: Visit,
    row: Progress,
    journey: Journey,
    here: Page,
    problems: tuple[Problem, ...] = (),
) -> Response:
    """A page of questions with what was typed and what has to be put right."""
    unfinished = row.unfinished
    values = _values(journey, unfinished, here)
    wrong = {p.field.split("-")[1]: p for p in problems}
    document = journey.document
    slots = faces.slots(here, document, values, wrong, row.version_id)
    numbers = document.numbers
    asked = [numbers[q.code] for q in here.asking]
    added = [
        q
        for q in (here.asking if ways.FOLLOW_UP in request.args else ())
        if q.code not in journey.answers and q.code not in unfinished
    ]
    context = dict(
        door=visit.door,
        here=here,
        slots=faces.without_autocomplete(slots) if visit.kiosk else slots,
        errors=problems,
        may_leave=any(q.required and not values[q.code] for q in here.asking),
        added=added,
        because=[
            numbers[q.code]
            for q in (here.asking if added else ())
            if any(q.code in document.looked_at(one) for one in added)
        ],
        first=asked[0] if asked else "",
        last=asked[-1] if asked else "",
        query=f"?{ways.FROM_CHECK}" if ways.is_from_check() else "",
        **frame(visit, row.version_id),
    )
    if problems or any(values.values()):
        return render("responses/page.html", 422 if problems else 200, **context)
    return render_kept("responses/page.html", **context)  # nobody has touched it
