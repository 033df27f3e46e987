"""The equality set: complete, voluntary, and under codes that never change."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from coprod_survey.questionnaire import edits, library
from coprod_survey.questionnaire.checks import check
from coprod_survey.questionnaire.journey import Journey
from coprod_survey.questionnaire.questions import Question
from tests.factories import make_document
from tests.sending import chosen

SET = library.load("equality")
QUESTIONS = list(SET.questions.values())

CODES = {
    "eq_age": "under_16 age_16_24 age_25_34 age_35_44 age_45_54 age_55_64 age_65_74 age_75_over",
    "eq_sex": "female male",
    "eq_gender": "yes no",
    "eq_orientation": "straight gay_lesbian bisexual other",
    "eq_national_identity": "welsh english scottish northern_irish british other",
    "eq_ethnic_group": (
        "white_british white_irish white_gypsy_traveller white_roma white_other "
        "mixed_caribbean mixed_african mixed_asian mixed_other "
        "asian_indian asian_pakistani asian_bangladeshi asian_chinese asian_other "
        "black_caribbean black_african black_other other_arab other_any"
    ),
    "eq_religion": "none christian buddhist hindu jewish muslim sikh other",
    "eq_condition": "yes no",
    "eq_limits": "a_lot a_little not_at_all",
    "eq_care": "no up_to_9 from_10_to_19 from_20_to_34 from_35_to_49 from_50",
    "eq_welsh": "understand speak read write none",
    "eq_language": "welsh english both bsl other",
}
"""The codes that answers and workbooks hold: never to be changed, only added to."""


def asked(**answers: object) -> list[str]:
    return [question.code for question in Journey(SET, answers).questions]


def test_questions_answers_and_their_order_are_what_they_have_always_been() -> None:
    found = {
        q.code: " ".join(o.code for o in q.offered if o.code != "prefer_not") for q in QUESTIONS
    }
    assert found == CODES
    assert list(found) == list(CODES)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.code)
def test_every_question_is_voluntary_sensitive_and_says_why_it_is_asked(question: Question) -> None:
    assert not question.required
    assert question.sensitive
    assert question.offered[-1].role == "prefer_not"
    for words in (question.why, question.standard):
        assert words.cy and words.en and words.state == "checked"
    assert re.search(r"\d{4}", question.standard.en), "the version of the standard"


def test_words_can_be_written_where_the_census_takes_them() -> None:
    writing = {q.code: sum(o.role == "other" for o in q.offered) for q in QUESTIONS}
    assert {code: number for code, number in writing.items() if number} == {
        "eq_gender": 1,
        "eq_orientation": 1,
        "eq_national_identity": 1,
        "eq_ethnic_group": 5,
        "eq_religion": 1,
        "eq_language": 1,
    }


def test_a_survey_with_the_set_could_be_published() -> None:
    document = edits.add_set(make_document(), SET.sections)
    assert check(document) == []
    assert document.sections[-3:] == SET.sections


def test_people_under_sixteen_are_not_asked_about_gender_and_orientation() -> None:
    grown = {"eq_gender", "eq_orientation"}
    assert grown.isdisjoint(asked(eq_age=chosen("under_16")))
    assert grown < set(asked(eq_age=chosen("age_16_24")))
    assert grown < set(asked(eq_age=chosen("prefer_not")))


def test_the_second_part_about_disability_follows_only_a_yes() -> None:
    assert "eq_limits" in asked(eq_condition=chosen("yes"))
    assert "eq_limits" not in asked(eq_condition=chosen("no"))
    assert "eq_limits" not in asked(eq_condition=chosen("prefer_not"))


def test_the_words_beside_any_other_background_are_kept_with_its_code() -> None:
    question = SET.questions["eq_ethnic_group"]
    sent = {"q-eq_ethnic_group": ["asian_other"], "q-eq_ethnic_group-asian_other-other": ["Nepali"]}
    answer = question.parse({**sent, "q-eq_ethnic_group-white_other-other": ["left over"]})
    assert answer == {"chosen": ["asian_other"], "other": "Nepali"}
    assert question.raw(answer) == sent
    assert question.show(answer, "en") == ["Asian: any other background: Nepali"]


def test_every_ethnic_group_is_mapped_to_the_census() -> None:
    words = (Path(library.__file__).parent / "README.md").read_text(encoding="utf-8")
    for option in SET.questions["eq_ethnic_group"].offered[:-1]:
        assert f"`{option.code}`" in words
