"""Translation for people with an account."""

from __future__ import annotations

from flask import Response, g, url_for

from ...accounts.policy import Permission
from ...design import queries as design
from ...web.access import permit
from ...web.htmx import see_other
from .. import actions
from ..actions import Hand
from . import desk as work
from .blueprints import translation
from .desk import Desk


def _desk(project_id: int, survey_id: int) -> Desk:
    design.survey(project_id=project_id, survey_id=survey_id)
    where = {"project_id": project_id, "survey_id": survey_id}
    return Desk(g.project, survey_id, Hand(g.user, g.user.name), "translation", where)


@translation.get("")
@permit(Permission.TRANSLATE)
def page(project_id: int, survey_id: int) -> Response:
    """The survey side by side."""
    return work.page(_desk(project_id, survey_id))


@translation.post("/sentences/<place>")
@permit(Permission.TRANSLATE)
def write(project_id: int, survey_id: int, place: str) -> Response:
    """Save the translation of one sentence."""
    return work.write(_desk(project_id, survey_id), place)


@translation.get("/sentences/<place>/matches")
@permit(Permission.TRANSLATE)
def matches(project_id: int, survey_id: int, place: str) -> Response:
    """What was translated before that is like one sentence."""
    return work.matches(_desk(project_id, survey_id), place)


@translation.post("/sentences/<place>/comments")
@permit(Permission.TRANSLATE)
def comment(project_id: int, survey_id: int, place: str) -> Response:
    """Comment on a sentence."""
    return work.comment(_desk(project_id, survey_id), place)


@translation.post("/sentences/<place>/reasons")
@permit(Permission.TRANSLATE)
def wave(project_id: int, survey_id: int, place: str) -> Response:
    """Let a warning stand."""
    return work.wave(_desk(project_id, survey_id), place)


@translation.get("/check")
@permit(Permission.TRANSLATE)
def check(project_id: int, survey_id: int) -> Response:
    """What is still to be read in both languages."""
    return work.reading(_desk(project_id, survey_id))


@translation.post("/check")
@permit(Permission.TRANSLATE)
def mark(project_id: int, survey_id: int) -> Response:
    """Mark what was read as checked."""
    return work.check(_desk(project_id, survey_id))


@translation.post("/comments/<int:note_id>/resolve")
@permit(Permission.TRANSLATE)
def resolve(project_id: int, survey_id: int, note_id: int) -> Response:
    """Settle a comment."""
    design.survey(project_id=project_id, survey_id=survey_id)
    actions.resolve(survey_id, note_id, by=g.user)
    return see_other(
        url_for("translation.page", project_id=project_id, survey_id=survey_id, state="comments")
    )
