"""Reading a draft: the choice of language, the start, its pages, and what became of one's comments."""

from __future__ import annotations

from datetime import timedelta

from flask import Response, flash, url_for
from flask_babel import gettext as _

from ...accounts.policy import Permission
from ...errors import NotFound, Refused
from ...extensions import limiter
from ...questionnaire.journey import Page
from ...responses import faces
from ...web.access import permit
from ...web.htmx import render, see_other
from ...web.words import say
from .. import actions, queries
from ..models import QUESTION
from ..words import KINDS, STATES, sentence
from .blueprints import choosing, limit
from .blueprints import reading as reading_rooms
from .reader import Reader, shown, through_gate


@choosing.get("/review/<code:code>")
@permit(Permission.PUBLIC)
def choose(code: str) -> Response:
    """The choice of language behind a review link: both equally large, Welsh first."""
    gate = queries.gate(code)
    if gate is None:
        ours = queries.find_code(code)
        if ours is None:
            raise NotFound
        return see_other(url_for("choosing.choose", code=ours))
    return render("review/choose.html", link=gate.link, organisation=gate.organisation)


@reading_rooms.get("/<code:code>")
@permit(Permission.PUBLIC)
@through_gate
def start(reader: Reader) -> Response:
    """What this is, what people can do, and the pages of the draft."""
    closes_at = reader.link.closes_at
    return shown(
        "review/start.html",
        reader,
        minutes=faces.minutes(reader.document),
        last_day=closes_at - timedelta(seconds=1) if closes_at else None,
    )


@reading_rooms.get("/<code:code>/<int:number>")
@permit(Permission.PUBLIC)
@through_gate
def page(reader: Reader, number: int) -> Response:
    """One page of the draft, each question as it will be asked."""
    sections = reader.document.sections
    if not 0 < number <= len(sections):
        raise NotFound
    section = sections[number - 1]
    slots = faces.slots(Page(number, section, section.questions), reader.document, {})
    return shown(
        "review/page.html",
        reader,
        number=number,
        section=section,
        asked=list(zip(section.questions, slots, strict=True)),
        kinds=KINDS,
        states=STATES,
    )


@reading_rooms.get("/<code:code>/mine")
@permit(Permission.PUBLIC)
@through_gate
def mine(reader: Reader) -> Response:
    """Everything that this person has said, and what became of each."""
    said = [(one, sentence(reader.document, *one.place)) for one in reader.said]
    numbers = {
        one.id: reader.document.numbers.get(one.code, "") if one.part == QUESTION else ""
        for one in reader.said
    }
    return shown("review/mine.html", reader, said=said, numbers=numbers, kinds=KINDS, states=STATES)


@reading_rooms.post("/<code:code>/mine/<int:comment_id>/delete")
@permit(Permission.PUBLIC)
@limiter.limit(limit)
@through_gate
def take_back(reader: Reader, comment_id: int) -> Response:
    """Take back a comment of one's own that nobody has answered."""
    writer = reader.key.digest if reader.key else None
    try:
        actions.take_back(link_id=reader.link.id, writer=writer, comment_id=comment_id)
        flash(_("Your comment was deleted"))
    except Refused as refused:
        flash(say(refused.problem))
    except NotFound:
        flash(_("That comment is not here any more"))
    return see_other(url_for("reading.mine", code=reader.link.code))
