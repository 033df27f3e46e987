"""Load the demonstration into an empty database."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from random import Random
from typing import Any

import msgspec
import sqlalchemy as sa
from flask import current_app

from .. import clock
from ..accounts import passwords
from ..accounts.models import Membership, User
from ..audit.actions import record
from ..dates import beginning, day_of
from ..design import starting
from ..design.models import Draft, Revision, Survey, Version
from ..distribution.codes import new_code
from ..distribution.models import LINK, PAPER, Channel
from ..entry.models import Paper
from ..errors import Refused
from ..extensions import db
from ..projects.models import Goal, Organisation, Project, StakeholderGroup
from ..questionnaire import library
from ..questionnaire.codes import make_code
from ..questionnaire.document import SurveyDocument, encode
from ..questionnaire.parity.sentences import with_texts
from ..questionnaire.problem import Problem
from ..questionnaire.text import N_
from ..responses import keys
from ..responses.models import Response
from ..translation import around_actions
from . import community, content, findings
from .comments import Comments
from .responses import make_responses

SEED = 2026
"""The same seed makes the same people and the same answers."""

RESPONSES = {"service_users": 57, "carers": 21, "community_groups": 9, "staff": 45, "leaders": 8}
"""How many people of each group answer: some groups are so small that their figures are hidden."""

ON_PAPER = 8
"""One in so many answered on paper."""

NOT_EMPTY = N_("The demonstration can be loaded only into an empty database")


def is_empty() -> bool:
    """Whether the database holds nothing of anybody's yet: no account and no organisation."""
    return not any(
        db.session.scalar(sa.select(sa.exists().select_from(table)))
        for table in (User, Organisation)
    )


def is_loaded() -> bool:
    """Whether the database holds the demonstration."""
    return bool(db.session.scalar(sa.select(sa.exists().where(Project.demonstration))))


def load_demonstration(*, cost: int, at: datetime | None = None) -> None:
    """Load the whole demonstration in one transaction, as if four weeks of answering ended `at`.

    `cost` is that of the password hash. Raises `Refused` when the database is not empty.
    """
    if not is_empty():
        raise Refused(Problem(NOT_EMPTY))
    at = at or clock.now()
    organisation = _organisation(at)
    project = _project(organisation, at)
    people = _people(project, cost, at)
    facilitator = people[content.Role.FACILITATOR]
    document = _read(starting.adapt(library.load("evaluation"), project))
    document = community.with_purpose(document, community.EVALUATED, at + timedelta(days=42))
    published_at = at - timedelta(days=29)
    survey = _survey(project, document, facilitator, published_at - timedelta(days=13))
    version = _version(survey, document, facilitator, published_at)
    channel = _channel(survey, published_at)
    _responses(document, survey, version, channel, people[content.Role.DATA_HELPER], at)
    community.say_how_it_was_made(survey, published_at)
    findings.tell(survey, facilitator, at)
    draft = _read(starting.adapt(library.load("after-one-session"), project))
    draft = msgspec.structs.replace(draft, title=content.DRAFT_TITLE)
    draft = community.with_purpose(draft, community.WORKSHOP, at + timedelta(days=21))
    workshop = _survey(project, draft, facilitator, at - timedelta(days=3))
    workshop.sign_off_required = True
    community.review(workshop, draft, facilitator, at - timedelta(days=2))
    for each in (survey, workshop):
        around_actions.confirm_all(project, each.id)
    record("demonstration loaded", by=None, project_id=project.id, at=at)
    db.session.commit()


def _organisation(at: datetime) -> Organisation:
    organisation = Organisation(
        contact_email=content.CONTACT_EMAIL,
        contact_telephone=content.CONTACT_TELEPHONE,
        privacy_email=content.PRIVACY_EMAIL,
        created_at=at - timedelta(days=80),
    )
    for column, text in content.ORGANISATION.items():
        setattr(organisation, column, text)
    db.session.add(organisation)
    db.session.flush()
    return organisation


