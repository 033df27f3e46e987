"""A project's own sets of questions: kept from a survey, listed, renamed, deleted."""

from __future__ import annotations

from collections.abc import Collection

from flask import Response, flash, g, request, url_for
from flask_babel import gettext as _

from ...accounts.policy import Permission
from ...questionnaire import sets
from ...questionnaire.document import SurveyDocument, decode
from ...web.access import permit
from ...web.htmx import render, see_other
from .. import kept_sets
from ..forms import DesignForm
from .blueprint import design
from .studio import Studio, sent

WORDS = ("title", "introduction")


@design.get("/<int:survey_id>/sets/new")
@permit(Permission.DESIGN)
def new_set(project_id: int, survey_id: int) -> Response:
    """The questions of a survey, to tick those that make a set; all of one section, if it is named."""
    studio = Studio(project_id, survey_id)
    section = studio.document.section(request.args.get("section", ""))
    ticked = [question.code for question in section.questions] if section else []
    named = SurveyDocument(title=section.title) if section else SurveyDocument()
    return _new_page(studio, DesignForm(named, WORDS), ticked)


@design.post("/<int:survey_id>/sets/new")
@permit(Permission.DESIGN)
def keep_set(project_id: int, survey_id: int) -> Response:
    """Keep the ticked questions as a set of the project; or tick a section more, and show the form."""
    studio = Studio(project_id, survey_id)
    document, form = studio.document, _form(SurveyDocument())
    named = form.read()
    wanted = request.form.getlist("question")
    whole = document.section(request.form.get("section", ""))
    wanted += [question.code for question in whole.questions] if whole else []
    codes = [code for code in document.questions if code in wanted]
    if whole:
        return _new_page(studio, DesignForm(SurveyDocument(), WORDS, sent()), codes)
    problems = _problems(document, codes)
    if form.errors or problems:
        return _new_page(studio, form, codes, 422, problems)
    asks_group = document.group_question if document.group_question in codes else ""
    kept = SurveyDocument(
        title=named.title,
        introduction=named.introduction,
        group_question=asks_group,
        sections=sets.pick_as_they_are(document, codes),
    )
    kept_sets.keep(project_id=g.project.id, document=kept, by=g.user)
    flash(_("The set has been kept. It can be added to every survey of the project."))
    return see_other(url_for("design.question_sets"))


@design.get("/sets")
@permit(Permission.DESIGN)
def question_sets(project_id: int) -> Response:
    """The project's own sets."""
    return render("design/question_sets.html", sets=kept_sets.sets_for(project_id))


@design.get("/sets/<int:set_id>")
@permit(Permission.DESIGN)
def edit_set(project_id: int, set_id: int) -> Response:
    """The name of a set, and what it is for."""
    document = decode(kept_sets.find(project_id, set_id).document)
    return _edit_page(DesignForm(document, WORDS), set_id)


@design.post("/sets/<int:set_id>")
@permit(Permission.DESIGN)
def rename_set(project_id: int, set_id: int) -> Response:
    """Save them."""
    kept = kept_sets.find(project_id, set_id)
    form = _form(decode(kept.document))
    named = form.read()
    if form.errors:
        return _edit_page(form, set_id, 422)
    kept_sets.rename(kept, title=named.title, introduction=named.introduction, by=g.user)
    return see_other(url_for("design.question_sets"))


@design.post("/sets/<int:set_id>/delete")
@permit(Permission.DESIGN)
def delete_set(project_id: int, set_id: int) -> Response:
    """Delete a set."""
    kept_sets.delete(kept_sets.find(project_id, set_id), by=g.user)
    flash(_("The set has been deleted. The surveys that took questions from it keep them."))
    return see_other(url_for("design.question_sets"))


def _form(document: SurveyDocument) -> DesignForm[SurveyDocument]:
    """The form that was sent; it tells where a name is missing."""
    form = DesignForm(document, WORDS, sent())
    for name in ("title-cy", "title-en"):
        if not form.value(name).strip():
            form.errors[name] = _("Give the set a name in both languages")
            break
    return form


def _problems(document: SurveyDocument, codes: Collection[str]) -> dict[str, str]:
    """What is wrong with a choice of questions, by the code of the question to look at."""
    if not codes:
        return {code: _("Tick at least one question") for code in list(document.questions)[:1]}
    return {
        code: _(
            "“%(question)s” follows an answer to “%(needed)s”. Tick that too, or leave both out",
            question=document.questions[code].text.words(g.lang),
            needed=document.questions[needed].text.words(g.lang),
        )
        for code, needed in sets.unmet(document, codes, SurveyDocument())
    }


def _new_page(
    studio: Studio,
    form: DesignForm[SurveyDocument],
    ticked: Collection[str],
    status: int = 200,
    problems: dict[str, str] | None = None,
) -> Response:
    return render(
        "design/new_set.html",
        status,
        studio=studio,
        form=form,
        ticked=ticked,
        problems=problems or {},
        errors=status != 200,
    )


def _edit_page(form: DesignForm[SurveyDocument], set_id: int, status: int = 200) -> Response:
    return render("design/edit_set.html", status, form=form, set_id=set_id)
