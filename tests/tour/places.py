"""Where the walk leads: the demonstration, and beside it a survey at which everything is going on."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import NamedTuple

import flask_migrate
import sqlalchemy as sa
from flask import Flask

from coprod_survey import clock, create_app
from coprod_survey.accounts import links
from coprod_survey.accounts.models import User
from coprod_survey.demo import content
from coprod_survey.demo.load import load_demonstration
from coprod_survey.design import actions, kept_sets, managing, queries
from coprod_survey.design.models import Survey
from coprod_survey.distribution import actions as distribution
from coprod_survey.distribution.models import Channel
from coprod_survey.exports import queries as exports
from coprod_survey.exports.models import Export
from coprod_survey.extensions import db
from coprod_survey.feedback import findings
from coprod_survey.feedback.models import Contact
from coprod_survey.projects.models import Membership, Project
from coprod_survey.questionnaire.document import Section
from coprod_survey.questionnaire.edits import set_rule
from coprod_survey.questionnaire.questions import Consent
from coprod_survey.questionnaire.rules import Answered, AnyOf, Chosen, Condition
from coprod_survey.questionnaire.text import Language, Text
from coprod_survey.review import actions as reviewing
from coprod_survey.review import trials
from coprod_survey.translation import actions as translating
from tests.factories import (
    make_document,
    make_finding,
    make_project,
    make_published,
    make_survey,
    make_user,
    save,
)
from tests.sending import chosen, send

CLOSED = "CAEWYD"
"""The code of a link that is shut."""

TABLET = "TAB7ED"
"""The code of a link for a shared tablet."""

READY = Text.both("Beth nesaf?", "What next?")
FINISHED = "GORFFN"
"""The code of a link that is shut, of a survey with findings."""

TITLE = Text(cy="Sut aeth hi?", en="How did it go in the end?")


class Places(NamedTuple):
    """What the addresses of the walk need."""

    project: int
    published: int
    channel: int
    draft: int
    unfinished: int
    consent: int  # a published survey that first asks whether people agree
    workshop: int  # a survey that people translate and review, with versions and a second wave
    wave: int
    archived: int
    kept_set: int
    term: int
    reading: str
    trying: str
    shut: str
    translator: str
    empty: int  # a project with nothing in it
    second: int  # another project of the facilitator's, with nothing in it
    ready: int  # a finished survey that nobody has published: walks make copies of it
    finished: int  # a closed survey with answers and nothing said of them yet
    doubtful: int  # a survey whose findings are not fit to be published
    exports: tuple[int, ...]  # workbooks: waiting, half made, ready, deleted, failed
    somebody: int  # who has an account and no part in anything
    choosing: str  # what stands in a link to choose a password


def make_app(folder: Path) -> tuple[Flask, Places]:
    """A freshly loaded demonstration with more beside it; and where everything is."""
    app = create_app(
        {
            "TESTING": True,
            "LOG_LEVEL": "CRITICAL",
            "MAIL_URL": "smtp://127.0.0.1:1",  # e-mail is offered, and nobody takes it
            "MAIL_FROM": "surveys@example.org",
            "INSTANCE": str(folder),
            "SQLALCHEMY_DATABASE_URI": f"sqlite:///{folder}/survey.db",
        }
    )
    with app.app_context():
        flask_migrate.upgrade()
        load_demonstration(cost=1)
        project = db.session.scalars(sa.select(Project)).one()
        by = db.session.scalars(
            sa.select(User).where(User.email == "facilitator@demo.example")
        ).one()
        make_published(project, code=CLOSED, is_open=False)
        make_published(project, code=TABLET, kind="kiosk")
        return app, _places(project, by)


def _places(project: Project, by: User) -> Places:
    channel = db.session.scalars(sa.select(Channel).where(Channel.code == content.SHORT_CODE)).one()
    draft = db.session.scalars(sa.select(Survey.id).where(Survey.current_version_id.is_(None)))
    draft_id = draft.one()
    unfinished = make_survey(project, make_document(sections=make_document().sections[:1]))
    workshop = _workshop(project, by)
    wave = actions.create_survey(
        project_id=project.id, document=make_document(title=TITLE), by=by, follows=workshop.id
    )
    ready = make_survey(project, make_document(title=READY))
    agree = Consent(
        code="agree", text=Text.both("Ydych chi’n cytuno?", "Do you agree?"),
        options=Consent.fresh().options,
    )  # fmt: skip
    first = Section(code="agree", title=Text.both("Cyn dechrau", "Before"), questions=(agree,))
    consent = make_published(project, make_document(sections=(first, *make_document().sections)))[0]
    archived = make_survey(project)
    managing.archive(archived.id, by=by)
    kept = kept_sets.keep(project_id=project.id, document=make_document(), by=by)
    term = translating.write_term(
        project_id=project.id, english="heard", welsh="clywed", note="Nid gwrando"
    )
    distribution.make_link(survey_id=channel.survey_id, kind="test", by=by)
    reading, trying, shut = _reviewed(workshop, by)
    empty = make_project(
        project.organisation, name_cy="Gofal yn y gymuned", name_en="Care in the community"
    )
    link = translating.make_link(
        project_id=project.id, survey_id=workshop.id, name="Cwmni Cyfieithu", days=30, by=by
    )
    return Places(
        project=project.id,
        published=channel.survey_id,
        channel=channel.id,
        draft=draft_id,
        unfinished=unfinished.id,
        consent=consent.id,
        workshop=workshop.id,
        wave=wave.id,
        archived=archived.id,
        kept_set=kept.id,
        term=term.id,
        reading=reading,
        trying=trying,
        shut=shut,
        translator=link.code,
        empty=empty.id,
        second=_second(project, by).id,
        ready=ready.id,
        finished=_finished(project),
        doubtful=_doubtful(project),
        exports=_exports(channel.survey_id, by),
        somebody=make_user("Gwenno Huws", language="cy").id,
        choosing=links.token_for(by, "invitation"),
    )


def _second(project: Project, by: User) -> Project:
    """Another project of the facilitator's, in another organisation, with nothing in it."""
    second = make_project(name_cy="Cludiant cymunedol", name_en="Community transport")
    save(Membership(project_id=second.id, user_id=by.id, role="facilitator"))
    return second


