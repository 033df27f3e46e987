"""The gate: what must be checked in both languages before anybody is asked, and the one way around."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import sqlalchemy as sa
from flask import Flask

from coprod_survey import clock
from coprod_survey.accounts.models import User
from coprod_survey.audit.models import Event
from coprod_survey.design import actions, queries, starting
from coprod_survey.design.models import Survey
from coprod_survey.distribution import queries as distribution
from coprod_survey.distribution.models import Channel
from coprod_survey.errors import Refused
from coprod_survey.extensions import db
from coprod_survey.projects.models import Organisation, Project, StakeholderGroup
from coprod_survey.questionnaire import library
from coprod_survey.questionnaire.checks import check, languages, structure
from coprod_survey.questionnaire.parity.sentences import with_texts
from coprod_survey.questionnaire.text import Text
from coprod_survey.review import about
from tests.factories import (
    make_document,
    make_member,
    make_project,
    make_published,
    make_survey,
    save,
)
from tests.visitor import Visitor

SignIn = Callable[[User], Visitor]

STALE = Text.both("Diolch.", "Thank you.").write(cy="Diolch.", en="Thanks a lot.")


@pytest.fixture
def project(app: Flask) -> Project:
    return make_project()


@pytest.fixture
def me(project: Project, visitor_as: SignIn) -> Visitor:
    return visitor_as(make_member(project))


def place(survey: Survey, lang: str = "en") -> str:
    return f"/{lang}/projects/{survey.project_id}/surveys/{survey.id}"


def test_a_stale_sentence_blocks_publishing_and_names_itself(me: Visitor, project: Project) -> None:
    survey = make_survey(project, make_document(thanks=STALE))
    page = me.open(f"{place(survey)}/publish")
    assert "The English has changed since the Welsh was written: Thanks a lot." in page.text
    with pytest.raises(Refused):
        actions.publish(survey.id, by=None, seen_revision=1)


@pytest.mark.parametrize(
    ("cy", "en", "message"),
    [
        ("Hyd at 10", "Up to 0", "The number is “10” in Welsh and “0” in English"),
        ("Helo", "Hello {name}", "The English has “{name}”, and the Welsh does not"),
    ],
)
def test_a_mistake_that_a_check_finds_blocks_publishing_even_when_it_was_checked(
    me: Visitor, project: Project, cy: str, en: str, message: str
) -> None:
    document = with_texts(make_document(), {"question.heard.hint": Text.both(cy, en)})
    assert [p.place for p in check(document)] == ["question.heard.hint"]
    survey = make_survey(project, document)
    assert f"Question 1: {message}" in me.open(f"{place(survey)}/publish").text


def test_languages_and_structure_are_told_apart() -> None:
    bad = make_document(thanks=STALE, title=Text())
    assert [p.place for p in languages(bad)] == ["settings.thanks"]
    assert [p.place for p in structure(bad)] == ["settings.title"]


def test_words_of_the_organisation_that_people_see_are_part_of_the_journey(
    me: Visitor, project: Project
) -> None:
    organisation = db.session.get_one(Organisation, project.organisation_id)
    organisation.contact_en, organisation.contact_cy = "Call 0123.", ""
    survey = make_survey(project)
    page = me.open(f"{place(survey)}/publish")
    assert "the organisation’s words: The Welsh is missing: Call 0123." in page.text
    with pytest.raises(Refused):
        actions.publish(survey.id, by=None, seen_revision=1)


def test_colleagues_try_out_what_is_not_checked_and_nobody_else_sees_it(
    me: Visitor, project: Project, visitor: Visitor
) -> None:
    survey, first, channel = make_published(project)
    actions.edit(
        survey.id,
        lambda d: with_texts(d, {"settings.thanks": STALE, "settings.title": Text(cy="Newydd")}),
        action="settings",
        by=None,
    )
    me.open(f"{place(survey)}/publish")
    me.submit("Publish for internal links only", reason="", status=422)
    assert "Say why the survey is tried out before both languages are checked" in me.page.errors
    me.submit("Publish for internal links only", reason="Panel nos Iau")
    me.submit("Make an internal link")
    internal = db.session.scalars(sa.select(Channel).where(Channel.kind == "internal")).one()
    ordinary, inside = distribution.door(channel.code), distribution.door(internal.code)
    assert ordinary and ordinary.version_id == first.id
    assert inside and inside.version_id != first.id
    assert "Newydd" in visitor.open(f"/cy/s/{internal.code}").text
    assert "Sut aeth hi?" in visitor.open(f"/cy/s/{channel.code}").text
    row = queries.versions(survey.id)[0]
    assert (row.number, row.override_reason) == (2, "Panel nos Iau")
    actions_noted = db.session.scalars(sa.select(Event.action)).all()
    assert "survey published internally" in actions_noted
    assert "For internal links only: Panel nos Iau" in me.open(place(survey)).text


def test_publishing_for_everybody_ends_the_trial(me: Visitor, project: Project) -> None:
    survey = make_survey(project, make_document(thanks=STALE))
    actions.publish_internally(survey.id, by=None, seen_revision=1, reason="Prawf")
    assert db.session.get_one(Survey, survey.id).current_version_id is None
    inside = save(
        Channel(survey_id=survey.id, kind="internal", code="AAAAA", created_at=clock.now())
    )
    door = distribution.door("AAAAA")
    assert door and door.version_id == queries.versions(survey.id)[0].id
    outside = save(Channel(survey_id=survey.id, kind="link", code="BBBBB", created_at=clock.now()))
    shut = distribution.door(outside.code)
    assert shut and shut.version_id is None
    me.open(f"{place(survey)}/translation/check")
    me.submit("Mark as checked", read="y")
    me.open(f"{place(survey)}/publish")
    me.submit("Publish version 2")
    for code in (inside.code, outside.code):
        found = distribution.door(code)
        assert found and found.version_id == queries.versions(survey.id)[0].id


@pytest.mark.parametrize("document", [make_document(title=Text()), make_document()])
def test_the_way_around_is_only_for_languages(project: Project, document: object) -> None:
    survey = make_survey(project, document)  # type: ignore[arg-type]
    with pytest.raises(Refused):
        actions.publish_internally(survey.id, by=None, seen_revision=1, reason="Am fod angen")
    assert queries.versions(survey.id) == []


def test_group_names_from_the_project_wait_for_somebody_who_reads_them(
    app: Flask, me: Visitor, project: Project
) -> None:
    group = StakeholderGroup(
        project_id=project.id, code="carers", name_cy="Gofalwyr", name_en="Carers", side="gives"
    )
    save(group)
    db.session.expire(project)
    document = starting.adapt(library.load("evaluation"), project)
    options = document.questions[document.group_question].options
    assert [o.text.state for o in options if o.code == "carers"] == ["translated"]
    survey = make_survey(project, document)
    page = me.open(f"{place(survey)}/publish")
    assert "Nobody has checked that both languages say the same: Carers" in page.text
    read = starting.adapt(
        with_texts(
            document,
            {f"question.{document.group_question}.options.carers": options[0].text.confirm()},
        ),
        project,
    )
    options = read.questions[document.group_question].options
    assert options[0].text.state == "checked", "what was checked in a survey stays so in its copy"


def test_the_about_page_is_not_published_where_its_languages_differ() -> None:
    wrong = about.About(purpose=Text(cy="Daeth 10 o bobl.", en="0 people came."))
    assert [problem.field for problem in about.lacking(wrong)] == ["purpose_cy"]
    assert about.lacking(about.About(purpose=Text(cy="Daeth 10.", en="10 came."))) == []
