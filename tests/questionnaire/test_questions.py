"""What each kind of question makes of what people send."""

from __future__ import annotations

import pytest

from coprod_survey.questionnaire.answers import SKIPPED
from coprod_survey.questionnaire.problem import Problem
from coprod_survey.questionnaire.questions import (
    BaseQuestion,
    LongText,
    MultipleChoice,
    Number,
    Scale,
    ShortText,
    SingleChoice,
)
from tests.factories import option

OPTIONS = (
    option("bus", "Bws", "Bus"),
    option("walk", "Cerdded", "On foot"),
    option("none", "Dim un", "None of these", role="exclusive"),
    option("else", "Arall", "Other", role="other"),
)
ONE = SingleChoice(code="q", options=OPTIONS)
MANY = MultipleChoice(code="q", options=OPTIONS, most=2)
POINTS = Scale(
    code="q", options=(option("a", "Dim", "None", value=1), option("b", "Llawer", "Much", value=2))
)
HOURS = Number(code="q", least=0, most=1000)
EXACT = Number(code="q", whole=False, least=-2.5)
WORD = ShortText(code="q", limit=10)
STORY = LongText(code="q", limit=10)


@pytest.mark.parametrize(
    ("question", "sent", "answer"),
    [
        (ONE, ["bus"], {"chosen": ["bus"]}),
        (ONE, ["bus", "walk"], {"chosen": ["bus"]}),
        (ONE, ["boat"], SKIPPED),
        (ONE, [], SKIPPED),
        (MANY, ["walk", "bus"], {"chosen": ["bus", "walk"]}),
        (MANY, ["none"], {"chosen": ["none"]}),
        (POINTS, ["b"], {"chosen": ["b"]}),
        (HOURS, ["12"], 12),
        (HOURS, [" 1 000 "], 1000),
        (HOURS, ["1,000"], 1000),
        (HOURS, ["12.0"], 12),
        (HOURS, [""], SKIPPED),
        (EXACT, ["−2.5"], -2.5),
        (EXACT, ["0.1"], 0.1),
        (WORD, ["  two\r\n words "], "two words"),
        (STORY, ["a\r\nb\x00\rc"], "a\nb\nc"),
        (STORY, ["=1+1"], "=1+1"),
        (STORY, ["ŵŷ 😀"], "ŵŷ 😀"),
        (STORY, ["   "], SKIPPED),
    ],
)
def test_what_was_sent_becomes_an_answer(
    question: BaseQuestion, sent: list[str], answer: object
) -> None:
    assert question.parse({"q-q": sent}) == answer


@pytest.mark.parametrize(
    ("question", "sent", "message"),
    [
        (MANY, ["none", "bus"], "Choose either"),
        (MANY, ["bus", "walk", "else"], "Choose at most"),
        (HOURS, ["twelve"], "in figures"),
        (HOURS, ["1e3"], "in figures"),
        (HOURS, ["NaN"], "in figures"),
        (HOURS, ["9" * 400], "in figures"),
        (HOURS, ["1.5"], "whole number"),
        (HOURS, ["-1"], "or more"),
        (HOURS, ["1001"], "or less"),
        (WORD, ["12345678901"], "Shorten your answer"),
        (STORY, ["12345678901"], "Shorten your answer"),
    ],
)
def test_what_cannot_be_an_answer_is_explained(
    question: BaseQuestion, sent: list[str], message: str
) -> None:
    problem = question.parse({"q-q": sent})
    assert isinstance(problem, Problem)
    assert message in problem.message
    assert problem.field == "q-q"


@pytest.mark.parametrize("kind", [SingleChoice, MultipleChoice, Scale, Number, ShortText, LongText])
def test_a_required_question_asks_for_an_answer(kind: type[BaseQuestion]) -> None:
    assert isinstance(kind(code="q", required=True).parse({}), Problem)


def test_other_keeps_what_was_said_and_only_when_it_was_chosen() -> None:
    raw = {"q-q": ["else"], "q-q-else-other": [" by boat "]}
    assert ONE.parse(raw) == {"chosen": ["else"], "other": "by boat"}
    assert ONE.parse({**raw, "q-q": ["bus"]}) == {"chosen": ["bus"]}
    too_much = ONE.parse({**raw, "q-q-else-other": ["x" * 201]})
    assert isinstance(too_much, Problem)
    assert too_much.field == "q-q-else-other"


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (ONE, {"chosen": ["else"], "other": "by boat"}),
        (MANY, {"chosen": ["bus", "else"], "other": "cwch"}),
        (POINTS, {"chosen": ["a"]}),
        (HOURS, 12),
        (EXACT, 0.1),
        (WORD, "two words"),
        (STORY, "a\nb"),
    ],
)
def test_an_answer_put_back_into_the_form_is_the_same_answer(
    question: BaseQuestion, answer: object
) -> None:
    assert question.parse(question.raw(answer)) == answer


def test_answers_are_shown_in_either_language() -> None:
    answer = {"chosen": ["bus", "else"], "other": "cwch"}
    assert MANY.show(answer, "cy") == ["Bws", "Arall: cwch"]
    assert MANY.show(answer, "en") == ["Bus", "Other: cwch"]
    assert HOURS.show(3, "cy") == ["3"]


@pytest.mark.parametrize(
    ("question", "message"),
    [
        (SingleChoice(code="q", options=OPTIONS[:1]), "at least two options"),
        (
            SingleChoice(code="q", options=(option("a", "Un", "One"), option("b", "un", "Two"))),
            "same words",
        ),
        (MultipleChoice(code="q", options=OPTIONS, most=9), "most that can be chosen"),
        (
            Scale(code="q", options=(option("a", "Un", "One"), option("b", "Dau", "Two"))),
            "needs a number",
        ),
        (Scale(code="q", options=tuple(option(c, c, c, value=1) for c in "ab")), "must all differ"),
        (Number(code="q", least=5, most=1), "smallest"),
        (LongText(code="q", limit=0), "limit"),
    ],
)
def test_a_question_that_cannot_be_asked_says_so_before_publishing(
    question: BaseQuestion, message: str
) -> None:
    assert any(message in problem.message for problem in question.check())