def _exports(survey_id: int, by: User) -> tuple[int, ...]:
    """A workbook in each of the states in which one can be that is made in the background."""
    later = clock.now() + timedelta(days=30)
    states = (
        ("waiting", 0, None),
        ("waiting", 40, None),
        ("ready", 100, later),
        ("ready", 100, clock.now()),
        ("failed", 0, None),
    )
    rows = [
        Export(
            survey_id=survey_id,
            by_id=by.id,
            language="cy",
            people=True,
            asked_at=clock.now(),
            state=state,
            progress=progress,
            name="arolwg.xlsx",
            expires_at=expires_at,
        )
        for state, progress, expires_at in states
    ]
    db.session.add_all(rows)
    db.session.commit()
    ready = exports.path_of(rows[2])
    ready.parent.mkdir(parents=True, exist_ok=True)
    ready.write_bytes(b"a workbook")
    return tuple(row.id for row in rows)


def _workshop(project: Project, by: User) -> Survey:
    """A published survey whose draft has gone on: rules, and a sentence in each state of translation."""
    survey = make_published(project)[0]
    rules: dict[str, Condition] = {
        "formats": Chosen(question="heard", options=("yes", "else")),
        "change": AnyOf(of=(Answered(question="hours"), Chosen(question="voice", options=("p3",)))),
    }
    for code, rule in rules.items():
        edit = partial(set_rule, question=code, rule=rule)
        actions.edit(survey.id, edit, action="rule", by=by)
    written: tuple[tuple[str, Language, str, str], ...] = (
        ("question.heard.text", "en", "Were you heard when decisions were made?", "save"),
        ("question.word.text", "cy", "", "save"),
        ("question.voice.text", "cy", "Faint o lais a oedd gennych chi?", "save"),
        ("question.change.hint", "cy", "Peidiwch ag enwi neb!", "draft"),
    )
    hand = translating.Hand(by, "")
    for place, lang, words, do in written:
        translating.write(survey.id, place, words, lang, hand=hand, seen_revision=None, do=do)
    document = queries.draft(survey.id).document
    guest = translating.Hand(None, "Cwmni Cyfieithu")
    translating.comment(
        survey.id, document, "question.heard.text", "Pwy sydd i fod i glywed?", hand=guest
    )
    return survey


def _finished(project: Project) -> int:
    """A closed survey that people have answered, and nobody has said yet what was heard."""
    survey, version, channel = make_published(project, is_open=False)
    send(version, channel, heard=chosen("yes"))
    return survey.id


def _doubtful(project: Project) -> int:
    """A closed survey with findings that people have read and that have been changed since."""
    survey = make_published(project, code=FINISHED, is_open=False)[0]
    late = make_finding(survey, question="heard").commitments[0]
    late.by_month = date(2024, 3, 1)
    findings.publish(survey.id, by=None)
    stale = Text.both("Daeth 3 o bobl.", "Few came.").write(
        cy="Daeth 3 o bobl.", en="4 people came."
    )
    make_finding(survey, heard=stale, position=2, commitments=[])
    make_finding(survey, heard=Text(cy="Roedd y te’n dda."), position=3, commitments=[])
    for lang in ("cy", "en"):
        save(Contact(survey_id=survey.id, email=f"{lang}@example.org", language=lang))
    return survey.id


def _reviewed(survey: Survey, by: User) -> tuple[str, str, str]:
    """Links for reading and for trying out, and one that is shut, with what people said through them."""
    reading = reviewing.make_link(survey_id=survey.id, by=by)
    trying = reviewing.make_link(survey_id=survey.id, kind="try", by=by)
    shut = reviewing.make_link(survey_id=survey.id, by=by)
    reviewing.open_or_shut(survey_id=survey.id, link_id=shut.id, is_open=False, by=by)
    heard = Text(cy="A gafodd pobl wrandawiad?", en="Did people listen to you?")
    said = [
        reviewing.say(
            link=reading,
            writer="somebody",
            place=place,
            kind=kind,
            words=words,
            suggested=suggested,
            name=name,
            lang="cy",
            revision=1,
            then=Text.both("A gawsoch chi eich clywed?", "Were you heard?"),
        )
        for place, kind, words, suggested, name in (
            (("question", "heard"), "change", "Pwy oedd i fod i wrando?", heard, "Eleri"),
            (("question", "hours"), "unclear", "Ydy hyn yn cynnwys teithio?", Text(), ""),
            (("survey", ""), "missing", "Does dim am drafnidiaeth.", Text(), ""),
        )
    ]
    answer = Text.both("Ydy, mae’n cynnwys teithio.", "Yes, it includes travelling.")
    reviewing.answer(
        survey_id=survey.id, comment_id=said[1].id, state="answered", words=answer, by=by
    )
    for run, seconds in (("one", 41), ("two", 75)):
        trials.keep_time(link=trying, run=run, section="welcome", revision=1, seconds=seconds)
    trials.mark_hard(
        link=trying, run="one", question="voice", revision=1, lang="cy", note="Llais pwy?"
    )
    db.session.commit()
    return reading.code, trying.code, shut.code
