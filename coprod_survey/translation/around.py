"""Around a survey: the sentences that people see beside it, and that its document does not hold.

`SOURCES` is the registry: each source gives the sentences of one kind of thing that belongs to a
survey. A further one is a function and a line there; translating, checking, filters, counts and the
gate follow by themselves. The names of kept sets of questions are not among them: only those who
design see them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, Literal, NamedTuple

import msgspec
import sqlalchemy as sa

from ..accounts.models import User
from ..extensions import db
from ..feedback import queries as feedback
from ..projects.models import Project
from ..questionnaire.checks import unequal
from ..questionnaire.parity.pair import check_pair
from ..questionnaire.parity.sentences import Sentence
from ..questionnaire.problem import Problem
from ..questionnaire.text import LANGUAGES, N_, Text, fingerprint
from ..review.models import SurveyAbout
from .around_models import AroundState

PART = "around"
"""The first word of the place of such a sentence, where others have settings, section, question."""

SECTION = "-around"
"""What the filter calls them together; no section of a survey can have this code."""

Scope = Literal["organisation", "project", "survey"]
"""Whose words they are. Whoever translates in a project may write those of the project and of the
survey; those of the organisation are written by whoever may edit the organisation."""


def is_around(place: str) -> bool:
    """Whether a place is that of a sentence around a survey."""
    return place.startswith(f"{PART}.")


class Held(NamedTuple):
    """One such sentence: its place, its words with their state, what it is, whose it is.

    `put` writes other words where these are kept. Publishing waits for it where it is `needed`;
    `row` tells several of one kind apart; `longest` is the most characters that fit.
    """

    place: str
    text: Text
    kind: str
    scope: Scope
    put: Callable[[Text], None]
    longest: int = 2000
    row: int = 0
    needed: bool = True

    @property
    def sentence(self) -> Sentence:
        """The sentence as the translation shows it."""
        return Sentence(self.place, self.text, self.kind, PART, section=SECTION, row=self.row)

    def may_be_written_by(self, user: User | None) -> bool:
        """Whether somebody who translates in the project may change the words."""
        return self.scope != "organisation" or bool(user and user.is_administrator)


Source = Callable[[Project, int], Iterable[Held]]
"""What gives the sentences of one kind of thing, for a project and the number of a survey."""


def of_row(
    name: str, owner: Any, column: str, kind: str, scope: Scope, longest: int = 2000, **more: Any
) -> Held:
    """The sentence that a row (`owner`) keeps in a bilingual `column`; `name` is the row's in places."""
    number = getattr(owner, "id", None) or owner.survey_id
    place = f"{PART}.{name}.{number}.{column}"
    text: Text = getattr(owner, column)
    return Held(place, text, kind, scope, partial(setattr, owner, column), longest, **more)


def of_organisation(project: Project, survey_id: int) -> Iterator[Held]:
    """The words of the organisation, which stand on its pages, posters and notices."""
    for column, (kind, longest) in {
        "name": (N_("Name of the organisation"), 200),
        "controller": (N_("Name of the data controller"), 400),
        "contact": (N_("How to get help, in the organisation’s words"), 1000),
        "logo_alt": (N_("What the organisation’s logo shows"), 200),
    }.items():
        owner = project.organisation
        yield of_row("organisation", owner, column, kind, "organisation", longest)


def of_project(project: Project, survey_id: int) -> Iterator[Held]:
    """The name of the project, what it is for, its goals and its groups."""
    yield of_row("project", project, "name", N_("Name of the project"), "project", 200)
    yield of_row("project", project, "purpose", N_("What the project is for"), "project")
    for number, goal in enumerate(project.goals, start=1):
        yield of_row("goal", goal, "words", N_("Goal of the project"), "project", 500, row=number)
    for number, group in enumerate(project.groups, start=1):
        yield of_row("group", group, "name", N_("Group of people"), "project", 200, row=number)


def of_about(project: Project, survey_id: int) -> Iterator[Held]:
    """What the survey says of itself; publishing waits for it once everybody may read it."""
    row = db.session.get(SurveyAbout, survey_id)
    for column, kind in {
        "purpose": N_("About the survey: what it is for"),
        "makers": N_("About the survey: who made it"),
        "changed": N_("About the survey: what people changed in it"),
    }.items():
        if row is not None:
            needed = row.published is not None
            yield of_row("about", row, column, kind, "survey", 5000, needed=needed)


def of_findings(project: Project, survey_id: int) -> Iterator[Held]:
    """What was heard, and what will be done about it; only the page that tells of it waits for them."""
    for number, finding in enumerate(feedback.findings(survey_id), start=1):
        for name, owner in (
            (feedback.FINDING, finding),
            *((feedback.COMMITMENT, commitment) for commitment in finding.commitments),
        ):
            for column, kind in feedback.fields_of(name):
                longest = 200 if column == "who" else 1000
                yield of_row(name, owner, column, kind, "survey", longest, row=number, needed=False)


BEFORE: tuple[Source, ...] = (of_organisation, of_project, of_about)
"""What is around a survey before anybody has answered it, for which its publishing may wait."""

SOURCES: tuple[Source, ...] = (*BEFORE, of_findings)
"""Everything around a survey, in the order in which it is shown."""


def around(
    project: Project, survey_id: int, sources: tuple[Source, ...] | None = None
) -> list[Held]:
    """Every sentence around a survey that somebody has written in at least one language.

    `sources` are those to look at, all of them if None.
    """
    found = [held for source in sources or SOURCES for held in source(project, survey_id)]
    found = [held for held in found if not held.text.blank]
    rows = db.session.execute(
        sa.select(AroundState.place, AroundState.text).where(
            AroundState.place.in_([held.place for held in found])
        )
    )
    states = {place: msgspec.convert(kept, Text) for place, kept in rows}
    return [_with_state(held, states.get(held.place, Text())) for held in found]


def _with_state(held: Held, before: Text) -> Held:
    """The sentence with what is known of it: as if what it says now had been written over `before`.

    A text that knows its own state keeps it.
    """
    if held.text.confirmed or held.text.made_from:
        return held
    return held._replace(text=before.write(cy=held.text.cy, en=held.text.en))


def seen_key(text: Text) -> str:
    """What a form says of the words that its page showed: a digest of each face, Welsh first."""
    return "-".join(fingerprint(text.face(lang)) for lang in LANGUAGES)


def check_around(project: Project, survey_id: int) -> list[Problem]:
    """Where the words around a survey are not there, not checked, or not the same in both languages.

    What is in neither language is not missed.
    """
    problems = []
    for held in around(project, survey_id, BEFORE):
        if not held.needed:
            continue
        problem = unequal(held.text, held.place)
        if problem:
            problems.append(problem)
        for finding in check_pair(held.text):
            if finding.serious:
                problems.append(Problem(finding.message, finding.params, place=held.place))
    return problems
