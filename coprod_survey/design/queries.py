"""Find surveys, their drafts, their history and their published versions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from ..accounts.models import User
from ..errors import NotFound
from ..extensions import db
from ..questionnaire.changes import Change, changes
from ..questionnaire.document import SurveyDocument, decode
from ..questionnaire.text import Text
from ..responses.models import COUNTED, Response
from .models import Draft, Revision, Survey, Version

SERIES = sa.func.coalesce(Survey.wave_of, Survey.id)
"""The number of the first survey of a survey's series."""
ON_A_PAGE = 20
"""How many edits a page of the history shows; each is compared with the one before."""
HIGHEST = 2**31
"""No revision has a number so high: a database could not keep it."""


class DraftDocument(NamedTuple):
    """The document that is being worked on, as it was read."""

    document: SurveyDocument
    revision: int
    changed_at: datetime


class SurveyRow(NamedTuple):
    """A survey in a list: where it stands, without its document.

    `series` is the number of the first survey of its series and `wave` its place in it; `in_series`
    says whether the series has another survey.
    """

    id: int
    title: Text
    revision: int
    version: int | None
    changed: bool
    changed_at: datetime
    series: int
    wave: int
    in_series: bool
    archived_at: datetime | None = None


class TitleRow(NamedTuple):
    """A survey by its title alone."""

    id: int
    project_id: int
    title: Text


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


class RevisionRow(NamedTuple):
    """One edit, and the survey as it was after it."""

    number: int
    action: str
    by: str | None
    at: datetime
    document: SurveyDocument


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


class WaveVersionRow(NamedTuple):
    """A published version of one of the waves of a survey, without its document."""

    id: int
    survey_id: int
    wave: int
    number: int


@lru_cache(maxsize=16)
def read(stored: bytes) -> SurveyDocument:
    """The document that is stored so: the same bytes give the same document, which never changes.

    An edit reads a draft several times, and the person who made it is likely to make another.
    """
    return decode(stored)


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


def survey_by_id(survey_id: int) -> Survey:
    """A survey of any project. Raises `NotFound` where there is none."""
    found = db.session.get(Survey, survey_id)
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
    return DraftDocument(read(row.document), row.revision, row.changed_at)


def document_at(survey_id: int, revision: int) -> SurveyDocument:
    """A survey as it was after one edit. Raises `NotFound` where there is no such revision."""
    if not 0 < revision < HIGHEST:
        raise NotFound
    document = db.session.scalar(
        sa.select(Revision.document).where(
            Revision.survey_id == survey_id, Revision.number == revision
        )
    )
    if document is None:
        raise NotFound
    return read(document)


def surveys_of(project_id: int, *, archived: bool = False) -> list[SurveyRow]:
    """The surveys of a project, the one that was worked on last first: those in use, or archived."""
    return _rows(
        Survey.project_id == project_id,
        Survey.archived_at.is_not(None) if archived else Survey.archived_at.is_(None),
    )


def row_of(survey_id: int) -> SurveyRow:
    """One survey as it stands in lists. Raises `NotFound` for a survey that does not exist."""
    rows = _rows(Survey.id == survey_id)
    if not rows:
        raise NotFound
    return rows[0]


def _rows(*which: sa.ColumnElement[bool]) -> list[SurveyRow]:
    changed = sa.and_(Version.id.is_not(None), Version.document != Draft.document)
    rows = db.session.execute(
        sa.select(
            Survey.id, Draft, Version.number, changed, SERIES, Survey.wave, Survey.archived_at
        )
        .join(Draft, Draft.survey_id == Survey.id)
        .outerjoin(Version, Version.id == Survey.current_version_id)
        .where(*which)
        .order_by(Draft.changed_at.desc(), Survey.id.desc())
    ).all()
    sizes = Counter(row[4] for row in rows)
    return [
        SurveyRow(
            id=survey_id,
            title=Text(cy=draft.title_cy, en=draft.title_en),
            revision=draft.revision,
            version=number,
            changed=bool(differs),
            changed_at=draft.changed_at,
            series=series,
            wave=wave,
            in_series=wave > 1 or sizes[series] > 1,
            archived_at=archived_at,
        )
        for survey_id, draft, number, differs, series, wave, archived_at in rows
    ]


def titles_of(project_ids: Iterable[int]) -> list[TitleRow]:
    """The surveys of several projects, the one that was worked on last first."""
    rows = db.session.execute(
        sa.select(Survey.id, Survey.project_id, Draft.title_cy, Draft.title_en)
        .join(Draft, Draft.survey_id == Survey.id)
        .where(Survey.project_id.in_(list(project_ids)))
        .order_by(Draft.changed_at.desc(), Survey.id.desc())
    )
    return [TitleRow(row[0], row[1], Text(cy=row[2], en=row[3])) for row in rows]


def history(survey_id: int, page: int = 1) -> list[HistoryRow]:
    """One page of a survey's edits, the last one first; `page` counts from 1."""
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
        .offset((page - 1) * ON_A_PAGE)
        .limit(ON_A_PAGE + 1)
    ).all()
    documents = [decode(row[-1]) for row in rows]
    befores: list[SurveyDocument | None] = [*documents[1:], None]
    return [
        HistoryRow(*row[:-1], changes=tuple(changes(before, after)) if before else ())
        for row, after, before in zip(rows[:ON_A_PAGE], documents, befores, strict=False)
    ]


def revision(survey_id: int, number: int) -> RevisionRow:
    """One edit of a survey with its document. Raises `NotFound` where there is none."""
    row = db.session.execute(
        sa.select(Revision.number, Revision.action, User.name, Revision.at, Revision.document)
        .outerjoin(User, User.id == Revision.by_id)
        .where(Revision.survey_id == survey_id, Revision.number == number)
    ).first()
    if row is None:
        raise NotFound
    return RevisionRow(*row[:-1], document=decode(row[-1]))


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


def series_versions(survey_id: int) -> list[WaveVersionRow]:
    """The published versions of all waves of a survey, the latest wave and version first."""
    rows = db.session.execute(
        sa.select(Version.id, Version.survey_id, Survey.wave, Version.number)
        .join(Survey, Survey.id == Version.survey_id)
        .where(_in_series_of(survey_id))
        .order_by(Survey.wave.desc(), Version.number.desc())
    )
    return [WaveVersionRow(*row) for row in rows]


def used_codes(survey_id: int) -> frozenset[str]:
    """The codes of questions in any published version of the survey or of another wave of it.

    They mean something for ever.
    """
    ids = db.session.scalars(
        sa.select(Version.id)
        .join(Survey, Survey.id == Version.survey_id)
        .where(_in_series_of(survey_id))
    )
    return frozenset(code for version_id in ids for code in published(version_id).questions)


def has_waves(survey_id: int) -> bool:
    """Whether the survey is one of several waves."""
    waves = sa.select(sa.func.count()).select_from(Survey).where(_in_series_of(survey_id))
    return (db.session.scalar(waves) or 0) > 1


def has_responses(survey_id: int) -> bool:
    """Whether anybody has begun to answer a survey; tests are nobody's answers."""
    begun = sa.exists().where(Response.survey_id == survey_id, COUNTED)
    return bool(db.session.scalar(sa.select(begun)))


def _in_series_of(survey_id: int) -> sa.ColumnElement[bool]:
    """What holds for a survey and for every other wave of it."""
    own = aliased(Survey)
    series = sa.func.coalesce(own.wave_of, own.id)
    first = sa.select(series).where(own.id == survey_id).scalar_subquery()
    return sa.or_(Survey.id == first, Survey.wave_of == first)
