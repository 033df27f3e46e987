"""What the studio's pages have in common: the draft, its problems, the last edit, and how to answer."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cached_property
from typing import Any

from flask import (
    Response,
    abort,
    current_app,
    g,
    make_response,
    render_template,
    request,
    url_for,
)
from flask_babel import gettext as _
from markupsafe import Markup

from ... import clock
from ...accounts.policy import Permission
from ...errors import Conflict, NotFound, Refused
from ...questionnaire import library
from ...questionnaire.checks import check, structure
from ...questionnaire.coach import RULES
from ...questionnaire.document import Section, SurveyDocument
from ...questionnaire.edits import Edit
from ...questionnaire.parity.sentences import sentences
from ...questionnaire.problem import Problem
from ...questionnaire.questions import TYPES, Question
from ...questionnaire.questions.base import FAMILIES
from ...questionnaire.questions.choice import ROLE_LABELS
from ...questionnaire.rules import Condition
from ...rule_words import Said, say_rule
from ...translation.around import Held, around, check_around, is_around
from ...web.access import permission_of
from ...web.htmx import see_other, wants_fragment
from ...web.numbers import whole_number
from ...web.words import say
from .. import actions, editing, kept_sets, outlines, places, queries
from ..advising import Advising
from ..words import ACTIONS
from . import numbers, parts


class Studio:
    """A survey on the workbench, as its pages and fragments show it."""

    types = TYPES
    families = FAMILIES
    actions = ACTIONS
    roles = ROLE_LABELS
    previews = "design.preview"
    """The address of its preview; those of a page and of the end begin with it."""
    rules = RULES

    def __init__(self, project_id: int, survey_id: int, *, archived: bool = False) -> None:
        """Open a survey; `archived` says that a page for designers is for archived ones too."""
        self.survey = queries.survey(project_id=project_id, survey_id=survey_id)
        if self.survey.archived_at and not archived:
            _only_look(survey_id)
        self.draft = queries.draft(survey_id)

    @property
    def sets(self) -> dict[str, SurveyDocument]:
        """The sets of questions by their names: the ready-made ones, then the project's own."""
        ready = {name: library.load(name) for name in library.sets()}
        return ready | kept_sets.sets_for(self.survey.project_id)

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
        return [*check(self.document), *check_around(g.project, self.id)]

    @cached_property
    def structure(self) -> list[Problem]:
        """What stands in the way whatever the languages: questions, codes and rules."""
        return structure(self.document)

    @cached_property
    def _states(self) -> Counter[str]:
        here = [sentence.state for sentence in sentences(self.document)]
        beside = (held.text.state for held in self.around if held.needed)
        return Counter((*here, *beside))

    @cached_property
    def around(self) -> list[Held]:
        """The sentences around the survey."""
        return around(g.project, self.id)

    @property
    def untranslated(self) -> int:
        """How many sentences are written in one language only."""
        return self._states["missing"]

    @property
    def unchecked(self) -> int:
        """How many sentences are written in both languages and still to be read by somebody."""
        return self._states.total() - self._states["missing"] - self._states["checked"]

    @cached_property
    def advising(self) -> Advising:
        """What the coach says about the draft."""
        return Advising(
            self.document,
            self.id,
            goals=[goal.code for goal in g.project.goals],
            group_sizes={group.code: group.hoped_for for group in g.project.groups},
        )

    @cached_property
    def _problems_by_part(self) -> dict[tuple[str, str], list[Problem]]:
        found = defaultdict(list)
        for problem in self.problems:
            place = places.find(self.document, problem.place)
            found[place.part, place.code].append(problem)
        return found

    def problems_at(self, part: str, code: str = "") -> list[Problem]:
        """The problems of the settings, of the head of one section, or of one question."""
        return self._problems_by_part.get((part, code), [])

    def problems_of_rule(self, place: str) -> list[Problem]:
        """The problems of one rule, by its place."""
        return [p for p in self.problems if p.place == place]

    def say_rule(self, rule: Condition) -> Said:
        """A condition of the draft in words, with the numbers of questions as `number` gives them."""
        return numbers.put_in(say_rule(rule, self._marked_document, g.lang), self.number)

    def _marked_rule(self, rule: Condition | None) -> Said | None:
        """A condition in words that stay the same when a question only gets another number."""
        return say_rule(rule, self._marked_document, g.lang) if rule else None

    @cached_property
    def _marked_document(self) -> SurveyDocument:
        return numbers.marked(self.document)

    def number(self, code: str) -> Markup:
        """The number of a question, or nothing, marked so that a page can put another in its place."""
        number = self.document.numbers.get(code, "")
        return numbers.shown("question", code, number) if number else Markup("")

    def section_number(self, section: Section) -> Markup:
        """The number of a section, marked in the same way."""
        return numbers.shown("section", section.code, self.number_of(section))

    def is_end(self, question: Question, first: bool) -> bool:
        """Whether a question stands at the very start (or end) of the survey, so it moves no further."""
        end = 0 if first else -1
        there = self.document.sections[end].questions
        return bool(there) and there[end].code == question.code

    # How parts of the outline look: what is equal here is not sent again (`outlines.changes`). Who
    # shows more on a card or at the head of a section puts it in here.

    def look_of_settings(self) -> Any:
        """How the card of the opening and closing words looks."""
        return self.problems_at("settings")

    def look_of_section(self, section: Section) -> Any:
        """How the head of a section looks, apart from its number."""
        return (
            (section.title, section.introduction, len(section.questions)),
            self._marked_rule(section.show_when),
            self.problems_at("section", section.code),
            [section.code == self.document.sections[end].code for end in (0, -1)],
        )

    def look_of_question(self, question: Question) -> Any:
        """How the card of a question looks, apart from numbers."""
        return (
            question,
            self._marked_rule(question.show_when),
            self.problems_at("question", question.code),
            (self.is_end(question, True), self.is_end(question, False)),
            question.code == self.document.group_question,
        )

    def as_at(self, revision: int) -> Studio:
        """The workbench as it was after one edit. Raises `NotFound`."""
        if revision == self.revision:
            return self
        then = Studio.__new__(Studio)
        then.survey = self.survey
        then.draft = self.draft._replace(
            document=queries.document_at(self.id, revision), revision=revision
        )
        return then

    def address_of(self, thing: Section | Question, anchor: str = "") -> str:
        """The address of the outline where it shows a section or a question."""
        section = thing if isinstance(thing, Section) else self.document.section_of(thing.code)
        part = "section" if isinstance(thing, Section) else "question"
        folds = len(self.document.questions) > outlines.SMALL
        opened = section.code if section and folds else None
        return url_for("design.outline", open=opened, _anchor=anchor or f"{part}-{thing.code}")

    def whole_line(self, problem: Problem) -> str:
        """A problem in words that stand by themselves: they name the section or the question."""
        part, code, *_rest = places.find(self.document, problem.place)
        if part == "question" and code in self.document.numbers:
            asked = self.document.numbers[code]
            return _("Question %(number)s: %(problem)s", number=asked, problem=say(problem))
        if part == "question" and self.document.question(code):
            return _("Note: %(problem)s", problem=say(problem))
        if is_around(problem.place):
            kind = next(held.kind for held in self.around if held.place == problem.place)
            return f"{say(kind)}: {say(problem)}"
        section = self.document.section(code) if part == "section" else None
        if section:
            number = self.number_of(section)
            return _("Section %(number)s: %(problem)s", number=number, problem=say(problem))
        return say(problem)

    def address(self, place: str) -> str:
        """The address of the form field that a problem or a difference is about."""
        if is_around(place):
            row = f"s-{place.replace('.', '-')}"
            ids = {"project_id": g.project.id, "survey_id": self.id}
            return url_for("translation.page", **ids, at=place, _anchor=row)
        part, code, field, page = places.find(self.document, place)
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
        return bool(self.problems) and not self.structure

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

    @cached_property
    def others(self) -> list[str]:
        """The names of the other people who are at work on the survey."""
        return others(self.id)

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


