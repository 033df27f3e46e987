"""When something is shown: how the studio says it, and how people set it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask

from coprod_survey.accounts.models import User
from coprod_survey.projects.models import Project
from coprod_survey.questionnaire import edits
from coprod_survey.questionnaire.document import SurveyDocument
from coprod_survey.questionnaire.rules import All, Answered, Chosen
from tests.factories import make_document, make_member, make_project, make_survey
from tests.visitor import Visitor, words_of

YES = Chosen(question="heard", options=("yes",))


@pytest.fixture
def project(app: Flask) -> Project:
    return make_project()


@pytest.fixture
def me(project: Project, visitor_as: Callable[[User], Visitor]) -> Visitor:
    """The project's facilitator."""
    return visitor_as(make_member(project))


def conditional() -> SurveyDocument:
    """A survey whose second page, and a question on its first, are shown under conditions."""
    document = edits.set_rule(make_document(), question="voice", rule=YES)
    both = All(of=(YES, Answered(question="voice")))
    return edits.set_rule(document, section="more", rule=both)


def home(project: Project, document: SurveyDocument | None = None) -> str:
    survey = make_survey(project, document or conditional())
    return f"projects/{project.id}/surveys/{survey.id}"


def test_the_outline_says_when_each_thing_is_shown(me: Visitor, project: Project) -> None:
    place = home(project)
    page = me.open(f"/en/{place}/design")
    [question] = page.select("#question-voice .app-rule")
    assert words_of(question) == "Shown when: Question 1 (Were you heard?): “Yes” was chosen"
    [section] = page.select("#section-more > .app-rule")
    assert [words_of(li) for li in section.cssselect("li")] == [
        "Question 1 (Were you heard?): “Yes” was chosen",
        "Question 2a (How much of a say did you have?): answered",
    ]
    assert "Shown when: All of these hold:" in words_of(section)
    page = me.open(f"/cy/{place}/design")
    assert (
        "Caiff ei ddangos os: Cwestiwn 1 (A gawsoch chi eich clywed?): dewiswyd “Do”" in page.text
    )
