"""Translate in files: take a survey out, send it back, see what would change, take in what is chosen."""

from __future__ import annotations

import io
from typing import cast

from flask import Response, current_app, flash, g, request, send_file, url_for
from flask_babel import force_locale, gettext
from flask_babel import gettext as _

from ...accounts.policy import Permission
from ...design.views.studio import Studio
from ...errors import Conflict, Refused
from ...interchange import comparing
from ...interchange.formats import FORMATS
from ...interchange.hostile import EMPTY, FIELD, LARGEST_FILE
from ...interchange.sheets import Known, known_labels
from ...interchange.units import OPEN, left_out
from ...questionnaire.problem import Problem
from ...questionnaire.text import LANGUAGES, Language, other_language
from ...web.access import permit
from ...web.htmx import render, see_other
from ...web.numbers import figures
from ...web.uploads import takes_files
from ...web.words import say
from .. import carrying
from .. import files as work
from ..queries import known_terms
from .files_blueprint import translation_files

SURVEY = "/surveys/<int:survey_id>/translation/files"


@translation_files.get(SURVEY)
@permit(Permission.TRANSLATE)
def page(project_id: int, survey_id: int) -> Response:
    """The ways out of the survey and back in."""
    return _page(Studio(project_id, survey_id))


@translation_files.get(f"{SURVEY}/download")
@permit(Permission.TRANSLATE)
def download(project_id: int, survey_id: int) -> Response:
    """The survey as a file of the kind, the direction and the extent that were chosen."""
    studio = Studio(project_id, survey_id)
    kind, source = request.args.get("kind", ""), request.args.get("source", "")
    if kind not in FORMATS or source not in LANGUAGES:
        return see_other(url_for("translation_files.page"))
    made = work.make(
        studio.draft,
        survey_id,
        kind,
        cast(Language, source),
        whole=request.args.get("extent") != "open",
        say=say,
        lang=g.lang,
    )
    if not made.units:
        return _page(studio, nothing=True)
    return send_file(
        io.BytesIO(made.data), mimetype=made.type, as_attachment=True, download_name=made.name
    )


@translation_files.post(SURVEY)
@permit(Permission.TRANSLATE)
@takes_files
def preview(project_id: int, survey_id: int) -> Response:
    """Read a file that came back and show what it would change; nothing changes yet."""
    studio = Studio(project_id, survey_id)
    file = request.files.get(FIELD)
    try:
        data = file.read(LARGEST_FILE + 1) if file and file.filename else b""
        if not data:
            raise Refused(Problem(EMPTY, field=FIELD))
        opened = work.open_file(survey_id, data, _known(), known_terms(project_id))
        carried = carrying.pack(opened, current_app.config["SECRET_KEY"])
    except Refused as refused:
        return _page(studio, problem=say(refused.problem), status=422)
    return _preview(studio, opened, carried)


@translation_files.post(f"{SURVEY}/apply")
@permit(Permission.TRANSLATE)
def apply(project_id: int, survey_id: int) -> Response:
    """Take in the translations that were ticked, as one edit."""
    studio = Studio(project_id, survey_id)
    try:
        carried = carrying.unpack(request.form.get("carried", ""), current_app.config["SECRET_KEY"])
        terms = known_terms(project_id)
        opened = work.look_again(survey_id, carried.sent, carried.revision, terms)
    except Refused as refused:
        return _page(studio, problem=say(refused.problem), status=422)
    ticks = request.form.getlist("row")
    rows = comparing.chosen(opened.preview, ticks)
    trust = request.form.get("trust") == "y"
    line, counts = request.form["carried"], (carried.same, carried.absent)
    if not rows:
        problem = _("Tick at least one translation to take in")
        return _preview(studio, opened, line, counts, ticks, problem, 422)
    try:
        work.take_in(survey_id, opened, rows, trust=trust, by=g.user)
    except Refused as refused:
        return _preview(studio, opened, line, counts, ticks, say(refused.problem), 422)
    except Conflict as conflict:
        fresh = work.look(survey_id, carried.sent, studio.draft, terms)
        again = carrying.pack(fresh, current_app.config["SECRET_KEY"])
        return _preview(studio, fresh, again, counts, None, say(conflict.problem), 409)
    flash(_("Translations taken in: %(number)s", number=figures(len(rows))))
    return see_other(url_for("translation_files.page"))


def _known() -> Known:
    """The words of our tables in both languages."""
    known: dict[str, str] = {}
    for lang in LANGUAGES:
        with force_locale(lang):
            known |= known_labels([gettext])
    return known


def _page(
    studio: Studio, *, problem: str = "", nothing: bool = False, status: int = 200
) -> Response:
    texts = [text for _key, text, _required in studio.document.texts() if not text.blank]
    return render(
        "translation/files.html",
        status,
        studio=studio,
        formats=FORMATS,
        problem=problem,
        errors=bool(problem),
        nothing=nothing,
        most=LARGEST_FILE // 1024**2,
        field=FIELD,
        sentences=len(texts),
        unfinished=sum(text.state in OPEN for text in texts),
        one_sided={lang: left_out(studio.document, other_language(lang)) for lang in LANGUAGES},
    )


def _preview(
    studio: Studio,
    opened: work.Opened,
    carried: str,
    counts: tuple[int, tuple[str, ...]] | None = None,
    ticks: list[str] | None = None,
    problem: str = "",
    status: int = 200,
) -> Response:
    """What a file would change; `ticks` are what a person has chosen, None for our proposal."""
    rows = list(enumerate(opened.preview.rows))
    same, absent = counts or (opened.preview.same, opened.preview.absent)
    return render(
        "translation/files_preview.html",
        status,
        studio=studio,
        kinds=comparing.KINDS,
        stamp=opened.sent.stamp,
        rows=[(at, row) for at, row in rows if row.can],
        kept=[row for _at, row in rows if not row.can],
        ticked={str(at) for at, row in rows if row.ticked} if ticks is None else set(ticks),
        says_checked=any(row.can and row.unit.state == "checked" for _at, row in rows),
        trust=request.form.get("trust") == "y",
        same=same,
        absent=len(absent),
        carried=carried,
        problem=problem,
        errors=bool(problem),
    )
