"""Rules that cannot work are found before publishing, each by its own words."""

from __future__ import annotations

import time

import pytest

from coprod_survey.questionnaire import rules
from coprod_survey.questionnaire.checks import check
from coprod_survey.questionnaire.document import Section, SurveyDocument
from coprod_survey.questionnaire.questions import (
    LongText,
    MultipleChoice,
    Number,
    Question,
    Scale,
    SingleChoice,
)
from coprod_survey.questionnaire.reach import check_rules
from coprod_survey.questionnaire.rules import (
    All,
    Answered,
    AnyOf,
    Chosen,
    Compared,
    Condition,
    InGroup,
    Not,
)
from coprod_survey.questionnaire.text import Text
from tests.factories import make_document, option

OPTIONS = tuple(option(code, f"{code} cy", f"{code} en") for code in "abc")
WORDS = Text.both("Beth?", "What?")


def one(code: str, **values: object) -> SingleChoice:
    return SingleChoice(code=code, text=WORDS, options=OPTIONS, **values)  # type: ignore[arg-type]


def survey(*sections: tuple[Question, ...], **values: object) -> SurveyDocument:
    return SurveyDocument(
        sections=tuple(
            Section(code=f"s{n}", title=WORDS, questions=questions)
            for n, questions in enumerate(sections, 1)
        ),
        **values,  # type: ignore[arg-type]
    )


def chosen(question: str, *options: str, **values: object) -> Chosen:
    return Chosen(question=question, options=options, **values)  # type: ignore[arg-type]


def ruled(condition: Condition) -> SurveyDocument:
    """A survey whose last question is shown under a condition."""
    first = (
        one("first", required=True),
        MultipleChoice(
            code="many", text=WORDS, options=(*OPTIONS, option("none", "x", "y", role="exclusive"))
        ),
        Number(code="hours", text=WORDS, least=0, most=10),
        Scale(
            code="scale",
            text=WORDS,
            options=tuple(option(f"p{n}", f"{n}", f"{n}", value=n) for n in (1, 2, 3)),
        ),
        LongText(code="words", text=WORDS),
    )
    return survey(first, (one("last", show_when=condition),), group_question="first")


@pytest.mark.parametrize(
    "condition",
    [
        chosen("first", "a"),
        chosen("first", "a", "b", how="none"),
        Not(of=chosen("first", "a")),
        chosen("many", "a", "b", "c", how="all"),
        All(of=(chosen("many", "a"), chosen("many", "b", how="none"))),
        All(of=(chosen("first", "a"), chosen("many", "none"))),
        Compared(question="hours", number=10, how="ge"),
        Compared(question="hours", number=0, how="eq"),
        All(of=(Compared(question="hours", number=3, how="gt"), Compared(question="hours", number=5, how="lt"))),
        Compared(question="scale", number=3, how="ge"),
        Answered(question="words"),
        Answered(question="words", given=False),
        InGroup(groups=("a", "b")),
        AnyOf(of=(All(of=(chosen("first", "a"), chosen("first", "b"))), chosen("first", "c"))),
    ],
)  # fmt: skip
def test_a_rule_that_can_come_true_is_no_problem(condition: Condition) -> None:
    assert check_rules(ruled(condition)) == []


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (chosen("gone", "a"), "not in the survey"),
        (chosen("last", "a"), "its own question"),
        (chosen("first", "z"), "an option that is not there"),
        (chosen("first"), "names no option"),
        (InGroup(groups=("z",)), "an option that is not there"),
        (Compared(question="first", number=1), "not a number"),
        (Compared(question="words", number=1), "not a number"),
        (chosen("words", "a"), "an option that is not there"),
        (chosen("first", "a", part="p"), "which of several statements"),
        (All(of=()), "empty group"),
        (All(of=(chosen("first", "a"), chosen("first", "b"))), "never be shown"),
        (Answered(question="first", given=False), "never be shown"),
        (chosen("first", "a", "b", "c", how="none"), "never be shown"),
        (chosen("many", "a", "none", how="all"), "never be shown"),
        (Compared(question="hours", number=10, how="gt"), "never be shown"),
        (
            All(
                of=(
                    Compared(question="hours", number=5, how="lt"),
                    Compared(question="hours", number=5, how="gt"),
                )
            ),
            "never be shown",
        ),
        (
            All(
                of=(
                    Compared(question="hours", number=3, how="gt"),
                    Compared(question="hours", number=4, how="lt"),
                )
            ),
            "never be shown",
        ),
        (All(of=(Answered(question="words"), Not(of=Answered(question="words")))), "never be"),
    ],
)
def test_a_rule_that_cannot_work_is_named(condition: Condition, words: str) -> None:
    [problem] = check_rules(ruled(condition))
    assert words in problem.message
    assert problem.place == "question.last.show_when"
    assert problem in check(ruled(condition))


