"""A visit: somebody at a survey’s door, with what their browser holds."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, NamedTuple, cast

from flask import Response, request, url_for

from ... import clock
from ...design import queries as design
from ...distribution import queries as distribution
from ...distribution.queries import Door
from ...errors import NotFound
from ...web.htmx import render, see_other
from .. import cookies, queries
from ..keys import Key
from ..queries import Progress

View = Callable[..., Response]

AFTERWARDS = frozenset(f"responses.{name}" for name in ("thanks", "ended", "finish", "deleted"))
"""What can still be opened when a survey has shut: the ends of it."""


class Visit(NamedTuple):
    """Somebody at a door: the key that their browser holds, and, when reading, their response."""

    door: Door
    key: Key | None
    row: Progress | None


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
        state = door.state(clock.now())
        if state == "open" or request.endpoint in AFTERWARDS:
            return view(Visit(door, key, row), **values)
        return render("responses/shut.html", door=door, state=state, **frame(door))

    return enter


def frame(door: Door, version_id: int | None = None) -> dict[str, Any]:
    """What the frame of every page shows: whose survey it is, and its title."""
    version_id = version_id or door.version_id
    return {
        "organisation": door.organisation,
        "demonstration": door.demonstration,
        "survey": design.published(version_id) if version_id else None,
    }
