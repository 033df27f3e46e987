"""A project's own sets of questions: kept from a survey, added to another, renamed, deleted."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask

from coprod_survey.accounts.models import User
from coprod_survey.design import kept_sets, queries
from coprod_survey.design.models import Survey
from coprod_survey.extensions import db
from coprod_survey.projects.models import Project
from coprod_survey.questionnaire import edits
from coprod_survey.questionnaire.document import SurveyDocument
from coprod_survey.questionnaire.rules import Answered
from coprod_survey.questionnaire.text import LANGUAGES
from tests.factories import make_document, make_member, make_project, make_survey
from tests.visitor import Visitor

RULED = edits.set_rule(make_document(), question="word", rule=Answered(question="voice"))
NAME = {"title-cy": "Llais", "title-en": "Voice"}


@pytest.fixture
def project(app: Flask) -> Project:
    return make_project()


@pytest.fixture
def me(project: Project, visitor_as: Callable[[User], Visitor]) -> Visitor:
    return visitor_as(make_member(project))


def home(survey: Survey, lang: str = "en") -> str:
    return f"/{lang}/projects/{survey.project_id}/surveys/{survey.id}"


def kept(project: Project) -> dict[str, SurveyDocument]:
    db.session.rollback()
    return kept_sets.sets_for(project.id)


def test_questions_are_kept_and_added_to_another_survey(me: Visitor, project: Project) -> None:
    survey, other = make_survey(project, RULED), make_survey(project, make_document(sections=()))
    me.open(f"{home(survey)}/design")
    me.follow("Keep questions as a set")
    page = me.submit("Keep the set", question=["voice", "word"], **NAME)
    assert "Number of questions: 2" in page.text
    [(name, document)] = kept(project).items()
    assert [s.code for s in document.sections] == ["welcome", "more"]
    assert document.questions["word"].show_when == Answered(question="voice")
    page = me.open(f"{home(other)}/design")
    assert page.link("Add ready-made questions: Voice").endswith(f"/sets/{name}")
    me.follow("Add ready-made questions: Voice")
    me.submit("Add these questions")
    assert list(queries.draft(other.id).document.questions) == ["voice", "word"]


def test_one_press_ticks_a_section_and_takes_its_name(me: Visitor, project: Project) -> None:
    survey = make_survey(project)
    page = me.open(f"{home(survey)}/sets/new?section=more")
    ticked = [e.get("value") for e in page.select("[name=question][checked]")]
    assert ticked == ["hours", "word", "change"]
    me.submit("Keep the set")
    [document] = kept(project).values()
    assert document.title.words("cy") == "Rhagor"


def test_a_section_more_is_ticked_and_nothing_typed_is_lost(me: Visitor, project: Project) -> None:
    survey = make_survey(project)
    me.open(f"{home(survey)}/sets/new")
    page = me.submit("Tick the whole section: More", question=["voice"], **{"title-en": "Mine"})
    ticked = [e.get("value") for e in page.select("[name=question][checked]")]
    assert ticked == ["voice", "hours", "word", "change"]
    assert page.select("[name=title-en]")[0].get("value") == "Mine"
    assert page.errors == []
    assert kept(project) == {}


@pytest.mark.parametrize(
    ("sent", "errors"),
    [
        ({"question": ["voice"]}, ["Give the set a name in both languages"]),
        ({"question": ["voice"], "title-cy": "Llais"}, ["Give the set a name in both languages"]),
        ({"question": [], **NAME}, ["Tick at least one question"]),
        ({"question": ["nonsense"], **NAME}, ["Tick at least one question"]),
    ],
)
def test_what_is_missing_is_told_and_the_rest_stays(
    me: Visitor, project: Project, sent: dict[str, object], errors: list[str]
) -> None:
    survey = make_survey(project)
    me.open(f"{home(survey)}/sets/new")
    page = me.submit("Keep the set", status=422, **sent)
    assert page.errors == errors
    assert len(page.select("[name=question][checked]")) == sent["question"].count("voice")  # type: ignore[attr-defined]
    assert kept(project) == {}


def test_a_question_without_the_one_it_follows_is_not_kept(me: Visitor, project: Project) -> None:
    survey = make_survey(project, RULED)
    me.open(f"{home(survey)}/sets/new")
    page = me.submit("Keep the set", status=422, question=["word"], **NAME)
    assert "follows an answer to “How much of a say did you have?”" in page.errors[0]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_set_is_renamed_and_deleted(me: Visitor, project: Project, lang: str) -> None:
    survey = make_survey(project)
    me.open(f"{home(survey, lang)}/sets/new")
    me.submit(action="/sets/new", question=["voice"], **NAME)
    sets = f"/{lang}/projects/{project.id}/surveys/sets"
    number = next(iter(kept(project))).removeprefix("own-")
    me.open(f"{sets}/{number}")
    me.submit(action=f"/sets/{number}", status=422, **{"title-cy": ""})
    me.submit(action=f"/sets/{number}", **{"title-cy": "Ein llais"})
    assert next(iter(kept(project).values())).title.cy == "Ein llais"
    me.open(sets)
    me.submit(action="/delete")
    assert kept(project) == {}
    assert me.open(sets).select("main form") == []


def test_a_set_of_another_project_is_not_offered(me: Visitor, project: Project) -> None:
    survey, elsewhere = make_survey(project), make_project()
    theirs = kept_sets.keep(
        project_id=elsewhere.id, document=make_document(), by=make_member(elsewhere)
    )
    me.open(f"{home(survey)}/sets/own-{theirs.id}", status=404)
    me.open(f"/en/projects/{project.id}/surveys/sets/{theirs.id}", status=404)
