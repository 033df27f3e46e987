"""The questionnaire on paper: everything that the screen asks, in one language."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from msgspec.structs import replace

from coprod_survey.accounts.models import User
from coprod_survey.accounts.policy import Role
from coprod_survey.design import actions
from coprod_survey.design.models import Survey
from coprod_survey.projects.models import Project
from coprod_survey.questionnaire import edits, library
from coprod_survey.questionnaire.questions.base import Picture
from coprod_survey.questionnaire.text import LANGUAGES, Language, Text
from tests.design.test_rules import conditional
from tests.factories import (
    make_document,
    make_member,
    make_picture,
    make_project,
    make_published,
    make_survey,
)
from tests.visitor import Visitor, words_of


@pytest.fixture
def project(app: Flask) -> Project:
    return make_project()


@pytest.fixture
def me(project: Project, visitor_as: Callable[[User], Visitor]) -> Visitor:
    """A community partner, who reads surveys before they are published."""
    return visitor_as(make_member(project, Role.COMMUNITY_PARTNER))


def place(survey: Survey, lang: str = "en") -> str:
    return f"/{lang}/projects/{survey.project_id}/surveys/{survey.id}"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_sentence_of_the_survey_is_on_the_paper(
    me: Visitor, project: Project, lang: Language
) -> None:
    survey = make_survey(project, conditional())
    page = me.open(f"{place(survey, lang)}/paper")
    [sheet] = page.select(".app-paper")
    said = words_of(sheet)
    for _place, text, _required in conditional().texts():
        assert text.face(lang) in said
    for number in ("1.", "2.", "2a.", "2b.", "2d."):
        assert number in said
    assert not sheet.cssselect("input, select, textarea, button")
    assert page.h1 == conditional().title.face(lang)


def test_who_answers_what_stands_above_it(me: Visitor, project: Project) -> None:
    page = me.open(f"{place(make_survey(project, conditional()))}/paper")
    [above] = [e for e in page.select(".app-paper__item") if e.cssselect("#question-voice")]
    assert words_of(above).startswith(
        "Answer this question only if: Question 1 (Were you heard?): “Yes” was chosen 2a."
    )
    head = page.select(".app-paper__head")[1]
    assert "Answer this section only if: All of these are true:" in words_of(head)
    assert "Some questions are only for some people." in page.text
    straight = me.open(f"{place(make_survey(project))}/paper")
    assert "only for some people" not in straight.text


def test_a_picture_and_why_it_is_asked_are_printed(me: Visitor, project: Project) -> None:
    document = edits.set_picture(
        make_document(), "heard", Picture(file=make_picture(), alt=Text.both("Drws", "A door"))
    )
    why = Text.both("Er mwyn dysgu.", "So that we learn.")
    document = edits.write_question(
        document, "heard", replace(document.questions["heard"], why=why)
    )
    page = me.open(f"{place(make_survey(project, document), 'cy')}/paper")
    assert page.select("#question-heard img[alt=Drws]")
    assert "Pam rydym yn gofyn: Er mwyn dysgu." in page.text


def test_a_published_version_stays_as_it_was_and_the_draft_says_that_it_is_one(
    me: Visitor, project: Project
) -> None:
    survey, _version, _channel = make_published(project)
    actions.edit(
        survey.id, lambda d: edits.delete_question(d, "heard"), action="question deleted", by=None
    )
    me.open(place(survey))
    me.follow("Paper questionnaire")
    assert "Version 1" in me.page.text and "Were you heard?" in me.page.text
    me.follow("Large print")
    assert me.page.select(".app-paper--large") and "Were you heard?" in me.page.text
    me.open(f"{place(survey)}/paper")
    assert "This is the draft." in me.page.text and "Were you heard?" not in me.page.text
    me.open(f"{place(survey)}/paper?version=2", status=404)
    me.open(f"{place(survey)}/paper?version=x&size=y")


def test_a_survey_without_questions_can_be_printed_too(me: Visitor, project: Project) -> None:
    empty = make_survey(project, make_document(sections=()))
    assert "There are no questions yet." in me.open(f"{place(empty)}/paper").text


@pytest.mark.parametrize("name", library.names())
def test_every_ready_made_survey_can_be_printed(me: Visitor, project: Project, name: str) -> None:
    survey = make_survey(project, library.load(name))
    for lang in LANGUAGES:
        page = me.open(f"{place(survey, lang)}/paper")
        for image in page.select(".app-paper img"):
            assert me.client.get(image.get("src")).status_code == 200
