"""Ready-made sets of questions: look at one, leave some out, and add the rest to a survey."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from flask import Response, g, request, url_for
from flask_babel import gettext as _

from ...accounts.policy import Permission
from ...errors import NotFound
from ...questionnaire import edits, library, sets
from ...questionnaire.document import SurveyDocument
from ...web.access import permit
from ...web.htmx import render, see_other
from .. import actions, kept_sets
from .blueprint import design
from .studio import Studio


@design.get("/<int:survey_id>/sets/<name>")
@permit(Permission.DESIGN)
def question_set(project_id: int, survey_id: int, name: str) -> Response:
    """What is in a set; every question is ticked that the survey does not have yet."""
    studio, offered = Studio(project_id, survey_id), _offered(name)
    there = sets.present(offered, studio.document)
    return _page(studio, name, [code for code in offered.questions if code not in there])


@design.post("/<int:survey_id>/sets/<name>")
@permit(Permission.DESIGN)
def add_set(project_id: int, survey_id: int, name: str) -> Response:
    """Add the questions that are ticked, as the last sections of the survey."""
    studio, offered = Studio(project_id, survey_id), _offered(name)
    sent = request.form.getlist("question")
    codes = [code for code in offered.questions if code in sent]
    errors = _errors(offered, codes, studio.document)
    if errors:
        return _page(studio, name, codes, 422, errors)
    picked, used = sets.pick(offered, codes), studio.used_codes

    def add(document: SurveyDocument) -> SurveyDocument:
        return edits.add_set(document, picked, used)

    actions.edit(survey_id, add, action="set added", by=g.user)
    first = Studio(project_id, survey_id).document.sections[-len(picked)]
    return see_other(url_for("design.outline", _anchor=f"section-{first.code}"))


def _offered(name: str) -> SurveyDocument:
    """A set of the library or of the project. Raises `NotFound` where there is no such set."""
    if name in library.sets():
        return library.load(name)
    kept = kept_sets.sets_for(g.project.id).get(name)
    if kept is None:
        raise NotFound
    return kept


def _errors(
    offered: SurveyDocument, codes: Collection[str], document: SurveyDocument
) -> dict[str, str]:
    """What is wrong with a choice of questions, by the code of the question to look at."""
    if not codes:
        return {next(iter(offered.questions)): _("Tick at least one question")}
    return {
        code: _(
            "“%(question)s” follows an answer to “%(needed)s”. Tick that too, or leave both out",
            question=offered.questions[code].text.words(g.lang),
            needed=offered.questions[needed].text.words(g.lang),
        )
        for code, needed in sets.unmet(offered, codes, document)
    }


def _page(
    studio: Studio,
    name: str,
    ticked: Collection[str],
    status: int = 200,
    errors: dict[str, str] | None = None,
) -> Response:
    offered = _offered(name)
    context: dict[str, Any] = {
        "offered": offered,
        "present": sets.present(offered, studio.document),
        "needs": {code: sets.needs(offered, code) for code in offered.questions},
        "ticked": ticked,
        "problems": errors or {},
        "errors": bool(errors),
    }
    return render("design/question_set.html", status, studio=studio, name=name, **context)