def _only_look(survey_id: int) -> None:
    """Lead away from a page that changes an archived survey: to the page that says where it stands."""
    needed = permission_of(current_app, request.endpoint or "")
    if needed not in (Permission.DESIGN, Permission.PUBLISH):
        return
    if request.method == "POST":
        raise Refused(Problem(actions.ARCHIVED))
    abort(see_other(url_for("design.survey", survey_id=survey_id)))


def sent() -> dict[str, list[str]]:
    """What the browser sent."""
    return request.form.to_dict(flat=False)


def seen_revision() -> int | None:
    """The revision of the survey that the person's page showed."""
    return request.form.get("revision", type=whole_number)


def arrange(
    survey_id: int,
    change: Edit,
    *,
    action: str,
    anchor: str = "outline",
    focus: bool = False,
    undone: parts.Undone | None = None,
) -> Response:
    """Apply an edit that needs no form (moving, copying, deleting), and show what it changed.

    HTMX gets those parts; a plain browser is sent back to the place. `focus` says that what is new
    has the focus. `undone` says what was deleted, and where; undoing it is offered there.
    """
    try:
        revision = actions.edit(survey_id, change, action=action, by=g.user)
    except Conflict as conflict:
        return outline(survey_id, 409, notice=say(conflict.problem))
    studio = Studio(g.project.id, survey_id)
    if undone:
        undone = undone._replace(revision=revision)
    if wants_fragment():
        return parts.changed(studio, focus=focus, undone=undone)
    return see_other(parts.address(studio, anchor, undone))


def outline(survey_id: int, status: int = 200, notice: str = "") -> Response:
    """The whole survey as an outline: what is different in it to HTMX, else the page."""
    studio = Studio(g.project.id, survey_id)
    if wants_fragment() and request.headers.get("HX-Target", "").endswith("#outline"):
        return parts.changed(studio, status, notice=notice)
    return parts.page(studio, status, notice)


def section(survey_id: int, code: str) -> Response:
    """The questions of a section that was folded, and what else is different from the person's page."""
    studio = Studio(g.project.id, survey_id)
    html = render_template(
        "design/_section.html", studio=studio, section=studio.section(code), opened={code}
    )
    return parts.changed(studio, main=html)


def fragment(template: str, status: int = 200, /, **context: Any) -> Response:
    """A part of a page for HTMX."""
    response = make_response(render_template(template, **context), status)
    response.vary.add("HX-Request")
    return response


def others(survey_id: int) -> list[str]:
    """The names of the other people who are at work on a survey."""
    return editing.others(survey_id, than=g.user, at=clock.now(), lang=g.lang)


def first_with(document: SurveyDocument, before: Sequence[str]) -> str | None:
    """The code of the first question that `before` does not name."""
    return next((code for code in document.questions if code not in before), None)
