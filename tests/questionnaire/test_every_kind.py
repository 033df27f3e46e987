"""The survey for trying out leaves nothing out: no kind, no setting, no rule."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from msgspec import NODEFAULT
from msgspec.structs import FieldInfo, fields

from coprod_survey.questionnaire import library, rules
from coprod_survey.questionnaire.answers import is_answered
from coprod_survey.questionnaire.document import SurveyDocument
from coprod_survey.questionnaire.journey import Journey
from coprod_survey.questionnaire.questions import TYPES, BaseQuestion, Option, Question
from coprod_survey.questionnaire.questions.choice import ROLE_LABELS
from coprod_survey.questionnaire.questions.date import PRECISIONS
from tests.library import picture

SURVEY = library.load("every-kind")
QUESTIONS = list(SURVEY.questions.values())
SHARED = {field.name for field in fields(BaseQuestion)} - {"code"}


def is_used(field: FieldInfo, things: list[Any]) -> bool:
    """Whether a field of one of these says anything else than it does by itself."""
    usual = field.default_factory() if field.default is NODEFAULT else field.default
    return any(getattr(thing, field.name) != usual for thing in things)


def conditions() -> Iterator[rules.Condition]:
    for section in SURVEY.sections:
        for thing in (section, *section.questions):
            yield from rules.parts(thing.show_when)


@pytest.mark.parametrize("kind", TYPES)
def test_every_kind_is_there_with_every_setting_of_its_own(kind: str) -> None:
    there = [question for question in QUESTIONS if question.type == kind]
    assert there
    for field in fields(TYPES[kind]):
        if field.name not in SHARED and field.name != "code":
            assert is_used(field, there), field.name


@pytest.mark.parametrize("name", sorted(SHARED - {"goals"}))  # a project's, which a library has not
def test_what_all_kinds_share_is_used_somewhere(name: str) -> None:
    [field] = [field for field in fields(BaseQuestion) if field.name == name]
    assert is_used(field, list(QUESTIONS))


def test_options_mean_everything_that_they_can_mean() -> None:
    options = [option for question in QUESTIONS for option in question.offered]
    assert {option.role for option in options} == set(ROLE_LABELS)
    for field in fields(Option):
        if field.name != "code":
            assert is_used(field, options), field.name


def test_dates_of_every_length_are_asked() -> None:
    asked = {getattr(q, "precision", "") for q in QUESTIONS if q.type == "date"}
    assert asked == set(PRECISIONS)


def test_every_condition_is_used_in_every_way() -> None:
    used = list(conditions())
    assert {type(one) for one in used} == set(rules.Condition.__args__)
    assert {c.how for c in used if isinstance(c, rules.Chosen)} == {"any", "all", "none"}
    assert {c.how for c in used if isinstance(c, rules.Compared)} == set(rules.COMPARE)
    assert {c.given for c in used if isinstance(c, rules.Answered)} == {True, False}
    for kind in (rules.Chosen, rules.Compared):
        assert any(c.part for c in used if isinstance(c, kind)), "one part of several"


def test_a_page_has_a_condition_and_others_have_follow_ups() -> None:
    assert [s.code for s in SURVEY.sections if s.show_when] == ["kitchen"]
    assert len(SURVEY.follow_ups) >= 10


def answer_all(document: SurveyDocument, rng: Random) -> dict[str, Any]:
    """Answers to all that comes up on one random way through a survey."""
    answers: dict[str, Any] = {}
    while True:
        left = [q for q in Journey(document, answers).questions if q.code not in answers]
        if not left:
            return answers
        question: Question = left[0]
        leave_out = not question.required and question.always is not True and rng.random() < 0.2
        raw = {} if leave_out else question.sample(rng, "gair neu ddau")
        answers[question.code] = question.parse(raw)


def test_every_question_is_asked_of_somebody() -> None:
    met: set[str] = set()
    for number in range(300):
        answers = answer_all(SURVEY, Random(number))
        met |= {
            question.code
            for page in Journey(SURVEY, answers).pages
            for question in page.questions
            if not question.asks or is_answered(answers[question.code])
        }
    assert met == set(SURVEY.questions)


def test_the_picture_is_small_and_named_by_what_is_in_it() -> None:
    data = (picture.FOLDER / picture.FILES["table"]).read_bytes()
    assert picture.name_of(data) == picture.FILES["table"]
    assert len(data) < 20_000
    files = {q.picture.file for q in QUESTIONS if q.picture}
    assert files == {picture.FILES["table"]}
