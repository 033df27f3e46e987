"""What the studio's pages have in common: the draft, its problems, the last edit, and how to answer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from flask import Response, g, make_response, render_template, request, url_for
from flask_babel import gettext as _

from ...errors import Conflict, NotFound
from ...questionnaire import library
from ...questionnaire.checks import check, structure
from ...questionnaire.document import Section, SurveyDocument
from ...questionnaire.edits import Edit
from ...questionnaire.parity.sentences import sentences
from ...questionnaire.problem import Problem
from ...questionnaire.questions import TYPES, Question
from ...questionnaire.questions.base import FAMILIES
from ...questionnaire.questions.choice import ROLE_LABELS
from ...questionnaire.rules import Condition
from ...rule_words import Said, say_rule
from ...web.htmx import render, see_other, wants_fragment
from ...web.words import say
from .. import actions, places, queries
from ..around import check_around
from ..words import ACTIONS


class Studio:
    """A survey on the workbench, as its pages and fragments show it."""

    types = TYPES
    families = FAMILIES
    actions = ACTIONS
    roles = ROLE_LABELS

    def __init__(self, project_id: int, survey_id: int) -> None:
        self.survey = queries.survey(project_id=project_id, survey_id=survey_id)
        self.draft = queries.draft(survey_id)

    @property
    def sets(self) -> dict[str, SurveyDocument]:
        """The ready-made sets of questions by their names."""
        return {name: library.load(name) for name in library.sets()}

    @property
    def id(self) -> int:
        """The survey's number."""
        return self.survey.id

    @property
    def document(self) -> SurveyDocument:
        """The draft's document."""
        return self.draft.document

    @property
    def revision(self) -> int:
        """The number of the draft's revision."""
        return self.draft.revision

    @cached_property
    def problems(self) -> list[Problem]:
        """What stands in the way of publishing."""
        return [*check(self.document), *check_around(g.project.organisation)]

    @cached_property
    def unchecked(self) -> int:
        """How many sentences are written in both languages and still to be read by somebody."""
        states = (sentence.state for sentence in sentences(self.document))
        return sum(state not in ("missing", "checked") for state in states)

    def problems_at(self, part: str, code: str = "") -> list[Problem]:
        """The problems of the settings, of the head of one section, or of one question."""
        found = [(p, places.find(self.document, p.place)) for p in self.problems]
        return [p for p, place in found if (place.part, place.code) == (part, code)]

    def problems_of_rule(self, place: str) -> list[Problem]:
        """The problems of one rule, by its place."""
        return [p for p in self.problems if p.place == place]

    def say_rule(self, rule: Condition) -> Said:
        """A condition of the draft in words."""
        return say_rule(rule, self.document, g.lang)

    def whole_line(self, problem: Problem) -> str:
        """A problem in words that stand by themselves: they name the section or the question."""
        part, code, *_rest = places.find(self.document, problem.place)
        if part == "question" and code in self.document.numbers:
            asked = self.document.numbers[code]
            return _("Question %(number)s: %(problem)s", number=asked, problem=say(problem))
        if part == "question" and self.document.question(code):
            return _("Note: %(problem)s", problem=say(problem))
        if part == "organisation":
            return _("Words of the organisation: %(problem)s", problem=say(problem))
        section = self.document.section(code) if part == "section" else None
        if section:
            number = self.number_of(section)
            return _("Section %(number)s: %(problem)s", number=number, problem=say(problem))
        return say(problem)

    def address(self, place: str) -> str:
        """The address of the form field that a problem or a difference is about."""
        part, code, field, page = places.find(self.document, place)
        if part == "organisation" and g.user.is_administrator:
            organisation_id = g.project.organisation_id
            return url_for("admin.edit_organisation", organisation_id=organisation_id)
        anchor = field or None
        if page:
            return url_for(f"design.{page}", code=code, _anchor=anchor)
        if part == "question" and self.document.question(code):
            return url_for("design.question", code=code, _anchor=anchor)
        if part == "section" and self.document.section(code):
            return url_for("design.section", code=code, _anchor=anchor)
        if part == "settings" and field:
            return url_for("design.settings", _anchor=anchor)
        return url_for("design.outline")

    @cached_property
    def last_edit(self) -> queries.LastEdit:
        """The edit that undo would take back."""
        return queries.last_edit(self.id)

    @cached_property
    def versions(self) -> list[queries.VersionRow]:
        """The published versions, the latest first."""
        return queries.versions(self.id)

    @property
    def may_be_tried(self) -> bool:
        """Whether only its languages stand in the way, so that colleagues may try it out."""
        return bool(self.problems) and not structure(self.document)

    @cached_property
    def is_changed(self) -> bool:
        """Whether the draft differs from the version that people answer."""
        current = self.survey.current_version_id
        return current is not None and queries.published(current) != self.document

    @cached_property
    def used_codes(self) -> frozenset[str]:
        """The codes of questions that published versions have used."""
        return queries.used_codes(self.id)

    @cached_property
    def keeps_contacts(self) -> bool:
        """Whether the survey asks, or has asked, for something that is kept apart from answers."""
        published = (queries.published(row.id) for row in self.versions)
        return any(q.apart for d in (self.document, *published) for q in d.questions.values())

    def section(self, code: str) -> Section:
        """A section of the draft. Raises `NotFound`."""
        section = self.document.section(code)
        if section is None:
            raise NotFound
        return section

    def question(self, code: str) -> Question:
        """A question of the draft. Raises `NotFound`."""
        question = self.document.question(code)
        if question is None:
            raise NotFound
        return question

    def name_of(self, thing: Section | Question) -> str:
        """What a section or question is called on its pages: by its number, or else by its kind."""
        if isinstance(thing, Section):
            return _("Section %(number)s", number=self.number_of(thing))
        number = self.document.numbers.get(thing.code)
        return _("Question %(number)s", number=number) if number else say(thing.label)

    def number_of(self, section: Section) -> int:
        """The number that people see beside a section, from 1."""
        return self.document.sections.index(section) + 1


def sent() -> dict[str, list[str]]:
    """What the browser sent."""
    return request.form.to_dict(flat=False)


def seen_revision() -> int | None:
    """The revision of the survey that the person's page showed."""
    return request.form.get("revision", type=int)


def arrange(survey_id: int, change: Edit, *, action: str, anchor: str = "outline") -> Response:
    """Apply an edit that needs no form (moving, copying, deleting), and show the outline.

    HTMX gets the outline anew; a plain browser is sent back to the place.
    """
    try:
        actions.edit(survey_id, change, action=action, by=g.user)
    except Conflict as conflict:
        return outline(survey_id, 409, notice=say(conflict.problem))
    if wants_fragment():
        return outline(survey_id)
    return see_other(url_for("design.outline", _anchor=anchor))


def outline(survey_id: int, status: int = 200, notice: str = "") -> Response:
    """The whole survey as an outline: only that to HTMX, else the page."""
    studio = Studio(g.project.id, survey_id)
    if request.headers.get("HX-Target", "").endswith("#outline"):
        return fragment("design/_outline.html", status, studio=studio, notice=notice)
    return render("design/outline.html", status, studio=studio, notice=notice, errors=bool(notice))


def fragment(template: str, status: int = 200, /, **context: Any) -> Response:
    """A part of a page for HTMX."""
    response = make_response(render_template(template, **context), status)
    response.vary.add("HX-Request")
    return response


def first_with(document: SurveyDocument, before: Sequence[str]) -> str | None:
    """The code of the first question that `before` does not name."""
    return next((code for code in document.questions if code not in before), None)
