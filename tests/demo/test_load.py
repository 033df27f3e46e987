"""The demonstration loads whole, once, and looks like people rather than dice."""

from __future__ import annotations

import time
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from coprod_survey.accounts import passwords
from coprod_survey.accounts.models import User
from coprod_survey.accounts.policy import Role
from coprod_survey.cli.demo import command, sign_in_lines
from coprod_survey.demo import community, content
from coprod_survey.demo.load import load_demonstration
from coprod_survey.design.models import Survey, Version
from coprod_survey.design.queries import published
from coprod_survey.distribution.codes import ALPHABET, LENGTH
from coprod_survey.distribution.models import Channel
from coprod_survey.errors import Refused
from coprod_survey.extensions import db
from coprod_survey.projects.models import Organisation, Project
from coprod_survey.questionnaire.answers import is_answered
from coprod_survey.questionnaire.checks import check
from coprod_survey.questionnaire.document import decode
from coprod_survey.questionnaire.journey import Journey
from coprod_survey.responses.models import Response
from coprod_survey.review import queries as review
from coprod_survey.translation import queries as translation
from tests.factories import make_organisation, make_user

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


@pytest.fixture
def demonstration(app):
    """The demonstration, as if it were 2 March 2026."""
    load_demonstration(cost=1, at=AT)
    return db.session.scalars(sa.select(Project)).one()


def responses() -> list[Response]:
    return list(db.session.scalars(sa.select(Response).order_by(Response.id)))


def sent() -> list[Response]:
    return [response for response in responses() if response.completed_at]


def document():
    return published(db.session.scalars(sa.select(Version.id)).one())


def mean(code: str, *groups: str) -> float:
    """The mean point that people of these groups chose on a scale."""
    question = document().question(code)
    chosen = [
        question.option(r.answers[code]["chosen"][0]).value
        for r in sent()
        if r.group in groups and is_answered(r.answers[code])
    ]
    values = [value for value in chosen if value]
    return sum(values) / len(values)


def test_a_whole_project_is_there(demonstration):
    assert demonstration.demonstration
    assert len(demonstration.goals) == 4
    assert {group.side for group in demonstration.groups} == {"gives", "receives"}
    assert {m.role for m in demonstration.memberships} == {role.value for role in Role}
    surveys = db.session.scalars(sa.select(Survey).order_by(Survey.id)).all()
    assert [bool(survey.current_version_id) for survey in surveys] == [True, False]
    for survey in surveys:
        assert check(decode(survey.draft.document)) == []


def test_every_word_of_the_project_is_there_in_both_languages(demonstration):
    organisation = demonstration.organisation
    texts = [demonstration.name, demonstration.purpose]
    texts += [organisation.name, organisation.controller, organisation.contact]
    texts += [goal.words for goal in demonstration.goals]
    texts += [group.name for group in demonstration.groups]
    for text in texts:
        assert text.cy and text.en and text.cy != text.en


def test_the_notices_are_the_organisations_own(demonstration):
    survey = document()
    assert "Example Valley Health Board" in survey.privacy.en
    assert "Bwrdd Iechyd Dyffryn Enghraifft" in survey.privacy.cy
    assert "029 2018 0142" in survey.contact.cy


def test_the_groups_of_the_project_are_those_that_the_survey_offers(demonstration):
    options = document().question("group").options
    offered = {option.code for option in options if option.role == ""}
    assert offered == {group.code for group in demonstration.groups}


def test_the_link_is_open_and_its_code_is_one_of_ours(demonstration):
    channel = db.session.scalars(sa.select(Channel).where(Channel.kind == "link")).one()
    assert channel.state(AT) == "open"
    assert len(channel.code) == LENGTH
    assert set(channel.code) <= set(ALPHABET)


def test_everybody_can_sign_in_with_the_password_that_is_printed(demonstration):
    users = db.session.scalars(sa.select(User)).all()
    printed = "\n".join(sign_in_lines())
    assert len(users) == len(content.PEOPLE) == 6
    assert content.PASSWORD in printed
    assert len(content.PASSWORD) >= passwords.SHORTEST
    for user in users:
        assert user.email in printed
        assert user.email.endswith("@demo.example")
        assert passwords.fits(content.PASSWORD, user.password_hash, cost=1)
    assert [user.email for user in users if user.is_administrator] == ["administrator@demo.example"]


def test_every_response_is_one_that_the_survey_would_take(demonstration):
    survey = document()
    assert len(responses()) == 140
    for response in responses():
        journey = Journey(survey, response.answers)
        assert journey.is_complete == bool(response.completed_at)
        for code, answer in response.answers.items():
            if is_answered(answer):
                question = survey.question(code)
                assert question.parse(question.raw(answer)) == answer
    assert all(response.demonstration for response in responses())


