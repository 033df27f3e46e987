"""Who changed what, and when."""

from __future__ import annotations

from flask import Response

from ...accounts.policy import Permission
from ...web.access import permit
from ...web.htmx import render
from .. import queries
from .blueprint import design
from .studio import Studio


@design.get("/<int:survey_id>/history")
@permit(Permission.PREVIEW)
def history(project_id: int, survey_id: int) -> Response:
    """The latest edits of a survey and its published versions."""
    studio = Studio(project_id, survey_id)
    return render("design/history.html", studio=studio, rows=queries.history(survey_id))
