"""The kind end for somebody whose answer ended the survey: change it, or have everything deleted."""

from __future__ import annotations

from typing import cast

from flask import Response, url_for

from ...accounts.policy import Permission
from ...errors import NotFound
from ...questionnaire.document import Section
from ...questionnaire.journey import Journey
from ...web.access import permit
from ...web.htmx import render, see_other
from .. import actions, cookies, queries, ways
from .blueprint import responses
from .visit import Visit, frame, through_door


@responses.get("/s/<code:code>/ended")
@permit(Permission.PUBLIC)
@through_door
def ended(visit: Visit) -> Response:
    """That the survey ends here, what becomes of what was typed, and the way back."""
    door, _, row = visit
    if row is None or row.is_sent:
        return see_other(ways.goal(door, row))
    document = queries.document_of(row)
    question = actions.ended_by(document, row)
    if question is None:
        return see_other(ways.onward(door, Journey(document, row.answers)))
    section = cast(Section, document.section_of(question.code))
    number = document.sections.index(section) + 1
    back = url_for(
        "responses.page", code=door.code, number=number, _anchor=f"question-{question.code}"
    )
    return render("responses/ended.html", door=door, back=back, **frame(visit, row.version_id))


@responses.post("/s/<code:code>/ended")
@permit(Permission.PUBLIC)
@through_door
def finish(visit: Visit) -> Response:
    """Delete everything that was answered, and let the browser forget it too."""
    door, key, _ = visit
    try:
        if key is None:
            raise NotFound
        gone = actions.discard(key=key)
    except NotFound:
        return see_other(url_for("responses.start", code=door.code))
    if not gone:
        return see_other(url_for("responses.ended", code=door.code))  # which knows the way on
    return cookies.forget(see_other(url_for("responses.deleted", code=door.code)), door.code)


@responses.get("/s/<code:code>/deleted")
@permit(Permission.PUBLIC)
@through_door
def deleted(visit: Visit) -> Response:
    """Thanks, and that nothing is kept."""
    door, _, row = visit
    if row is not None:
        return see_other(ways.goal(door, row))
    return render("responses/deleted.html", door=door, **frame(visit))
