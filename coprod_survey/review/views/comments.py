"""Comments for the people who write the survey: all of them, one of them, answering, taking a wording."""

from __future__ import annotations

from typing import Any, NamedTuple

from flask import Response, current_app, flash, g, request, url_for
from flask_babel import gettext as _

from ...accounts.policy import Permission
from ...design.views.studio import Studio, seen_revision
from ...errors import Conflict, Refused
from ...questionnaire.text import Text
from ...web.access import permit
from ...web.htmx import render, see_other
from ...web.words import say
from .. import actions, queries
from ..forms import AnswerForm
from ..models import OPEN, QUESTION, SECTION, SURVEY, Comment
from ..words import KINDS, STAFF_STATES, same_words, sentence
from .blueprints import review

Places = dict[tuple[str, str], list[Comment]]


class Spot(NamedTuple):
    """A place in a survey that people said something of: how it reads now, None where it is gone."""

    part: str
    code: str
    name: str
    now: Text | None
    comments: list[Comment]


@review.get("")
@permit(Permission.DESIGN)
def comments(project_id: int, survey_id: int) -> Response:
    """Everything that reviewers said, question by question: what is open, what is answered, or all."""
    studio = Studio(project_id, survey_id)
    found = queries.comments(survey_id)
    show = request.args.get("show", "")
    show = show if show in ("open", "answered", "all") else "open"
    wanted = [one for one in found if show == "all" or (one.state == OPEN) == (show == "open")]
    open_count = sum(one.state == OPEN for one in found)
    return render(
        "review/comments.html",
        studio=studio,
        show=show,
        numbers={"open": open_count, "answered": len(found) - open_count, "all": len(found)},
        spots=_spots(studio, wanted),
        links=queries.links(survey_id),
        **_words(),
    )


@review.get("/comments/<int:comment_id>")
@permit(Permission.DESIGN)
def comment(project_id: int, survey_id: int, comment_id: int) -> Response:
    """One comment, what it is about, then and now, and the form to answer it."""
    studio = Studio(project_id, survey_id)
    found = queries.comment(survey_id=survey_id, comment_id=comment_id)
    return _page(studio, found, AnswerForm(found, formdata=None))


@review.post("/comments/<int:comment_id>")
@permit(Permission.DESIGN)
def answer(project_id: int, survey_id: int, comment_id: int) -> Response:
    """Answer a comment, or say why the survey stays as it is."""
    studio = Studio(project_id, survey_id)
    found = queries.comment(survey_id=survey_id, comment_id=comment_id)
    form = AnswerForm(found)
    if not form.validate():
        return _page(studio, found, form, 422)
    words = form.texts("answer", found.answer)
    actions.answer(
        survey_id=survey_id, comment_id=comment_id, state=form.state.data, words=words, by=g.user
    )
    flash(_("Your answer is there for the person who wrote the comment."))
    return see_other(url_for("review.comments"))


@review.post("/comments/<int:comment_id>/take")
@permit(Permission.DESIGN)
def take(project_id: int, survey_id: int, comment_id: int) -> Response:
    """Put a suggested wording into the draft."""
    studio = Studio(project_id, survey_id)
    found = queries.comment(survey_id=survey_id, comment_id=comment_id)
    seen = seen_revision()
    if seen is not None and not 0 < seen <= studio.revision:
        seen = None
    try:
        actions.take(survey_id=survey_id, comment_id=comment_id, by=g.user, seen_revision=seen)
    except Conflict as conflict:
        return _refused(studio, found, conflict, 409)
    except Refused as refused:
        return _refused(studio, found, refused, 422)
    flash(_("The suggested wording is in the survey now. Undo in the design takes it back."))
    return see_other(url_for("review.comments"))


def _refused(studio: Studio, found: Comment, error: Conflict | Refused, status: int) -> Response:
    studio, notice = Studio(g.project.id, studio.id), say(error.problem)
    return _page(studio, found, AnswerForm(found, formdata=None), status, notice=notice)


def _page(
    studio: Studio, found: Comment, form: AnswerForm, status: int = 200, notice: str = ""
) -> Response:
    now = sentence(studio.document, *found.place)
    return render(
        "review/comment.html",
        status,
        studio=studio,
        comment=found,
        spot=_spot(studio, found.place, [found]),
        now=now,
        form=form,
        notice=notice,
        errors=bool(notice or form.errors),
        by=queries.answered_by(found),
        **_words(),
    )


def _spots(studio: Studio, found: list[Comment]) -> list[Spot]:
    """The places that these comments are about, in the order of the survey, what is gone last."""
    by_place = _by_place(found)
    document = studio.document
    order: list[tuple[str, str]] = [(SURVEY, "")]
    for section in document.sections:
        order += [(SECTION, section.code), *((QUESTION, q.code) for q in section.questions)]
    order += [place for place in by_place if place not in order]
    return [_spot(studio, place, by_place[place]) for place in order if place in by_place]


def _spot(studio: Studio, place: tuple[str, str], found: list[Comment]) -> Spot:
    part, code = place
    now = sentence(studio.document, part, code)
    if now is None:
        name = _("No longer in the survey")
    elif part == QUESTION:
        name = studio.name_of(studio.question(code))
    elif part == SECTION:
        name = studio.name_of(studio.section(code))
    else:
        name = _("The whole survey")
    return Spot(part, code, name, now, found)


def _by_place(found: list[Comment]) -> Places:
    places: Places = {}
    for one in found:
        places.setdefault(one.place, []).append(one)
    return places


def _words() -> dict[str, Any]:
    return {"kinds": KINDS, "states": STAFF_STATES, "same_words": same_words}


@review.app_template_global("open_comments")
def open_comments(survey_id: int) -> Places:
    """The comments that wait for an answer, by their places: read once a request, for the studio."""
    kept: dict[int, Places] = g.setdefault("_open_comments", {})
    if survey_id not in kept:
        kept[survey_id] = _by_place(queries.open_comments(survey_id))
    return kept[survey_id]


@review.app_template_global("open_comment_count")
def open_comment_count(survey_id: int) -> int:
    """How many comments wait for an answer."""
    return sum(map(len, open_comments(survey_id).values()))


@review.app_template_global("comment_kind")
def comment_kind(kind: str) -> str:
    """What a kind of comment is called, in the language of the page."""
    return say(KINDS.get(kind, kind))


def short_address(code: str) -> str:
    """The whole address of a review link, as it is printed and put into a QR code."""
    base = str(current_app.config["PUBLIC_URL"] or request.url_root).rstrip("/")
    return f"{base}{url_for('choosing.choose', code=code)}"
