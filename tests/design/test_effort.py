"""What an edit of a long survey costs, in questions that are checked and in bytes: not in time."""

from __future__ import annotations

import pytest
from flask import Flask

from bench import studio
from coprod_survey.design import queries
from coprod_survey.extensions import db
from coprod_survey.questionnaire import checks, coach
from tests.factories import make_project


@pytest.fixture
def designer(app: Flask) -> studio.Designer:
    """Somebody with a survey of 300 questions before them."""
    make_project()
    db.session.commit()
    return studio.sit_down(app)


def test_an_edit_checks_only_what_it_changed_and_its_answer_is_light(
    designer: studio.Designer,
) -> None:
    survey_id = int(designer.home.rpartition("/")[2])
    met = set(queries.draft(survey_id).document.questions.values())
    for act in studio.ACTS:
        checked = checks.of_question.cache_info().misses
        advised = coach.advise_on_question.cache_info().misses
        answer = designer.do(act)
        db.session.rollback()
        now = set(queries.draft(survey_id).document.questions.values())
        assert checks.of_question.cache_info().misses - checked <= len(now - met), act.name
        assert coach.advise_on_question.cache_info().misses - advised <= len(now - met), act.name
        assert answer.size <= studio.BYTES, act.name
        met |= now


def test_an_edit_reads_a_draft_once_before_and_once_after(designer: studio.Designer) -> None:
    for act in studio.ACTS[:6]:
        read = queries.read.cache_info().misses
        designer.do(act)
        assert queries.read.cache_info().misses - read <= 1, act.name  # that after it is new
