"""Questions and sections in the outline: move, put elsewhere, copy, delete."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from flask import Response, abort, request, url_for
from flask_babel import gettext as _

from ...accounts.policy import Permission
from ...questionnaire import edits
from ...questionnaire.document import Section, SurveyDocument
from ...questionnaire.edits import Edit
from ...questionnaire.questions import Question
from ...web.access import permit
from ...web.htmx import render, wants_fragment
from ...web.words import plain, say
from .. import actions
from .blueprint import design
from .parts import Undone
from .studio import Studio, arrange, outline

START = "start-"
"""What stands before the code of a section, where a question shall be its first."""

AFTER = "after-"
"""What stands before the code of what comes before, where there is something."""

LONGEST = 60
"""The most characters of a question's words that stand in the list of places."""


class Offered(NamedTuple):
    """Places under a heading: what the form sends, and the words that name each."""

    label: str
    places: list[tuple[str, str]]


@design.get("/<int:survey_id>/questions/<code>/place")
@permit(Permission.DESIGN)
def place_question(project_id: int, survey_id: int, code: str) -> Response:
    """Every place that a question can have."""
    studio = Studio(project_id, survey_id)
    return _page(studio, studio.question(code))


@design.get("/<int:survey_id>/sections/<code>/place")
@permit(Permission.DESIGN)
def place_section(project_id: int, survey_id: int, code: str) -> Response:
    """Every place that a section can have."""
    studio = Studio(project_id, survey_id)
    return _page(studio, studio.section(code))


@design.post("/<int:survey_id>/questions/<code>/arrange")
@permit(Permission.DESIGN)
def arrange_question(project_id: int, survey_id: int, code: str) -> Response:
    """Move, copy or delete a question."""
    studio = Studio(project_id, survey_id)
    used, place, do = studio.used_codes, request.form.get("place", ""), request.form.get("do", "")
    ways: dict[str, tuple[str, Edit]] = {
        "up": ("question moved", lambda d: edits.move_question(d, code, -1)),
        "down": ("question moved", lambda d: edits.move_question(d, code, 1)),
        "place": ("question moved", lambda d: _put(d, code, place)),
        "copy": ("question copied", lambda d: edits.copy_question(d, code, used)),
        "delete": ("question deleted", lambda d: edits.delete_question(d, code)),
    }
    if do not in ways:
        abort(400)
    if do == "place" and not _is_place(studio.document, place):
        if wants_fragment():  # it was dragged to what somebody else has deleted since
            return outline(survey_id, 409, notice=say(actions.GONE))
        return _page(studio, studio.question(code), 422)
    action, change = ways[do]
    undone = _deleted_question(studio, code) if do == "delete" else None
    anchor = f"question-{code}"
    return arrange(
        survey_id, change, action=action, anchor=anchor, focus=do == "copy", undone=undone
    )


@design.post("/<int:survey_id>/sections/<code>/arrange")
@permit(Permission.DESIGN)
def arrange_section(project_id: int, survey_id: int, code: str) -> Response:
    """Move, copy or delete a section."""
    studio = Studio(project_id, survey_id)
    used, place, do = studio.used_codes, request.form.get("place", ""), request.form.get("do", "")
    after = place.removeprefix(AFTER) if place.startswith(AFTER) else ""
    ways: dict[str, tuple[str, Callable[[SurveyDocument], SurveyDocument]]] = {
        "up": ("section moved", lambda d: edits.move_section(d, code, -1)),
        "down": ("section moved", lambda d: edits.move_section(d, code, 1)),
        "place": ("section moved", lambda d: edits.place_section(d, code, after)),
        "copy": ("section copied", lambda d: edits.copy_section(d, code, used)),
        "delete": ("section deleted", lambda d: edits.delete_section(d, code)),
    }
    if do not in ways:
        abort(400)
    if do == "place" and place != START and studio.document.section(after) is None:
        return _page(studio, studio.section(code), 422)
    action, change = ways[do]
    undone = _deleted_section(studio, code) if do == "delete" else None
    anchor = f"section-{code}"
    return arrange(
        survey_id, change, action=action, anchor=anchor, focus=do == "copy", undone=undone
    )


def _put(document: SurveyDocument, code: str, place: str) -> SurveyDocument:
    """The document with a question where the form says. Raises `Gone` where that is gone."""
    if place.startswith(START):
        return edits.place_question(document, code, place.removeprefix(START))
    after = place.removeprefix(AFTER)
    home = document.section_of(after)
    if home is None:
        raise edits.Gone(after)
    return edits.place_question(document, code, home.code, after)


def _is_place(document: SurveyDocument, place: str) -> bool:
    """Whether the form names a place that there is."""
    if place.startswith(START):
        return document.section(place.removeprefix(START)) is not None
    return place.startswith(AFTER) and document.question(place.removeprefix(AFTER)) is not None


def _deleted_question(studio: Studio, code: str) -> Undone | None:
    """What is said of a question that goes, at the place of the one before it."""
    question, section = studio.document.question(code), studio.document.section_of(code)
    if question is None or section is None:
        return None
    place = section.questions.index(question)
    before = f"question-{section.questions[place - 1].code}" if place else f"head-{section.code}"
    words = plain(question.text) or _("A question without words")
    return Undone(_("Question deleted: %(words)s", words=words), before)


def _deleted_section(studio: Studio, code: str) -> Undone | None:
    """What is said of a section that goes, at the place of the one before it."""
    sections = studio.document.sections
    section = studio.document.section(code)
    if section is None:
        return None
    place = sections.index(section)
    before = f"section-{sections[place - 1].code}" if place else "settings-card"
    words = plain(section.title) or _("A section without a title")
    return Undone(_("Section deleted: %(words)s", words=words), before)


def _page(studio: Studio, thing: Section | Question, status: int = 200) -> Response:
    """The form with every place; with 422, what is wrong with the one that was chosen."""
    if isinstance(thing, Section):
        offered, words = _section_places(studio, thing), thing.title
    else:
        offered, words = _question_places(studio, thing), thing.text
    part = "section" if isinstance(thing, Section) else "question"
    return render(
        "design/place.html",
        status,
        studio=studio,
        thing=thing,
        offered=offered,
        here=url_for(f"design.arrange_{part}", code=thing.code),
        words=words,
        problem=_("Choose a place from the list") if status == 422 else "",
        errors=status == 422,
    )


def _section_places(studio: Studio, moved: Section) -> list[Offered]:
    """At the start, and after each other section."""
    places = [(START, _("At the start"))]
    for section in studio.document.sections:
        if section.code != moved.code:
            places.append(
                (AFTER + section.code, _("After: %(name)s", name=_named(studio, section)))
            )
    return [Offered("", places)]


def _question_places(studio: Studio, moved: Question) -> list[Offered]:
    """Under each section: at its start, and after each other question in it."""
    return [
        Offered(
            _named(studio, section),
            [
                (START + section.code, _("At the start")),
                *(
                    (AFTER + q.code, _("After: %(name)s", name=_named(studio, q)))
                    for q in section.questions
                    if q.code != moved.code
                ),
            ],
        )
        for section in studio.document.sections
    ]


def _named(studio: Studio, thing: Section | Question) -> str:
    """A section or question by its number and the beginning of its words."""
    words = plain(thing.title if isinstance(thing, Section) else thing.text)
    short = words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"
    return f"{studio.name_of(thing)}. {short}" if short else studio.name_of(thing)
