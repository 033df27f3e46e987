"""The path through a survey."""

from __future__ import annotations

from coprod_survey.questionnaire.answers import SKIPPED
from coprod_survey.questionnaire.document import Section
from coprod_survey.questionnaire.journey import Journey
from tests.factories import make_document

FIRST = {"heard": {"chosen": ["yes"]}, "formats": SKIPPED, "voice": SKIPPED}
SECOND = {"hours": 3, "word": SKIPPED, "change": SKIPPED}


def test_a_new_journey_begins_at_the_first_page() -> None:
    journey = Journey(make_document(), {})
    assert journey.next_page and journey.next_page.number == 1
    assert journey.may_visit(1)
    assert not journey.may_visit(2)
    assert not journey.is_complete


def test_a_saved_page_opens_the_next_one() -> None:
    journey = Journey(make_document(), FIRST)
    assert journey.may_visit(2)
    assert journey.next_page and journey.next_page.number == 2


def test_a_required_question_that_was_left_for_the_end_still_needs_its_answer() -> None:
    journey = Journey(make_document(), {**FIRST, **SECOND, "heard": SKIPPED})
    assert journey.next_page is None
    assert [q.code for q in journey.lacking] == ["heard"]
    assert not journey.is_complete


def test_the_journey_is_complete_when_every_page_is_saved() -> None:
    assert Journey(make_document(), {**FIRST, **SECOND}).is_complete


def test_back_is_the_inverse_of_next() -> None:
    journey = Journey(make_document(), {})
    after = journey.after(1)
    assert after is not None
    before = journey.before(after.number)
    assert before is not None and before.number == 1
    assert journey.before(1) is None
    assert journey.after(2) is None


def test_a_section_without_questions_is_not_on_the_path_and_numbers_stay() -> None:
    document = make_document()
    with_gap = make_document(
        sections=(document.sections[0], Section(code="gap"), document.sections[1])
    )
    journey = Journey(with_gap, {})
    assert [page.number for page in journey.pages] == [1, 3]
    assert not journey.may_visit(2)


def test_answers_to_questions_that_are_gone_stay_out() -> None:
    journey = Journey(make_document(), {**FIRST, "gone": "x"})
    assert "gone" not in journey.on_path()
