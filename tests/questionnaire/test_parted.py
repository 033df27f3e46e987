"""Questions of several parts: what people may leave out, and what designers do to their lists."""

from __future__ import annotations

from typing import Any, cast

import pytest
from msgspec.structs import replace

from coprod_survey.questionnaire import changes, edits
from coprod_survey.questionnaire.answers import SKIPPED
from coprod_survey.questionnaire.checks import check
from coprod_survey.questionnaire.document import Section, SurveyDocument, decode, encode
from coprod_survey.questionnaire.joined import Joined
from coprod_survey.questionnaire.merging import merge
from coprod_survey.questionnaire.problem import Problem
from coprod_survey.questionnaire.questions import ShortText, Statements
from coprod_survey.questionnaire.rules import Chosen, Compared
from coprod_survey.questionnaire.text import Text
from tests.factories import make_document, option

POINTS = (
    option("no", "Na", "No", value=1),
    option("yes", "Ydw", "Yes", value=2),
    option("dk", "Ddim yn gwybod", "Don’t know", role="dont_know"),
)
AGREE = Statements(
    code="agree",
    text=Text.both("Ydych chi’n cytuno?", "Do you agree?"),
    statements=(
        option("heard", "Cefais fy nghlywed.", "I was heard."),
        option("safe", "Roeddwn i’n ddiogel", "I was safe"),
        option("fair", "Roedd yn deg", "It was fair"),
    ),
    options=POINTS,
)
NEEDED = replace(AGREE, required=True)


def survey(question: Any = AGREE, *more: Any) -> SurveyDocument:
    """The factories' survey with this question and others on its first page."""
    section = Section(code="s", title=Text.both("Un", "One"), questions=(question, *more))
    return make_document(sections=(section,))


def agree(document: SurveyDocument) -> Statements:
    return cast(Statements, document.questions["agree"])


@pytest.mark.parametrize(
    ("sent", "answer"),
    [
        (
            {"q-agree-safe": ["yes"], "q-agree-heard": ["no"]},
            {"parts": {"heard": "no", "safe": "yes"}},
        ),
        ({"q-agree-fair": ["dk"]}, {"parts": {"fair": "dk"}}),
        ({"q-agree-fair": ["maybe"]}, SKIPPED),
        ({"q-agree-gone": ["yes"]}, SKIPPED),
        ({"q-agree": ["yes"]}, SKIPPED),
        ({}, SKIPPED),
    ],
)
def test_some_statements_may_be_left_out(sent: Any, answer: Any) -> None:
    assert AGREE.parse(sent) == answer
    assert AGREE.parse(AGREE.raw(answer)) == answer


@pytest.mark.parametrize(
    ("answered", "field", "count"),
    [
        ((), "q-agree-heard", 3),
        (("heard",), "q-agree-safe", 2),
        (("heard", "fair"), "q-agree-safe", 1),
    ],
)
def test_the_first_statement_without_an_answer_is_named_where_each_needs_one(
    answered: tuple[str, ...], field: str, count: int
) -> None:
    problem = NEEDED.parse({f"q-agree-{part}": ["yes"] for part in answered})
    assert isinstance(problem, Problem)
    assert (problem.field, problem.params["count"]) == (field, count)
    assert field in NEEDED.fields
    assert ("%(count)s" in problem.message) is (count > 1)


def test_an_answer_is_shown_statement_by_statement() -> None:
    answer = {"parts": {"heard": "yes", "fair": "dk"}}
    assert AGREE.show(answer, "en") == ["I was heard: Yes", "It was fair: Don’t know"]
    assert AGREE.show(answer, "cy")[0] == "Cefais fy nghlywed: Ydw"


def test_conditions_look_at_one_statement() -> None:
    answer = {"parts": {"heard": "yes", "fair": "dk"}}
    assert AGREE.codes(answer, "heard") == {"yes"}
    assert AGREE.codes(answer, "safe") == frozenset()
    assert (AGREE.amount(answer, "heard"), AGREE.amount(answer, "fair")) == (2, None)


