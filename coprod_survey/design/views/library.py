"""The library: browse ready-made surveys, look at one, try it, and take questions from it."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property
from typing import NamedTuple

from flask import Response, flash, g, request, url_for
from flask_babel import gettext as _

from ...accounts.policy import Permission
from ...errors import NotFound
from ...questionnaire import library
from ...questionnaire.document import SurveyDocument
from ...questionnaire.rules import Condition
from ...questionnaire.text import Text
from ...responses import faces
from ...rule_words import Said, say_rule
from ...web.access import permit
from ...web.htmx import render, see_other
from .. import queries
from . import preview, sets
from .blueprint import design


class Offered:
    """A ready-made survey or set as its pages show it: with this project's notices and groups."""

    previews = "design.library_preview"

    def __init__(self, name: str) -> None:
        self.name = name
        self.document = sets.offered(name)
        self.entry = library.entry(name)

    @property
    def minutes(self) -> int:
        """About how long it takes to answer."""
        return faces.minutes(self.document)

    @property
    def constructs(self) -> list[Text]:
        """What its questions ask about."""
        return library.constructs(self.document)

    @cached_property
    def mirror(self) -> SurveyDocument | None:
        """The survey that asks the same from the other chair."""
        return library.load(self.entry.mirrors) if self.entry.mirrors else None

    def asks_about(self, code: str) -> Text:
        """What one of its questions asks about; blank where that has no name."""
        construct = library.construct_of(code)
        return library.CONSTRUCTS[construct][0] if construct else Text()

    def say_rule(self, rule: Condition) -> Said:
        """A condition of it in words."""
        return say_rule(rule, self.document, g.lang)


class Taking(NamedTuple):
    """What somebody has chosen to take: questions, the survey they go to, and what is wrong."""

    ticked: Collection[str] = ()
    survey: str = ""
    problems: dict[str, str] = {}
    problem: str = ""


@design.get("/library")
@permit(Permission.PREVIEW)
def library_index(project_id: int) -> Response:
    """Everything in the library, by the moment when it is of use."""
    moments = {
        moment: [Offered(entry.name) for entry in library.ENTRIES if entry.moment == moment]
        for moment in library.MOMENTS
    }
    return render("design/library.html", moments=moments, names=library.MOMENTS)


@design.get("/library/<name>")
@permit(Permission.PREVIEW)
def library_survey(project_id: int, name: str) -> Response:
    """What a ready-made survey is for, and every question in it."""
    return _page(Offered(name))


@design.post("/library/<name>")
@permit(Permission.DESIGN)
def take_questions(project_id: int, name: str) -> Response:
    """Add the questions that are ticked to one of the project's surveys."""
    offered, chosen = Offered(name), request.form.get("survey", "")
    surveys = {str(row.id): row for row in queries.surveys_of(project_id)}
    codes = sets.ticked(offered.document)
    document = queries.draft(int(chosen)).document if chosen in surveys else SurveyDocument()
    problem = "" if chosen in surveys else _("Choose the survey to add them to")
    problems = sets.errors(offered.document, codes, document)
    if problems or problem:
        return _page(offered, Taking(codes, chosen, problems, problem), 422)
    section = sets.add(int(chosen), name, codes)
    flash(_("The questions were added to the end of the survey"))
    there = url_for("design.outline", survey_id=int(chosen), _anchor=f"section-{section.code}")
    return see_other(there)


@design.get("/library/<name>/preview")
@permit(Permission.PREVIEW)
def library_preview(project_id: int, name: str) -> Response:
    """The opening of a ready-made survey."""
    return preview.opening(_whole(name))


@design.get("/library/<name>/preview/<int:number>")
@permit(Permission.PREVIEW)
def library_preview_page(project_id: int, name: str, number: int) -> Response:
    """One page of its questions."""
    return preview.show(preview.Trial(_whole(name)), number)


@design.post("/library/<name>/preview/<int:number>")
@permit(Permission.PREVIEW)
def library_try_page(project_id: int, name: str, number: int) -> Response:
    """Check what was answered, keep none of it, and go on."""
    return preview.attempt(preview.Trial(_whole(name)), number)


@design.get("/library/<name>/preview/end")
@permit(Permission.PREVIEW)
def library_preview_end(project_id: int, name: str) -> Response:
    """What people read after they have sent their answers."""
    return preview.closing(_whole(name))


def _whole(name: str) -> Offered:
    """A survey that can be answered as it is. Raises `NotFound` for a set of questions."""
    offered = Offered(name)
    if not offered.entry.whole:
        raise NotFound
    return offered


def _page(offered: Offered, taking: Taking | None = None, status: int = 200) -> Response:
    taking = taking or Taking()
    surveys = queries.surveys_of(g.project.id)
    return render(
        "design/library_survey.html",
        status,
        studio=offered,
        taking=taking,
        surveys=surveys,
        needs=sets.needs_of(offered.document),
        errors=bool(taking.problems or taking.problem),
    )
