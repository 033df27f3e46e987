"""About a survey: why it is asked, who made it with whom, and what reviewers changed in it."""

from __future__ import annotations

from datetime import datetime
from typing import cast

import msgspec
import sqlalchemy as sa

from .. import clock
from ..accounts.models import User
from ..audit.actions import record
from ..design.models import Survey
from ..errors import NotFound, Refused
from ..extensions import db
from ..questionnaire.document import SurveyDocument
from ..questionnaire.parity.pair import check_pair
from ..questionnaire.problem import Problem
from ..questionnaire.text import LANGUAGES, N_, Text
from . import queries
from .models import ANSWERED, CHANGED, TAKEN, Comment, SurveyAbout
from .words import sentence

FIELDS = ("purpose", "makers", "changed")

LACKS_FACE = N_("Write this in both languages before you publish it")
EMPTY = N_("Write something before you publish it")


class About(msgspec.Struct, frozen=True):
    """What a survey says of itself, in both languages."""

    purpose: Text = Text()
    makers: Text = Text()
    changed: Text = Text()


class Happened(msgspec.Struct, frozen=True):
    """One thing that a review led to: the number of the question, if it is one, and the words.

    `wording` are the words that the place has now where a wording was taken, and `answer` what the
    facilitator said.
    """

    number: str
    wording: Text
    answer: Text


def written(survey_id: int) -> tuple[About, SurveyAbout | None]:
    """What is being written, and its row, if there is one already."""
    row = db.session.get(SurveyAbout, survey_id)
    return (About(row.purpose, row.makers, row.changed) if row else About()), row


def published(survey_id: int) -> About:
    """What everybody may read. Raises `NotFound` where nothing was published."""
    kept = db.session.scalar(
        sa.select(SurveyAbout.published).where(SurveyAbout.survey_id == survey_id)
    )
    if not kept:
        raise NotFound
    return msgspec.convert(kept, About)


def happened(survey_id: int, document: SurveyDocument) -> list[Happened]:
    """What the reviews of a survey led to, in the order of its questions; never what people wrote.

    Suggestions that were taken stand here as the survey has them now, and comments as they were
    answered, if with words.
    """
    found = []
    for comment in queries.comments(survey_id):
        if comment.state not in (TAKEN, CHANGED, ANSWERED):
            continue
        now = sentence(document, comment.part, comment.code)
        taken = now if comment.stands_in(now) and now else Text()
        if not (taken.blank and comment.answer.blank):
            found.append((comment, taken))
    codes = list(document.questions)

    def order(pair: tuple[Comment, Text]) -> int:
        code = pair[0].code
        return codes.index(code) if code in codes else len(codes)

    return [
        Happened(document.numbers.get(comment.code, ""), taken, comment.answer)
        for comment, taken in sorted(found, key=order)
    ]


def lacking(about: About) -> list[Problem]:
    """What stands in the way of publishing: a passage in one language only, languages that do not
    say the same as far as the checks can tell, or nothing at all."""
    if all(getattr(about, name).blank for name in FIELDS):
        return [Problem(EMPTY, field="purpose_cy")]
    texts = [(name, getattr(about, name)) for name in FIELDS if not getattr(about, name).blank]
    missing = [
        Problem(LACKS_FACE, field=f"{name}_{lang}")
        for name, text in texts
        for lang in LANGUAGES
        if not text.face(lang).strip()
    ]
    mistakes = [
        Problem(finding.message, finding.params, field=f"{name}_cy")
        for name, text in texts
        for finding in check_pair(text)
        if finding.serious
    ]
    return [*missing, *mistakes]


def write(
    survey_id: int,
    about: About,
    *,
    publish: bool = False,
    by: User | None,
    at: datetime | None = None,
) -> None:
    """Keep what a survey says of itself, and with `publish` let everybody read it from now on.

    Raises `Refused` for what is not fit to be published, after it has been kept.
    """
    at = at or clock.now()
    row = db.session.get(SurveyAbout, survey_id) or SurveyAbout(survey_id=survey_id)
    for name in FIELDS:
        setattr(row, name, getattr(about, name))
    db.session.add(row)
    problems = lacking(about) if publish else []
    if publish and not problems:
        row.published, row.published_at = cast(dict, msgspec.to_builtins(about)), at
        _show(survey_id, True, "about page published", by, at)
    db.session.commit()
    if problems:
        raise Refused(problems[0])


def withdraw(survey_id: int, *, by: User | None, at: datetime | None = None) -> None:
    """Let nobody read it any more; what is written stays."""
    row = db.session.get(SurveyAbout, survey_id)
    if row is not None and row.published is not None:
        row.published = row.published_at = None
        _show(survey_id, False, "about page withdrawn", by, at or clock.now())
    db.session.commit()


def _show(survey_id: int, shown: bool, action: str, by: User | None, at: datetime) -> None:
    survey = db.session.get_one(Survey, survey_id)
    survey.has_about = shown
    record(action, by=by, project_id=survey.project_id, survey_id=survey_id, at=at)
