"""A project at a glance: its surveys and where each stands, who was heard, and what to do next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from .. import clock
from ..accounts.policy import Permission
from ..analysis.suppression import hidden_counts
from ..design import queries as design
from ..distribution import queries as distribution
from ..distribution.models import HANDED_OUT
from ..questionnaire.text import N_, Text
from ..responses import queries as responses
from .models import Project, StakeholderGroup

STATES = {
    "draft": N_("Draft"),
    "published": N_("Published, not handed out"),
    "not_yet": N_("Opens later"),
    "open": N_("Open"),
    "closed": N_("Closed"),
    "archived": N_("Archived"),
}
"""Where a survey stands, in the order in which it gets there."""


class Standing(NamedTuple):
    """A survey and where it stands; `sent` is how many people have answered it."""

    survey: design.SurveyRow
    state: str
    sent: int


class Heard(NamedTuple):
    """A stakeholder group and how many of it have answered; None where that must not be shown."""

    group: StakeholderGroup
    number: int | None


class Step(NamedTuple):
    """What to do next: a sentence, the survey it is about, and the page where it is done."""

    words: str
    link: str
    permission: Permission
    endpoint: str
    survey: design.SurveyRow | None = None

    @property
    def values(self) -> dict[str, Any]:
        """What the page's address needs besides the project."""
        return {"survey_id": self.survey.id} if self.survey else {}

    @property
    def about(self) -> Text | None:
        """The title of the survey that the step is about."""
        return self.survey.title if self.survey else None


class Overview(NamedTuple):
    """All that the project page shows besides the project itself.

    Who `only_enters` answers from paper goes straight to where that is done.
    """

    surveys: list[Standing]
    archived: list[design.SurveyRow]
    heard: list[Heard]
    next: Step | None
    only_enters: bool = False


SEE_DRAFTS = (Permission.FOLLOW, Permission.PREVIEW, Permission.TRANSLATE)
"""Who may one of these sees more of a survey than where answers from paper are entered."""

TAKES_PAPERS = ("published", "not_yet", "open", "closed")
"""Where a survey stands while answers from paper can be entered: papers come late, links are another way."""


def of(
    project: Project, *, may: Callable[[Permission], bool], at: datetime | None = None
) -> Overview:
    """The overview of a project, with the next step for a person who `may` do certain things."""
    surveys = standings(project.id, at=at or clock.now())
    if not any(map(may, SEE_DRAFTS)):
        surveys = [standing for standing in surveys if standing.state in TAKES_PAPERS]
        return Overview(surveys, [], [], paper_step(surveys), only_enters=True)
    archived = design.surveys_of(project.id, archived=True) if may(Permission.DESIGN) else []
    heard = heard_from(project) if may(Permission.FOLLOW) else []
    return Overview(surveys, archived, heard, next_step(project, surveys, may))


def standings(project_id: int, *, at: datetime) -> list[Standing]:
    """The surveys of a project and where each stands."""
    return _standings(design.surveys_of(project_id), at)


def _standings(rows: Sequence[design.SurveyRow], at: datetime) -> list[Standing]:
    ids = [row.id for row in rows]
    sent = responses.sent_count(ids)
    states: dict[int, list[str]] = {}
    for channel in distribution.channels_of(ids):
        if channel.kind in HANDED_OUT:
            states.setdefault(channel.survey_id, []).append(channel.state(at))
    return [Standing(row, _state(row, states.get(row.id, [])), sent[row.id]) for row in rows]


def standing(survey_id: int, *, at: datetime | None = None) -> Standing:
    """Where one survey stands. Raises `NotFound` for a survey that does not exist."""
    return _standings([design.row_of(survey_id)], at or clock.now())[0]


def heard_from(project: Project) -> list[Heard]:
    """How many people of each group have answered, unless that would point to a few.

    People who named no group, or one that is no longer there, are counted with the rest, because
    the number of all answers is known.
    """
    sent = responses.sent_by_group(project.id)
    counts = [sent.pop(group.code, 0) for group in project.groups]
    cells = [*counts, sum(sent.values())]
    hidden = hidden_counts(cells, [True] * len(cells), sum(cells))
    return [
        Heard(group, None if i in hidden else counts[i]) for i, group in enumerate(project.groups)
    ]


def next_step(
    project: Project, surveys: Sequence[Standing], may: Callable[[Permission], bool]
) -> Step | None:
    """The first thing that waits to be done by a person who may do it."""
    return next((step for step in _steps(project, surveys) if may(step.permission)), None)


def _steps(project: Project, surveys: Sequence[Standing]) -> list[Step]:
    """Everything that waits, the most urgent first."""
    steps = []
    if not project.goals:
        steps.append(
            Step(
                N_("Write down what the project wants to achieve."),
                N_("Add a goal"),
                Permission.EDIT_PROJECT,
                "projects.add_goal",
            )
        )
    if not project.groups:
        steps.append(
            Step(
                N_("Say whom the project wants to hear from."),
                N_("Add a stakeholder group"),
                Permission.EDIT_PROJECT,
                "projects.add_group",
            )
        )
    if not surveys:
        steps.append(
            Step(
                N_("Make the first survey, from a ready-made one or from nothing."),
                N_("Create a survey"),
                Permission.DESIGN,
                "design.create",
            )
        )
    for state in WAITING:
        waiting = (step_of(standing) for standing in surveys if standing.state == state)
        steps += [step for step in waiting if step]
    return steps


def step_of(standing: Standing) -> Step | None:
    """What waits to be done about one survey, going by where it stands; None while nothing does."""
    waits = WAITING.get(standing.state)
    if waits is None or (standing.state in ("open", "closed") and not standing.sent):
        return None
    return Step(*waits, standing.survey)


def paper_step(surveys: Sequence[Standing]) -> Step | None:
    """What waits for somebody who only enters answers: the newest survey, one that is open first."""
    if not surveys:
        return None
    at_best = min(surveys, key=lambda s: (s.state != "open", -s.survey.id))
    return Step(
        N_("Do you have papers that people have filled in? Enter what they answered."),
        N_("Enter answers from paper"),
        Permission.ENTER,
        "entry.papers",
        at_best.survey,
    )


WAITING = {
    "published": (
        N_("This survey is published, and nobody can answer it yet. Hand it out."),
        N_("Hand out the survey"),
        Permission.DISTRIBUTE,
        "distribution.channels",
    ),
    "draft": (
        N_("This survey is a draft. Finish it, read it in both languages, and publish it."),
        N_("Work on the survey"),
        Permission.DESIGN,
        "design.survey",
    ),
    "closed": (
        N_("This survey is closed. Look at what people said, and tell them what will be done."),
        N_("See the results"),
        Permission.SEE_RESULTS,
        "results.summary",
    ),
    "open": (
        N_("Answers are coming in. See how many there are, and whom you have not heard from yet."),
        N_("See the results"),
        Permission.SEE_RESULTS,
        "results.summary",
    ),
}
"""What waits to be done about a survey that stands there, the most urgent first."""


def _state(row: design.SurveyRow, channels: Sequence[str]) -> str:
    if row.archived_at is not None:
        return "archived"
    if row.version is None:
        return "draft"
    if not channels:
        return "published"
    return next(state for state in ("open", "not_yet", "closed") if state in channels)
