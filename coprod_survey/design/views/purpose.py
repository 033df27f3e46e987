"""What a survey is for: read and written beside its questions."""

from __future__ import annotations

from flask import Response, g, url_for
from msgspec.structs import replace

from ...accounts.policy import Permission
from ...errors import Conflict
from ...questionnaire.purpose import Purpose
from ...web.access import permit
from ...web.htmx import render, see_other
from .. import actions, queries
from ..forms import DesignForm
from .blueprint import design
from .studio import Studio, seen_revision, sent


@design.get("/<int:survey_id>/purpose")
@permit(Permission.DESIGN)
def purpose(project_id: int, survey_id: int) -> Response:
    """What will be decided with the answers, by when, by whom; and which goals that serves."""
    studio = Studio(project_id, survey_id)
    return _page(studio, DesignForm(studio.document.purpose))


@design.post("/<int:survey_id>/purpose")
@permit(Permission.DESIGN)
def write_purpose(project_id: int, survey_id: int) -> Response:
    """Save it."""
    studio = Studio(project_id, survey_id)
    seen = seen_revision() or studio.revision
    card = DesignForm(queries.document_at(survey_id, seen).purpose, sent=sent())
    after = card.read()
    if card.errors:
        return _page(studio, card, 422)
    try:
        actions.edit(
            survey_id,
            lambda document: replace(document, purpose=after),
            action="purpose",
            by=g.user,
            seen_revision=seen,
        )
    except Conflict as conflict:
        card = card.over(studio.document.purpose)
        card.show_conflict(conflict)
        return _page(studio, card, 409)
    return see_other(url_for("design.survey"))


def _page(studio: Studio, card: DesignForm[Purpose], status: int = 200) -> Response:
    errors = bool(card.errors)
    return render("design/purpose.html", status, studio=studio, card=card, errors=errors)
