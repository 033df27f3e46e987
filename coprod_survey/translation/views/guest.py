"""Translation through a link: without an account, until a day, and nothing else to see."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from flask import Response, current_app

from ... import clock
from ...accounts.policy import Permission
from ...extensions import limiter
from ...web.access import permit
from ...web.htmx import render
from .. import queries
from ..actions import Hand
from . import desk as work
from .blueprints import guests
from .desk import Desk

View = Callable[..., Response]


def _guess(response: Response) -> bool:
    """Whether a request only tried out a link; who translates is not counted."""
    return response.status_code in (404, 410)


def through_link(view: View) -> View:
    """Let a view work at the desk of the link in the address; a link that has ended says so."""

    @wraps(view)
    def enter(link_code: str, **values: str) -> Response:
        behind = queries.link_behind(link_code)
        link, project = behind.link, behind.project
        if not behind.is_open(clock.now()):
            return render("translation/ended.html", 410, organisation=project.organisation)
        hand = Hand(None, link.name)
        desk = Desk(project, link.survey_id, hand, "translator", {"link_code": link_code})
        desk.until = link.expires_at
        return view(desk, **values)

    guesses = limiter.limit(lambda: current_app.config["RESUME_LIMIT"], deduct_when=_guess)
    sends = limiter.limit(lambda: current_app.config["REVIEW_LIMIT"], methods=["POST"])
    return permit(Permission.PUBLIC)(guesses(sends(enter)))


@guests.get("")
@through_link
def page(desk: Desk) -> Response:
    """The survey side by side."""
    return work.page(desk)


@guests.post("/sentences/<place>")
@through_link
def write(desk: Desk, place: str) -> Response:
    """Save the translation of one sentence."""
    return work.write(desk, place)


@guests.get("/sentences/<place>/matches")
@through_link
def matches(desk: Desk, place: str) -> Response:
    """What was translated before that is like one sentence."""
    return work.matches(desk, place)


@guests.post("/sentences/<place>/comments")
@through_link
def comment(desk: Desk, place: str) -> Response:
    """Comment on a sentence."""
    return work.comment(desk, place)


@guests.post("/sentences/<place>/reasons")
@through_link
def wave(desk: Desk, place: str) -> Response:
    """Let a warning stand."""
    return work.wave(desk, place)


@guests.get("/check")
@through_link
def check(desk: Desk) -> Response:
    """What is still to be read in both languages."""
    return work.reading(desk)


@guests.post("/check")
@through_link
def mark(desk: Desk) -> Response:
    """Mark what was read as checked."""
    return work.check(desk)
