"""Sections: add, word, move, copy, delete."""

from __future__ import annotations

from flask import Response, g, request
from flask_babel import gettext as _

from ...accounts.policy import Permission
from ...errors import Conflict
from ...questionnaire import edits
from ...questionnaire.document import Section, SurveyDocument
from ...web.access import permit
from ...web.htmx import render, see_other
from .. import actions, queries
from ..forms import DesignForm
from .blueprint import design
from .studio import Studio, seen_revision, sent

WORDS = ("title", "introduction")


@design.get("/<int:survey_id>/sections/new")
@permit(Permission.DESIGN)
def new_section(project_id: int, survey_id: int) -> Response:
    """The form for a new section."""
    studio = Studio(project_id, survey_id)
    form = DesignForm(Section(code="section"), WORDS)
    form.values["after"] = [request.args.get("after", "")]
    return render("design/new_section.html", studio=studio, form=form)


@design.post("/<int:survey_id>/sections/new")
@permit(Permission.DESIGN)
def add_section(project_id: int, survey_id: int) -> Response:
    """Add a section behind the one that the form names, or at the end."""
    studio = Studio(project_id, survey_id)
    form = DesignForm(Section(code="section"), WORDS, sent())
    section = form.read()
    if section.title.blank:
        form.errors["title-cy"] = _("Give the section a title in Welsh or English")
    if form.errors:
        return render("design/new_section.html", 422, studio=studio, form=form)

    def add(document: SurveyDocument) -> SurveyDocument:
        after = form.value("after") if document.section(form.value("after")) else ""
        return edits.add_section(document, section.title, section.introduction, after)

    before = {s.code for s in studio.document.sections}
    actions.edit(survey_id, add, action="section added", by=g.user)
    studio = Studio(project_id, survey_id)
    new = next(s for s in studio.document.sections if s.code not in before)
    return see_other(studio.address_of(new))


@design.get("/<int:survey_id>/sections/<code>")
@permit(Permission.DESIGN)
def section(project_id: int, survey_id: int, code: str) -> Response:
    """The words at the head of a section."""
    studio = Studio(project_id, survey_id)
    form = DesignForm(studio.section(code), WORDS)
    return render("design/section.html", studio=studio, section=studio.section(code), form=form)


@design.post("/<int:survey_id>/sections/<code>")
@permit(Permission.DESIGN)
def write_section(project_id: int, survey_id: int, code: str) -> Response:
    """Save the words at the head of a section."""
    studio = Studio(project_id, survey_id)
    seen = seen_revision() or studio.revision
    base = queries.document_at(survey_id, seen).section(code)
    form = DesignForm(base or studio.section(code), WORDS, sent())
    after = form.read()

    def write(document: SurveyDocument) -> SurveyDocument:
        return edits.write_section(
            document, code, title=after.title, introduction=after.introduction
        )

    if form.errors:
        return _again(studio, code, form, 422)
    try:
        actions.edit(survey_id, write, action="section", by=g.user, seen_revision=seen)
    except Conflict as conflict:
        form = form.over(studio.section(code))
        form.show_conflict(conflict)
        return _again(studio, code, form, 409)
    return see_other(Studio(project_id, survey_id).address_of(studio.section(code)))


def _again(studio: Studio, code: str, form: DesignForm[Section], status: int) -> Response:
    """The form once more, with what was typed and what is wrong with it."""
    section = studio.section(code)
    return render("design/section.html", status, studio=studio, section=section, form=form)
