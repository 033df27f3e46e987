"""What the demonstration’s team heard, what it will do, and how far that is."""

from __future__ import annotations

from datetime import date, datetime
from typing import cast

import msgspec

from ..accounts.models import User
from ..dates import day_of
from ..design.models import Survey
from ..extensions import db
from ..feedback import queries
from ..feedback.models import DOING, DONE, NOT, PLANNED, Commitment, Finding, FindingsPage
from ..feedback.telling import Promise
from ..questionnaire.text import Text

TEAM = Text.both("Tîm y prosiect", "The project team")
PLANNERS = Text.both("Y grŵp cynllunio", "The planning group")
MANAGER = Text.both("Rheolwr y clinig", "The clinic manager")


class Said(msgspec.Struct, frozen=True):
    """A finding, the code of its question, and its promises, each with the months until it is due."""

    heard: Text
    question: str
    promises: tuple[tuple[int, Promise], ...]


SAID = (
    Said(
        Text.both(
            "Mae’r cam cyntaf yn well nag yr oedd. Soniodd pobl am gael ateb i’w galwad, yn Gymraeg "
            "hefyd, am aros mewn lle mwy croesawgar, ac am beidio â gorfod adrodd eu stori eto. "
            "Dywedodd eraill fod yr aros am apwyntiad yr un mor hir.",
            "The first step is better than it was. People spoke of having their call answered, in "
            "Welsh too, of waiting in a friendlier place, and of not having to tell their story "
            "again. Others said that the wait for an appointment is just as long.",
        ),
        "most_important",
        (
            (
                -1,
                Promise(
                    promise=Text.both(
                        "Cadw’r ystafell dawel ar agor bob dydd.",
                        "Keep the quiet room open every day.",
                    ),
                    who=MANAGER,
                    state=DONE,
                    outcome=Text.both(
                        "Mae’r ystafell ar agor bob dydd. Gofynnwch wrth y ddesg.",
                        "The room is open every day. Please ask at the desk.",
                    ),
                ),
            ),
            (
                0,
                Promise(
                    promise=Text.both(
                        "Gosod terfyn ar hyd yr aros am apwyntiad cyntaf.",
                        "Set a limit to how long people wait for a first appointment.",
                    ),
                    who=MANAGER,
                    state=NOT,
                    outcome=Text.both(
                        "Ni allwn addo hyn nawr, oherwydd nad oes digon o staff. Byddwn yn dweud wrth "
                        "bawb ar y dechrau tua faint y bydd yn rhaid aros.",
                        "We cannot promise this now, because there are not enough staff. We will tell "
                        "everybody at the start about how long they will have to wait.",
                    ),
                ),
            ),
        ),
    ),
    Said(
        Text.both(
            "Roedd hi’n anodd i rai pobl ddod. Roedd y bws olaf yn rhy gynnar, roedd y papurau’n hir ac "
            "yn hwyr, ac roedd y cyfarfodydd cyntaf yn Saesneg yn unig.",
            "It was hard for some people to come. The last bus was too early, the papers were long "
            "and late, and the first meetings were in English only.",
        ),
        "barriers",
        (
            (
                1,
                Promise(
                    promise=Text.both(
                        "Anfon papurau byr wythnos ymlaen llaw, yn y ddwy iaith ac ar bapur i bwy "
                        "bynnag sydd eisiau hynny.",
                        "Send short papers a week in advance, in both languages, and on paper to "
                        "anybody who wants that.",
                    ),
                    who=TEAM,
                    state=DOING,
                ),
            ),
            (
                2,
                Promise(
                    promise=Text.both(
                        "Cynnal cyfarfodydd ar adegau gwahanol, gyda chyfieithydd o’r cyfarfod cyntaf, "
                        "a thalu costau teithio ar y diwrnod.",
                        "Hold meetings at different times, with an interpreter from the first one, and "
                        "pay for travel on the day.",
                    ),
                    who=TEAM,
                    state=PLANNED,
                ),
            ),
        ),
    ),
    Said(
        Text.both(
            "Mae pobl sy’n defnyddio’r clinig yn teimlo bod ganddyn nhw lai o lais na’r staff. Maen nhw "
            "eisiau bod yno o’r dechrau, a chlywed beth ddigwyddodd i’r syniadau na chafodd eu dewis.",
            "People who use the clinic feel that they have less of a say than the staff. They want to "
            "be there from the start, and to hear what happened to the ideas that were not chosen.",
        ),
        "say",
        (
            (
                3,
                Promise(
                    promise=Text.both(
                        "Rhannu’r gwaith o gadeirio pob cyfarfod rhwng aelod o staff a pherson sy’n "
                        "defnyddio’r clinig.",
                        "Share the chairing of every meeting between a member of staff and a person "
                        "who uses the clinic.",
                    ),
                    who=PLANNERS,
                    state=PLANNED,
                ),
            ),
        ),
    ),
)


def tell(survey: Survey, by: User, at: datetime) -> None:
    """Give a survey its findings and commitments, and let everybody read them."""
    for position, said in enumerate(SAID, start=1):
        promises = [
            msgspec.structs.replace(promise, by_month=_month(at, months))
            for months, promise in said.promises
        ]
        db.session.add(
            Finding(
                survey_id=survey.id,
                position=position,
                heard=said.heard,
                question=said.question,
                created_at=at,
                created_by_id=by.id,
                commitments=[Commitment(**_fields(promise)) for promise in promises],
            )
        )
    db.session.flush()
    told = cast(dict, msgspec.to_builtins(queries.as_written(survey.id)))
    db.session.add(FindingsPage(survey_id=survey.id, published=told, published_at=at))
    survey.has_findings = True


def _fields(promise: Promise) -> dict[str, object]:
    return {name: getattr(promise, name) for name in promise.__struct_fields__}


def _month(at: datetime, months: int) -> date:
    """The first day of the month so many months after a moment."""
    day = day_of(at)
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, 1)
