"""What a new survey can start from: nothing, the library, an earlier survey, or its next wave."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from ..accounts import policy
from ..accounts.models import User
from ..accounts.policy import Permission
from ..projects import queries as projects
from ..projects.models import Project
from ..questionnaire import library
from ..questionnaire.coach.duration import minutes
from ..questionnaire.document import SurveyDocument
from ..questionnaire.purpose import with_goals_among
from ..questionnaire.text import LANGUAGES, Text
from . import queries, starting

BLANK = "blank"


class Start(NamedTuple):
    """Something to start from: the value of its radio button, its title, and what there is to tell.

    Of a ready-made survey, `purpose` says in a sentence what it is for, `questions` how many it
    has, and `minutes` about how long it takes. `wave` is the number that the next wave will
    have, or that a survey to be copied has; `project` names the other project that it belongs to.
    """

    value: str
    title: Text
    purpose: Text = Text()
    questions: int = 0
    minutes: int = 0
    wave: int = 0
    project: Text = Text()


class Starts(NamedTuple):
    """Everything that a survey of one project can start from, by kind."""

    ready: tuple[Start, ...]
    waves: tuple[Start, ...]
    copies: tuple[Start, ...]
    elsewhere: tuple[Start, ...]

    @property
    def values(self) -> frozenset[str]:
        """The values of all the radio buttons, the one for nothing included."""
        return frozenset(start.value for kind in self for start in kind) | {BLANK}


def offered(project: Project, *, by: User) -> Starts:
    """What a survey of this project can start from, as far as this person may read it.

    A next wave follows what people have answered, so it is offered of published surveys only.
    """
    own = queries.surveys_of(project.id)
    last = {row.series: max(r.wave for r in own if r.series == row.series) for row in own}
    return Starts(
        ready=tuple(map(_ready, library.names())),
        waves=tuple(
            Start(f"wave-{row.id}", row.title, wave=last[row.series] + 1)
            for row in own
            if row.version is not None
        ),
        copies=tuple(
            Start(f"copy-{row.id}", row.title, wave=row.wave if row.in_series else 0) for row in own
        ),
        elsewhere=tuple(_elsewhere(project, by)),
    )


def _ready(name: str) -> Start:
    """A ready-made survey, with the first sentence of what it is for."""
    document, purpose = library.load(name), library.entry(name).purpose
    cy, en = (purpose.face(lang).split(". ")[0].rstrip(".") + "." for lang in LANGUAGES)
    return Start(
        f"library-{name}",
        document.title,
        purpose=Text.both(cy, en),
        questions=len(document.questions),
        minutes=minutes(document),
    )


def document_of(value: str, project: Project) -> SurveyDocument:
    """The survey behind a choice that is among those `offered`, made ready for the project.

    A copy is of the draft as it is now; a wave begins with what was last published, so that it asks
    what people were asked. The day by which something was to be decided is over and not taken along.
    """
    kind, _dash, name = value.partition("-")
    if kind == "library":
        return starting.adapt(library.load(name), project)
    source = queries.survey_by_id(int(name))
    if kind == "wave" and source.current_version_id:
        document = queries.published(source.current_version_id)
    else:
        document = queries.draft(source.id).document
    if source.project_id != project.id:
        document = starting.move(document, projects.project_by_id(source.project_id), project)
    document = replace(document, purpose=replace(document.purpose, by_when=None))
    return with_goals_among(document, [goal.code for goal in project.goals])


def followed(value: str) -> int | None:
    """The number of the survey whose next wave a choice is; None for any other choice."""
    kind, _dash, name = value.partition("-")
    return int(name) if kind == "wave" else None


def _elsewhere(project: Project, by: User) -> Sequence[Start]:
    """The surveys of the other projects in which this person designs."""
    others = {
        other.id: other
        for other, role in projects.projects_of(by)
        if other.id != project.id and policy.allows(Permission.DESIGN, signed_in=True, role=role)
    }
    return [
        Start(f"copy-{row.id}", row.title, project=others[row.project_id].name)
        for row in queries.titles_of(others)
    ]
