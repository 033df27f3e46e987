"""What people do who translate: write, check, comment, wave a warning through; and who lets them in."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Mapping
from datetime import datetime, timedelta

from sqlalchemy.exc import IntegrityError

from .. import clock
from ..accounts.models import User
from ..audit.actions import record
from ..design import actions as design
from ..errors import NotFound, Refused
from ..extensions import db
from ..projects.models import Project
from ..questionnaire.document import SurveyDocument
from ..questionnaire.parity.finding import Finding, words_key
from ..questionnaire.parity.sentences import with_texts
from ..questionnaire.problem import Problem
from ..questionnaire.text import N_, Language, Text
from . import around_actions, queries
from .around import is_around
from .hands import NOT_THERE, REWORDED, Hand, translated
from .models import ProjectTerm, TranslationLink, TranslatorComment, Waved

NOT_A_WARNING = N_("This must be mended: it cannot be let stand")
NO_REASON = N_("Say why this may stand")
NO_WORDS = N_("Write the comment")
MOST_COMMENTS = 500
"""How many comments of one survey may wait for an answer; more would be a machine."""

TOO_MANY_COMMENTS = N_(
    "Too many comments are waiting for an answer. Some of them must be settled first"
)


def write(
    survey_id: int,
    place: str,
    words: str,
    lang: Language,
    *,
    hand: Hand,
    seen_revision: int | None,
    do: str = "save",
    at: datetime | None = None,
) -> None:
    """Write the translation of one sentence into `lang`, as a draft, as final, or as checked (`do`).

    Raises `Conflict` where somebody has changed the sentence since, and `Refused` where it is gone.
    """

    def change(document: SurveyDocument) -> SurveyDocument:
        text = _text(document, place)
        return with_texts(document, {place: translated(text, words, lang, do)})

    design.edit(
        survey_id,
        change,
        action="translated",
        by=hand.user,
        by_name=hand.by_name,
        at=at,
        seen_revision=seen_revision,
    )


def check(
    survey_id: int,
    read: Mapping[str, str],
    *,
    hand: Hand,
    project: Project | None = None,
    at: datetime | None = None,
) -> None:
    """Keep that somebody has read both languages of these sentences, and that they say the same.

    `read` holds, by place, the digest of the words that the person's page showed; those around the
    survey are among them where its `project` is given. Raises `Refused` where one of them reads
    differently now, and marks none.
    """
    beside = {place: key for place, key in read.items() if project and is_around(place)}
    read = {place: key for place, key in read.items() if place not in beside}

    def change(document: SurveyDocument) -> SurveyDocument:
        texts = {place: text for place, text, _ in document.texts() if place in read}
        if any(place not in texts or words_key(texts[place]) != key for place, key in read.items()):
            raise Refused(Problem(REWORDED))
        if project:
            around_actions.mark(project, survey_id, beside, hand=hand, at=at)
        return with_texts(document, {place: text.confirm() for place, text in texts.items()})

    design.edit(
        survey_id,
        change,
        action="translations checked",
        by=hand.user,
        by_name=hand.by_name,
        at=at,
    )


def comment(
    survey_id: int,
    document: SurveyDocument,
    place: str,
    words: str,
    *,
    hand: Hand,
    around: Collection[str] = (),
) -> TranslatorComment:
    """Tell or ask the writer of a sentence something; `around` are places beside the survey.

    Raises `Refused` without words, and where too many comments wait for an answer already.
    """
    if place not in around:
        _text(document, place)
    if not words:
        raise Refused(Problem(NO_WORDS))
    if queries.comment_count(survey_id) >= MOST_COMMENTS:
        raise Refused(Problem(TOO_MANY_COMMENTS))
    new = TranslatorComment(
        survey_id=survey_id, place=place, words=words, by_name=hand.name, at=clock.now()
    )
    db.session.add(new)
    db.session.commit()
    return new


def resolve(survey_id: int, note_id: int, *, by: User, at: datetime | None = None) -> None:
    """Settle a comment. Raises `NotFound` for a comment of another survey."""
    found = db.session.get(TranslatorComment, note_id)
    if found is None or found.survey_id != survey_id:
        raise NotFound
    found.resolved_at = at or clock.now()
    db.session.commit()


def wave(survey_id: int, text: Text, finding: Finding, reason: str, *, hand: Hand) -> None:
    """Let a warning stand, with a reason. Raises `Refused` without one, and for what is serious."""
    if finding.serious:
        raise Refused(Problem(NOT_A_WARNING))
    if not reason:
        raise Refused(Problem(NO_REASON))
    waved = Waved(
        survey_id=survey_id,
        place=finding.place,
        rule=finding.rule,
        words_key=words_key(text),
        reason=reason,
        by_name=hand.name,
        at=clock.now(),
    )
    try:
        with db.session.begin_nested():
            db.session.add(waved)
    except IntegrityError:
        pass  # somebody else has let the same thing stand in the same moment
    db.session.commit()


def make_link(
    *, project_id: int, survey_id: int, name: str, days: int, by: User, at: datetime | None = None
) -> TranslationLink:
    """A new link for somebody without an account, open for some days."""
    at = at or clock.now()
    link = TranslationLink(
        survey_id=survey_id,
        code=secrets.token_urlsafe(24),
        name=name,
        created_at=at,
        expires_at=at + timedelta(days=days),
    )
    db.session.add(link)
    db.session.flush()
    _record("translation link made", link, project_id=project_id, by=by, at=at)
    db.session.commit()
    return link


def revoke_link(
    *, project_id: int, survey_id: int, link_id: int, by: User, at: datetime | None = None
) -> None:
    """Let nobody in through a link any more. Raises `NotFound` for a link of another survey."""
    link = db.session.get(TranslationLink, link_id)
    if link is None or link.survey_id != survey_id:
        raise NotFound
    at = at or clock.now()
    link.revoked_at = link.revoked_at or at
    _record("translation link revoked", link, project_id=project_id, by=by, at=at)
    db.session.commit()


def _record(action: str, link: TranslationLink, *, project_id: int, by: User, at: datetime) -> None:
    """Note in the project's record what was done with a link."""
    record(action, by=by, project_id=project_id, survey_id=link.survey_id, at=at, link=link.id)


def write_term(
    *, project_id: int, english: str, welsh: str, note: str, term_id: int | None = None
) -> ProjectTerm:
    """Add a term to a project's list, or change one. Raises `NotFound` for another project's."""
    if term_id is None:
        term = ProjectTerm(project_id=project_id)
        db.session.add(term)
    else:
        term = queries.term_of(project_id=project_id, term_id=term_id)
    term.english, term.welsh, term.note = english, welsh, note
    db.session.commit()
    return term


def delete_term(*, project_id: int, term_id: int) -> None:
    """Take a term off a project's list. Raises `NotFound` for another project's."""
    db.session.delete(queries.term_of(project_id=project_id, term_id=term_id))
    db.session.commit()


def _text(document: SurveyDocument, place: str) -> Text:
    """The text in a place. Raises `Refused` where there is none any more."""
    for there, text, _required in document.texts():
        if there == place:
            return text
    raise Refused(Problem(NOT_THERE))
