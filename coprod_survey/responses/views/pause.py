"""Pause and hide: away from the answers at once, to a page that says nothing of them."""

from __future__ import annotations

from calendar import Calendar

from flask import Response, g, url_for

from ... import clock, dates
from ...accounts.policy import Permission
from ...distribution.queries import Door
from ...web.access import permit
from ...web.htmx import render, see_other
from .. import cookies
from .blueprint import responses
from .visit import Visit, through_door


@responses.post("/s/<code:code>/hide")
@permit(Permission.PUBLIC)
@through_door
def hide(visit: Visit) -> Response:
    """Leave the survey for a page that says nothing of it."""
    return away(visit.door)


@responses.get("/today")
@permit(Permission.PUBLIC)
def today() -> Response:
    """Today's date and the month around it: a page that could be anybody's."""
    day = dates.day_of(clock.now())
    return render(
        "responses/today.html",
        title=dates.in_words(day, g.lang),
        weekdays=dates.weekdays(g.lang),
        weeks=Calendar().monthdayscalendar(day.year, day.month),
        today=day.day,
    )


def away(door: Door) -> Response:
    """The way to that page; the survey's pages stay out of sight until somebody carries on."""
    return cookies.hide(see_other(url_for("responses.today")), door.code)
