"""Find the people who asked to be told what changed, and what there is to tell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import msgspec
import sqlalchemy as sa

from ..design import queries as design
from ..design.models import Survey
from ..distribution.models import LINK, Channel
from ..errors import NotFound
from ..extensions import db
from ..questionnaire.document import SurveyDocument
from ..questionnaire.parity.pair import check_pair
from ..questionnaire.problem import Problem
from ..questionnaire.questions import Question
from ..questionnaire.text import LANGUAGES, N_, Language, Text
from .models import Commitment, Contact, Finding, FindingsPage
from .telling import Heard, Promise, Told

FINDING, COMMITMENT = "finding", "commitment"
"""The first part of a sentence's place; the row's number and the name of its field follow."""

LABELS: dict[tuple[str, str], str] = {
    (FINDING, "heard"): N_("What we heard"),
    (COMMITMENT, "promise"): N_("What we will do"),
    (COMMITMENT, "who"): N_("Who will do it"),
    (COMMITMENT, "outcome"): N_("What happened"),
}
"""What a sentence is, by the first and the last part of its place."""


def fields_of(part: str) -> list[tuple[str, str]]:
    """The bilingual fields of a finding or a commitment, each with what it is."""
    return [(field, label) for (of, field), label in LABELS.items() if of == part]


NOTHING = N_("Write at least one finding before you publish")
LACKS_FACE = N_("Write this in both languages before you publish it")
UNCHECKED = N_("Nobody has checked yet that both languages say the same")
STALE = N_("One language has changed since somebody checked that both say the same")


class Sentence(NamedTuple):
    """A sentence of a survey's findings: where it is, what it is (a sentence of ours), its words."""

    place: str
    label: str
    text: Text


def contacts(survey_id: int) -> list[Contact]:
    """The people to tell what changed after a survey, in an order that says nothing of who came when."""
    query = sa.select(Contact).where(Contact.survey_id == survey_id).order_by(Contact.id)
    return list(db.session.scalars(query))


def contact_count(survey_id: int) -> int:
    """How many people asked to be told."""
    return sum(contact_counts(survey_id).values())


def contact_counts(survey_id: int) -> dict[Language, int]:
    """How many people asked to be told in each language; a language that nobody asked for is not there."""
    query = (
        sa.select(Contact.language, sa.func.count())
        .where(Contact.survey_id == survey_id)
        .group_by(Contact.language)
    )
    found = {row[0]: row[1] for row in db.session.execute(query)}
    return {lang: found[lang] for lang in LANGUAGES if lang in found}


def findings(survey_id: int) -> list[Finding]:
    """What has been written of a survey's findings, in order, each with its commitments."""
    mine = sa.select(Finding).where(Finding.survey_id == survey_id)
    return list(db.session.scalars(mine.order_by(Finding.position, Finding.id)))


def finding(*, survey_id: int, finding_id: int) -> Finding:
    """One finding. Raises `NotFound` where the survey has no such finding."""
    row = db.session.get(Finding, finding_id)
    if row is None or row.survey_id != survey_id:
        raise NotFound
    return row


def commitment(*, survey_id: int, finding_id: int, commitment_id: int) -> Commitment:
    """One commitment. Raises `NotFound` where the survey's finding has no such commitment."""
    found = finding(survey_id=survey_id, finding_id=finding_id).commitments
    row = next((one for one in found if one.id == commitment_id), None)
    if row is None:
        raise NotFound
    return row


def questions(survey_id: int) -> dict[str, Question]:
    """The questions that a finding may rest on, by code: those that people answer, or the draft's."""
    asked = _document(survey_id).questions
    return {code: q for code, q in asked.items() if q.asks and not q.apart}


def numbers(survey_id: int) -> dict[str, str]:
    """The numbers that people see beside these questions, by code."""
    return dict(_document(survey_id).numbers)


def _document(survey_id: int) -> SurveyDocument:
    version = db.session.get_one(Survey, survey_id).current_version_id
    return design.published(version) if version else design.draft(survey_id).document


def as_written(survey_id: int) -> Told:
    """The findings as they are written now, in the form in which they are published."""
    asked = questions(survey_id)

    def promises(row: Finding) -> Iterator[Promise]:
        for one in row.commitments:
            yield Promise(
                _faces(one.promise), _faces(one.who), one.by_month, one.state, _faces(one.outcome)
            )

    return Told(
        tuple(
            Heard(
                _faces(row.heard),
                _faces(asked[row.question].text) if row.question in asked else Text(),
                tuple(promises(row)),
            )
            for row in findings(survey_id)
        )
    )


def _faces(text: Text) -> Text:
    """A text's words alone: who checked them is nothing that people read."""
    return Text(cy=text.cy, en=text.en)


def page(survey_id: int) -> FindingsPage | None:
    """What is published, with the day, or None."""
    return db.session.get(FindingsPage, survey_id)


def published(survey_id: int) -> Told | None:
    """What everybody may read; None where nothing is published."""
    row = page(survey_id)
    return msgspec.convert(row.published, Told) if row else None


def sentences(survey_id: int) -> list[Sentence]:
    """Every sentence of a survey's findings, in order; what happened only where that was written."""
    found = []
    for row in findings(survey_id):
        found.append(_sentence(FINDING, row.id, "heard", row.heard))
        for one in row.commitments:
            found.append(_sentence(COMMITMENT, one.id, "promise", one.promise))
            found.append(_sentence(COMMITMENT, one.id, "who", one.who))
            if not one.outcome.blank:
                found.append(_sentence(COMMITMENT, one.id, "outcome", one.outcome))
    return found


def _sentence(part: str, row_id: int, field: str, text: Text) -> Sentence:
    return Sentence(f"{part}.{row_id}.{field}", LABELS[part, field], text)


def lacking(survey_id: int) -> list[Problem]:
    """What stands in the way of publishing: each sentence that is not fit for it, by its place.

    A sentence is fit when it is there in both languages, somebody has checked that they say the
    same, they have not changed since, and the checks find no serious mistake.
    """
    written = sentences(survey_id)
    if not written:
        return [Problem(NOTHING)]
    return [problem for one in written for problem in _wrong(one)]


def _wrong(sentence: Sentence) -> Iterator[Problem]:
    text, place = sentence.text, sentence.place
    if text.state == "missing":
        yield Problem(LACKS_FACE, place=place)
        return
    serious = [found for found in check_pair(text) if found.serious]
    for found in serious:
        yield Problem(found.message, found.params, place=place)
    if not serious and text.state != "checked":
        yield Problem(STALE if text.state == "stale" else UNCHECKED, place=place)


def door_code(survey_id: int) -> str | None:
    """The code of the link under which the findings are sent to people; None without a link."""
    query = (
        sa.select(Channel.code)
        .where(Channel.survey_id == survey_id, Channel.kind == LINK)
        .order_by(Channel.is_open.desc(), Channel.id)
    )
    return db.session.scalars(query).first()
