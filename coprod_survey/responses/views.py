"""The pages of somebody who answers: start, questions, check, send, thanks; save and come back.

They know nobody: what the browser holds is a random key, and no page asks who is signed in.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, NamedTuple, cast

from flask import (
    Blueprint,
    Response,
    abort,
    current_app,
    g,
    make_response,
    render_template,
    request,
    url_for,
)
from flask_babel import gettext as _

from .. import clock
from ..accounts.policy import Permission
from ..dates import time_of_day
from ..design import queries as design
from ..distribution import queries as distribution
from ..distribution.queries import Door
from ..errors import NotFound
from ..extensions import limiter
from ..questionnaire.answers import is_answered
from ..questionnaire.journey import Journey, Page
from ..questionnaire.problem import Problem
from ..questionnaire.text import LANGUAGES, Language
from ..web.access import permit
from ..web.htmx import leading_on, render, see_other
from ..web.language import both, lang_blueprint
from . import actions, cookies, faces, keys, queries, ways
from .actions import Outcome
from .faces import Slot
from .keys import Key
from .queries import Progress, Typed

responses = lang_blueprint("responses", __name__)
blueprints: tuple[Blueprint, ...] = (responses,)

View = Callable[..., Response]

AFTER_CLOSING = {"responses.thanks", "responses.thanks_in_both"}
"""The pages that stay when a survey is shut."""


class Visit(NamedTuple):
    """Somebody at a door: the key that their browser holds, and, when reading, their response."""

    door: Door
    key: Key | None
    row: Progress | None


def start_limit() -> str:
    """How often one address may begin a response."""
    return str(current_app.config["START_LIMIT"])


def resume_limit() -> str:
    """How often one address may try a save-and-come-back link."""
    return str(current_app.config["RESUME_LIMIT"])


def through_door(view: View) -> View:
    """Give the view the `Visit` that the code in the address and the browser's key amount to.

    A code that was typed in another way leads on to ours; a survey that is shut says so.
    """

    @wraps(view)
    def enter(code: str, **values: Any) -> Response:
        key = cookies.key_of_request(code)
        reading = request.method == "GET"  # who writes reads again, under the lock of the row
        door, row = queries.arrive(code, key if reading else None)
        if door is None:
            ours = distribution.find_code(code)
            if ours is None or not reading:
                raise NotFound
            return see_other(url_for(cast(str, request.endpoint), code=ours, **values))
        cookies.know_both()
        state = door.state(clock.now())
        if state == "open" or request.endpoint in AFTER_CLOSING:
            return view(Visit(door, key, row), **values)
        if request.endpoint == "responses.autosave":
            abort(409)  # there is no room for a page where it says that something was kept
        return render("responses/shut.html", door=door, state=state, **_frame(door))

    return enter


@responses.get("/s/<code:code>")
@permit(Permission.PUBLIC)
@through_door
def start(visit: Visit) -> Response:
    """What the survey is about, who sees what, and the way in; or back to where a person was."""
    door, _, row = visit
    document = design.published(cast(int, door.version_id))
    return render(
        "responses/start.html",
        door=door,
        key=cookies.signed(keys.new_key(), door.code),
        must=faces.must_answer(document),
        minutes=faces.minutes(document),
        sent=bool(row and row.is_sent),
        goal=ways.goal(door, row) if row and not row.is_sent else "",
        **_frame(door),
    )


@responses.post("/s/<code:code>")
@permit(Permission.PUBLIC)
@limiter.limit(start_limit)
@leading_on
@through_door
def begin(visit: Visit) -> Response:
    """Begin a response with the key in the form, once; or go on with the one under way."""
    door = visit.door
    if cookies.BOTH in request.form:
        cookies.show_both(request.form[cookies.BOTH] == "1")
        return see_other(url_for("responses.start", code=door.code))
    fresh = cookies.unsigned(request.form.get("key"), door.code)
    if fresh is None:
        return see_other(url_for("responses.start", code=door.code))
    row = queries.progress(visit.key)
    if row and not row.is_sent and "another" not in request.form:
        return see_other(ways.goal(door, row))
    actions.start(door=door, key=fresh, lang=g.lang, both=both())
    document = design.published(cast(int, door.version_id))
    first = Journey(document, {}).pages[0]
    answer = see_other(url_for("responses.page", code=door.code, number=first.number))
    return cookies.remember(answer, fresh, door.code)


@responses.get("/s/<code:code>/<int:number>")
@permit(Permission.PUBLIC)
@through_door
def page(visit: Visit, number: int) -> Response:
    """One page of questions, as the person left it."""
    door, _, row = visit
    if row is None:
        return see_other(url_for("responses.start", code=door.code))
    journey, _wrong = actions.settle(design.published(row.version_id), row)
    if row.is_sent or not journey.may_visit(number):
        return see_other(ways.goal(door, row))
    here = cast(Page, journey.page(number))
    problems: tuple[Problem, ...] = ()
    if ways.PUT_RIGHT in request.args:
        values = _values(journey, row.unfinished, here)
        parsed = (q.parse(values[q.code]) for q in here.asking)
        problems = tuple(p for p in parsed if isinstance(p, Problem))
    return _show(door, row.version_id, journey, row.unfinished, here, problems)


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
        if not {"switch_to", cookies.BOTH, "clear", "later", "back"}.isdisjoint(raw):
            return _keep(door, key, number, raw)
        outcome = actions.save_page(
            key=key, number=number, raw=raw, lang=g.lang, both=both(), leave="leave" in raw
        )
    except NotFound:
        return see_other(url_for("responses.start", code=door.code))
    if outcome.sent:
        return see_other(url_for("responses.thanks", code=door.code))
    if outcome.problems:
        return see_other(ways.with_problems(door, number, from_check=ways.is_from_check()))
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
    if not changed:
        return Response(_("Kept at %(time)s", time=time), mimetype="text/plain")
    answer = make_response(render_template("responses/_kept.html", time=time, changed=changed))
    answer.vary.add("HX-Request")
    return answer


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
            q.code: faces.lines(q, journey.answers[q.code])
            for q in journey.questions
            if is_answered(journey.answers.get(q.code))
        },
        wrong={p.field.split("-")[1] for p in problems},
        lacking={q.code for q in journey.lacking},
        **_frame(door),
    )


@responses.post("/s/<code:code>/check")
@permit(Permission.PUBLIC)
@leading_on
@through_door
def send(visit: Visit) -> Response:
    """Send the answers; or go to what still has to be put right."""
    door, key, _ = visit
    if cookies.BOTH in request.form:
        cookies.show_both(request.form[cookies.BOTH] == "1")
        return see_other(url_for("responses.check", code=door.code))
    if key is None:
        return see_other(url_for("responses.start", code=door.code))
    try:
        outcome = actions.send(key=key, lang=g.lang, both=both())
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
    return render("responses/thanks.html", door=door, again=again, **_frame(door, row.version_id))


@responses.post("/s/<code:code>/thanks")
@permit(Permission.PUBLIC)
@through_door
def thanks_in_both(visit: Visit) -> Response:
    """The same in both languages, or in one again."""
    cookies.show_both(request.form.get(cookies.BOTH) == "1")
    return see_other(url_for("responses.thanks", code=visit.door.code))


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
        **_frame(door),
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


def _frame(door: Door, version_id: int | None = None) -> dict[str, Any]:
    """What the frame of every page shows: whose survey it is, and its title."""
    version_id = version_id or door.version_id
    return {
        "organisation": door.organisation,
        "demonstration": door.demonstration,
        "survey": design.published(version_id) if version_id else None,
        "both": both(),
    }


def _keep(door: Door, key: Key, number: int, raw: dict[str, list[str]]) -> Response:
    """Keep a page as it is, then do what the button says: back, switch, clear, or stop for now."""
    if cookies.BOTH in raw:
        cookies.show_both(raw[cookies.BOTH][0] == "1")
    lang = cast(Language, raw.get("switch_to", [g.lang])[0])
    if lang not in LANGUAGES:
        abort(400)
    clear = raw.get("clear", [""])[0]
    later = "later" in raw
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
    door: Door,
    version_id: int,
    journey: Journey,
    unfinished: Typed,
    here: Page,
    problems: tuple[Problem, ...] = (),
) -> Response:
    """A page of questions with what was typed and what has to be put right."""
    values = _values(journey, unfinished, here)
    wrong = {p.field.split("-")[1]: p for p in problems}
    numbers = journey.document.numbers
    asked = [numbers[q.code] for q in here.asking]
    added = [q for q in here.asking if q.code not in journey.answers and q.code not in unfinished]
    return render(
        "responses/page.html",
        422 if problems else 200,
        door=door,
        here=here,
        slots=faces.slots(here, journey.document, values, wrong, version_id),
        errors=problems,
        may_leave=any(q.required and not values[q.code] for q in here.asking),
        added=added if ways.FOLLOW_UP in request.args else [],
        first=asked[0] if asked else "",
        last=asked[-1] if asked else "",
        query=f"?{ways.FROM_CHECK}" if ways.is_from_check() else "",
        **_frame(door, version_id),
    )
