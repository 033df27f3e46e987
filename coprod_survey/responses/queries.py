"""Find responses, and count them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

import msgspec
import sqlalchemy as sa

from ..design import queries as design
from ..design.models import Survey
from ..distribution import queries as distribution
from ..distribution.models import Channel
from ..distribution.queries import Door
from ..extensions import db, looking
from ..look import Look
from ..questionnaire.document import SurveyDocument
from .keys import Key
from .models import COUNTED, Response

Typed = Mapping[str, Mapping[str, list[str]]]
"""What was typed and is not yet an answer: by question code, then by form field."""


class Progress(msgspec.Struct, frozen=True):
    """A response as far as it has come."""

    id: int
    survey_id: int
    version_id: int
    answers: dict[str, Any]
    unfinished: Typed
    languages: str
    completed_at: datetime | None
    has_return_link: bool
    sent_answers: dict[str, Any] | None
    saved_at: datetime
    is_test: bool
    mode: str

    @property
    def is_sent(self) -> bool:
        """Whether the person has sent their answers and does not correct them: nothing changes."""
        return self.completed_at is not None and not self.is_correcting

    @property
    def is_paper(self) -> bool:
        """Whether somebody enters what a person answered on paper, where nothing can be asked again."""
        return self.mode == "paper"

    @property
    def is_correcting(self) -> bool:
        """Whether the person corrects what they have sent; until they send again that counts."""
        return self.sent_answers is not None

    @property
    def counted(self) -> dict[str, Any]:
        """The answers that count once they are sent."""
        return self.answers if self.sent_answers is None else self.sent_answers


_columns = (
    Response.id,
    Response.survey_id,
    Response.version_id,
    Response.answers,
    Response.unfinished,
    Response.languages,
    Response.completed_at,
    Response.return_key.is_not(None),
    Response.sent_answers,
    Response.saved_at,
    Response.is_test,
    Response.mode,
)
_by_key = {
    column: sa.select(*_columns).where(getattr(Response, column) == sa.bindparam("digest"))
    for column in ("key", "return_key")
}
_find = {column: Look(query) for column, query in _by_key.items()}
_find_locked = {column: Look(query.with_for_update()) for column, query in _by_key.items()}
_arrive = {
    column: Look(
        distribution.DOOR.add_columns(*_columns).outerjoin(
            Response,
            (getattr(Response, column) == sa.bindparam("digest"))
            & (Response.survey_id == Survey.id),
        )
    )
    for column in ("key", "return_key")
}
_way_back = (
    sa.select(Channel.code)
    .join(Response, Response.channel_id == Channel.id)
    .where(Response.return_key == sa.bindparam("digest"))
)


def progress(key: Key | None, *, lock: bool = False) -> Progress | None:
    """The response behind a key; None where there is none.

    With `lock` it stays ours until the transaction ends, so that what is read may be changed and
    written back.
    """
    if key is None:
        return None
    look = (_find_locked if lock else _find)[key.column]
    row = look.first(db.session.connection(), digest=key.digest)
    return Progress(*row) if row else None


def document_of(row: Progress) -> SurveyDocument:
    """The survey that a response answers.

    Once it was sent, the survey is without the questions whose answers are kept apart: those
    cannot be found from the response any more, to be shown or corrected.
    """
    document = design.published(row.version_id)
    return document.without_apart if row.completed_at else document


def arrive(code: str, key: Key | None) -> tuple[Door | None, Progress | None]:
    """The door behind a code and the response behind a key, if it is one of that door's survey.

    One query for both: that is all that showing a page of a survey costs.
    """
    if key is None:
        return distribution.door(code), None
    with looking() as connection:
        row = _arrive[key.column].first(connection, code=code, digest=key.digest)
    if row is None:
        return None, None
    door, rest = row[: distribution.DOOR_COLUMNS], row[distribution.DOOR_COLUMNS :]
    return distribution.door_of(door), Progress(*rest) if rest[0] is not None else None


def way_back(key: Key) -> str | None:
    """The code of the channel through which the response behind a return code began."""
    with looking() as connection:
        return connection.execute(_way_back, {"digest": key.digest}).scalar()


def sent_count(survey_ids: Iterable[int]) -> dict[int, int]:
    """How many responses were sent, by survey; a survey without any is 0."""
    ids = list(survey_ids)
    rows = db.session.execute(
        sa.select(Response.survey_id, sa.func.count())
        .where(Response.survey_id.in_(ids), Response.completed_at.is_not(None), COUNTED)
        .group_by(Response.survey_id)
    )
    return {**dict.fromkeys(ids, 0), **{row[0]: row[1] for row in rows}}


def paper_count(survey_id: int) -> int:
    """How many responses to a survey were given on paper and have been entered whole."""
    return (
        db.session.scalar(
            sa.select(sa.func.count()).where(
                Response.survey_id == survey_id,
                Response.mode == "paper",
                Response.completed_at.is_not(None),
                COUNTED,
            )
        )
        or 0
    )


def sent_among(digests: Iterable[str]) -> dict[str, bool]:
    """Whether the responses of some keys have been sent, by the keys' digests; without those gone."""
    query = sa.select(Response.key, Response.completed_at.is_not(None))
    rows = db.session.execute(query.where(Response.key.in_(list(digests))))
    return {row[0]: bool(row[1]) for row in rows}


def test_count(survey_id: int) -> int:
    """How many responses to a survey were begun only to see whether it works."""
    query = sa.select(sa.func.count()).where(Response.survey_id == survey_id, ~COUNTED)
    return db.session.scalar(query) or 0


def sent_by_group(project_id: int) -> dict[str, int]:
    """How many responses to a project's surveys were sent, by the code of the stakeholder group.

    Those of people who gave no group stand under the empty code.
    """
    rows = db.session.execute(
        sa.select(Response.group, sa.func.count())
        .join(Survey, Survey.id == Response.survey_id)
        .where(Survey.project_id == project_id, Response.completed_at.is_not(None), COUNTED)
        .group_by(Response.group)
    )
    return {row[0]: row[1] for row in rows}
