"""A project's translation memory: what is in it, in and out as TMX."""

from __future__ import annotations

import io
from pathlib import PurePath

from flask import Response, flash, g, request, send_file, url_for
from flask_babel import gettext as _

from ...accounts.policy import Permission
from ...errors import Refused
from ...interchange.hostile import EMPTY, FIELD, LARGEST_FILE
from ...interchange.tmx import Pair, to_tmx
from ...questionnaire.problem import Problem
from ...web.access import permit
from ...web.htmx import render, see_other
from ...web.numbers import figures
from ...web.uploads import takes_files
from ...web.words import say
from .. import memory_actions, memory_queries
from .files_blueprint import translation_files

MEMORY = "/translation-memory"


@translation_files.get(MEMORY)
@permit(Permission.TRANSLATE)
def memory(project_id: int) -> Response:
    """What the project remembers, and from where."""
    return _page(project_id)


@translation_files.get(f"{MEMORY}/download")
@permit(Permission.TRANSLATE)
def memory_download(project_id: int) -> Response:
    """The whole memory as a TMX file."""
    texts = [entry.text for entry in memory_queries.memory_of(project_id).all]
    data = to_tmx(Pair(text.cy, text.en, text.source) for text in texts)
    return send_file(
        io.BytesIO(data),
        mimetype="application/x-tmx+xml",
        as_attachment=True,
        download_name=f"cydlais-{project_id}.tmx",
    )


@translation_files.post(MEMORY)
@permit(Permission.TRANSLATE)
@takes_files
def memory_add(project_id: int) -> Response:
    """Add what a TMX file holds."""
    file = request.files.get(FIELD)
    name = PurePath(file.filename or "").name if file else ""
    try:
        if not file or not name:
            raise Refused(Problem(EMPTY, field=FIELD))
        count = memory_actions.give(
            project_id=project_id, name=name, data=file.read(LARGEST_FILE + 1), by=g.user
        )
    except Refused as refused:
        return _page(project_id, say(refused.problem), 422)
    flash(_("Sentences added to the memory: %(number)s", number=figures(count)))
    return see_other(url_for("translation_files.memory"))


@translation_files.post(f"{MEMORY}/<batch>/remove")
@permit(Permission.TRANSLATE)
def memory_remove(project_id: int, batch: str) -> Response:
    """Forget what came from one file; translations in surveys stay as they are."""
    memory_actions.take_away(project_id=project_id, batch=batch, by=g.user)
    flash(_("The sentences of that file are no longer in the memory."))
    return see_other(url_for("translation_files.memory"))


def _page(project_id: int, problem: str = "", status: int = 200) -> Response:
    return render(
        "translation/memory.html",
        status,
        batches=memory_queries.batches(project_id),
        count=len(memory_queries.memory_of(project_id).all),
        problem=problem,
        errors=bool(problem),
        field=FIELD,
        most=LARGEST_FILE // 1024**2,
    )
