"""Make a survey's workbook."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import sqlalchemy as sa
from flask import current_app
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
from ..tasks.asking import commit_and_ask
from . import queries
from .dataset import Dataset
from .models import Export
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
    _versions(survey_id, project_id)
    audit.record(
        "exported",
        by=by,
        project_id=project_id,
        survey_id=survey_id,
        at=at,
        language=lang,
        people=people,
    )
    return write(file, survey_id=survey_id, lang=lang, people=people, at=at)


def ask(
    *,
    survey_id: int,
    project_id: int,
    lang: Language,
    people: bool,
    by: User,
    at: datetime | None = None,
) -> int:
    """Have the workbook of a survey made in the background; gives the number of its row.

    The row, the line in the audit trail and the work are written in one commit. Raises as `export`.
    """
    at = at or clock.now()
    _versions(survey_id, project_id)
    row = Export(survey_id=survey_id, by_id=by.id, language=lang, people=people, asked_at=at)
    db.session.add(row)
    db.session.flush()
    export_id = row.id
    audit.record(
        "exported",
        by=by,
        project_id=project_id,
        survey_id=survey_id,
        at=at,
        language=lang,
        people=people,
    )
    commit_and_ask("export", lang=lang, export_id=export_id)
    return export_id


def note_download(*, export: Export, project_id: int, by: User) -> None:
    """Put on record that somebody downloads a workbook that was made before."""
    audit.record(
        "downloaded", by=by, project_id=project_id, survey_id=export.survey_id, export=export.id
    )
    db.session.commit()


def purge(at: datetime | None = None) -> None:
    """Delete the files of workbooks whose time is over, and their rows a month later."""
    at = at or clock.now()
    over = db.session.scalars(sa.select(Export).where(Export.expires_at <= at)).all()
    for export in over:
        queries.path_of(export).unlink(missing_ok=True)
    old = at - timedelta(days=30)
    db.session.execute(sa.delete(Export).where(Export.asked_at < old))
    db.session.commit()
    kept = set(db.session.scalars(sa.select(Export.code)))
    db.session.rollback()
    folder = Path(current_app.config["INSTANCE"], "exports")
    for path in folder.glob("*.xlsx"):
        if path.stem not in kept:  # its survey has been deleted
            path.unlink(missing_ok=True)


def write(
    file: BinaryIO,
    *,
    survey_id: int,
    lang: Language,
    people: bool,
    at: datetime | None = None,
    read: Callable[[], None] | None = None,
) -> str:
    """Write the workbook, and give back a name for it; commits before it reads.

    `read` is called for each response that is read. Raises as `export`.
    """
    at = at or clock.now()
    version_ids = _versions(survey_id, None)
    survey = results.joined(version_ids)
    about = _about(survey_id, lang, at)
    channels = results.channel_words(survey_id)
    told = feedback.published(survey_id)
    db.session.commit()
    with sent.one_moment() as connection, force_locale(lang):
        dataset = Dataset(connection, survey_id, survey, version_ids, lang, read)
        if max(dataset.tally.responses, dataset.comment_count) > MOST_ROWS:
            raise Refused(Problem(N_("There are more responses than a worksheet has rows.")))
        facts = results.fact_tables(dataset.tally, channels)
        # Excel's writer takes a while to load, and most requests never need it.
        from .writers import to_xlsx

        to_xlsx.write(workbook(about, dataset, facts, people=people, told=told), file)
    return file_name(survey.latest.title.words(lang), lang, at)


def _versions(survey_id: int, project_id: int | None) -> dict[int, int]:
    """The published versions of a survey; raises `Refused` where there are none."""
    version_ids = results.versions(survey_id=survey_id, project_id=project_id)
    if not version_ids:
        raise Refused(Problem(N_("Publish the survey first: nobody can have answered it yet.")))
    return version_ids


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
