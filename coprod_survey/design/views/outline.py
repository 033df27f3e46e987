"""The outline of a survey, and undo."""

from __future__ import annotations

from flask import Response, g, request, url_for

from ... import clock
from ...accounts.policy import Permission
from ...errors import Conflict
from ...web.access import permit
from ...web.htmx import see_other, wants_fragment
from ...web.numbers import whole_number
from ...web.words import say
from .. import actions, editing, queries
from . import parts
from . import studio as bench
from .blueprint import design


@design.get("/<int:survey_id>/design")
@permit(Permission.DESIGN)
def outline(project_id: int, survey_id: int) -> Response:
    """The whole survey: its sections and questions, their problems, and what to do with them.

    HTMX may ask for the questions of one section that was folded.
    """
    target = request.headers.get("HX-Target", "")
    if wants_fragment() and "#section-" in target:
        return bench.section(survey_id, target.partition("#section-")[2])
    return bench.outline(survey_id)


@design.post("/<int:survey_id>/undo")
@permit(Permission.DESIGN)
def undo(project_id: int, survey_id: int) -> Response:
    """Take back the last edit, if it is the one that the person saw.

    Where it was pressed at the place of what was deleted, the person goes on there.
    """
    queries.survey(project_id=project_id, survey_id=survey_id)
    seen = request.form.get("revision", default=0, type=whole_number)
    here = request.form.get("here", "")
    try:
        actions.undo(survey_id, by=g.user, seen_revision=seen)
    except Conflict as conflict:
        return bench.outline(survey_id, 409, notice=say(conflict.problem))
    studio = bench.Studio(project_id, survey_id)
    if wants_fragment():
        return parts.changed(studio, focus=bool(here))
    return see_other(parts.address(studio, here or "outline"))


@design.post("/<int:survey_id>/editing")
@permit(Permission.DESIGN)
def here(project_id: int, survey_id: int) -> Response:
    """Say that somebody still has the survey before them, and be told who else has."""
    survey = queries.survey(project_id=project_id, survey_id=survey_id)
    editing.note(survey.id, by=g.user, at=clock.now())
    if not wants_fragment():
        return see_other(url_for("design.outline"))
    return bench.fragment("design/_others.html", others=bench.others(survey.id))
