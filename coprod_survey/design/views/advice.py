"""The coach in the studio: its page, its words beside a question, and what people do about them."""

from __future__ import annotations

from typing import cast

from flask import Response, g, request, url_for
from flask_babel import gettext as _

from ...accounts.policy import Permission
from ...errors import Conflict
from ...questionnaire import edits
from ...questionnaire.coach import duration
from ...questionnaire.questions import Question
from ...web.access import permit
from ...web.htmx import render, see_other, wants_fragment
from ...web.words import say
from .. import actions, advising
from ..forms import DesignForm
from .blueprint import design
from .questions import _form
from .studio import Studio, fragment, sent


@design.get("/<int:survey_id>/advice")
@permit(Permission.DESIGN)
def advice(project_id: int, survey_id: int) -> Response:
    """All advice on a survey, by section, with how long each takes."""
    return _page(Studio(project_id, survey_id))


@design.post("/<int:survey_id>/advice")
@permit(Permission.DESIGN)
def answer_advice(project_id: int, survey_id: int) -> Response:
    """Mend what one piece of advice is about, leave it as it is, or show it again."""
    studio = Studio(project_id, survey_id)
    found = studio.advising.find(request.form.get("key", ""))
    do = request.form.get("do", "")
    if found is None:
        return _page(studio, _("This advice is no longer needed") if do else "")
    if do == "leave":
        advising.wave(survey_id, found.key)
    elif do == "again":
        advising.take_back(survey_id, found.key)
    elif do == "mend" and found.mend:
        try:
            actions.edit(survey_id, advising.mend(found), action="advice", by=g.user)
        except Conflict as conflict:
            return _page(studio, say(conflict.problem), 409)
    return see_other(url_for("design.advice"))


@design.post("/<int:survey_id>/questions/<code>/advice")
@permit(Permission.DESIGN)
def advise_question(project_id: int, survey_id: int, code: str) -> Response:
    """The advice on a question as it stands in its form, which is not saved by this.

    With `leave`, one piece of that advice is left as it is from now on.
    """
    studio = Studio(project_id, survey_id)
    form = DesignForm(studio.question(code), sent=sent())
    typed = cast(Question, form.read())
    there = studio.advising.over(edits.write_question(studio.document, code, typed))
    found = there.find(request.form.get("leave", ""))
    if found:
        advising.wave(survey_id, found.key)
    if wants_fragment():
        return fragment(
            "design/_advice_list.html",
            studio=studio,
            question=typed,
            advising=there,
            live=True,
        )
    studio.__dict__["advising"] = there
    return _form(studio, form)


def _page(studio: Studio, notice: str = "", status: int = 200) -> Response:
    document = studio.document
    return render(
        "design/advice.html",
        status,
        studio=studio,
        advising=studio.advising,
        notice=notice,
        minutes=duration.minutes(document),
        minutes_of={s.code: _minutes(duration.seconds_of(document, s)) for s in document.sections},
        errors=bool(notice),
    )


def _minutes(seconds: float) -> str:
    """Minutes as people say an estimate: whole ones, and below one "less than 1"."""
    return str(round(seconds / 60)) if seconds >= 45 else _("less than 1")
