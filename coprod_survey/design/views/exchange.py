"""A survey as a JSON file: download it, make a new survey of one, and the schema of such files."""

from __future__ import annotations

import re

from flask import Blueprint, Response, current_app, flash, g, request, url_for
from flask_babel import gettext as _

from ...accounts.policy import Permission
from ...interchange import json_schema, limits
from ...interchange.json_document import Faulty
from ...questionnaire.codes import make_code
from ...questionnaire.problem import Problem
from ...web.access import permit
from ...web.htmx import render, see_other
from ...web.uploads import takes_files
from ...web.words import say
from .. import exchange
from .blueprint import design
from .studio import Studio

schemas = Blueprint("schemas", __name__, url_prefix="/schemas")

FIELD = "file"

_PLACE = re.compile(r"survey\.sections\[(?P<section>\d+)\](?:\.questions\[(?P<question>\d+)\])?")


@schemas.get("/survey-1.json")
@permit(Permission.PUBLIC)
def survey_file() -> Response:
    """The JSON Schema of survey files, for everybody, at an address that stays."""
    base = str(current_app.config["PUBLIC_URL"] or request.url_root).rstrip("/")
    address = base + url_for("schemas.survey_file")
    response = Response(json_schema.schema(address), mimetype="application/schema+json")
    response.cache_control.public, response.cache_control.max_age = True, 3600
    return response


@design.get("/<int:survey_id>/file")
@permit(Permission.DESIGN)
def export(project_id: int, survey_id: int) -> Response:
    """The draft as a JSON file: laid out for people, or as small as can be."""
    document = Studio(project_id, survey_id, archived=True).document
    data = exchange.export_document(document, pretty="small" not in request.args)
    response = Response(data, mimetype="application/json")
    name = make_code(document.title, (), "survey")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.json"'
    return response


@design.get("/import")
@permit(Permission.DESIGN)
def import_form(project_id: int) -> Response:
    """The form that takes a survey's file."""
    return _page([])


@design.post("/import")
@permit(Permission.DESIGN)
@takes_files
def import_now(project_id: int) -> Response:
    """Make a new survey of the file, or say all that is wrong with it."""
    sent = request.files.get(FIELD)
    if sent is None or not sent.filename:
        return _page([_("Choose a file")])
    try:
        data = sent.stream.read(limits.LARGEST_FILE + 1)
        survey = exchange.import_survey(data, project_id=project_id, by=g.user)
    except Faulty as faulty:
        return _page([where(problem) for problem in faulty.problems])
    flash(_("The survey has been made from the file. Look at it in both languages."))
    return see_other(url_for("design.outline", survey_id=survey.id))


def where(problem: Problem) -> str:
    """A problem of a file with the section and the question in which it is, counted from 1."""
    said, place = say(problem), problem.place
    if not place:
        return said
    found = _PLACE.match(place)
    if found and found["question"]:
        return _(
            "Section %(section)s, question %(question)s: %(problem)s (%(place)s)",
            section=int(found["section"]) + 1,
            question=int(found["question"]) + 1,
            problem=said,
            place=place,
        )
    if found:
        return _(
            "Section %(section)s: %(problem)s (%(place)s)",
            section=int(found["section"]) + 1,
            problem=said,
            place=place,
        )
    return _("%(problem)s (%(place)s)", problem=said, place=place)


def _page(faults: list[str]) -> Response:
    lines = [{"text": fault, "href": f"#{FIELD}"} for fault in faults]
    most = limits.LARGEST_FILE // 1024**2
    return render("design/import.html", 422 if faults else 200, errors=lines, most=most)