@pytest.mark.parametrize("question", [AGREE, NEEDED])
def test_rules_about_two_statements_are_found_possible_or_not(question: Statements) -> None:
    def possible(*rules: Any) -> bool:
        follow_up = ShortText(code="why", text=Text.both("Pam?", "Why?"))
        document = survey(question, follow_up)
        from coprod_survey.questionnaire.rules import All

        return not check(edits.set_rule(document, question="why", rule=All(of=rules)))

    heard = Chosen(question="agree", part="heard", options=("yes",))
    assert possible(heard, Compared(question="agree", part="safe", how="lt", number=2))
    assert not possible(heard, Compared(question="agree", part="heard", how="lt", number=2))


@pytest.mark.parametrize(
    ("question", "place"),
    [
        (replace(AGREE, statements=()), "statements"),
        (replace(AGREE, statements=(*AGREE.statements, option("x", "X", "it was fair"))), "x"),
        (replace(AGREE, options=POINTS[:1]), "options"),
        (replace(AGREE, options=(*POINTS[:2], option("o", "O", "O", role="other"))), "options.o"),
        (replace(AGREE, options=(*POINTS[:2], option("o", "O", "O"))), "options.o"),
    ],
)
def test_statements_that_cannot_be_asked_say_so_before_publishing(
    question: Statements, place: str
) -> None:
    assert check(survey()) == []
    assert any(place in p.place for p in check(survey(question)))


def test_a_statement_without_words_is_named_by_its_number() -> None:
    document = edits.add_option(survey(), "agree", "statements")
    [problem] = check(document)
    assert problem.place == "question.agree.statements.statement_1"
    assert problem.params == {"number": 4}


def test_statements_are_added_worded_moved_and_deleted_like_options() -> None:
    document = edits.add_option(survey(), "agree", "statements")
    rule = Chosen(question="agree", part="statement_1", options=("yes",))
    document = edits.set_rule(document, section="s", rule=rule)
    worded = option("statement_1", "Roedd croeso", "I was welcome")
    document = edits.write_option(document, "agree", worded, "statements")
    assert [s.code for s in agree(document).statements] == ["heard", "safe", "fair", "welcome"]
    assert cast(Chosen, document.sections[0].show_when).part == "welcome"
    document = edits.move_option(document, "agree", "welcome", -1, "statements")
    document = edits.delete_option(document, "agree", "heard", "statements")
    assert [s.code for s in agree(document).statements] == ["safe", "welcome", "fair"]
    assert agree(document).options == POINTS
    assert decode(encode(document)) == document


def test_statements_that_two_people_add_both_stay() -> None:
    def adding(code: str) -> SurveyDocument:
        more = (*AGREE.statements, option(code, code, code))
        return edits.write_question(survey(), "agree", replace(AGREE, statements=more))

    merged, clashes = merge(survey(), adding("mine"), adding("theirs"))
    assert clashes == []
    codes = [s.code for s in agree(merged).statements]
    assert codes == ["heard", "safe", "fair", "theirs", "mine"]


def test_a_statement_reworded_by_two_people_is_told_at_its_place() -> None:
    def wording(en: str) -> SurveyDocument:
        row = option("safe", "Roeddwn i’n ddiogel", en)
        return edits.write_option(survey(), "agree", row, "statements")

    _merged, clashes = merge(survey(), wording("Mine"), wording("Theirs"))
    assert {c.place for c in clashes} == {"question.agree.statements.safe.text"}


def test_a_statement_that_an_older_version_had_is_joined_behind_the_others() -> None:
    newer = survey(replace(AGREE, statements=AGREE.statements[1:]))
    joined = cast(Statements, Joined({1: survey(), 2: newer}).questions["agree"])
    assert [s.code for s in joined.statements] == ["safe", "fair", "heard"]
    assert joined.options == POINTS


def test_changes_to_statements_are_told() -> None:
    longer = (*AGREE.statements, option("new", "Newydd", "New"))
    for after, message, breaks in (
        (replace(AGREE, statements=longer), changes.PARTS_ADDED, False),
        (replace(AGREE, statements=AGREE.statements[1:]), changes.PARTS_DELETED, True),
        (replace(AGREE, statements=AGREE.statements[::-1]), changes.PARTS_MOVED, False),
        (replace(AGREE, options=POINTS[:2]), changes.OPTIONS_DELETED, True),
    ):
        [change] = changes.changes(survey(), survey(after))
        assert (change.message, change.breaks) == (message, breaks)
