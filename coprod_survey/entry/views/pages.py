"""The pages of a paper: the questions as everybody has them, saved as everybody's answers are."""

from __future__ import annotations

from typing import cast

from flask import Response, abort, flash, g, make_response, render_template, request, url_for
from flask_babel import gettext as _

from ... import clock
from ...accounts.policy import Permission
from ...dates import time_of_day
from ...design import queries as design
from ...questionnaire.journey import Journey, Page
from ...questionnaire.text import LANGUAGES
from ...responses import actions as answering
from ...responses import queries as responses
from ...responses.actions import Outcome
from ...responses.views import asked
from ...responses.ways import FOLLOW_UP, PUT_RIGHT
from ...web.access import permit
from ...web.htmx import leading_on, render, see_other
from ...web.language import both
from .. import actions
from .blueprint import entry
from .desk import Desk, at_desk
from .papers import page_address


@entry.get("/papers/<paper_id>/<int:number>")
@permit(Permission.ENTER)
@at_desk
def page(desk: Desk, number: int) -> Response:
    """One page of questions, with what has been entered."""
    row = desk.row
    journey, _wrong = answering.settle(responses.document_of(row), row)
    if row.is_sent or not journey.may_visit(number):
        return see_other(url_for("entry.resume"))
    here = cast(Page, journey.page(number))
    problems = asked.problems_on(row, journey, here) if PUT_RIGHT in request.args else ()
    document = design.published(row.version_id)
    return render(
        "entry/page.html",
        422 if problems else 200,
        desk=desk,
        survey=document,
        demonstration=g.project.demonstration,
        correcting=row.is_correcting,
        is_last=journey.after(number) is None,
        is_whole=journey.next_page is None,
        asks_consent=any(q.may_end for q in here.questions),
        both=both(),
        query="",
        **asked.context(row, journey, here, problems),
    )


@entry.post("/papers/<paper_id>/<int:number>")
@permit(Permission.ENTER)
@leading_on
@at_desk
def save(desk: Desk, number: int) -> Response:
    """Save a page and go on: to the next, or, at the end, to the next paper."""
    raw = request.form.to_dict(flat=False)
    if not {"switch_to", "clear", "later", "back"}.isdisjoint(raw):
        return _keep(desk, number, raw)
    outcome = answering.save_page(
        key=desk.key, number=number, raw=raw, lang=desk.lang, at=actions.today()
    )
    if outcome.sent:
        return see_other(url_for("entry.papers"))
    if outcome.problems:
        return see_other(page_address(number, **{PUT_RIGHT: "1"}))
    journey = outcome.journey
    if journey.ended_by:
        return see_other(url_for("entry.ended"))
    here = journey.page(number)
    if here and not journey.is_saved(here):
        question = journey.next_question
        return see_other(
            page_address(number, question.code if question else "", **{FOLLOW_UP: "1"})
        )
    following = journey.after(number)
    if journey.next_page is None and ("finish" in raw or following is None):
        return _finish(desk, onward="finish" not in raw)
    following = following if following and journey.may_visit(following.number) else None
    following = following or journey.next_page
    if following is None:
        return see_other(url_for("entry.resume"))
    return see_other(page_address(following.number, following.questions[0].code))


@entry.post("/papers/<paper_id>/<int:number>/autosave")
@permit(Permission.ENTER)
@at_desk
def autosave(desk: Desk, number: int) -> Response:
    """Keep what is typed, and show the questions that it brings."""
    raw = request.form.to_dict(flat=False)
    outcome = answering.keep_typed(
        key=desk.key, number=number, raw=raw, lang=desk.lang, at=actions.today()
    )
    if outcome.sent:
        abort(409)
    time, changed = time_of_day(clock.now()), asked.changed_follow_ups(outcome, number, raw, {})
    if not changed:
        return Response(_("Kept at %(time)s", time=time), mimetype="text/plain")
    answer = make_response(render_template("responses/_kept.html", time=time, changed=changed))
    answer.vary.add("HX-Request")
    return answer


@entry.get("/papers/<paper_id>/ended")
@permit(Permission.ENTER)
@at_desk
def ended(desk: Desk) -> Response:
    """That the person does not agree, so that nothing of the paper may be kept."""
    document = responses.document_of(desk.row)
    question = answering.ended_by(document, desk.row)
    section = document.section_of(question.code) if question else None
    if question is None or section is None or desk.row.is_sent:
        return see_other(url_for("entry.resume"))
    return render(
        "entry/ended.html",
        desk=desk,
        document=document,
        back=page_address(document.sections.index(section) + 1, question.code),
    )


def _keep(desk: Desk, number: int, raw: dict[str, list[str]]) -> Response:
    """Keep a page as it is, then do what the button says: switch language, clear, go back or away."""
    lang = raw.get("switch_to", [g.lang])[0]
    if lang not in LANGUAGES:
        abort(400)
    clear = raw.get("clear", [""])[0]
    outcome = answering.keep_typed(
        key=desk.key, number=number, raw=raw, lang=desk.lang, clear=clear, at=actions.today()
    )
    if outcome.sent or "later" in raw:
        return see_other(url_for("entry.papers"))
    here = outcome.journey.page(number)
    if "back" in raw:
        return see_other(_back(outcome.journey, number))
    anchor = clear or (asked.last_typed(outcome, here) if here else "")
    return see_other(page_address(number, anchor, lang=lang))


def _back(journey: Journey, number: int) -> str:
    """The page before, or the list."""
    before = journey.before(number)
    return page_address(before.number) if before else url_for("entry.papers")


def _finish(desk: Desk, *, onward: bool) -> Response:
    """Count the paper, and go on to the next one or back to the list."""
    correcting = desk.row.is_correcting
    outcome = actions.finish(desk.paper, key=desk.key, by=g.user)
    if not outcome.sent:
        return see_other(_to_put_right(outcome))
    number = desk.paper.number
    if correcting:
        flash(_("The corrections have been saved."))
    elif number:
        flash(_("Paper %(number)s has been saved.", number=number))
    else:
        flash(_("The paper has been saved."))
    if correcting or not onward:
        return see_other(url_for("entry.papers"))
    return see_other(url_for("entry.new", language=desk.paper.language))


def _to_put_right(outcome: Outcome) -> str:
    """The page on which the first thing that stops the saving can be put right."""
    code = outcome.problems[0].field.split("-")[1] if outcome.problems else ""
    document = outcome.journey.document
    section = document.section_of(code)
    if section is None:
        return url_for("entry.resume")
    return page_address(document.sections.index(section) + 1, **{PUT_RIGHT: "1"})
