"""The paths through a survey: a map in words and as a picture, and what chosen answers lead to."""

from __future__ import annotations

from flask import Response, request

from ...accounts.policy import Permission
from ...questionnaire import paths as pure
from ...questionnaire.journey import Journey
from ...questionnaire.problem import Problem
from ...responses import faces
from ...web.access import permit
from ...web.htmx import render
from .. import tried
from ..drawing import draw
from .blueprint import design
from .studio import Studio


@design.get("/<int:survey_id>/paths")
@permit(Permission.PREVIEW)
def paths(project_id: int, survey_id: int) -> Response:
    """Every page with its questions and conditions, and where each leads."""
    studio = Studio(project_id, survey_id)
    stops = pure.stops(studio.document)
    return render("design/paths.html", studio=studio, stops=stops, drawing=draw(stops))


@design.get("/<int:survey_id>/paths/try")
@permit(Permission.PREVIEW)
def try_paths(project_id: int, survey_id: int) -> Response:
    """Which pages and questions somebody with the chosen answers is asked. Nothing is kept."""
    studio = Studio(project_id, survey_id)
    document = studio.document
    watched = pure.watched(document)
    names = [name for question in watched for name in question.fields]
    raw = {name: request.args.getlist(name) for name in names if any(request.args.getlist(name))}
    parsed = {q.code: q.parse(raw) for q in watched if any(name in raw for name in q.fields)}
    problems = {code: p for code, p in parsed.items() if isinstance(p, Problem)}
    return render(
        "design/paths_try.html",
        422 if problems else 200,
        studio=studio,
        stops=pure.stops(document),
        journey=Journey(document, tried.answers(document, raw)),
        tried=tried.pack(document, raw) or None,
        faces=[
            faces.ask(q, document.numbers.get(q.code, ""), "", raw, problems.get(q.code))
            for q in watched
        ],
        errors=list(problems.values()),
    )
