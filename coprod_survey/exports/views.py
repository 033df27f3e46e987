"""Download a survey's workbook."""

from __future__ import annotations

import tempfile
from typing import cast

from flask import Blueprint, Response, current_app, g, request, send_file, url_for

from ..accounts.policy import Permission
from ..questionnaire.text import LANGUAGES, Language
from ..web import lang_blueprint, render, see_other
from ..web.access import permit
from . import actions, queries

bp = lang_blueprint("exports", __name__, "/projects/<int:project_id>/surveys/<int:survey_id>")
blueprints: tuple[Blueprint, ...] = (bp,)

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@bp.post("/exports")
@permit(Permission.EXPORT)
def download(project_id: int, survey_id: int) -> Response:
    """Make the workbook that was asked for and send it; the page's language unless another was chosen.

    One of many responses is made in the background, and a page says how far it is.
    """
    chosen = request.form.get("language")
    lang = cast(Language, chosen if chosen in LANGUAGES else g.lang)
    people = request.form.get("contents") != "tables"
    if queries.sent_count(survey_id) > current_app.config["EXPORT_AT_ONCE"]:
        export_id = actions.ask(
            survey_id=survey_id, project_id=g.project.id, lang=lang, people=people, by=g.user
        )
        return see_other(_page(project_id, survey_id, export_id))
    file = tempfile.TemporaryFile()  # noqa: SIM115 - closed by the server when it has been sent
    try:
        name = actions.export(
            file,
            survey_id=survey_id,
            project_id=g.project.id,
            lang=lang,
            people=people,
            by=g.user,
        )
    except BaseException:
        file.close()
        raise
    file.seek(0)
    return send_file(file, mimetype=EXCEL, as_attachment=True, download_name=name)


def _page(project_id: int, survey_id: int, export_id: int) -> str:
    """The address of the page of a workbook that is made in the background."""
    return url_for(".export", project_id=project_id, survey_id=survey_id, export_id=export_id)


@bp.get("/exports/<int:export_id>")
@permit(Permission.EXPORT)
def export(project_id: int, survey_id: int, export_id: int) -> Response:
    """How far a workbook is that is made in the background; then the way to download it."""
    found = queries.export_of(export_id, survey_id=survey_id, project_id=g.project.id)
    return render(
        "exports/export.html", export=found, there=queries.is_there(found), survey_id=survey_id
    )


@bp.post("/exports/<int:export_id>/file")
@permit(Permission.EXPORT)
def file(project_id: int, survey_id: int, export_id: int) -> Response:
    """Send a workbook that was made in the background, and put that on record."""
    found = queries.export_of(export_id, survey_id=survey_id, project_id=g.project.id)
    if not queries.is_there(found):
        return see_other(_page(project_id, survey_id, export_id))
    path, name = queries.path_of(found), found.name
    actions.note_download(export=found, project_id=g.project.id, by=g.user)
    return send_file(path, mimetype=EXCEL, as_attachment=True, download_name=name)
