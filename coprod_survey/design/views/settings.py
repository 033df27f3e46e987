"""The sentences of a survey as a whole."""

from __future__ import annotations

from flask import Response, g, url_for

from ...accounts.policy import Permission
from ...errors import Conflict
from ...questionnaire import edits
from ...questionnaire.document import SETTINGS, SurveyDocument
from ...web.access import permit
from ...web.htmx import render, see_other
from .. import actions, queries
from ..forms import DesignForm
from .blueprint import design
from .studio import Studio, seen_revision, sent


@design.get("/<int:survey_id>/settings")
@permit(Permission.DESIGN)
def settings(project_id: int, survey_id: int) -> Response:
    """Title, introduction, who sees the answers, privacy, contact, thanks and words to send."""
    studio = Studio(project_id, survey_id)
    form = DesignForm(studio.document, tuple(SETTINGS))
    return render("design/settings.html", studio=studio, form=form)


@design.post("/<int:survey_id>/settings")
@permit(Permission.DESIGN)
def write_settings(project_id: int, survey_id: int) -> Response:
    """Save them."""
    studio = Studio(project_id, survey_id)
    seen = seen_revision() or studio.revision
    form = DesignForm(queries.document_at(survey_id, seen), tuple(SETTINGS), sent())
    after = form.read()

    def write(document: SurveyDocument) -> SurveyDocument:
        words = {name: getattr(after, name) for name in SETTINGS}
        return edits.write_settings(document, **words)

    if form.errors:
        return render("design/settings.html", 422, studio=studio, form=form)
    try:
        actions.edit(survey_id, write, action="settings", by=g.user, seen_revision=seen)
    except Conflict as conflict:
        form = form.over(studio.document)
        form.show_conflict(conflict)
        return render("design/settings.html", 409, studio=studio, form=form)
    return see_other(url_for("design.outline"))
