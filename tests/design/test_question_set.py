"""Ready-made sets in the studio: looked at, thinned out, added, added again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask

from coprod_survey.accounts.models import User
from coprod_survey.design import queries
from coprod_survey.design.models import Survey
from coprod_survey.extensions import db
from coprod_survey.projects.models import Project
from coprod_survey.questionnaire import library
from coprod_survey.questionnaire.document import SurveyDocument
from coprod_survey.questionnaire.text import LANGUAGES
from tests.factories import make_member, make_project, make_survey
from tests.visitor import Visitor

SET = library.load("equality")


@pytest.fixture
def survey(app: Flask) -> Survey:
    return make_survey(make_project())


@pytest.fixture
def facilitator(survey: Survey, visitor_as: Callable[[User], Visitor]) -> Visitor:
    project = db.session.get_one(Project, survey.project_id)
    return visitor_as(make_member(project))


def home(survey: Survey, lang: str = "en") -> str:
    return f"/{lang}/projects/{survey.project_id}/surveys/{survey.id}"


def draft(survey: Survey) -> SurveyDocument:
    db.session.rollback()
    return queries.draft(survey.id).document


def codes(survey: Survey) -> list[str]:
    return [code for code in draft(survey).questions if code.startswith("eq_")]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_set_is_shown_with_its_answers_and_reasons(
    facilitator: Visitor, survey: Survey, lang: str
) -> None:
    page = facilitator.open(f"{home(survey, lang)}/sets/equality")
    for question in SET.questions.values():
        for words in (question.text, question.why, *(o.text for o in question.offered)):
            assert words.face(lang) in page.text  # type: ignore[arg-type]
    assert len(page.select("input[name=question][checked]")) == len(SET.questions)


def test_a_set_is_added_from_the_outline_and_the_history_names_it(
    facilitator: Visitor, survey: Survey
) -> None:
    facilitator.open(f"{home(survey)}/design")
    facilitator.follow("Add ready-made questions: Equality questions")
    page = facilitator.submit("Add these questions")
    assert page.address.endswith("/design#section-equality") or page.h1.startswith("Design")
    assert draft(survey).sections[-3:] == SET.sections
    assert "Last change: Ready-made questions added" in page.text
    assert "Ready-made questions added" in facilitator.follow("History").text
    facilitator.open(f"{home(survey)}/design")
    facilitator.submit("Undo the last change")
    assert codes(survey) == []


def test_what_is_unticked_is_left_out(facilitator: Visitor, survey: Survey) -> None:
    facilitator.open(f"{home(survey)}/sets/equality")
    facilitator.submit("Add these questions", question=["eq_age", "eq_welsh"])
    assert codes(survey) == ["eq_age", "eq_welsh"]


def test_a_question_without_the_one_it_follows_is_told_and_the_ticks_stay(
    facilitator: Visitor, survey: Survey
) -> None:
    facilitator.open(f"{home(survey)}/sets/equality")
    page = facilitator.submit("Add these questions", question=["eq_limits", "eq_sex"], status=422)
    [error] = page.errors
    assert SET.questions["eq_condition"].text.en in error
    assert [e.get("value") for e in page.select("input[name=question][checked]")] == [
        "eq_sex",
        "eq_limits",
    ]
    assert codes(survey) == []


def test_nothing_ticked_and_nonsense_sent_add_nothing(facilitator: Visitor, survey: Survey) -> None:
    for sent in ([], ["nothing", "eq_age' --"]):
        facilitator.open(f"{home(survey)}/sets/equality")
        page = facilitator.submit("Add these questions", question=sent, status=422)
        assert page.errors == ["Tick at least one question"]
    assert codes(survey) == []
    facilitator.open(f"{home(survey)}/sets/nothing", status=404)


def test_a_set_that_is_there_already_is_said_to_be_and_can_be_added_again(
    facilitator: Visitor, survey: Survey
) -> None:
    facilitator.open(f"{home(survey)}/sets/equality")
    facilitator.submit("Add these questions", question=["eq_age", "eq_gender"])
    page = facilitator.open(f"{home(survey)}/sets/equality")
    assert "Some of these questions are already in the survey" in page.text
    assert len(page.select("input[name=question][checked]")) == len(SET.questions) - 2
    facilitator.submit("Add these questions")
    page = facilitator.open(f"{home(survey)}/sets/equality")
    assert "All these questions are already in the survey" in page.text
    assert page.select("input[name=question][checked]") == []
    facilitator.submit("Add these questions", question=["eq_age"])
    assert codes(survey)[-1] == "eq_age_2"
