"""Whatever the survey and whatever the answers: the path ends, and leads back the way it came."""

from __future__ import annotations

import json
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from coprod_survey.questionnaire.answers import SKIPPED, is_answered
from coprod_survey.questionnaire.document import Section, SurveyDocument, decode, encode
from coprod_survey.questionnaire.journey import Journey
from coprod_survey.questionnaire.problem import Problem
from coprod_survey.questionnaire.questions import Question
from coprod_survey.questionnaire.rules import (
    All,
    Answered,
    AnyOf,
    Chosen,
    Compared,
    Condition,
    Not,
)
from coprod_survey.questionnaire.text import LANGUAGES
from tests.contracts.test_question_types import EXAMPLES

KINDS = [question for examples in EXAMPLES.values() for question, _sent in examples]
"""One or more questions of every kind that there is."""


@st.composite
def conditions(draw: st.DrawFn, before: list[Question], deep: int = 2) -> Condition:
    """A condition on the answers to some earlier question."""
    kind = draw(st.integers(0, 5 if deep else 2))
    if kind > 2:
        inner = st.lists(conditions(before, deep - 1), min_size=1, max_size=3).map(tuple)
        if kind == 3:
            return Not(of=draw(conditions(before, deep - 1)))
        return (All if kind == 4 else AnyOf)(of=draw(inner))
    question = draw(st.sampled_from(before))
    part = draw(st.sampled_from([p.code for p in question.parts] or [""]))
    options = [o.code for o in question.offered]
    if kind == 0 and options:
        how = draw(st.sampled_from(["any", "all", "none"]))
        some = draw(st.lists(st.sampled_from(options), min_size=1, max_size=2, unique=True))
        return Chosen(question=question.code, options=tuple(some), how=how, part=part)
    if kind == 1 and question.measurable:
        how = draw(st.sampled_from(["eq", "ne", "lt", "le", "gt", "ge"]))
        return Compared(question=question.code, number=draw(st.integers(0, 3)), how=how, part=part)
    return Answered(question=question.code, given=draw(st.booleans()))


@st.composite
def documents(draw: st.DrawFn) -> SurveyDocument:
    """A survey of a few pages with questions of any kind, some of them under conditions."""
    sections, before, number = [], [], 0
    for page in range(draw(st.integers(1, 4))):
        rule = draw(st.none() | conditions(before)) if before else None
        questions = []
        for _ in range(draw(st.integers(0, 4))):
            number += 1
            question: Any = replace(draw(st.sampled_from(KINDS)), code=f"q{number}")
            if question.asks:
                question = replace(question, required=draw(st.booleans()))
            if before and draw(st.booleans()):
                question = replace(question, show_when=draw(conditions(before)))
            questions.append(question)
            if question.counted:
                before.append(question)
        sections.append(Section(code=f"s{page}", questions=tuple(questions), show_when=rule))
    return SurveyDocument(sections=tuple(sections))


def somebody_answers(document: SurveyDocument, rng: Random) -> dict[str, Any]:
    """What one person would answer to every question of a survey, were they asked it."""
    answers = {}
    for code, question in document.questions.items():
        if not question.asks:
            continue
        skips = not question.required and rng.random() < 0.2
        answer = SKIPPED if skips else question.parse(question.sample(rng, "dŵr"))
        assert not isinstance(answer, Problem), (code, answer)
        answers[code] = answer
    return answers


def walk(
    document: SurveyDocument, wanted: dict[str, Any], answers: dict[str, Any]
) -> list[Journey]:
    """Answer page by page as wanted until the path has no page left; the journeys on the way."""
    journeys = [Journey(document, dict(answers))]
    while page := journeys[-1].next_page:
        # A follow-up may come or go with each answer, so each is given under the journey so far.
        unsaved = [q for q in page.asking if q.code not in answers]
        assert unsaved, "a page that is not saved has something to ask"
        for question in unsaved:
            answers[question.code] = wanted[question.code]
        journeys.append(Journey(document, dict(answers)))
        assert len(journeys) <= len(document.questions) + 1, "the journey never ends"
    return journeys


