"""Versions and waves compared on a page: in which language, in which words, and what it means."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import pytest
from flask import Flask
from msgspec.structs import replace

from coprod_survey.accounts.models import User
from coprod_survey.design import actions, queries
from coprod_survey.design.models import Survey
from coprod_survey.projects.models import Project
from coprod_survey.questionnaire import edits
from coprod_survey.questionnaire.document import SurveyDocument
from coprod_survey.questionnaire.questions import Question
from coprod_survey.questionnaire.rules import Chosen
from coprod_survey.questionnaire.text import LANGUAGES, Text
from tests.factories import make_member, make_project, make_published
from tests.visitor import Visitor


@pytest.fixture
def project(app: Flask) -> Project:
    return make_project()


@pytest.fixture
def person(project: Project) -> User:
    return make_member(project)


@pytest.fixture
def me(person: User, visitor_as: Callable[[User], Visitor]) -> Visitor:
    return visitor_as(person)


def reworded(document: SurveyDocument) -> SurveyDocument:
    """The first question in other Welsh words, the last under a condition."""
    asked = document.questions["heard"]
    text = Text.both("A gawsoch chi lais?", "Were you heard?")
    document = edits.write_question(document, "heard", cast(Question, replace(asked, text=text)))
    rule = Chosen(question="heard", options=("yes",))
    return edits.set_rule(document, question="change", rule=rule)


def home(survey: Survey, lang: str = "en") -> str:
    return f"/{lang}/projects/{survey.project_id}/surveys/{survey.id}"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_draft_is_compared_with_the_latest_version(
    me: Visitor, project: Project, person: User, lang: str
) -> None:
    survey, _, _ = make_published(project)
    page = me.open(f"{home(survey, lang)}/waves")
    assert page.select(".app-difference") == []
    actions.edit(survey.id, reworded, action="question", by=person)
    page = me.open(f"{home(survey, lang)}/waves")
    ours = {
        "cy": ("Dim ond y Gymraeg sy’n wahanol", "Bob amser"),
        "en": ("Only the Welsh differs", "Always"),
    }[lang]
    for words in ours:
        assert words in page.text
    assert [e.text for e in page.select("del")] == ["eich clywed?"]
    assert [e.text for e in page.select("ins")] == ["lais?"]
    assert len(page.select(".app-difference")) == 2


def test_a_wave_is_compared_with_the_one_before(
    me: Visitor, project: Project, person: User
) -> None:
    first, version, _ = make_published(project)
    document = reworded(queries.published(version.id))
    second = actions.create_survey(
        project_id=project.id, document=document, by=person, follows=first.id
    )
    me.open(home(second))
    page = me.follow("Compare with the earlier wave")
    chosen = [e.text for e in page.select("option[selected]")]
    assert chosen == ["Wave 1, version 1", "The draft as it is now"]
    assert "These answers cannot be compared" in page.text
    page = me.submit("Compare", one="draft", other="draft")
    assert "Nothing differs" in page.text


@pytest.mark.parametrize("asked", ["one=v999999", "one=vx", "other=..", "one=draft&other=v"])
def test_what_is_no_version_of_the_series_is_not_found(
    me: Visitor, project: Project, asked: str
) -> None:
    survey, _, _ = make_published(project)
    me.open(f"{home(survey)}/waves?{asked}", status=404)


def test_versions_of_other_surveys_are_not_shown(me: Visitor, project: Project) -> None:
    survey, _, _ = make_published(project)
    _, theirs, _ = make_published()
    me.open(f"{home(survey)}/waves?one=v{theirs.id}", status=404)