def test_people_answer_in_both_languages_and_some_stop_or_switch(demonstration):
    everyone = responses()
    languages = Counter(response.language for response in everyone)
    assert 45 <= languages["cy"] <= 70
    assert sum(" " in response.languages for response in everyone) >= 5
    assert 5 <= sum(response.completed_at is None for response in everyone) <= 30
    assert all(response.languages.startswith(response.language) for response in everyone)


def test_some_groups_are_too_small_to_show(demonstration):
    sizes = Counter(response.group for response in sent())
    assert sizes["service_users"] >= 40
    assert 0 < sizes["leaders"] < 10
    assert 0 < sizes["community_groups"] < 10


def test_staff_see_their_own_work_more_brightly(demonstration):
    for code in ("say", "power", "knowledge"):
        assert mean(code, "staff", "leaders") > mean(code, "service_users", "carers") + 0.3


def test_comments_are_in_the_language_of_who_writes_and_said_once(demonstration):
    comments = [
        (response.language, response.answers[code])
        for response in responses()
        for code in ("barriers", "most_important", "next_time")
        if is_answered(response.answers.get(code))
    ]
    assert len(comments) == len(set(comments)) >= 50
    assert any(words.startswith("=") for _, words in comments)
    assert any(words.startswith("-") for _, words in comments)
    assert any("ŵ" in words and "ŷ" in words for _, words in comments)
    assert any("😊" in words or "☕" in words for _, words in comments)


def test_some_answered_on_paper_and_the_helper_can_open_what_she_entered(demonstration, visitor_as):
    on_paper = [response for response in sent() if response.mode == "paper"]
    assert 12 <= len(on_paper) <= 20
    helper = db.session.scalars(sa.select(User).where(User.email == "helper@demo.example")).one()
    me = visitor_as(helper)
    me.open(f"/en/projects/{demonstration.id}")
    page = me.follow("Enter answers from paper")
    assert f"Papers entered by everybody: {len(on_paper)}" in page.text
    assert "Not finished" not in page.text
    me.submit("Correct: Paper 1")
    assert page.select("h1") and me.page.address.endswith("/1")


def test_answers_lie_in_the_four_weeks_before(demonstration):
    published_at = db.session.scalars(sa.select(Version.published_at)).one()
    for response in responses():
        assert published_at < response.started_at <= response.saved_at <= AT
        assert (response.started_at == response.saved_at) == (response.mode == "paper")
        assert AT - response.started_at <= timedelta(days=29)


def test_the_same_people_come_back_from_the_same_seed(app):
    load_demonstration(cost=1, at=AT)
    first = [(r.key, r.answers) for r in responses()]
    for table in reversed(db.metadata.sorted_tables):
        db.session.execute(table.delete())
    db.session.commit()
    published.cache_clear()
    load_demonstration(cost=1, at=AT)
    assert [(r.key, r.answers) for r in responses()] == first


def test_loading_takes_less_than_three_seconds(app):
    began = time.process_time()
    load_demonstration(cost=1, at=AT)
    assert time.process_time() - began < 3


@pytest.mark.parametrize("make", [make_user, make_organisation])
def test_a_database_with_something_in_it_is_left_alone(app, make):
    make()
    with pytest.raises(Refused):
        load_demonstration(cost=1, at=AT)
    assert db.session.scalars(sa.select(Project)).all() == []


def test_the_command_loads_once_and_says_so_the_second_time(app):
    runner = app.test_cli_runner()
    assert runner.invoke(command, ["load"]).output == "Loading the demonstration\n"
    again = runner.invoke(command, ["load"])
    assert again.exit_code == 0
    assert again.output == "The demonstration is already there\n"
    assert len(db.session.scalars(sa.select(Organisation)).all()) == 1
    assert runner.invoke(command, ["sign-ins"]).output.splitlines() == sign_in_lines()


def test_the_command_leaves_a_database_of_others_and_production_alone(app, monkeypatch):
    make_user()
    refused = app.test_cli_runner().invoke(command, ["load"])
    assert refused.exit_code == 1
    assert "empty database" in refused.output
    monkeypatch.setitem(app.config, "ENVIRONMENT", "production")
    refused = app.test_cli_runner().invoke(command, ["load"])
    assert refused.exit_code == 1
    assert "not for production" in refused.output


def test_the_community_is_at_work_on_the_draft(demonstration, visitor):
    draft = db.session.scalars(sa.select(Survey).order_by(Survey.id.desc())).first()
    said = review.comments(draft.id)
    assert [comment.state for comment in said] == ["answered", "open", "open"]
    assert translation.comment_count(draft.id) == 1
    assert draft.sign_off_required
    page = visitor.open(f"/en/review/{community.REVIEW_CODE}")
    assert content.DRAFT_TITLE.en in page.text
    assert set(community.REVIEW_CODE) <= set(ALPHABET)
    page = visitor.open(f"/cy/s/{content.SHORT_CODE}/about")
    assert community.ABOUT.changed.cy in page.text
