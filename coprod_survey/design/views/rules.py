"""When a question or a section is shown: a page for each."""

from __future__ import annotations

from flask import Response, g, request, url_for

from ...accounts.policy import Permission
from ...errors import Conflict
from ...questionnaire import edits
from ...questionnaire.document import Section
from ...questionnaire.questions import Question
from ...web.access import permit
from ...web.htmx import render, see_other
from .. import actions
from ..rule_form import RuleForm
from .blueprint import design
from .studio import Studio, seen_revision, sent


@design.get("/<int:survey_id>/questions/<code>/rule")
@permit(Permission.DESIGN)
def question_rule(project_id: int, survey_id: int, code: str) -> Response:
    """When a question is shown."""
    studio = Studio(project_id, survey_id)
    thing = studio.question(code)
    return _page(studio, thing, RuleForm(studio.document, thing))


@design.post("/<int:survey_id>/questions/<code>/rule")
@permit(Permission.DESIGN)
def write_question_rule(project_id: int, survey_id: int, code: str) -> Response:
    """Save when a question is shown; or add or delete a condition of the form."""
    studio = Studio(project_id, survey_id)
    return _write(studio, studio.question(code), f"question-{code}", question=code)


@design.get("/<int:survey_id>/sections/<code>/rule")
@permit(Permission.DESIGN)
def section_rule(project_id: int, survey_id: int, code: str) -> Response:
    """When a section is shown."""
    studio = Studio(project_id, survey_id)
    thing = studio.section(code)
    return _page(studio, thing, RuleForm(studio.document, thing))


@design.post("/<int:survey_id>/sections/<code>/rule")
@permit(Permission.DESIGN)
def write_section_rule(project_id: int, survey_id: int, code: str) -> Response:
    """Save when a section is shown; or add or delete a condition of the form."""
    studio = Studio(project_id, survey_id)
    return _write(studio, studio.section(code), f"section-{code}", section=code)


def _write(studio: Studio, thing: Section | Question, anchor: str, **which: str) -> Response:
    """Do what the pressed button says with the form that was sent."""
    form = RuleForm(studio.document, thing, sent())
    do = request.form.get("do", "save")
    if do != "save":
        form.press(do)
        return _page(studio, thing, form, 422 if form.errors else 200)
    rule = form.read()
    if form.errors:
        return _page(studio, thing, form, 422)
    try:
        actions.edit(
            studio.id,
            lambda document: edits.set_rule(document, **which, rule=rule),
            action="rule",
            by=g.user,
            seen_revision=seen_revision() or studio.revision,
        )
    except Conflict as conflict:
        form.show_conflict(conflict)
        return _page(studio, thing, form, 409)
    return see_other(studio.address_of(thing, anchor))


def _page(studio: Studio, thing: Section | Question, form: RuleForm, status: int = 200) -> Response:
    part = "section" if isinstance(thing, Section) else "question"
    return render(
        "design/rule.html",
        status,
        studio=studio,
        thing=thing,
        part=part,
        form=form,
        here=url_for(f"design.write_{part}_rule", code=thing.code),
        place=f"{part}.{thing.code}.show_when",
    )
