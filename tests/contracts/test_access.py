"""Who may open what: the whole URL map, walked as nobody, as every role, and as a stranger.

New routes are covered without a word here. A route with an argument that `World.values` does not
know fails with a sentence that says so.
"""

from __future__ import annotations

import contextvars
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask, current_app, session
from flask.testing import FlaskClient
from werkzeug.routing import Rule

from coprod_survey import clock
from coprod_survey.accounts import links, policy
from coprod_survey.accounts.models import User
from coprod_survey.accounts.policy import Permission, Role
from coprod_survey.design.models import QuestionSet
from coprod_survey.entry import actions as entry
from coprod_survey.entry.models import Paper
from coprod_survey.exports.models import Export
from coprod_survey.extensions import db, limiter
from coprod_survey.feedback import findings
from coprod_survey.feedback.models import Contact
from coprod_survey.projects.models import Goal, Project, StakeholderGroup
from coprod_survey.responses import keys
from coprod_survey.responses.models import Response
from coprod_survey.review.models import SurveyAbout
from coprod_survey.translation.memory_models import MemoryPair
from coprod_survey.translation.models import ProjectTerm, TranslationLink, TranslatorComment
from coprod_survey.web import csrf
from coprod_survey.web.access import permission_of
from tests.factories import (
    make_comment,
    make_finding,
    make_member,
    make_organisation,
    make_picture,
    make_project,
    make_published,
    make_review_link,
    make_user,
    save,
)

PERSONS = ("nobody", "stranger", "administrator", *(role.value for role in Role))
WRITES = re.compile(r"\s*(INSERT|UPDATE|DELETE|CREATE|DROP|ALTER)\b", re.I)
SIGN_IN = "/cy/sign-in"


@dataclass
class World:
    """A project with one of everything, and the people who are anything to it."""

    app: Flask
    project: Project
    people: dict[str, User | None]
    values: dict[str, Any]
    """The value of each argument of a route, by its name, or by the word before it and its name."""

    def address(self, rule: Rule, **other: Any) -> str:
        """The address of a route in this world; `other` replaces some values by argument."""
        values = {}
        for name in rule.arguments:
            before = re.search(rf"([^/<>]+)/<(?:[^:<>]+:)?{name}>", rule.rule)
            key = f"{before[1]}/{name}" if before else name
            values[name] = other.get(name, self.values.get(key, self.values.get(name)))
            assert values[name] is not None, (
                f"{rule.endpoint} ({rule.rule}) has the argument {name}: "
                "say in World.values of tests/contracts/test_access.py what it may be"
            )
        adapter = self.app.url_map.bind("localhost")
        return adapter.build(rule.endpoint, values, method=min(methods(rule)))

    def client(self, person: str, token: str = "") -> FlaskClient:
        """A browser of this person, whose forms carry `token`."""
        client = self.app.test_client()
        user = self.people[person]
        with client.session_transaction() as cookie:
            cookie["csrf_token"] = token
            if user:
                cookie["_user_id"] = user.get_id()
        return client

    def expected(self, rule: Rule, person: str) -> str:
        """What should happen: sign in, 404, 403 or ok."""
        permission = permission_of(self.app, rule.endpoint)
        user = self.people[person]
        in_project = "project_id" in rule.arguments
        role = person if in_project and person in list(Role) else None
        if permission is Permission.PUBLIC:
            return "ok"
        if user is None:
            return "sign in"
        if in_project and role is None and not user.is_administrator:
            return "404"
        allowed = policy.allows(
            permission, signed_in=True, administrator=user.is_administrator, role=role
        )
        return "ok" if allowed else "403"


@pytest.fixture
def world(app: Flask, monkeypatch: pytest.MonkeyPatch) -> World:
    """A fresh world, in which nobody is held up for trying too often."""
    monkeypatch.setattr(limiter, "enabled", False)
    organisation = make_organisation(logo=b"a picture", logo_type="image/png")
    project = make_project(organisation)
    people: dict[str, User | None] = {
        "nobody": None,
        "administrator": make_user(is_administrator=True),
        **{role.value: make_member(project, role.value) for role in Role},
    }
    belongings = make_belongings(project)
    survey, theirs = make_published(project)[0], make_project(organisation)
    people["stranger"] = make_member(theirs)
    values = {
        "lang": "cy",
        "organisation_id": organisation.id,
        "project_id": project.id,
        "number": 1,
        "questions/code": "heard",
        "sections/code": "welcome",
        "questions/name": "heard",
        "sections/name": "welcome",
        "review/code": make_review_link(survey).code,
        "sets/name": "equality",
        "library/name": "after-one-session",
        "return_code": make_return_code(app, survey),
        "token": links.token_for(make_user(), "forgotten"),
        "file": make_picture(),
        "people/user_id": make_user().id,
        **belongings,
    }
    return World(app, project, people, values)


