"""The whole questionnaire on paper, in one language: to look through, to print and to hand out."""

from __future__ import annotations

from flask import Response, g, request

from ...accounts.policy import Permission
from ...errors import NotFound
from ...questionnaire.document import SurveyDocument
from ...responses import faces
from ...rule_words import Said, say_rule
from ...web.access import permit
from ...web.htmx import render
from ...web.numbers import whole_number
from .. import queries
from .blueprint import design
from .studio import Studio


@design.get("/<int:survey_id>/paper")
@permit(Permission.PREVIEW)
def paper(project_id: int, survey_id: int) -> Response:
    """The draft on paper, or the published version that the address names."""
    studio = Studio(project_id, survey_id)
    version = request.args.get("version", type=whole_number)
    document = studio.document if version is None else _published(studio, version)
    return render(
        "design/paper.html",
        studio=studio,
        survey=document,
        version=version,
        rules=_rules(document),
        draw=lambda question: faces.paper(question, document.numbers.get(question.code, "")),
        large=request.args.get("size") == "large",
    )


def _published(studio: Studio, number: int) -> SurveyDocument:
    for row in studio.versions:
        if row.number == number:
            return queries.published(row.id)
    raise NotFound


def _rules(document: SurveyDocument) -> dict[str, Said]:
    """When sections and questions are to be answered, by what they are and their code."""
    things = {f"section-{s.code}": s.show_when for s in document.sections}
    things |= {f"question-{q.code}": q.show_when for q in document.questions.values()}
    return {key: say_rule(rule, document, g.lang) for key, rule in things.items() if rule}