def test_a_group_rule_needs_a_question_that_asks_for_the_group() -> None:
    document = survey((one("first"),), (one("last", show_when=InGroup(groups=("a",))),))
    [problem] = check_rules(document)
    assert "no question asks for it" in problem.message


def test_a_rule_may_not_look_at_a_later_question() -> None:
    document = survey((one("first", show_when=chosen("last", "a")), one("last")))
    [problem] = check_rules(document)
    assert "comes later" in problem.message


def test_a_circle_of_rules_is_named_as_one() -> None:
    document = survey(
        (one("first", show_when=chosen("second", "a")),),
        (one("second", show_when=chosen("third", "a")),),
        (one("third", show_when=chosen("first", "a")),),
    )
    messages = [p.message for p in check_rules(document)]
    assert sum("wait for each other" in m for m in messages) == 2
    assert len(messages) == 2  # third looks back at first: by itself that is well


def test_a_page_may_not_look_at_its_own_questions() -> None:
    document = survey((one("first"),), (one("second"), one("third")))
    sections = (
        document.sections[0],
        Section(code="s2", title=WORDS, questions=document.sections[1].questions,
                show_when=chosen("third", "a")),
    )  # fmt: skip
    [problem] = check_rules(SurveyDocument(sections=sections))
    assert "wait for each other" in problem.message
    assert problem.place == "section.s2.show_when"


def test_a_contradiction_is_found_across_questions_and_pages() -> None:
    document = survey(
        (one("first", required=True),),
        (one("second", show_when=chosen("first", "a")),),
        (
            one(
                "third",
                show_when=All(of=(Answered(question="second"), Not(of=chosen("first", "a")))),
            ),
        ),
    )
    [problem] = check_rules(document)
    assert problem.place == "question.third.show_when"
    assert "never be shown" in problem.message


def test_what_hangs_on_a_page_that_cannot_be_shown_cannot_be_shown_either() -> None:
    impossible = All(of=(chosen("first", "a"), chosen("first", "b")))
    document = SurveyDocument(
        sections=(
            Section(code="s1", title=WORDS, questions=(one("first"),)),
            Section(code="s2", title=WORDS, questions=(one("second"),), show_when=impossible),
            Section(
                code="s3",
                title=WORDS,
                questions=(one("third", show_when=Answered(question="second")),),
            ),
        )
    )
    assert [p.place for p in check_rules(document)] == [
        "section.s2.show_when",
        "question.third.show_when",
    ]


def test_rules_that_hang_on_each_other_in_a_long_row_are_checked_in_good_time() -> None:
    questions = [one("q0", required=True)]
    for n in range(1, 150):
        questions.append(one(f"q{n}", show_when=chosen(f"q{n - 1}", "a")))
    began = time.perf_counter()
    assert check_rules(survey(*[tuple(questions[n : n + 10]) for n in range(0, 150, 10)])) == []
    assert time.perf_counter() - began < 5


def test_a_contradiction_among_many_questions_is_found_in_good_time() -> None:
    asked = [one(f"q{n}", required=True) for n in range(12)]
    wanted = [chosen(question.code, "c") for question in asked]
    contradiction = All(of=(*wanted, All(of=(Not(of=chosen("q11", "c")),))))
    long = [one(f"r{n}", show_when=All(of=tuple(wanted))) for n in range(150)]
    document = survey(tuple(asked), (*long, one("never", show_when=contradiction)))
    began = time.process_time()
    assert [problem.place for problem in check_rules(document)] == ["question.never.show_when"]
    assert time.process_time() - began < 2


def test_the_usual_survey_has_no_rules_to_find_fault_with() -> None:
    assert check_rules(make_document()) == []
    assert rules.DEEPEST >= 3