def make_belongings(project: Project) -> dict[str, Any]:
    """One of everything that belongs to a project, by the argument of a route that names it."""
    goal = save(Goal(project_id=project.id, code="goal", words_cy="Nod", words_en="Goal"))
    group = StakeholderGroup(
        project_id=project.id, code="carers", name_cy="Gofalwyr", name_en="Carers", side="gives"
    )
    remembered = MemoryPair(
        project_id=project.id,
        batch="0123456789abcdef",
        name="cof.tmx",
        cy="Trên",
        en="Train",
        source="en",
        added_at=clock.now(),
    )
    survey, _, channel = make_published(project)
    kept = QuestionSet(
        project_id=project.id, document=b'{"title":{"en":"Set"}}', made_at=clock.now()
    )
    contact = Contact(survey_id=survey.id, name="Siân", email="sian@example.org", language="cy")
    survey.has_about = True
    save(
        SurveyAbout(
            survey_id=survey.id,
            published={"purpose": {"cy": "Dysgu", "en": "Learn"}},
            published_at=clock.now(),
        )
    )
    link = make_review_link(survey)
    finding = make_finding(survey)
    findings.publish(survey.id, by=None)
    workbook = Export(
        survey_id=survey.id,
        by_id=make_user().id,
        language="cy",
        people=True,
        asked_at=clock.now(),
    )
    return {
        "export_id": save(workbook).id,
        "finding_id": finding.id,
        "commitment_id": finding.commitments[0].id,
        "link_id": link.id,
        "comment_id": make_comment(link).id,
        "goal_id": goal.id,
        "set_id": save(kept).id,
        "group_id": save(group).id,
        "user_id": make_member(project, "manager").id,
        "survey_id": survey.id,
        "channel_id": channel.id,
        **make_translation(project, survey),
        "contact_id": save(contact).id,
        "batch": save(remembered).batch,
        "paper_id": make_paper(current_app, survey, make_member(project, "data_helper")).id,
        "code": channel.code,
    }


def make_translation(project: Project, survey: Any) -> dict[str, Any]:
    """What people keep beside a survey while they translate it."""
    now = clock.now()
    link = TranslationLink(
        survey_id=survey.id,
        code=secrets.token_hex(8),
        name="Cwmni",
        created_at=now,
        expires_at=now + timedelta(days=1),
    )
    note = TranslatorComment(
        survey_id=survey.id, place="settings.title", words="?", by_name="C", at=now
    )
    return {
        "translator_link_id": save(link).id,
        "link_code": link.code,
        "place": "settings.title",
        "note_id": save(note).id,
        "term_id": save(ProjectTerm(project_id=project.id, english="goal", welsh="nod")).id,
    }


def make_paper(app: Flask, survey: Any, by: User) -> Paper:
    """A paper that somebody has begun to enter."""
    return entry.begin(
        survey_id=survey.id,
        paper_id=secrets.token_hex(16),
        lang="cy",
        number="14",
        version_id=None,
        secret_key=app.config["SECRET_KEY"],
        by=by,
    )


def make_return_code(app: Flask, survey: Any) -> str:
    """The code of a save-and-come-back link to a response that has begun."""
    code = keys.return_code(keys.new_key(), secret_key=app.config["SECRET_KEY"])
    key = keys.key_of_return_code(code)
    assert key
    channel = db.session.scalar(
        sa.text("SELECT id FROM channel WHERE survey_id = :id"), {"id": survey.id}
    )
    now = clock.now()
    save(
        Response(
            key=secrets.token_hex(16),
            return_key=key.digest,
            survey_id=survey.id,
            version_id=survey.current_version_id,
            channel_id=channel,
            language="cy",
            languages="cy",
            started_at=now,
            saved_at=now,
        )
    )
    return code


def methods(rule: Rule) -> set[str]:
    """What may be sent to a route, apart from what follows from GET."""
    return (rule.methods or set()) - {"HEAD", "OPTIONS"}


def routes(app: Flask, method: str) -> list[Rule]:
    """The routes that take this method."""
    return sorted(
        (r for r in app.url_map.iter_rules() if method in methods(r)), key=lambda r: r.rule
    )


def send(client: FlaskClient, method: str, address: str, **values: Any) -> Any:
    """Make one request in a context of its own, after the test's own transaction has ended."""
    db.session.commit()
    answer = contextvars.Context().run(client.open, address, method=method, **values)
    answer.close()
    return answer


def outcome(answer: Any) -> str:
    """What happened: sign in, 404, 403, or ok for anything else that is no failure."""
    if answer.status_code == 303 and answer.headers["Location"].startswith(SIGN_IN):
        return "sign in"
    if answer.status_code in (401, 403, 404, 500):
        return str(answer.status_code)
    return "ok"


def everything() -> dict[str, list[str]]:
    """Every row of every table, as it stands."""
    db.session.commit()
    with db.engine.connect() as connection:
        return {
            table.name: sorted(map(repr, connection.execute(table.select())))
            for table in db.metadata.sorted_tables
        }


@contextmanager
def put_back() -> Iterator[None]:
    """Let things be changed, and put every table back as it was."""
    db.session.commit()
    tables = db.metadata.sorted_tables
    with db.engine.connect() as connection:
        rows = {t: [r._asdict() for r in connection.execute(t.select())] for t in tables}
    yield
    db.session.rollback()
    db.session.expire_all()
    with db.engine.begin() as connection:
        for table in reversed(tables):
            connection.execute(table.delete())
        for table in tables:
            if rows[table]:
                connection.execute(table.insert(), rows[table])


