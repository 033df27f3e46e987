"""Who changed what, and when; any two forms of the survey compared; and the way back to one."""

from __future__ import annotations

from flask import Response, flash, g, request, url_for
from flask_babel import gettext as _

from ...accounts.policy import Permission
from ...errors import Conflict, NotFound
from ...questionnaire.changes import changes
from ...web.access import permit
from ...web.htmx import render, see_other
from ...web.numbers import whole_number
from ...web.words import say
from .. import actions, queries
from .blueprint import design
from .studio import Studio, seen_revision


@design.get("/<int:survey_id>/history")
@permit(Permission.FOLLOW)
def history(project_id: int, survey_id: int) -> Response:
    """One page of a survey's edits, the last one first."""
    return _page(Studio(project_id, survey_id, archived=True))


@design.get("/<int:survey_id>/history/compare")
@permit(Permission.FOLLOW)
def compare(project_id: int, survey_id: int) -> Response:
    """What differs between two forms of the survey, the earlier one first, in words."""
    studio = Studio(project_id, survey_id, archived=True)
    numbers = [request.args.get(name, type=whole_number) for name in ("one", "other")]
    asked = [n for n in numbers if n and 1 <= n <= studio.revision]
    if len(set(asked)) < 2:
        wrong = _("Write two different numbers from 1 to %(last)s", last=studio.revision)
        return _page(studio, 422, wrong)
    before, after = (queries.revision(survey_id, number) for number in sorted(asked))
    found = changes(before.document, after.document)
    return render("design/compare.html", studio=studio, before=before, after=after, changes=found)


@design.post("/<int:survey_id>/history/<int:number>/restore")
@permit(Permission.DESIGN)
def restore(project_id: int, survey_id: int, number: int) -> Response:
    """Make the survey what it was after one of its edits."""
    studio = Studio(project_id, survey_id)
    try:
        actions.restore(survey_id, number, by=g.user, seen_revision=seen_revision() or 0)
    except Conflict as conflict:
        return _page(studio, 409, say(conflict.problem))
    flash(_("The survey is as it was after change %(number)s. You can undo this.", number=number))
    return see_other(url_for("design.outline"))


def _page(studio: Studio, status: int = 200, notice: str = "") -> Response:
    page = request.args.get("page", 1, type=int)
    pages = -(-studio.revision // queries.ON_A_PAGE)
    if not 1 <= page <= pages:
        raise NotFound
    return render(
        "design/history.html",
        status,
        studio=studio,
        rows=queries.history(studio.id, page),
        page=page,
        pages=pages,
        notice=notice,
        errors=bool(notice),
    )
