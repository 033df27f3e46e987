"""Files for translators: making one of a survey, opening one that came back, taking in what was chosen."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from ..accounts.models import User
from ..design import actions, queries
from ..errors import NotFound, Refused
from ..interchange import comparing, formats
from ..interchange.comparing import Preview, Row
from ..interchange.hostile import FIELD
from ..interchange.sheets import Known
from ..interchange.units import Say, Sent, stamp_of, units_of
from ..questionnaire.document import SurveyDocument
from ..questionnaire.parity.terms import Term
from ..questionnaire.problem import Problem
from ..questionnaire.text import Language

ACTION = "file taken in"
"""What the history calls it."""


class Made(msgspec.Struct, frozen=True):
    """A file that is ready to be sent: its bytes, its name, its media type, how much it holds."""

    data: bytes
    name: str
    type: str
    units: int


class Opened(msgspec.Struct, frozen=True):
    """A file that came back, beside the survey as it was when the file was made and as it is."""

    sent: Sent
    base: SurveyDocument
    revision: int
    preview: Preview


def make(
    draft: queries.DraftDocument,
    survey_id: int,
    kind: str,
    source: Language,
    *,
    whole: bool,
    say: Say,
    lang: Language,
) -> Made:
    """A survey as a file of one of the `formats.FORMATS`, for translating from `source`."""
    chosen = formats.FORMATS[kind]
    stamp = stamp_of(
        draft.document, survey=survey_id, revision=draft.revision, source=source, whole=whole
    )
    units = units_of(draft.document, source, say, whole=whole)
    data = chosen.write(stamp, units, say, draft.document.title.words(lang), lang)
    name = f"cydlais-{survey_id}-{stamp.source}-{stamp.target}.{chosen.ending}"
    return Made(data, name, chosen.type, len(units))


def open_file(survey_id: int, data: bytes, known: Known, terms: Iterable[Term]) -> Opened:
    """What a file that came back would change. Raises `Refused` where it is of another survey."""
    return look(survey_id, formats.read(data, known), queries.draft(survey_id), terms)


def look(survey_id: int, sent: Sent, draft: queries.DraftDocument, terms: Iterable[Term]) -> Opened:
    """What a file that has been read would change in this draft; `terms` are the project's own."""
    base = _base(survey_id, sent)
    preview = comparing.compare(draft.document, base, sent, terms)
    return Opened(sent, base, draft.revision, preview)


def look_again(survey_id: int, sent: Sent, revision: int, terms: Iterable[Term]) -> Opened:
    """What a file would change in the survey as it was at a revision that somebody has seen."""
    draft = queries.draft(survey_id)
    document = queries.document_at(survey_id, revision)
    return look(survey_id, sent, draft._replace(document=document, revision=revision), terms)


def take_in(
    survey_id: int, opened: Opened, rows: list[Row], *, trust: bool, by: User | None
) -> int:
    """Write the chosen translations into the survey, as one edit that can be undone.

    `opened` is what the person saw. Gives the new revision. Raises `Refused` where one key was
    chosen twice, and `Conflict` where somebody changed the same sentences meanwhile.
    """
    twice = comparing.chosen_twice(rows)
    if twice:
        raise Refused(Problem(comparing.CHOSEN_TWICE, {"words": twice}))
    return actions.edit(
        survey_id,
        lambda document: comparing.apply(document, opened.base, rows, trust=trust),
        action=ACTION,
        by=by,
        seen_revision=opened.revision,
    )


def _base(survey_id: int, sent: Sent) -> SurveyDocument:
    """The survey as it was when a file was made. Raises `Refused` for a file of another one."""
    try:
        if sent.stamp.survey == survey_id:
            base = queries.document_at(survey_id, sent.stamp.revision)
            if comparing.belongs(sent, base):
                return base
    except NotFound:
        pass
    raise Refused(Problem(comparing.OTHER_SURVEY, field=FIELD))