@contextmanager
def writes() -> Iterator[list[str]]:
    """The statements that try to change the database meanwhile."""
    found: list[str] = []

    def look(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if WRITES.match(statement):
            found.append(statement.split("\n")[0])

    sa.event.listen(db.engine, "before_cursor_execute", look)
    try:
        yield found
    finally:
        sa.event.remove(db.engine, "before_cursor_execute", look)


def test_every_route_declares_a_permission(app: Flask) -> None:
    silent = [e for e in app.view_functions if permission_of(app, e) is None]
    assert not silent, f"declare with @permit what these routes need: {silent}"


def test_nothing_of_a_project_or_of_the_administrator_is_open_to_everybody(app: Flask) -> None:
    for rule in app.url_map.iter_rules():
        permission = permission_of(app, rule.endpoint)
        if "project_id" in rule.arguments:
            in_a_project = set(Permission) - {
                Permission.PUBLIC,
                Permission.SIGNED_IN,
                Permission.ADMINISTER,
            }
            assert permission in in_a_project, rule.endpoint
        if rule.rule.startswith("/<lang:lang>/admin/"):
            assert permission is Permission.ADMINISTER, rule.endpoint


@pytest.mark.parametrize("person", PERSONS)
def test_pages_open_for_those_who_may_and_change_nothing(world: World, person: str) -> None:
    faults, before = [], everything()
    client = world.client(person)
    for rule in routes(world.app, "GET"):
        address = world.address(rule)
        with writes() as written:
            answer = send(client, "GET", address)
        expected = world.expected(rule, person)
        if outcome(answer) != expected:
            faults.append(f"GET {address} ({rule.endpoint}) is {outcome(answer)}, not {expected}")
        if written:
            faults.append(f"GET {address} ({rule.endpoint}) writes: {written}")
    assert faults == []
    assert everything() == before


def test_asking_only_for_the_head_of_a_page_changes_nothing(world: World) -> None:
    before = everything()
    client = world.client("facilitator")
    for rule in routes(world.app, "GET"):
        with writes() as written:
            send(client, "HEAD", world.address(rule))
        assert written == [], f"HEAD {world.address(rule)} ({rule.endpoint})"
    assert everything() == before


@pytest.mark.parametrize("person", PERSONS)
def test_forms_work_for_those_who_may(world: World, person: str) -> None:
    with world.app.test_request_context("/cy/"):
        data, token = {"csrf_token": csrf.masked_token()}, session["csrf_token"]
    faults = []
    for rule in routes(world.app, "POST"):
        address, expected = world.address(rule), world.expected(rule, person)
        client = world.client(person, token)
        if expected == "ok":
            with put_back():
                answer = send(client, "POST", address, data=data)
        else:
            with writes() as written:
                answer = send(client, "POST", address, data=data)
            if written:
                faults.append(f"POST {address} ({rule.endpoint}) writes: {written}")
        if outcome(answer) != expected:
            faults.append(f"POST {address} ({rule.endpoint}) is {outcome(answer)}, not {expected}")
    assert faults == []


@pytest.mark.parametrize("person", ["nobody", "facilitator", "administrator"])
def test_no_form_works_without_its_token(world: World, person: str) -> None:
    before = everything()
    for rule in routes(world.app, "POST"):
        answer = send(world.client(person), "POST", world.address(rule), data={})
        assert answer.status_code == 400, f"POST {world.address(rule)} ({rule.endpoint})"
    assert everything() == before


def test_nobody_reaches_into_another_project_through_their_own(world: World) -> None:
    others = make_belongings(make_project(world.project.organisation))
    with world.app.test_request_context("/cy/"):
        data, token = {"csrf_token": csrf.masked_token()}, session["csrf_token"]
    before = everything()
    tried = 0
    for method in ("GET", "POST"):
        for rule in routes(world.app, method):
            if "project_id" not in rule.arguments:
                continue
            for name in rule.arguments & {n for n in others if n.endswith("_id")}:
                address = world.address(rule, **{name: others[name]})
                insider = next(r.value for r in Role if world.expected(rule, r.value) == "ok")
                client = world.client(insider, token)
                answer = send(client, method, address, data=data if method == "POST" else None)
                assert answer.status_code == 404, (
                    f"{method} {address} ({rule.endpoint}) shows a {name} of another project: "
                    f"{answer.status_code}"
                )
                tried += 1
    assert tried > 20
    assert everything() == before


def test_an_address_that_the_walk_does_not_know_is_named(world: World) -> None:
    rule = Rule("/<lang:lang>/wonders/<int:wonder_id>", endpoint="wonders.wonder", methods=["GET"])
    unbound = rule.empty()
    unbound.bind(world.app.url_map)
    with pytest.raises(AssertionError, match=r"wonders\.wonder .* has the argument wonder_id"):
        world.address(unbound)
