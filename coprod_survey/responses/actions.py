"""What a person who answers does: start, save a page, keep what is typed, send.

Every action reads the response under its row's lock, changes only what it is about, and commits;
so two tabs, a double press or a retry never lose anything. All of them can be repeated.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, cast

import msgspec
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from .. import clock
from ..distribution.models import KIOSK, PAPER
from ..distribution.queries import Door
from ..errors import NotFound
from ..extensions import db
from ..feedback.actions import keep_contact
from ..look import Put
from ..questionnaire.answers import SKIPPED, Raw, is_answered
from ..questionnaire.document import SurveyDocument
from ..questionnaire.journey import Journey
from ..questionnaire.problem import Problem
from ..questionnaire.questions import Question
from ..questionnaire.text import Language, other_language
from . import keys, queries
from .keys import Key
from .models import Response
from .queries import Progress, Typed

SHOWN = "shown"
"""The form field in which each follow-up question that is on show stands with its code."""

LONGEST = 100_000
"""How many characters of a field are kept as typed, so that what is too long can be shortened."""

MODES = {KIOSK: "kiosk", PAPER: "paper"}
"""How people answer through the kinds of channel that are not for their own devices."""

_table = cast(sa.Table, Response.__table__)
_update = Put(_table.update().where(_table.c.id == sa.bindparam("row")))
_insert = _table.insert()


class Outcome(msgspec.Struct, frozen=True):
    """Where a person stands after an action: their path, what is unfinished, what to put right."""

    journey: Journey
    unfinished: Typed
    problems: tuple[Problem, ...] = ()
    sent: bool = False


def start(
    *, door: Door, key: Key, lang: Language, both: bool = False, at: datetime | None = None
) -> None:
    """Begin the response that will belong to `key`; nothing happens if it has begun already.

    Here as in the other actions, `both` says that the person sees both languages at once.
    """
    if door.version_id is None:
        raise NotFound
    at = at or clock.now()
    connection = db.session.connection()
    if queries.progress(key) is None:
        try:
            connection.execute(
                _insert,
                {
                    "key": key.digest,
                    "survey_id": door.survey_id,
                    "version_id": door.version_id,
                    "channel_id": door.channel_id,
                    "group_code": "",
                    "wave": "",
                    "mode": MODES.get(door.kind, "online"),
                    "language": lang,
                    "languages": " ".join(_in_use(lang, both)),
                    "demonstration": door.demonstration,
                    "is_test": door.is_test,
                    "started_at": at,
                    "saved_at": at,
                    "answers": {},
                    "unfinished": {},
                },
            )
        except IntegrityError:  # the same press arrived twice, and the other one was faster
            db.session.rollback()
            return
    db.session.commit()


def save_page(
    *,
    key: Key,
    number: int,
    raw: Raw,
    lang: Language,
    both: bool = False,
    leave: bool = False,
    at: datetime | None = None,
) -> Outcome:
    """Save the answers of one page; what is not yet an answer is kept as typed.

    With `leave`, questions that need an answer and have none are left for the end. Only this
    page's questions are touched. A page that may not be visited yet is left alone, and so is a
    response that was sent. Raises `NotFound` where no response belongs to the key.
    """
    row, document = _begun(key)
    journey = Journey(document, row.answers)
    if row.is_sent or not journey.may_visit(number):
        db.session.rollback()
        return Outcome(journey, row.unfinished, sent=row.is_sent)
    answers, unfinished = dict(row.answers), dict(row.unfinished)
    wrong: dict[str, Problem] = {}
    for question in in_form(journey, number, raw):
        answer = read_answer(row, question, raw, leave=leave)
        if isinstance(answer, Problem):
            wrong[question.code] = answer
            unfinished[question.code] = _typed(question, raw)
        else:
            answers[question.code] = answer
            unfinished.pop(question.code, None)
    _write(row, document, _in_use(lang, both), at, answers=answers, unfinished=unfinished)
    after = Journey(document, answers)
    return Outcome(after, unfinished, _to_put_right(after, wrong))


def keep_typed(
    *,
    key: Key,
    number: int,
    raw: Raw,
    lang: Language,
    both: bool = False,
    clear: str = "",
    return_link: str | None = None,
    at: datetime | None = None,
) -> Outcome:
    """Keep what stands in a page as it is, right or wrong, to be shown again.

    `lang` is the language the person goes on in. `clear` is the code of a question whose answer
    they take back, or, after a dash, of one part of it. `return_link` is a return code whose link shall lead back here from now on.
    Raises `NotFound` where no response belongs to the key.
    """
    row, document = _begun(key)
    journey = Journey(document, row.answers)
    if row.is_sent or not journey.may_visit(number):
        db.session.rollback()
        return Outcome(journey, row.unfinished, sent=row.is_sent)
    unfinished = dict(row.unfinished)
    for question in in_form(journey, number, raw):
        typed = _without(_typed(question, raw), clear)
        if typed == _typed(question, question.raw(row.answers.get(question.code))):
            unfinished.pop(question.code, None)
        else:
            unfinished[question.code] = typed
    values: dict[str, Any] = {"unfinished": unfinished}
    if return_link and not row.has_return_link:
        values["return_key"] = keys.key_of_return_code(return_link).digest  # type: ignore[union-attr]
    _write(row, document, _in_use(lang, both), at, **values)
    after, _wrong = settle(document, msgspec.structs.replace(row, unfinished=unfinished))
    return Outcome(after, unfinished)


def send(*, key: Key, lang: Language, both: bool = False, at: datetime | None = None) -> Outcome:
    """Send the answers; sending again changes nothing.

    Who corrects what they sent earlier replaces it, and is counted as of the day they first sent.

    What was typed and never saved counts as if it had been saved. Where something still has to be
    put right nothing is sent, and `problems` says what.
    Raises `NotFound` where no response belongs to the key.
    """
    at = at or clock.now()
    row, document = _begun(key)
    if row.is_sent:
        db.session.rollback()
        return Outcome(Journey(document, row.answers), row.unfinished, sent=True)
    journey, problems = settle(document, row)
    lacking = [q for q in journey.lacking if not may_be_blank(row, q)]
    if problems or lacking or journey.next_page or journey.ended_by:
        db.session.rollback()
        problems = problems or (() if journey.next_page else missing(lacking))
        return Outcome(journey, row.unfinished, problems)
    _write(
        row,
        document,
        _in_use(lang, both),
        at,
        answers=_parted(journey, row, lang),
        unfinished={},
        language=lang,
        completed_at=row.completed_at or at,
        sent_answers=None,
    )
    return Outcome(journey, {}, sent=True)


def _parted(journey: Journey, row: Progress, lang: Language) -> dict[str, Any]:
    """The answers as they are sent: what says who the person is goes to a place apart.

    What is left in its stead is the same whether or not somebody wrote anything. Nobody is told
    anything because of a test, so the details in one are kept nowhere.
    """
    answers = dict(journey.answers)
    for code, question in journey.document.questions.items():
        if question.apart:
            details = answers.pop(code, None)
            if question in journey.questions:
                answers[code] = SKIPPED
                if is_answered(details) and not row.is_test:
                    keep_contact(survey_id=row.survey_id, details=details, lang=lang)
    return answers


def discard(*, key: Key) -> bool:
    """Delete a response whose journey has ended before its end, with all that was typed in it.

    One that was ever sent stays (it can be withdrawn), and so does one that goes on; says whether
    it was deleted. Raises `NotFound` where no response belongs to the key.
    """
    row, document = _begun(key)
    ended = ended_by(document, row) is not None and row.completed_at is None
    if ended:
        db.session.connection().execute(_table.delete().where(_table.c.id == row.id))
        db.session.commit()
    else:
        db.session.rollback()
    return ended


def ended_by(document: SurveyDocument, row: Progress) -> Question | None:
    """The question whose answer ends the survey before its end, saved or only typed so far."""
    return Journey(document, row.answers).ended_by or settle(document, row)[0].ended_by


def abandon(*, key: Key) -> None:
    """Delete what somebody began on a shared tablet and did not send: nobody can come back to it."""
    db.session.connection().execute(
        _table.delete().where(
            _table.c[key.column] == key.digest,
            _table.c.mode == "kiosk",
            _table.c.completed_at.is_(None),
        )
    )
    db.session.commit()


def settle(document: SurveyDocument, row: Progress) -> tuple[Journey, tuple[Problem, ...]]:
    """The journey as it would be if everything typed had been saved, and what would be wrong.

    Nothing is wrong with what has fallen off the path.
    """
    if not row.unfinished:
        return Journey(document, row.answers), ()
    answers, wrong = dict(row.answers), {}
    for code, typed in row.unfinished.items():
        question = document.question(code)
        if question is None:
            continue
        answer = read_answer(row, question, typed)
        if isinstance(answer, Problem):
            wrong[code] = answer
        elif is_answered(answer) or code in answers:
            answers[code] = answer
    journey = Journey(document, answers)
    return journey, _to_put_right(journey, wrong)


def _to_put_right(journey: Journey, wrong: dict[str, Problem]) -> tuple[Problem, ...]:
    """What is wrong with the questions on the path; nothing, where an answer has ended the survey."""
    if journey.ended_by:
        return ()
    return tuple(wrong[q.code] for q in journey.questions if q.code in wrong)


def in_form(journey: Journey, number: int, raw: Raw) -> Iterator[Question]:
    """The questions that a form held when it was sent from this page.

    A follow-up question says so in the form (`SHOWN`), because it comes and goes with the answers
    of its page; the others are there whenever the page is.
    """
    page = journey.page(number)
    if page is None:
        return
    shown, follow_ups = raw.get(SHOWN, ()), journey.document.follow_ups
    for question in page.section.questions:
        there = (
            question.code in shown if question.code in follow_ups else question in page.questions
        )
        if question.asks and there:
            yield question


def missing(lacking: Iterable[Question]) -> tuple[Problem, ...]:
    """The problems of the questions that need an answer and have none."""
    parsed = (question.parse({}) for question in lacking)
    return tuple(p for p in parsed if isinstance(p, Problem))


def may_be_blank(row: Progress, question: Question) -> bool:
    """Whether a question that needs an answer may be left without one after all.

    On paper people leave out what they like, and nobody can ask them again. Only whether they agree
    to take part must be there: without it nothing of theirs may be used.
    """
    return row.is_paper and not question.may_end


def read_answer(
    row: Progress, question: Question, raw: Mapping[str, list[str]], *, leave: bool = False
) -> Any:
    """An answer, or a `Problem`; nothing at all is skipped with `leave`, and where it may be blank."""
    if may_be_blank(row, question):
        question = msgspec.structs.replace(question, required=False)
    answer = question.parse(raw)
    nothing = leave and isinstance(answer, Problem) and not _typed(question, raw)
    return SKIPPED if nothing else answer


def _begun(key: Key) -> tuple[Progress, SurveyDocument]:
    """The response behind the key, locked, and its document."""
    row = queries.progress(key, lock=True)
    if row is None:
        db.session.rollback()
        raise NotFound
    return row, queries.document_of(row)


def _typed(question: Question, raw: Raw) -> dict[str, list[str]]:
    """What may be kept of what a form holds for one question: no empty fields, a bounded length."""
    typed = {}
    for name in question.fields:
        values = [value[:LONGEST] for value in raw.get(name, ())[:200] if value]
        if values:
            typed[name] = values
    return question.tidied(typed)


def _in_use(lang: Language, both: bool) -> tuple[Language, ...]:
    """The languages on the page that the person sees, that of the page first."""
    return (lang, other_language(lang)) if both else (lang,)


def _without(typed: dict[str, list[str]], clear: str) -> dict[str, list[str]]:
    """What was typed, without the fields of a question or a part of one that is taken back."""
    gone = f"q-{clear}"
    return {
        name: values
        for name, values in typed.items()
        if not clear or (name != gone and not name.startswith(f"{gone}-"))
    }


def _write(
    row: Progress,
    document: SurveyDocument,
    in_use: tuple[Language, ...],
    at: datetime | None,
    **values: Any,
) -> None:
    """Write the changed columns and commit: when this returns, the disk has it."""
    used = row.languages.split()
    if not set(in_use) <= set(used):
        values["languages"] = " ".join(dict.fromkeys((*used, *in_use)))
    counts = row.completed_at is None or "completed_at" in values
    if document.group_question and "answers" in values and counts:
        on_path = Journey(document, values["answers"]).on_path()
        group: Any = on_path.get(document.group_question) or {}
        values["group_code"] = (group.get("chosen") or [""])[0]
    values["saved_at"] = at or clock.now()
    _update.run(db.session.connection(), {"row": row.id, **values})
    db.session.commit()
