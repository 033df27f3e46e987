"""The list of somebody's papers; begin one, open one again, take one away."""

from __future__ import annotations

import re
from typing import Any, cast
from uuid import uuid4

from flask import Response, current_app, flash, g, request, url_for
from flask_babel import gettext as _

from ... import clock
from ...accounts.policy import Permission
from ...dates import day_of
from ...design import queries as design
from ...design.models import Survey
from ...errors import Refused
from ...projects import overview
from ...questionnaire.document import SurveyDocument
from ...questionnaire.journey import Journey
from ...questionnaire.text import Language
from ...responses import queries as responses
from ...web.access import permit
from ...web.htmx import render, see_other
from .. import actions, queries
from ..forms import NewPaper
from ..models import Paper
from .blueprint import entry
from .desk import Desk, at_desk

PAPER_ID = re.compile(r"[0-9a-f]{32}")


@entry.get("")
@permit(Permission.ENTER)
def papers(project_id: int, survey_id: int) -> Response:
    """How many papers have been entered, those of the person, and the way to the next."""
    survey = design.survey(project_id=project_id, survey_id=survey_id)
    mine = queries.entered_by(
        survey_id=survey_id, user_id=g.user.id, secret_key=current_app.config["SECRET_KEY"]
    )
    today = day_of(clock.now())
    return render(
        "entry/papers.html",
        survey=survey,
        survey_id=survey_id,
        document=_document(survey),
        state=overview.standing(survey_id).state,
        total=responses.paper_count(survey_id),
        today=sum(p.is_finished and p.entered_on == today for p in mine),
        mine=mine,
        states=overview.STATES,
        most=queries.SHOWN,
    )


@entry.get("/new")
@permit(Permission.ENTER)
def new(project_id: int, survey_id: int) -> Response:
    """What stands on the next paper besides its answers."""
    survey = design.survey(project_id=project_id, survey_id=survey_id)
    if not _takes_papers(survey):
        return see_other(url_for("entry.papers"))
    return _new_page(survey, NewPaper(paper=uuid4().hex, language=request.args.get("language")))


@entry.post("/new")
@permit(Permission.ENTER)
def begin(project_id: int, survey_id: int) -> Response:
    """Begin a paper; where one has its number already, ask first whether it is another."""
    survey = design.survey(project_id=project_id, survey_id=survey_id)
    if not _takes_papers(survey):
        return see_other(url_for("entry.papers"))
    form = NewPaper()
    versions = queries.versions(survey_id)
    form.offer(versions, g.lang)
    if not PAPER_ID.fullmatch(form.paper.data or ""):
        form.paper.data = uuid4().hex
    if not form.validate():
        return _new_page(survey, form, 422)
    number, paper_id = form.number.data or "", form.paper.data
    same = queries.with_number(survey_id=survey_id, number=number, but=paper_id)
    if same and queries.meant(request.form.get("again", "")) != queries.meant(number):
        return _new_page(survey, form, same=same)
    chosen = form.version.data if "version" in form else str(versions[0].number)
    try:
        paper = actions.begin(
            survey_id=survey_id,
            paper_id=paper_id,
            lang=cast(Language, form.language.data),
            number=number,
            version_id=next((row.id for row in versions if str(row.number) == chosen), None),
            secret_key=current_app.config["SECRET_KEY"],
            by=g.user,
        )
    except Refused as refusal:
        form.refuse(refusal.problem)
        return _new_page(survey, form, 422)
    return see_other(url_for("entry.resume", paper_id=paper.id))


@entry.get("/papers/<paper_id>")
@permit(Permission.ENTER)
@at_desk
def resume(desk: Desk) -> Response:
    """Where the paper was left: its first page that is not saved, or its first page."""
    if desk.row.is_sent:
        return see_other(url_for("entry.papers"))
    journey = Journey(responses.document_of(desk.row), desk.row.answers)
    if journey.ended_by:
        return see_other(url_for("entry.ended"))
    where = journey.next_page or journey.pages[0]
    return see_other(page_address(where.number, where.questions[0].code))


@entry.post("/papers/<paper_id>/open")
@permit(Permission.ENTER)
@at_desk
def reopen(desk: Desk) -> Response:
    """Open a paper again, to correct it or to go on."""
    actions.reopen(key=desk.key)
    return see_other(url_for("entry.resume"))


@entry.get("/papers/<paper_id>/remove")
@permit(Permission.ENTER)
@at_desk
def remove(desk: Desk) -> Response:
    """What will be gone, before it is."""
    document = design.published(desk.row.version_id)
    return render(
        "entry/remove.html",
        desk=desk,
        document=document,
        apart=any(q.apart for q in document.questions.values()),
    )


@entry.post("/papers/<paper_id>/remove")
@permit(Permission.ENTER)
@at_desk
def remove_now(desk: Desk) -> Response:
    """Take the paper away with what was entered of it."""
    actions.remove(desk.paper, key=desk.key, by=g.user)
    flash(_("The paper has been removed, with everything that was entered from it."))
    return see_other(url_for("entry.papers"))


@entry.app_template_global("paper_count")
def paper_count(survey_id: int) -> int:
    """How many papers of a survey have been entered, for the pages that lead here."""
    return responses.paper_count(survey_id)


def page_address(number: int, question: str = "", **query: Any) -> str:
    """The address of a page of the paper, at one of its questions."""
    anchor = f"question-{question}" if question else None
    return url_for("entry.page", number=number, _anchor=anchor, **query)


def _takes_papers(survey: Survey) -> bool:
    return survey.current_version_id is not None and survey.archived_at is None


def _document(survey: Survey) -> SurveyDocument | None:
    """The published questionnaire of a survey, if there is one."""
    return design.published(survey.current_version_id) if survey.current_version_id else None


def _new_page(
    survey: Survey, form: NewPaper, status: int = 200, same: list[Paper] | None = None
) -> Response:
    if "version" in form and not form.version.choices:
        form.offer(queries.versions(survey.id), g.lang)
    mine = [paper for paper in same or () if paper.by_id == g.user.id]
    return render(
        "entry/new.html",
        status,
        survey_id=survey.id,
        document=_document(survey),
        form=form,
        same=same,
        mine=mine,
    )
