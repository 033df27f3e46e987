"""A visit: somebody at a survey’s door, with what their browser holds."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, NamedTuple, cast

from flask import Response, abort, current_app, request, url_for

from ... import clock
from ...design import queries as design
from ...distribution import queries as distribution
from ...distribution.models import KIOSK
from ...distribution.queries import Door
from ...errors import NotFound
from ...web.htmx import render, see_other
from ...web.language import both
from .. import cookies, queries
from ..keys import Key
from ..queries import Progress

View = Callable[..., Response]

AFTER_SENDING = frozenset(
    f"responses.{name}"
    for name in (
        "thanks",
        "thanks_again",
        "receipt",
        "give_receipt",
        "answers",
        "leave_correcting",
        "withdraw",
        "do_withdraw",
        "withdrawn",
        "forget",
        "ended",
        "finish",
        "deleted",
    )
)
"""What people may do even when the survey takes no answers any more."""


class Visit(NamedTuple):
    """Somebody at a door: the key that their browser holds, and, when reading, their response."""

    door: Door
    key: Key | None
    row: Progress | None

    @property
    def is_hidden(self) -> bool:
        """Whether what is asked for shows answers that the person has paused and hidden."""
        return bool(self.row and not self.row.is_sent) and cookies.is_hidden(self.door.code)

    @property
    def kiosk(self) -> bool:
        """Whether this is a tablet that people share, not the own device of who has a receipt.

        A receipt code that somebody types on the tablet does not make it theirs.
        """
        if self.door.kind != KIOSK:
            return False
        return not (self.key and self.key.is_from_code) or cookies.is_shared(self.door.code)


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
        visit = Visit(door, key, row)
        if visit.is_hidden and request.endpoint != "responses.start":
            return see_other(url_for("responses.start", code=door.code))
        if state == "open" or request.endpoint in AFTER_SENDING:
            return view(visit, **values)
        if request.endpoint == "responses.autosave":
            abort(409)  # there is no room for a page where it says that something was kept
        return render("responses/shut.html", door=door, state=state, **frame(visit))

    return enter


def frame(visit: Visit, version_id: int | None = None) -> dict[str, Any]:
    """What the frame of every page shows: whose survey it is, its title, where the person stands."""
    door, _, row = visit
    version_id = version_id or door.version_id
    return {
        "kiosk": visit.kiosk,
        "test": door.is_test,
        "idle": current_app.config["KIOSK_IDLE_SECONDS"],
        "correcting": bool(row and row.is_correcting),
        "organisation": door.organisation,
        "demonstration": door.demonstration,
        "survey": design.published(version_id) if version_id else None,
        "both": both(),
    }
