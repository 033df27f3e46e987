"""Waves and versions compared: what differs, and whether their answers can stand side by side."""

from __future__ import annotations

from flask import Response, g, request
from flask_babel import gettext as _

from ...accounts.policy import Permission
from ...errors import NotFound
from ...questionnaire.changes import RULE_CHANGED, Change, changes
from ...questionnaire.document import SurveyDocument
from ...questionnaire.rules import Condition
from ...rule_words import Said, say_rule
from ...web.access import permit
from ...web.htmx import render
from .. import queries
from .blueprint import design
from .studio import Studio

DRAFT = "draft"


@design.get("/<int:survey_id>/waves")
@permit(Permission.PREVIEW)
def waves(project_id: int, survey_id: int) -> Response:
    """Two versions, of one wave or of two, or a version and the draft: what differs between them."""
    studio = Studio(project_id, survey_id)
    rows = queries.series_versions(survey_id)
    several = studio.survey.wave > 1 or len({row.survey_id for row in rows}) > 1
    names = {f"v{row.id}": _name(row, several=several) for row in rows}
    names[DRAFT] = _("The draft as it is now")
    one = request.args.get("one") or _usual(studio, rows)
    other = request.args.get("other") or DRAFT
    if not {one, other} <= set(names):
        raise NotFound
    before, after = (_document(studio, value) for value in (one, other))
    found = changes(before, after)
    return render(
        "design/waves.html",
        studio=studio,
        names=names,
        one=one,
        other=other,
        breaking=[change for change in found if change.breaks],
        doubtful=[change for change in found if change.unsure and not change.breaks],
        harmless=[change for change in found if not change.unsure and not change.breaks],
        rules=lambda change: _rules(change, before, after),
    )


def _usual(studio: Studio, rows: list[queries.WaveVersionRow]) -> str:
    """What one mostly wants to compare the draft with: the wave before it, or its latest version."""
    earlier = [row for row in rows if row.wave < studio.survey.wave]
    own = [row for row in rows if row.survey_id == studio.id]
    return next((f"v{row.id}" for row in (*earlier, *own)), DRAFT)


def _name(row: queries.WaveVersionRow, *, several: bool) -> str:
    """What a version is called; by its wave too where there are several."""
    if not several:
        return _("Version %(number)s", number=row.number)
    return _("Wave %(wave)s, version %(number)s", wave=row.wave, number=row.number)


def _document(studio: Studio, value: str) -> SurveyDocument:
    return studio.document if value == DRAFT else queries.published(int(value[1:]))


def _rules(
    change: Change, before: SurveyDocument, after: SurveyDocument
) -> tuple[Said, Said] | None:
    """When something was shown and when it is now, for a change of that; else None."""
    if change.message != RULE_CHANGED:
        return None
    return _said(_rule_at(change.place, before), before), _said(
        _rule_at(change.place, after), after
    )


def _rule_at(place: str, document: SurveyDocument) -> Condition | None:
    part, _dot, code = place.partition(".")
    thing = document.section(code) if part == "section" else document.question(code)
    return thing.show_when if thing else None


def _said(rule: Condition | None, document: SurveyDocument) -> Said:
    return say_rule(rule, document, g.lang) if rule else Said(_("Always"))
