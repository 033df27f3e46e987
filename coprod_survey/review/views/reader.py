"""A reader: somebody who holds a review link, with what their browser remembers."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, wraps
from typing import Any, cast

from flask import Response, request, url_for

from ... import clock
from ...design import queries as design
from ...design.views.studio import Studio
from ...errors import NotFound
from ...questionnaire.document import SurveyDocument
from ...web.htmx import render, see_other
from .. import cookies, queries
from ..models import Comment
from ..queries import Gate

View = Callable[..., Response]

AFTER_CLOSING = ("reading.start", "reading.mine")
"""What people may open when the link leads to the draft no more: what became of their comments."""


class Reader:
    """Somebody at a gate: the draft that it leads to, and what they have said of it."""

    def __init__(self, gate: Gate) -> None:
        self.gate, self.link = gate, gate.link
        self.key = cookies.key_of_request(gate.link.code)
        self.is_open = gate.is_open(clock.now())

    @cached_property
    def studio(self) -> Studio:
        """The draft as the studio shows it."""
        return Studio(self.gate.project_id, self.link.survey_id)

    @property
    def document(self) -> SurveyDocument:
        """The draft's document."""
        return self.studio.document

    @property
    def revision(self) -> int:
        """The number of the draft's revision."""
        return self.studio.revision

    @cached_property
    def said(self) -> list[Comment]:
        """What this person has said so far."""
        return queries.written_by(self.key.digest if self.key else None, self.link.id)

    def said_of(self, part: str, code: str = "") -> list[Comment]:
        """What this person has said of one place."""
        return [one for one in self.said if one.place == (part, code)]

    def then(self, revision: int | None) -> tuple[int, SurveyDocument]:
        """The draft that the person read, where their form names one that there was; else as it is now."""
        if revision is None or not 0 < revision < self.revision:
            return self.revision, self.document
        return revision, design.document_at(self.link.survey_id, revision)


def through_gate(view: View) -> View:
    """Give the view the `Reader` that the code in the address and the browser's cookie amount to.

    A code that was typed in another way leads on to ours; a link that is shut says so, and gives
    back what somebody had just typed.
    """

    @wraps(view)
    def enter(code: str, **values: Any) -> Response:
        gate = queries.gate(code)
        if gate is None:
            ours = queries.find_code(code)
            if ours is None or request.method != "GET":
                raise NotFound
            return see_other(url_for(cast(str, request.endpoint), code=ours, **values))
        reader = Reader(gate)
        if reader.is_open or request.endpoint in AFTER_CLOSING:
            return view(reader, **values)
        return shown("review/shut.html", reader, typed=request.form.get("words", ""))

    return enter


def shown(template: str, reader: Reader, status: int = 200, **context: Any) -> Response:
    """A page for a reader, in the frame of the organisation that asks."""
    return render(
        template,
        status,
        reader=reader,
        organisation=reader.gate.organisation,
        demonstration=reader.gate.demonstration,
        **context,
    )
