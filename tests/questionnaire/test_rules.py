"""When a condition holds, and what it looks at."""

from __future__ import annotations

import msgspec
import pytest

from coprod_survey.questionnaire import rules
from coprod_survey.questionnaire.answers import SKIPPED
from coprod_survey.questionnaire.document import DocumentError, Section, decode, encode
from coprod_survey.questionnaire.questions import MultipleChoice, Number, Scale, SingleChoice
from coprod_survey.questionnaire.rules import (
    All,
    Answered,
    Answering,
    AnyOf,
    Chosen,
    Compared,
    Condition,
    InGroup,
    Not,
)
from tests.factories import make_document, option

OPTIONS = tuple(option(code, code, code) for code in "abc")
QUESTIONS = {
    "one": SingleChoice(code="one", options=OPTIONS),
    "many": MultipleChoice(code="many", options=OPTIONS),
    "hours": Number(code="hours"),
    "scale": Scale(code="scale", options=tuple(option(f"p{n}", "", "", value=n) for n in (1, 2))),
    "group": SingleChoice(code="group", options=OPTIONS),
}
ANSWERS = {
    "one": {"chosen": ["a"]},
    "many": {"chosen": ["a", "b"]},
    "hours": 12,
    "scale": {"chosen": ["p2"]},
    "group": {"chosen": ["b"]},
    "left": SKIPPED,
}
A = Chosen(question="one", options=("a",))
B = Chosen(question="one", options=("b",))


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (None, True),
        (A, True),
        (B, False),
        (Chosen(question="one", options=("b", "a")), True),
        (Chosen(question="one", options=("b", "c"), how="none"), True),
        (Chosen(question="one", options=("a",), how="none"), False),
        (Chosen(question="many", options=("a", "b"), how="all"), True),
        (Chosen(question="many", options=("a", "c"), how="all"), False),
        (Chosen(question="many", options=("c", "b")), True),
        (Chosen(question="many", options=("c",), how="none"), True),
        (Chosen(question="left", options=("a",)), False),
        (Chosen(question="left", options=("a",), how="none"), False),
        (Chosen(question="gone", options=("a",)), False),
        (Answered(question="one"), True),
        (Answered(question="left"), False),
        (Answered(question="left", given=False), True),
        (Answered(question="gone", given=False), True),
        (Compared(question="hours", number=12), True),
        (Compared(question="hours", number=12, how="ne"), False),
        (Compared(question="hours", number=12.5, how="lt"), True),
        (Compared(question="hours", number=12, how="lt"), False),
        (Compared(question="hours", number=12, how="le"), True),
        (Compared(question="hours", number=11, how="gt"), True),
        (Compared(question="hours", number=12, how="ge"), True),
        (Compared(question="scale", number=2), True),
        (Compared(question="one", number=1, how="ne"), False),
        (Compared(question="gone", number=1, how="ne"), False),
        (InGroup(groups=("b", "c")), True),
        (InGroup(groups=("a",)), False),
        (All(of=(A, Not(of=B))), True),
        (All(of=(A, B)), False),
        (AnyOf(of=(B, A)), True),
        (AnyOf(of=(B, Not(of=A))), False),
        (Not(of=AnyOf(of=(B, All(of=(B, A))))), True),
    ],
)
def test_a_condition_holds_for_some_answers_only(
    condition: Condition | None, expected: bool
) -> None:
    given = Answering(ANSWERS, QUESTIONS, "group")
    assert rules.holds(condition, given) is expected


def test_a_condition_says_what_it_looks_at() -> None:
    condition = All(of=(A, Not(of=Compared(question="hours", number=1)), InGroup(groups=("a",))))
    assert rules.refers_to(condition, "group") == {"one", "hours", "group"}
    assert rules.refers_to(None) == frozenset()
    assert [rules.depth(c) for c in (None, A, Not(of=A), condition)] == [0, 1, 2, 3]


def test_a_condition_follows_codes_that_change() -> None:
    condition = AnyOf(
        of=(A, Not(of=Answered(question="one")), Compared(question="hours", number=1))
    )
    assert rules.renamed(condition, "one", "uno", {"a": "alpha"}) == AnyOf(
        of=(
            Chosen(question="uno", options=("alpha",)),
            Not(of=Answered(question="uno")),
            Compared(question="hours", number=1),
        )
    )
    assert rules.renamed(InGroup(groups=("a",)), "one", "uno") == InGroup(groups=("a",))


def test_a_survey_with_rules_is_stored_and_read_unchanged() -> None:
    condition = AnyOf(of=(A, Not(of=All(of=(InGroup(groups=("x",)), Answered(question="one"))))))
    [first, second] = make_document().sections
    document = make_document(sections=(first, msgspec.structs.replace(second, show_when=condition)))
    assert decode(encode(document)) == document


def test_conditions_that_stand_too_deep_in_each_other_are_not_read() -> None:
    condition: Condition = A
    for _ in range(rules.DEEPEST):
        condition = Not(of=condition)
    document = make_document(sections=(Section(code="s", show_when=condition),))
    with pytest.raises(DocumentError, match="too deep"):
        decode(encode(document))