@given(documents(), st.randoms(use_true_random=False))
@settings(max_examples=150)
def test_a_journey_ends_and_never_shows_a_page_that_cannot_be_reached(
    document: SurveyDocument, rng: Random
) -> None:
    wanted = somebody_answers(document, rng)
    for journey in walk(document, wanted, {}):
        open_pages = [page.number for page in journey.pages if journey.may_visit(page.number)]
        following = journey.next_page
        if following:
            assert open_pages[-1] == following.number
            assert all(journey.is_saved(page) for page in journey.pages[: len(open_pages) - 1])
        for number in range(-1, len(document.sections) + 3):
            if number not in {page.number for page in journey.pages}:
                assert not journey.may_visit(number)
    assert journey.next_page is None
    assert journey.ended_by or not journey.lacking
    assert journey.is_complete is (journey.ended_by is None)


@given(documents(), st.randoms(use_true_random=False))
@settings(max_examples=150)
def test_back_is_the_inverse_of_next(document: SurveyDocument, rng: Random) -> None:
    journey = Journey(document, somebody_answers(document, rng))
    assert not journey.pages or journey.before(journey.pages[0].number) is None
    for page in journey.pages:
        following = journey.after(page.number)
        if following:
            assert journey.before(following.number) == page


@given(documents(), st.randoms(use_true_random=False))
@settings(max_examples=150)
def test_answering_again_in_any_order_gives_the_same_final_set(
    document: SurveyDocument, rng: Random
) -> None:
    wanted = somebody_answers(document, rng)
    straight = walk(document, wanted, {})[-1]
    answers = somebody_answers(document, rng)  # somebody who first answered quite differently
    for _turn in range(len(document.questions) + 1):
        codes = [q.code for q in Journey(document, answers).questions]
        rng.shuffle(codes)
        for code in codes:
            on_path = {q.code for q in Journey(document, answers).questions}
            if code in on_path:
                answers[code] = wanted[code]
    again = walk(document, wanted, answers)[-1]
    assert again.on_path() == straight.on_path()
    assert again.ended_by == straight.ended_by


@given(documents(), st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_what_fell_off_the_path_is_kept_and_not_counted(
    document: SurveyDocument, rng: Random
) -> None:
    answers = somebody_answers(document, rng)
    journey = Journey(document, answers)
    off = set(answers) - {q.code for q in journey.questions}
    assert off.isdisjoint(journey.on_path())
    without = Journey(document, {c: a for c, a in answers.items() if c not in off})
    assert without.on_path() == journey.on_path()


@given(documents())
@settings(max_examples=60)
def test_a_survey_is_the_same_after_it_was_stored(document: SurveyDocument) -> None:
    assert decode(encode(document)) == document
    numbers = list(document.numbers.values())
    assert len(set(numbers)) == len(numbers)
    assert set(document.numbers) == {c for c, q in document.questions.items() if q.asks}


@given(st.sampled_from(KINDS), st.data())
@settings(max_examples=400)
def test_whatever_a_form_sends_is_an_answer_or_a_problem(
    question: Any, data: st.DataObject
) -> None:
    known = [o.code for o in (*question.offered, *question.parts)] or ["x"]
    value = st.text(max_size=40) | st.sampled_from(
        [
            *known,
            "",
            "0",
            "-1",
            "31",
            "2024",
            "yes",
            "CF10 1AA",
            "9" * 400,
            "=1+1",
            "\x00",
            "\ud800",
        ]
    )
    raw = {
        name: data.draw(st.lists(value, max_size=3))
        for name in question.fields
        if data.draw(st.booleans())
    }
    answer = question.parse(raw)
    if isinstance(answer, Problem):
        assert answer.message
        assert answer.field.startswith(f"q-{question.code}")
        return
    assert json.loads(json.dumps(answer)) == answer
    if not is_answered(answer):
        return
    assert question.parse(question.raw(answer)) == answer
    for lang in LANGUAGES:
        assert question.show(answer, lang)
    if question.counted:
        assert len(question.cells(answer, "cy")) == len(question.columns())
        assert list(question.summaries(question.tally(answer)))
