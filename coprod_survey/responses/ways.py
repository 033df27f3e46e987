"""Ways: where a person who answers goes next, as addresses."""

from __future__ import annotations

from typing import NamedTuple

from flask import current_app, request
from markupsafe import Markup

from ..distribution import qr
from ..distribution.queries import Door
from ..questionnaire.journey import Journey, Page
from ..web.language import address as url_for
from . import keys, queries
from .actions import Outcome
from .keys import Key
from .queries import Progress

FROM_CHECK = "from=check"
"""What the address of a page ends in while somebody changes an answer that they are checking."""

PUT_RIGHT = "put_right"
"""What the address of a page holds when the page shall say what is wrong with what it holds."""

FOLLOW_UP = "follow_up"
"""What the address of a page holds when an answer has brought more questions to the same page."""


class PrivateLink(NamedTuple):
    """The way back to a person's answers: the code alone, and the address that it stands in."""

    code: str
    address: str

    @property
    def qr(self) -> Markup:
        """The address as a QR code, to stand in a page."""
        return Markup(qr.drawing(self.address, inline=True).decode())


def private_link(key: Key) -> PrivateLink:
    """The way back that belongs to a key, in the language of the request."""
    code = keys.return_code(key, secret_key=current_app.config["SECRET_KEY"])
    base = str(current_app.config["PUBLIC_URL"] or request.url_root).rstrip("/")
    return PrivateLink(code, base + url_for("responses.resume", return_code=code))


def goal(door: Door, row: Progress | None) -> str:
    """Where a person should be: the start, the first page that is not saved, the check, or the end."""
    if row is None:
        return url_for("responses.start", code=door.code)
    if row.is_sent:
        return url_for("responses.thanks", code=door.code)
    return onward(door, Journey(queries.document_of(row), row.answers))


def onward(door: Door, journey: Journey) -> str:
    """The first page that is not saved, or the check of the answers where all are."""
    following, question = journey.next_page, journey.next_question
    if following is None or question is None:
        end = "responses.ended" if journey.ended_by else "responses.check"
        return url_for(end, code=door.code)
    address = url_for("responses.page", code=door.code, number=following.number)
    address += f"?{FROM_CHECK}" if is_from_check() else ""
    first = question == following.asking[0]  # then the page is best seen from its heading
    return address if first else f"{address}#question-{question.code}"


def to_put_right(door: Door, outcome: Outcome) -> str:
    """The page on which the first thing that stops the sending can be put right."""
    code = outcome.problems[0].field.split("-")[1] if outcome.problems else ""
    section = outcome.journey.document.section_of(code)
    if section is None:
        return onward(door, outcome.journey)
    number = outcome.journey.document.sections.index(section) + 1
    return with_problems(door, number, from_check=True)


def with_follow_ups(door: Door, journey: Journey, number: int) -> str:
    """The address of a page to which an answer has brought more questions, at the first of them."""
    page = url_for("responses.page", code=door.code, number=number)
    query = f"{FROM_CHECK}&{FOLLOW_UP}=1" if is_from_check() else f"{FOLLOW_UP}=1"
    question = journey.next_question
    return f"{page}?{query}#question-{question.code}" if question else f"{page}?{query}"


def with_problems(door: Door, number: int, *, from_check: bool) -> str:
    """The address of a page that says what is wrong with what it holds."""
    page = url_for("responses.page", code=door.code, number=number)
    return f"{page}?{FROM_CHECK}&{PUT_RIGHT}=1" if from_check else f"{page}?{PUT_RIGHT}=1"


def back(door: Door, journey: Journey, here: Page) -> str:
    """What Back on a page leads to: the check, the page before, or the start."""
    if is_from_check() and journey.next_page is None:
        return url_for("responses.check", code=door.code)
    before = journey.before(here.number)
    if before is None:
        return url_for("responses.start", code=door.code)
    return url_for("responses.page", code=door.code, number=before.number)


def is_from_check() -> bool:
    """Whether the person came from the check of their answers, and goes back there."""
    return request.args.get("from") == "check"
