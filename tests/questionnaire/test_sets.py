"""Sets of questions: added whole or in part, under codes of their own, with rules that still hold."""

from __future__ import annotations

from msgspec.structs import replace

from coprod_survey.questionnaire import edits, library, sets
from coprod_survey.questionnaire.checks import check
from coprod_survey.questionnaire.rules import Chosen, Not
from tests.factories import make_document

SET = library.load("equality")


def test_a_set_comes_last_and_leaves_the_rest_alone() -> None:
    document = make_document()
    added = edits.add_set(document, SET.sections)
    assert added.sections == (*document.sections, *SET.sections)


def test_a_set_that_is_added_again_gets_fresh_codes_and_its_rules_follow_them() -> None:
    once = edits.add_set(make_document(), SET.sections)
    twice = edits.add_set(once, SET.sections)
    assert [s.code for s in twice.sections[-3:]] == [f"{s.code}_2" for s in SET.sections]
    assert twice.questions["eq_limits_2"].show_when == Chosen(
        question="eq_condition_2", options=("yes",)
    )
    assert twice.questions["eq_gender_2"].show_when == Not(
        of=Chosen(question="eq_age_2", options=("under_16",))
    )
    assert twice.questions["eq_limits"] == once.questions["eq_limits"]
    assert check(twice) == []


def test_a_code_that_a_published_version_has_used_is_not_used_again() -> None:
    added = edits.add_set(make_document(), SET.sections, taken=["eq_condition"])
    assert "eq_condition" not in added.questions
    assert added.questions["eq_limits"].show_when == Chosen(
        question="eq_condition_2", options=("yes",)
    )


def test_a_rule_for_a_whole_page_follows_too() -> None:
    first, second, third = SET.sections
    ruled = replace(third, show_when=Chosen(question="eq_sex", options=("female",)))
    again = edits.add_set(edits.add_set(make_document(), SET.sections), (first, second, ruled))
    assert again.sections[-1].show_when == Chosen(question="eq_sex_2", options=("female",))


def test_questions_can_be_left_out_and_the_words_that_open_the_set_stay() -> None:
    picked = sets.pick(SET, ["eq_welsh", "eq_language"])
    [only] = picked
    assert [q.code for q in only.questions] == ["eq_welsh", "eq_language"]
    assert only.introduction == SET.sections[0].introduction
    assert sets.pick(SET, []) == ()
    assert sets.pick(SET, SET.questions) == SET.sections


def test_a_question_is_not_added_without_the_one_that_it_follows() -> None:
    document = make_document()
    assert sets.unmet(SET, ["eq_limits", "eq_sex"], document) == [("eq_limits", "eq_condition")]
    assert sets.unmet(SET, ["eq_gender", "eq_age"], document) == []
    there = edits.add_set(document, sets.pick(SET, ["eq_condition"]))
    assert sets.unmet(SET, ["eq_limits"], there) == []
    assert check(edits.add_set(there, sets.pick(SET, ["eq_limits"]))) == []


def test_it_is_known_which_questions_a_survey_has_already() -> None:
    document = edits.add_set(make_document(), sets.pick(SET, ["eq_age", "eq_sex"]))
    assert sets.present(SET, document) == {"eq_age", "eq_sex"}
    assert sets.present(SET, make_document()) == frozenset()
