"""Find surveys, their drafts, their history and their published versions."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

import sqlalchemy as sa

from ..accounts.models import User
from ..errors import NotFound
from ..extensions import db
from ..questionnaire.changes import Change, changes
from ..questionnaire.document import SurveyDocument, decode
from ..questionnaire.text import Text
from ..responses.models import Response
from .models import Draft, Revision, Survey, Version


class DraftDocument(NamedTuple):
    """The document that is being worked on, as it was read."""

    document: SurveyDocument
    revision: int
    changed_at: datetime


class SurveyRow(NamedTuple):
    """A survey in a list: where it stands, without its document."""

    id: int
    title: Text
    revision: int
    version: int | None
    changed: bool
    changed_at: datetime


class HistoryRow(NamedTuple):
    """One edit: its number, what was done, by whom, when, and what changed with it.

    `version` is the number of the version that was published of it, if one was.
    """

    number: int
    action: str
    by: str | None
    at: datetime
    version: int | None
    changes: tuple[Change, ...]


class LastEdit(NamedTuple):
    """The edit that undo would take back, unless `made_from` is None: then there is none."""

    number: int
    action: str
    by: str | None
    at: datetime
    made_from: int | None

    @property
    def can_undo(self) -> bool:
        """Whether there is a revision to go back to."""
        return self.made_from is not None


class VersionRow(NamedTuple):
    """A published version without its document; with a reason, it is only for internal links."""

    id: int
    number: int
    revision: int
    published_by: str | None
    published_at: datetime
    override_reason: str


@lru_cache(maxsize=256)
def published(version_id: int) -> SurveyDocument:
    """The document of a published version.

    Versions never change, so each process keeps those it has met: answering a survey costs no
    query for the questionnaire. Raises `NotFound` for a version that does not exist.
    """
    document = db.session.scalar(sa.select(Version.document).where(Version.id == version_id))
    if document is None:
        raise NotFound
    return decode(document)


def survey(*, project_id: int, survey_id: int) -> Survey:
    """A survey of a project. Raises `NotFound` where the project has no such survey."""
    found = db.session.scalar(
        sa.select(Survey).where(Survey.id == survey_id, Survey.project_id == project_id)
    )
    if found is None:
        raise NotFound
    return found


def draft(survey_id: int) -> DraftDocument:
    """The latest document of a survey. Raises `NotFound` for a survey that does not exist."""
    row = db.session.execute(
        sa.select(Draft.document, Draft.revision, Draft.changed_at).where(
            Draft.survey_id == survey_id
        )
    ).first()
    if row is None:
        raise NotFound
    return DraftDocument(decode(row.document), row.revision, row.changed_at)


def document_at(survey_id: int, revision: int) -> SurveyDocument:
    """A survey as it was after one edit. Raises `NotFound` where there is no such revision."""
    document = db.session.scalar(
        sa.select(Revision.document).where(
            Revision.survey_id == survey_id, Revision.number == revision
        )
    )
    if document is None:
        raise NotFound
    return decode(document)


def surveys_of(project_id: int) -> list[SurveyRow]:
    """The surveys of a project, the one that was worked on last first."""
    changed = sa.and_(Version.id.is_not(None), Version.document != Draft.document)
    rows = db.session.execute(
        sa.select(Survey.id, Draft, Version.number, changed)
        .join(Draft, Draft.survey_id == Survey.id)
        .outerjoin(Version, Version.id == Survey.current_version_id)
        .where(Survey.project_id == project_id)
        .order_by(Draft.changed_at.desc(), Survey.id.desc())
    )
    return [
        SurveyRow(
            id=survey_id,
            title=Text(cy=draft.title_cy, en=draft.title_en),
            revision=draft.revision,
            version=number,
            changed=bool(differs),
            changed_at=draft.changed_at,
        )
        for survey_id, draft, number, differs in rows
    ]


def history(survey_id: int, limit: int = 50) -> list[HistoryRow]:
    """The latest edits of a survey, the last one first."""
    rows = db.session.execute(
        sa.select(
            Revision.number,
            Revision.action,
            sa.func.coalesce(User.name, sa.func.nullif(Revision.by_name, "")),
            Revision.at,
            Version.number,
            Revision.document,
        )
        .outerjoin(User, User.id == Revision.by_id)
        .outerjoin(
            Version,
            (Version.survey_id == Revision.survey_id) & (Version.revision == Revision.number),
        )
        .where(Revision.survey_id == survey_id)
        .order_by(Revision.number.desc())
        .limit(limit + 1)
    ).all()
    documents = [decode(row[-1]) for row in rows]
    befores: list[SurveyDocument | None] = [*documents[1:], None]
    return [
        HistoryRow(*row[:-1], changes=tuple(changes(before, after)) if before else ())
        for row, after, before in zip(rows[:limit], documents, befores, strict=False)
    ]


def last_edit(survey_id: int) -> LastEdit:
    """The latest edit of a survey."""
    row = db.session.execute(
        sa.select(
            Revision.number,
            Revision.action,
            sa.func.coalesce(User.name, sa.func.nullif(Revision.by_name, "")),
            Revision.at,
            Revision.made_from,
        )
        .outerjoin(User, User.id == Revision.by_id)
        .where(Revision.survey_id == survey_id)
        .order_by(Revision.number.desc())
        .limit(1)
    ).one()
    return LastEdit(*row)


def versions(survey_id: int) -> list[VersionRow]:
    """The published versions of a survey, the latest first."""
    rows = db.session.execute(
        sa.select(
            Version.id,
            Version.number,
            Version.revision,
            User.name,
            Version.published_at,
            Version.override_reason,
        )
        .outerjoin(User, User.id == Version.published_by_id)
        .where(Version.survey_id == survey_id)
        .order_by(Version.number.desc())
    )
    return [VersionRow(*row) for row in rows]


def used_codes(survey_id: int) -> frozenset[str]:
    """The codes of questions in any published version: they mean something for ever."""
    ids = db.session.scalars(sa.select(Version.id).where(Version.survey_id == survey_id))
    return frozenset(code for version_id in ids for code in published(version_id).questions)


def has_responses(survey_id: int) -> bool:
    """Whether anybody has begun to answer a survey."""
    return bool(db.session.scalar(sa.select(sa.exists().where(Response.survey_id == survey_id))))