def _project(organisation: Organisation, at: datetime) -> Project:
    project = Project(
        organisation_id=organisation.id, demonstration=True, created_at=at - timedelta(days=75)
    )
    project.name, project.purpose = content.PROJECT_NAME, content.PROJECT_PURPOSE
    for position, words in enumerate(content.GOALS):
        taken = [goal.code for goal in project.goals]
        goal = Goal(position=position, code=make_code(words, taken, "goal"))
        goal.words = words
        project.goals.append(goal)
    for position, group in enumerate(content.GROUPS):
        row = StakeholderGroup(
            position=position, code=group.code, side=group.side, hoped_for=group.hoped_for
        )
        row.name = group.name
        project.groups.append(row)
    db.session.add(project)
    db.session.flush()
    return project


def _people(project: Project, cost: int, at: datetime) -> dict[content.Role | None, User]:
    """Everybody who can sign in, by their roles; the administrator has none."""
    digest = passwords.hashed(content.PASSWORD, cost=cost)
    users: dict[content.Role | None, User] = {}
    for person in content.PEOPLE:
        user = User(
            email=person.email,
            name=person.name,
            password_hash=digest,
            session_key=secrets.token_hex(16),
            is_administrator=person.role is None,
            language=person.language,
            created_at=at - timedelta(days=75),
        )
        db.session.add(user)
        db.session.flush()
        if person.role:
            db.session.add(
                Membership(project_id=project.id, user_id=user.id, role=person.role.value)
            )
        users[person.role] = user
    return users


def _read(document: SurveyDocument) -> SurveyDocument:
    """The document after its sentences, with the project's groups, were read in both languages."""
    texts = {place: text.confirm() for place, text, _required in document.texts()}
    return with_texts(document, texts)


def _survey(project: Project, document: SurveyDocument, by: User, at: datetime) -> Survey:
    """A survey with its draft, and the revision that it began with."""
    survey = Survey(project_id=project.id, created_at=at)
    db.session.add(survey)
    db.session.flush()
    data = encode(document)
    db.session.add(
        Draft(
            survey_id=survey.id,
            revision=1,
            title_cy=document.title.cy,
            title_en=document.title.en,
            document=data,
            changed_at=at,
        )
    )
    db.session.add(
        Revision(survey_id=survey.id, number=1, action="created", document=data, by_id=by.id, at=at)
    )
    return survey


def _version(survey: Survey, document: SurveyDocument, by: User, at: datetime) -> Version:
    version = Version(
        survey_id=survey.id,
        number=1,
        revision=1,
        document=encode(document),
        published_by_id=by.id,
        published_at=at,
    )
    db.session.add(version)
    db.session.flush()
    survey.current_version_id = version.id
    return version


def _channel(
    survey: Survey, at: datetime, kind: str = LINK, code: str = content.SHORT_CODE
) -> Channel:
    channel = Channel(survey_id=survey.id, kind=kind, code=code, created_at=at)
    db.session.add(channel)
    db.session.flush()
    return channel


def _responses(
    document: SurveyDocument,
    survey: Survey,
    version: Version,
    channel: Channel,
    helper: User,
    at: datetime,
) -> None:
    rng = Random(SEED)
    rows = make_responses(
        document,
        sum(RESPONSES.values()),
        rng,
        at=at,
        groups=[code for code, count in RESPONSES.items() for _ in range(count)],
        givers=frozenset(group.code for group in content.GROUPS if group.side == "gives"),
        say=Comments(rng),
    )
    for row in rows:
        row.update(survey_id=survey.id, version_id=version.id, channel_id=channel.id, mode="online")
    _on_paper(rows, survey, helper, rng)
    db.session.execute(sa.insert(Response), rows)


def _on_paper(rows: list[dict[str, Any]], survey: Survey, helper: User, rng: Random) -> None:
    """Let some of those who answered whole have done so on paper, which a helper then entered."""
    channel = _channel(survey, survey.created_at, PAPER, new_code())
    whole = [row for row in rows if row["completed_at"]]
    for number, row in enumerate(whole[::ON_PAPER], start=1):
        paper = Paper(
            id=rng.randbytes(16).hex(),
            survey_id=survey.id,
            by_id=helper.id,
            number=str(number),
            language=row["language"],
            entered_on=day_of(row["completed_at"]),
        )
        db.session.add(paper)
        day = beginning(paper.entered_on)
        key = keys.paper_key(paper.id, secret_key=current_app.config["SECRET_KEY"])
        row.update(
            key=key.digest,
            channel_id=channel.id,
            mode="paper",
            languages=row["language"],
            started_at=day,
            saved_at=day,
            completed_at=day,
        )
