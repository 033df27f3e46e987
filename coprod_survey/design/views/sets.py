"""Ready-made questions: look at a survey or set of the library, and add questions of it to a survey."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from flask import Response, g, request
from flask_babel import gettext as _

from ...accounts.policy import Permission
from ...errors import NotFound
from ...questionnaire import library
from ...questionnaire.document import Section, SurveyDocument
from ...questionnaire.sets import needs, pick, present, take, unmet
from ...web.access import permit
from ...web.htmx import render, see_other
from .. import actions, kept_sets, queries, starting
from .blueprint import design
from .studio import Studio


@design.get("/<int:survey_id>/sets/<name>")
@permit(Permission.DESIGN)
def question_set(project_id: int, survey_id: int, name: str) -> Response:
    """What is in it; of a set, every question is ticked that the survey does not have yet."""
    studio, document = Studio(project_id, survey_id), offered(name)
    there = present(document, studio.document)
    whole = _is_whole(name)
    return _page(studio, name, [c for c in document.questions if c not in there and not whole])


@design.post("/<int:survey_id>/sets/<name>")
@permit(Permission.DESIGN)
def add_set(project_id: int, survey_id: int, name: str) -> Response:
    """Add the questions that are ticked, as the last sections of the survey."""
    studio, document = Studio(project_id, survey_id), offered(name)
    codes = ticked(document)
    problems = errors(document, codes, studio.document)
    if problems:
        return _page(studio, name, codes, 422, problems)
    section = add(survey_id, name, codes)
    return see_other(Studio(project_id, survey_id).address_of(section))


def offered(name: str) -> SurveyDocument:
    """A survey or set of the library as this project would ask it, or a set that the project keeps.

    Raises `NotFound` for no such.
    """
    try:
        return starting.adapt(library.load(name), g.project)
    except KeyError:
        kept = kept_sets.sets_for(g.project.id).get(name)
    if kept is None:
        raise NotFound
    return kept


def _is_whole(name: str) -> bool:
    """Whether this is a survey rather than a set of questions."""
    return not name.startswith(kept_sets.PREFIX) and library.entry(name).whole


def ticked(document: SurveyDocument) -> list[str]:
    """The codes of the questions that were ticked, in their order."""
    sent = request.form.getlist("question")
    return [code for code in document.questions if code in sent]


def needs_of(document: SurveyDocument) -> dict[str, tuple[str, ...]]:
    """For each question, the codes of those that decide whether it is asked."""
    return {code: needs(document, code) for code in document.questions}


def errors(
    document: SurveyDocument, codes: Collection[str], survey: SurveyDocument
) -> dict[str, str]:
    """What is wrong with a choice of questions, by the code of the question to look at."""
    if not codes:
        return {next(iter(document.questions)): _("Tick at least one question")}
    return {
        code: _(
            "“%(question)s” follows an answer to “%(needed)s”. Tick that too, or leave both out",
            question=document.questions[code].text.words(g.lang),
            needed=document.questions[needed].text.words(g.lang),
        )
        for code, needed in unmet(document, codes, survey)
    }


def add(survey_id: int, name: str, codes: Collection[str]) -> Section:
    """Add these questions to the end of a survey; gives the first section that came with them."""
    document, used = offered(name), queries.used_codes(survey_id)
    picked = pick(document, codes, opening=not _is_whole(name))

    def change(survey: SurveyDocument) -> SurveyDocument:
        return take(survey, document, picked, used)

    actions.edit(survey_id, change, action="set added", by=g.user)
    return queries.draft(survey_id).document.sections[-len(picked)]


def _page(
    studio: Studio,
    name: str,
    chosen: Collection[str],
    status: int = 200,
    problems: dict[str, str] | None = None,
) -> Response:
    document = offered(name)
    context: dict[str, Any] = {
        "offered": document,
        "whole": _is_whole(name),
        "present": present(document, studio.document),
        "needs": needs_of(document),
        "ticked": chosen,
        "problems": problems or {},
        "errors": bool(problems),
    }
    return render("design/question_set.html", status, studio=studio, name=name, **context)
