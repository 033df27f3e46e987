"""Responses can be made for any survey, and every answer is one that its question accepts."""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random

import msgspec
import pytest

from coprod_survey.demo.responses import make_responses
from coprod_survey.questionnaire import library
from coprod_survey.questionnaire.answers import is_answered
from coprod_survey.questionnaire.document import Section, SurveyDocument
from coprod_survey.questionnaire.journey import Journey
from coprod_survey.questionnaire.questions import Contact, Note, Number, Option, Scale
from coprod_survey.questionnaire.text import Text
from tests.factories import make_document

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def required(document: SurveyDocument) -> SurveyDocument:
    """The same survey with every question required."""
    sections = tuple(
        msgspec.structs.replace(
            s, questions=tuple(msgspec.structs.replace(q, required=True) for q in s.questions)
        )
        for s in document.sections
    )
    return msgspec.structs.replace(document, sections=sections)


@pytest.mark.parametrize(
    "document",
    [make_document(), required(make_document()), *map(library.load, library.names())],
    ids=["small", "all required", *library.names()],
)
def test_every_answer_is_accepted(document):
    for response in make_responses(document, 60, Random(7), at=AT):
        journey = Journey(document, response["answers"])
        assert journey.is_complete or response["completed_at"] is None
        for code, answer in response["answers"].items():
            if is_answered(answer):
                question = document.question(code)
                assert question.parse(question.raw(answer)) == answer


def test_every_kind_of_question_gets_an_answer():
    document = required(make_document())
    (response,) = make_responses(document, 1, Random(7), at=AT, unfinished=0)
    answered = {document.question(code).type for code in response["answers"]}
    assert answered == {question.type for question in document.questions.values()}


def test_people_who_are_made_up_leave_no_contact_and_answer_no_note():
    words = Text.both("Geiriau", "Words")
    more = Section(code="x", questions=(Note(code="n", text=words), Contact(code="c", text=words)))
    document = make_document(sections=(more, *make_document().sections))
    for response in make_responses(document, 20, Random(7), at=AT):
        assert not {"n", "c"} & set(response["answers"])


def test_numbers_stay_within_narrow_limits_and_long_scales_are_used_to_the_end():
    points = tuple(
        Option(code=f"p{n}", text=Text.both(f"Gris {n}", f"Step {n}"), value=n) for n in range(11)
    )
    questions = (
        Number(code="narrow", text=Text.both("Faint?", "How many?"), least=0.5, most=1.4),
        Number(code="part", text=Text.both("Pa ran?", "What part?"), least=0, most=1, whole=False),
        Scale(code="long", text=Text.both("Pa mor uchel?", "How high?"), options=points),
    )
    section = Section(code="only", title=Text.both("Un", "One"), questions=questions)
    document = SurveyDocument(title=Text.both("Prawf", "Test"), sections=(section,))
    rows = [r["answers"] for r in make_responses(document, 300, Random(7), at=AT)]
    assert {row["narrow"] for row in rows if is_answered(row["narrow"])} == {1}
    chosen = {row["long"]["chosen"][0] for row in rows if is_answered(row["long"])}
    assert len(chosen) >= 9


def test_the_same_seed_makes_the_same_people_whatever_else_is_random():
    document = library.load("evaluation")
    first, again = (make_responses(document, 20, Random(1), at=AT) for _ in range(2))
    assert first == again
    assert first != make_responses(document, 20, Random(2), at=AT)


def test_nobody_answers_what_their_answers_keep_from_them():
    document = library.load("every-kind")
    for response in make_responses(document, 60, Random(7), at=AT):
        journey = Journey(document, response["answers"])
        assert set(response["answers"]) <= {question.code for question in journey.questions}
