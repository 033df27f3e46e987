"""The picture beside a question: send one, say in words what it shows, take it away."""

from __future__ import annotations

from flask import Response, g, request
from flask_babel import gettext as _
from msgspec.structs import replace

from ...accounts.policy import Permission
from ...errors import Conflict, Refused
from ...pictures import actions as pictures
from ...questionnaire import edits
from ...questionnaire.questions import Question
from ...questionnaire.questions.base import Picture
from ...web.access import permit
from ...web.htmx import render, see_other
from ...web.uploads import takes_files
from ...web.words import say
from .. import actions, queries
from ..forms import DesignForm
from .blueprint import design
from .studio import Studio, seen_revision, sent

WORDS = ("alt",)


@design.get("/<int:survey_id>/questions/<code>/picture")
@permit(Permission.DESIGN)
def question_picture(project_id: int, survey_id: int, code: str) -> Response:
    """The picture beside a question and its words."""
    studio = Studio(project_id, survey_id)
    question = studio.question(code)
    return _page(studio, question, _form(question))


@design.post("/<int:survey_id>/questions/<code>/picture")
@permit(Permission.DESIGN)
@takes_files
def write_question_picture(project_id: int, survey_id: int, code: str) -> Response:
    """Save the picture and its words, or take it away."""
    studio = Studio(project_id, survey_id)
    question = studio.question(code)
    seen = seen_revision() or studio.revision
    form = _form(queries.document_at(survey_id, seen).question(code) or question, sent())
    after = None if request.form.get("do") == "remove" else _read(form)
    if form.errors:
        return _page(studio, question, form, 422)
    try:
        actions.edit(
            survey_id,
            lambda document: edits.set_picture(document, code, after),
            action="picture",
            by=g.user,
            seen_revision=seen,
        )
    except Conflict as conflict:
        form.show_conflict(conflict)
        form.errors = {pictures.FIELD: say(conflict.problem)}
        return _page(studio, question, form, 409)
    return see_other(studio.address_of(studio.question(code)))


def _form(question: Question, values: dict[str, list[str]] | None = None) -> DesignForm[Picture]:
    return DesignForm(question.picture or Picture(file=""), WORDS, values)


def _read(form: DesignForm[Picture]) -> Picture:
    """The picture that the form describes, its file kept already; tells in `errors` what is wrong."""
    after = form.read()
    file = request.files.get(pictures.FIELD)
    data = file.read() if file and file.filename else b""
    if data:
        try:
            return replace(after, file=pictures.keep(data))
        except Refused as refused:
            form.errors[pictures.FIELD] = say(refused.problem)
    elif not after.file:
        form.errors[pictures.FIELD] = _("Choose a picture")
    return after


def _page(
    studio: Studio, question: Question, form: DesignForm[Picture], status: int = 200
) -> Response:
    return render("design/picture.html", status, studio=studio, question=question, form=form)
