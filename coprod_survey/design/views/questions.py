"""Questions: add, write, move, copy, delete; and the options of those that have some."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from flask import Response, flash, g, render_template, request, url_for
from flask_babel import gettext as _

from ...accounts.policy import Permission
from ...errors import Conflict
from ...questionnaire import edits
from ...questionnaire.coach import MENDS
from ...questionnaire.document import SurveyDocument
from ...questionnaire.edits import Edit
from ...questionnaire.questions import TYPES, Question
from ...questionnaire.scales import sources
from ...web.access import permit
from ...web.htmx import render, see_other, wants_fragment
from .. import actions, queries
from ..advising import mend_by_name
from ..forms import DesignForm
from . import many_options, parts
from .blueprint import design
from .studio import Studio, first_with, fragment, seen_revision, sent

FIRST_WORDS = ("text",)


@design.get("/<int:survey_id>/sections/<code>/questions/new")
@permit(Permission.DESIGN)
def new_question(project_id: int, survey_id: int, code: str) -> Response:
    """The kind and the words of a question to come, and where in the section it shall stand."""
    studio = Studio(project_id, survey_id)
    form = DesignForm(next(iter(TYPES.values())).fresh(), FIRST_WORDS)
    section = studio.section(code)
    codes = [q.code for q in section.questions]
    form.values["after"] = [request.args.get("after") or (codes or [""])[-1]]
    return render("design/new_question.html", studio=studio, section=section, form=form)


@design.post("/<int:survey_id>/sections/<code>/questions/new")
@permit(Permission.DESIGN)
def add_question(project_id: int, survey_id: int, code: str) -> Response:
    """Add a question to a section, and go on to its form."""
    studio = Studio(project_id, survey_id)
    section = studio.section(code)
    kind = TYPES.get(request.form.get("type", ""))
    form = DesignForm((kind or next(iter(TYPES.values()))).fresh(), FIRST_WORDS, sent())
    question = form.read()
    if question.text.blank:
        form.errors["text-cy"] = _("Write the question in Welsh or English")
    if kind is None:
        form.errors["type"] = _("Choose a kind of question")
    if form.errors:
        return render("design/new_question.html", 422, studio=studio, section=section, form=form)
    before, used = list(studio.document.questions), studio.used_codes

    def add(document: SurveyDocument) -> SurveyDocument:
        after = form.value("after") if "after" in form.values else None
        return edits.add_question(document, code, cast(Question, question), used, after)

    actions.edit(survey_id, add, action="question added", by=g.user)
    new = first_with(queries.draft(survey_id).document, before)
    return see_other(url_for("design.question", code=new))


@design.get("/<int:survey_id>/questions/<code>")
@permit(Permission.DESIGN)
def question(project_id: int, survey_id: int, code: str) -> Response:
    """Everything about a question, to be edited; inside the outline when HTMX asks for it there."""
    studio = Studio(project_id, survey_id)
    return _form(studio, DesignForm(studio.question(code)), focus="heading")


@design.post("/<int:survey_id>/questions/<code>")
@permit(Permission.DESIGN)
def write_question(project_id: int, survey_id: int, code: str) -> Response:
    """Save a question, and then add, move or delete an option where such a button was pressed."""
    studio = Studio(project_id, survey_id)
    seen = seen_revision() or studio.revision
    base = queries.document_at(survey_id, seen).question(code)
    form = DesignForm(base or studio.question(code), sent=sent())
    after = form.read()
    new_code = _new_code(studio, form, code)
    do = request.form.get("do", "save")
    row_edit = _row_edit(form, code, do) or _mend(code, do)
    if do == "take-option" and (taking := many_options.taking(studio, form, code)):
        row_edit = "options reused", taking
    pasted = many_options.pasted(form)
    action, then = row_edit or ("options pasted" if pasted.texts else "question", lambda d: d)

    def change(document: SurveyDocument) -> SurveyDocument:
        document = then(edits.write_question(document, code, after))
        if pasted.texts:
            document = edits.paste_options(document, code, pasted.texts)
        return edits.recode_question(document, code, new_code) if new_code != code else document

    if form.errors:
        return _form(studio, form, 422)
    try:
        actions.edit(survey_id, change, action=action, by=g.user, seen_revision=seen)
    except Conflict as conflict:
        form = form.over(studio.question(code))
        form.show_conflict(conflict)
        return _form(studio, form, 409)
    done = do if row_edit else "paste-option" if pasted.texts else "save"
    after_all = Studio(project_id, survey_id)
    told = ""
    if pasted.texts:
        told = many_options.told(pasted, form.thing, after_all.question(new_code))
    return _saved(after_all, new_code, done, told)


@design.get("/<int:survey_id>/questions/<code>/card")
@permit(Permission.DESIGN)
def question_card(project_id: int, survey_id: int, code: str) -> Response:
    """A question as the outline shows it, for whoever closes its form there without saving."""
    studio = Studio(project_id, survey_id)
    if wants_fragment():
        return _card(studio, code)
    return see_other(studio.address_of(studio.question(code)))


def _saved(studio: Studio, code: str, do: str, told: str = "") -> Response:
    """After saving: the question in the outline; or, for an act on one of its lists, its form again.

    `told` is what there is to say about pasted lines.
    """
    if do != "save":
        row = do.split("-")[1]
        new = _empty_row(studio.question(code), row) if do == f"add-{row}" else ""
        if wants_fragment():
            return _form(studio, DesignForm(studio.question(code)), focus=new, told=told)
        if told:
            flash(told)
        anchor = f"{row}-row-{new}" if new else f"{row}s"
        return see_other(url_for("design.question", code=code, _anchor=anchor))
    if wants_fragment():
        return _card(studio, code)
    return see_other(studio.address_of(studio.question(code)))


def _card(studio: Studio, code: str) -> Response:
    """The card of a question, in the place of its form, and what else has changed since."""
    card = render_template(
        "design/_question_card.html", studio=studio, question=studio.question(code), focused=True
    )
    return parts.changed(studio, main=card, drawn=code)


def _empty_row(question: Question, row: str) -> str:
    """The code of the last row without words in a list: the one that has just been added."""
    rows = question.lists.get(f"{row}s", ())
    return next((o.code for o in reversed(rows) if o.text.blank), "")


def _form(
    studio: Studio, form: DesignForm[Any], status: int = 200, focus: str = "", told: str = ""
) -> Response:
    """The form of a question: a page, or a part of the outline.

    In the outline, `focus` says where to begin: the heading, or an option by its code.
    """
    question = form.thing
    form.sources = sources(studio.document, question)
    form.prefix = f"{question.code}-" if wants_fragment() else ""
    context = {
        "studio": studio,
        "question": question,
        "form": form,
        "focus": focus if wants_fragment() else "",
        "told": told,
        "code_is_used": question.code in studio.used_codes,
    }
    if wants_fragment():
        return fragment("design/_question_form.html", status, inline=True, **context)
    return render("design/question.html", status, inline=False, **context)


def _new_code(studio: Studio, form: DesignForm[Any], code: str) -> str:
    """The code that the person wants for the question, as long as no version has used the old one."""
    used = studio.used_codes
    if code in used or "code" not in form.values or form.value("code").strip() == code:
        return code
    others = [c for c in (*studio.document.questions, *used) if c != code]
    return form.read_code(others)


def _row_edit(form: DesignForm[Any], code: str, do: str) -> tuple[str, Edit] | None:
    """What a button of a list does once the question is saved, and its name in the history.

    The button says ``add-option`` or ``up-option-<code>``, and the same for other lists. It names a
    row by the code that it has in the form; saving may give a row its first lasting code, so it is
    found again by its place. None for a button that asks for nothing of the kind.
    """
    way, row, option = [*do.split("-"), "", ""][:3]
    name = f"{row}s"
    before = form.thing.lists.get(name)
    if before is None or name in form.thing.fixed:
        return None
    if way == "add":
        return f"{row} added", lambda d: edits.add_option(d, code, name)
    ways: dict[str, tuple[str, Callable[[SurveyDocument, str], SurveyDocument]]] = {
        "up": (f"{row} moved", lambda d, o: edits.move_option(d, code, o, -1, name)),
        "down": (f"{row} moved", lambda d, o: edits.move_option(d, code, o, 1, name)),
        "delete": (f"{row} deleted", lambda d, o: edits.delete_option(d, code, o, name)),
    }
    known = {o.code for o in before}
    rows = [c for c in form.rows(name) if c in known]
    if way not in ways or option not in rows:
        return None
    action, edit = ways[way]
    place = rows.index(option)

    def change(document: SurveyDocument) -> SurveyDocument:
        return edit(document, document.questions[code].lists[name][place].code)

    return action, change


def _mend(code: str, do: str) -> tuple[str, Edit] | None:
    """What a button beside a piece of advice does once the question is saved."""
    way, _, name = do.partition("-")
    mends = way == "mend" and name in MENDS
    return ("advice", mend_by_name(name, code)) if mends else None
