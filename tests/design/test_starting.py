"""A new survey: what it is for, what it starts from, and what a copy takes along."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask
from msgspec.structs import replace

from coprod_survey.accounts.models import Membership, User
from coprod_survey.design import actions, managing, queries
from coprod_survey.design.models import Survey
from coprod_survey.extensions import db
from coprod_survey.projects.models import Goal, Project, StakeholderGroup
from coprod_survey.questionnaire.document import SurveyDocument
from coprod_survey.questionnaire.purpose import Purpose
from coprod_survey.questionnaire.text import LANGUAGES, Text
from tests.factories import (
    make_document,
    make_member,
    make_project,
    make_published,
    make_survey,
    save,
)
from tests.visitor import Visitor


@pytest.fixture
def project(app: Flask) -> Project:
    project = make_project()
    for place, (code, cy, en) in enumerate(
        (("voice", "Llais i bawb", "A voice for all"), ("time", "Llai o aros", "Less waiting"))
    ):
        save(Goal(project_id=project.id, position=place, code=code, words_cy=cy, words_en=en))
    return project


@pytest.fixture
def person(project: Project) -> User:
    return make_member(project)


@pytest.fixture
def me(person: User, visitor_as: Callable[[User], Visitor]) -> Visitor:
    return visitor_as(person)


def with_goals(*goals: str) -> SurveyDocument:
    """A survey whose first question, and purpose, serve these goals."""
    document = make_document()
    first, *rest = document.sections
    asked = replace(first.questions[0], goals=goals)
    section = replace(first, questions=(asked, *first.questions[1:]))
    purpose = Purpose(decision=Text(en="Which hours"), by_when=date(2026, 5, 1), goals=goals)
    return replace(document, sections=(section, *rest), purpose=purpose)


def newest(project: Project) -> tuple[Survey, SurveyDocument]:
    db.session.rollback()
    row = max(queries.surveys_of(project.id), key=lambda row: row.id)
    return queries.survey_by_id(row.id), queries.draft(row.id).document


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_survey_is_asked_first_what_it_is_for(me: Visitor, project: Project, lang: str) -> None:
    page = me.open(f"/{lang}/projects/{project.id}/surveys/new")
    names = [e.get("name") for e in page.select("main form [name]")]
    assert names.index("decision-cy") < names.index("goals") < names.index("start")
    me.submit(
        **{"decision-cy": "Pryd mae’r drws ar agor", "by_when": "27/3/2026", "by_whom-en": "Us"},
        goals=["time"],
        start="library-pulse",
    )
    assert newest(project)[1].purpose == Purpose(
        decision=Text(cy="Pryd mae’r drws ar agor", source="cy"),
        by_when=date(2026, 3, 27),
        by_whom=Text(en="Us"),
        goals=("time",),
    )


def test_every_part_of_the_purpose_may_wait(me: Visitor, project: Project) -> None:
    me.open(f"/en/projects/{project.id}/surveys/new")
    me.submit("Create survey", start="library-pulse")
    survey, document = newest(project)
    assert document.purpose.blank
    page = me.open(f"/en/projects/{project.id}/surveys/{survey.id}")
    assert "Nobody has said yet what will be decided with the answers." in page.text


def test_a_date_that_is_none_is_told_and_nothing_typed_is_lost(
    me: Visitor, project: Project
) -> None:
    me.open(f"/en/projects/{project.id}/surveys/new")
    page = me.submit(
        "Create survey", status=422, start="blank", by_when="soon", **{"decision-en": "The hours"}
    )
    assert page.errors == [
        "Write a date like this: 27/03/2026",
        "Give the survey a title in Welsh or English",
    ]
    kept = {e.get("name"): e.get("value") for e in page.select("main form input")}
    assert kept["by_when"] == "soon"
    assert page.select("[name=decision-en]")[0].text.strip() == "The hours"
    assert page.select("[name=start][checked]")[0].get("value") == "blank"


@pytest.mark.parametrize("start", ["library-pulse", "blank"])
def test_an_address_can_choose_what_to_start_from(
    me: Visitor, project: Project, start: str
) -> None:
    page = me.open(f"/en/projects/{project.id}/surveys/new?start={start}")
    assert [e.get("value") for e in page.select("[name=start][checked]")] == [start]


@pytest.mark.parametrize(
    "start", ["nonsense", "copy-999999", "copy-", "wave-1", "library-equality"]
)
def test_what_is_not_offered_starts_nothing(me: Visitor, project: Project, start: str) -> None:
    elsewhere = make_survey()
    page = me.open(f"/en/projects/{project.id}/surveys/new?start={start}")
    assert page.select("[name=start][checked]") == []
    for value in (start, f"copy-{elsewhere.id}"):
        page = me.post(page.address, {"start": value}, status=422)
        assert page.errors == ["Choose what to start from"]
    assert queries.surveys_of(project.id) == []


def test_a_copy_comes_from_any_project_in_which_one_designs(
    me: Visitor, person: User, project: Project
) -> None:
    other = make_project(name_en="The garden")
    save(Membership(project_id=other.id, user_id=person.id, role="facilitator"))
    read_only = make_project()
    save(Membership(project_id=read_only.id, user_id=person.id, role="manager"))
    theirs = make_survey(other, with_goals("voice", "seeds"))
    not_mine = make_survey(read_only)
    page = me.open(f"/en/projects/{project.id}/surveys/new")
    values = {e.get("value") for e in page.select("[name=start]")}
    assert f"copy-{theirs.id}" in values
    assert f"copy-{not_mine.id}" not in values
    assert "The garden" in page.text
    me.submit("Create survey", start=f"copy-{theirs.id}")
    survey, document = newest(project)
    assert survey.wave_of is None
    assert document.questions["heard"].goals == ("voice",), "a goal that this project has not"
    assert document.purpose == Purpose(decision=Text(en="Which hours"), goals=("voice",))
    assert "Bwrdd Iechyd Cwm Tawel" in document.privacy.cy, "the notice of its own organisation"


def test_a_copy_within_one_organisation_keeps_its_notices_and_gets_the_groups(
    me: Visitor, person: User, project: Project
) -> None:
    save(
        StakeholderGroup(
            project_id=project.id, code="carers", name_cy="Gofalwyr", name_en="Carers", side="gives"
        )
    )
    other = make_project(project.organisation)
    save(Membership(project_id=other.id, user_id=person.id, role="facilitator"))
    theirs = make_survey(other, replace(make_document(), group_question="heard"))
    me.open(f"/en/projects/{project.id}/surveys/new")
    me.submit("Create survey", start=f"copy-{theirs.id}")
    document = newest(project)[1]
    assert document.privacy == make_document().privacy
    assert [o.code for o in document.questions["heard"].offered] == ["carers", "else"]


def test_the_purpose_is_read_and_changed_later(me: Visitor, project: Project) -> None:
    survey = make_survey(project)
    home = f"/en/projects/{project.id}/surveys/{survey.id}"
    me.open(home)
    me.follow("Say what the survey is for")
    page = me.submit("Save", by_when="x", status=422)
    assert page.errors == ["Write a date like this: 27/03/2026"]
    page = me.submit("Save", by_when="1.4.2026", goals=["voice"], **{"by_whom-en": "The board"})
    for words in ("By when: 1 April 2026", "Who decides: The board", "A voice for all"):
        assert words in page.text
    assert "Less waiting" not in page.text
    assert "What the survey is for edited" in me.open(f"{home}/history").text
    me.open(f"/cy/projects/{project.id}/surveys/{survey.id}/purpose")


def test_two_who_write_different_parts_of_the_purpose_both_keep_them(
    me: Visitor, project: Project, person: User
) -> None:
    survey = make_survey(project)
    address = f"/en/projects/{project.id}/surveys/{survey.id}/purpose"
    me.open(address)
    other = Purpose(by_whom=Text(en="The board"))
    actions.edit(survey.id, lambda d: replace(d, purpose=other), action="purpose", by=person)
    me.submit("Save", **{"decision-en": "The hours"})
    assert newest(project)[1].purpose == Purpose(
        decision=Text(en="The hours"), by_whom=Text(en="The board")
    )
    me.open(address)
    changed = replace(other, decision=Text(en="The place"), by_when=date(2026, 1, 1))
    actions.edit(survey.id, lambda d: replace(d, purpose=changed), action="purpose", by=person)
    page = me.submit("Save", status=409, by_when="2/2/2026", **{"decision-en": "The money"})
    assert "The place" in page.text
    assert "1 January 2026" in page.text
    assert len(page.errors) == 2
    me.submit("Save")
    assert newest(project)[1].purpose.decision.en == "The money"


def test_a_question_is_tied_to_goals_on_its_form(me: Visitor, project: Project) -> None:
    survey = make_survey(project)
    home = f"/en/projects/{project.id}/surveys/{survey.id}"
    me.open(f"{home}/questions/heard")
    me.submit("Save question", goals=["voice", "time"])
    assert newest(project)[1].questions["heard"].goals == ("voice", "time")
    page = me.open(f"{home}/questions/heard")
    assert len(page.select("[name=goals][checked]")) == 2
    me.submit("Save question", goals=[])
    assert newest(project)[1].questions["heard"].goals == ()


def test_the_next_wave_keeps_codes_counts_itself_and_begins_with_what_was_published(
    me: Visitor, project: Project, person: User
) -> None:
    first, _, _ = make_published(project, with_goals("voice"))
    title = Text.both("Arall", "Other")
    actions.edit(first.id, lambda d: replace(d, title=title), action="settings", by=person)
    me.open(f"/en/projects/{project.id}/surveys/new")
    me.submit("Create survey", start=f"wave-{first.id}")
    second, document = newest(project)
    assert (second.wave_of, second.wave) == (first.id, 2)
    assert list(document.questions) == list(make_document().questions)
    assert document.title == make_document().title
    assert document.purpose.by_when is None
    page = me.open(f"/en/projects/{project.id}")
    assert {"Wave 1", "Wave 2"} <= {t.text for t in page.select(".govuk-tag")}
    assert "Wave 2" in me.open(f"/en/projects/{project.id}/surveys/{second.id}").text
    actions.create_survey(project_id=project.id, document=document, by=person, follows=second.id)
    third, _ = newest(project)
    assert (third.wave_of, third.wave) == (first.id, 3)


def test_a_code_of_an_earlier_wave_is_never_given_another_meaning(
    project: Project, person: User
) -> None:
    first, _, _ = make_published(project)
    document = replace(make_document(), sections=make_document().sections[1:])
    second = actions.create_survey(
        project_id=project.id, document=document, by=person, follows=first.id
    )
    assert queries.used_codes(second.id) == set(make_document().questions)
    alone = actions.create_survey(project_id=project.id, document=document, by=person)
    assert queries.used_codes(alone.id) == set()


def test_a_series_goes_on_after_its_first_survey_is_deleted(project: Project, person: User) -> None:
    first, _, _ = make_published(project)
    second = actions.create_survey(
        project_id=project.id, document=make_document(), by=person, follows=first.id
    )
    managing.delete(first.id, by=person)
    third = actions.create_survey(
        project_id=project.id, document=make_document(), by=person, follows=second.id
    )
    assert (third.wave_of, third.wave) == (second.wave_of, 3)


def test_two_who_tick_different_goals_are_told(me: Visitor, project: Project, person: User) -> None:
    survey = make_survey(project)
    me.open(f"/en/projects/{project.id}/surveys/{survey.id}/purpose")
    theirs = Purpose(goals=("time",))
    actions.edit(survey.id, lambda d: replace(d, purpose=theirs), action="purpose", by=person)
    page = me.submit("Save", status=409, goals=["voice"])
    assert len(page.errors) == 1
    assert [e.get("value") for e in page.select("[name=goals][checked]")] == ["voice"]
    assert page.select("#goals-error")
    me.submit("Save")
    assert newest(project)[1].purpose.goals == ("voice",)
