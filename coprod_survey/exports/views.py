"""Download a survey's workbook."""

from __future__ import annotations

import tempfile
from typing import cast

from flask import Blueprint, Response, g, request, send_file

from ..accounts.policy import Permission
from ..questionnaire.text import LANGUAGES, Language
from ..web import lang_blueprint
from ..web.access import permit
from . import actions

bp = lang_blueprint("exports", __name__, "/projects/<int:project_id>/surveys/<int:survey_id>")
blueprints: tuple[Blueprint, ...] = (bp,)

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@bp.post("/exports")
@permit(Permission.EXPORT)
def download(project_id: int, survey_id: int) -> Response:
    """Make the workbook that was asked for and send it; the page's language unless another was chosen."""
    chosen = request.form.get("language")
    file = tempfile.TemporaryFile()  # noqa: SIM115 - closed by the server when it has been sent
    try:
        name = actions.export(
            file,
            survey_id=survey_id,
            project_id=g.project.id,
            lang=cast(Language, chosen if chosen in LANGUAGES else g.lang),
            people=request.form.get("contents") != "tables",
            by=g.user,
        )
    except BaseException:
        file.close()
        raise
    file.seek(0)
    return send_file(file, mimetype=EXCEL, as_attachment=True, download_name=name)
