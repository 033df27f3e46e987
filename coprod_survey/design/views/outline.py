"""The outline of a survey, and undo."""

from __future__ import annotations

from flask import Response, g, request, url_for

from ...accounts.policy import Permission
from ...errors import Conflict
from ...web.access import permit
from ...web.htmx import see_other, wants_fragment
from ...web.words import say
from .. import actions, queries
from . import studio as bench
from .blueprint import design


@design.get("/<int:survey_id>/design")
@permit(Permission.DESIGN)
def outline(project_id: int, survey_id: int) -> Response:
    """The whole survey: its sections and questions, their problems, and what to do with them."""
    return bench.outline(survey_id)


@design.post("/<int:survey_id>/undo")
@permit(Permission.DESIGN)
def undo(project_id: int, survey_id: int) -> Response:
    """Take back the last edit, if it is the one that the person saw."""
    queries.survey(project_id=project_id, survey_id=survey_id)
    seen = request.form.get("revision", default=0, type=int)
    try:
        actions.undo(survey_id, by=g.user, seen_revision=seen)
    except Conflict as conflict:
        return bench.outline(survey_id, 409, notice=say(conflict.problem))
    if wants_fragment():
        return bench.outline(survey_id)
    return see_other(url_for("design.outline"))
