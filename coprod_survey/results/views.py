"""The page of a survey's results."""

from __future__ import annotations

from flask import Blueprint, Response, g
from flask_babel import gettext
from markupsafe import Markup

from ..accounts.policy import Permission
from ..analysis.table import Cell, Mark
from ..questionnaire.text import Text
from ..web import lang_blueprint, render
from ..web.access import permit
from ..web.numbers import figures
from ..web.words import in_language
from . import queries

bp = lang_blueprint("results", __name__, "/projects/<int:project_id>/surveys/<int:survey_id>")
blueprints: tuple[Blueprint, ...] = (bp,)


@bp.get("/results")
@permit(Permission.SEE_RESULTS)
def summary(project_id: int, survey_id: int) -> Response:
    """What people said, one table a question."""
    found = queries.results(survey_id=survey_id, project_id=g.project.id)
    return render("results/summary.html", results=found, survey_id=survey_id)


@bp.app_template_filter("cell")
def cell(value: Cell) -> str | Markup:
    """A cell of a results table in the language of the page."""
    if isinstance(value, Text):
        return in_language(value)
    if isinstance(value, Mark):
        return value.value
    return gettext(value) if isinstance(value, str) else figures(value)
