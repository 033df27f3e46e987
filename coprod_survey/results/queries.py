"""Find out what a survey's answers say."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from ..analysis.summary import fact_table, tables_of
from ..analysis.table import Table, Words
from ..analysis.tally import SurveyTally
from ..design.models import Survey, Version
from ..design.queries import published
from ..distribution.models import KIOSK, PAPER, TEST, Channel
from ..errors import NotFound
from ..extensions import db
from ..questionnaire.joined import Joined
from ..questionnaire.questions import Question
from ..questionnaire.text import N_, Text
from ..responses import sent

LANGUAGE_WORDS: dict[str, Words] = {"cy": N_("Welsh"), "en": N_("English")}

SHARED_TABLET = N_("Shared tablet")

ON_PAPER = N_("On paper")


@dataclass(frozen=True)
class Results:
    """What a results page shows: every number in it has been through suppression."""

    title: Text
    begun: int
    sent: int
    withdrawn: int
    facts: list[Table]
    questions: list[tuple[Question, list[Table]]]

    @property
    def hides(self) -> bool:
        """Whether any number is hidden."""
        tables = [table for _, tables in self.questions for table in tables]
        return any(table.hides for table in (*self.facts, *tables))


def versions(*, survey_id: int, project_id: int | None = None) -> dict[int, int]:
    """The ids of a survey's published versions by their number.

    Raises `NotFound` where there is no such survey, or not in this project.
    """
    query = (
        sa.select(Survey.project_id, Version.number, Version.id)
        .outerjoin(Version, Version.survey_id == Survey.id)
        .where(Survey.id == survey_id)
        .order_by(Version.number)
    )
    rows = db.session.execute(query).all()
    if not rows or project_id not in (None, rows[0].project_id):
        raise NotFound
    return {row.number: row.id for row in rows if row.id is not None}


def joined(version_ids: dict[int, int]) -> Joined:
    """The versions of a survey as one."""
    return Joined({number: published(version_id) for number, version_id in version_ids.items()})


def results(*, survey_id: int, project_id: int) -> Results | None:
    """The results of a survey; None while it has not been published.

    Raises `NotFound` where the project has no such survey.
    """
    version_ids = versions(survey_id=survey_id, project_id=project_id)
    if not version_ids:
        return None
    survey = joined(version_ids)
    with sent.one_moment() as connection:
        tally = count(connection, survey_id, survey, version_ids)
        begun = sent.begun_count(connection, survey_id)
        withdrawn = sent.withdrawn_count(connection, survey_id)
    return Results(
        title=survey.latest.title,
        begun=begun,
        sent=tally.responses,
        withdrawn=withdrawn,
        facts=fact_tables(tally, channel_words(survey_id)),
        questions=[
            (question, list(tables_of(survey, code, tally)))
            for code, question in survey.questions.items()
        ],
    )


def count(
    connection: sa.Connection, survey_id: int, survey: Joined, version_ids: dict[int, int]
) -> SurveyTally:
    """The tally of all responses that were sent."""
    numbers = {version_id: number for number, version_id in version_ids.items()}
    tally = SurveyTally()
    for response in sent.stream(connection, survey_id):
        tally.add(
            survey,
            survey.asked(numbers[response.version_id], response.answers),
            language=response.language,
            channel=str(response.channel_id or ""),
        )
    return tally


def fact_tables(tally: SurveyTally, channels: dict[str, Words]) -> list[Table]:
    """How many responses came in each language and through each channel."""
    facts = tally.facts
    if "" in facts.get("channel", ()):
        channels = {**channels, "": N_("Not known")}
    return [
        fact_table(
            "responses-by-language",
            N_("Responses by language"),
            N_("Language"),
            facts.get("language", {}),
            LANGUAGE_WORDS,
        ),
        fact_table(
            "responses-by-link",
            N_("Responses by link"),
            N_("Link"),
            facts.get("channel", {}),
            channels,
        ),
    ]


def channel_words(survey_id: int) -> dict[str, Words]:
    """What each channel of a survey is called: its name, what it is for, or its code; by its number."""
    rows = db.session.execute(
        sa.select(Channel.id, Channel.kind, Channel.name, Channel.code)
        .where(Channel.survey_id == survey_id, Channel.kind != TEST)
        .order_by(Channel.id)
    )
    return {
        str(row.id): ON_PAPER
        if row.kind == PAPER
        else SHARED_TABLET
        if row.kind == KIOSK and not row.name
        else Text(cy=row.name or row.code, en=row.name or row.code)
        for row in rows
    }
