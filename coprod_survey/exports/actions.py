"""Make a survey's workbook."""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime
from typing import TYPE_CHECKING, BinaryIO

from flask_babel import force_locale

from .. import clock, dates
from ..audit import actions as audit
from ..design.models import Survey
from ..errors import NotFound, Refused
from ..extensions import db
from ..feedback import queries as feedback
from ..projects.models import Project
from ..questionnaire.problem import Problem
from ..questionnaire.text import N_, Language
from ..responses import sent
from ..results import queries as results
from .dataset import Dataset
from .workbook import About, workbook

if TYPE_CHECKING:
    from ..accounts.models import User

MOST_ROWS = 1_000_000
"""The most responses that a worksheet takes, with room for its heading."""


def export(
    file: BinaryIO,
    *,
    survey_id: int,
    lang: Language,
    people: bool = True,
    project_id: int | None = None,
    by: User | None = None,
    at: datetime | None = None,
) -> str:
    """Write the workbook of a survey into an open file, and give back a name for it.

    `people` says whether the sheets with one row for each person or comment are in it. The download
    is noted in the audit trail before anything is read, and nobody who answers in the meantime has
    to wait. Raises `NotFound` where there is no such survey (in this project), and `Refused` for a
    survey that was never published or has more responses than a worksheet has rows.
    """
    at = at or clock.now()
    version_ids = results.versions(survey_id=survey_id, project_id=project_id)
    if not version_ids:
        raise Refused(Problem(N_("Publish the survey first: nobody can have answered it yet.")))
    survey = results.joined(version_ids)
    about = _about(survey_id, lang, at)
    channels = results.channel_words(survey_id)
    told = feedback.published(survey_id)
    audit.record(
        "exported",
        by=by,
        project_id=project_id,
        survey_id=survey_id,
        at=at,
        language=lang,
        people=people,
    )
    db.session.commit()
    with sent.one_moment() as connection, force_locale(lang):
        dataset = Dataset(connection, survey_id, survey, version_ids, lang)
        if max(dataset.tally.responses, dataset.comment_count) > MOST_ROWS:
            raise Refused(Problem(N_("There are more responses than a worksheet has rows.")))
        facts = results.fact_tables(dataset.tally, channels)
        # Excel's writer takes a while to load, and most requests never need it.
        from .writers import to_xlsx

        to_xlsx.write(workbook(about, dataset, facts, people=people, told=told), file)
    return file_name(survey.latest.title.words(lang), lang, at)


def file_name(title: str, lang: Language, at: datetime) -> str:
    """A name in lower case with dashes, without accents: sut-aeth-hi-2026-03-01-cy.xlsx."""
    letters = unicodedata.normalize("NFKD", title.lower()).encode("ascii", "ignore").decode()
    words = "-".join(re.findall("[a-z0-9]+", letters.replace("'", "")))[:80].strip("-")
    return f"{words or 'survey'}-{dates.day_of(at).isoformat()}-{lang}.xlsx"


def _about(survey_id: int, lang: Language, at: datetime) -> About:
    """What the cover says: the words of the project and its organisation."""
    survey = db.session.get(Survey, survey_id)
    project = db.session.get(Project, survey.project_id) if survey else None
    if project is None:
        raise NotFound
    organisation = project.organisation
    return About(
        lang=lang,
        organisation=organisation.name,
        controller=organisation.controller,
        contact=organisation.contact,
        email=organisation.contact_email,
        telephone=organisation.contact_telephone,
        privacy_email=organisation.privacy_email,
        project=project.name,
        demonstration=project.demonstration,
        made_at=at,
    )
