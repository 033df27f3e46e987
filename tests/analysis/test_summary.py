"""Tables of results: counts, percentages and bases, and what they keep to themselves."""

from __future__ import annotations

import msgspec
import pytest

from coprod_survey.analysis.summary import (
    FEW_WERE_ASKED,
    SEVERAL,
    SMALL_BASE,
    fact_table,
    question_tables,
    tables_of,
)
from coprod_survey.analysis.table import HIDDEN, NOT_APPLICABLE, Table
from coprod_survey.analysis.tally import SurveyTally
from coprod_survey.questionnaire.answers import SKIPPED
from coprod_survey.questionnaire.document import Section, SurveyDocument
from coprod_survey.questionnaire.joined import Joined
from coprod_survey.questionnaire.questions import Date, PostcodeArea, Question
from coprod_survey.questionnaire.rules import Chosen
from coprod_survey.questionnaire.text import Text
from tests.factories import make_document, option

JOINED = Joined({1: make_document()})


def table(code: str, answers: list[object]) -> Table:
    """The table of one question of the factories' survey, for these answers."""
    tally = SurveyTally()
    for answer in answers:
        tally.add(JOINED, JOINED.asked(1, {code: answer}))
    [only] = tables_of(JOINED, code, tally)
    return only


def figures(found: Table) -> list[tuple[object, ...]]:
    """The rows of a table without their first cells."""
    return [row[1:] for row in found.rows]


def chosen(*codes: str) -> dict[str, list[str]]:
    return {"chosen": list(codes)}


def test_a_choice_shows_counts_percentages_and_the_base() -> None:
    found = table("heard", [chosen("yes")] * 15 + [chosen("no")] * 5 + [SKIPPED] * 3)
    assert figures(found) == [(15, 75, 20), (5, 25, 20), (0, 0, 20)]
    assert found.base == 20
    assert found.notes == ()


def test_two_options_hide_each_other() -> None:
    found = table("heard", [chosen("yes")] * 15 + [chosen("no")] * 4)
    assert figures(found) == [(HIDDEN, HIDDEN, 19), (HIDDEN, HIDDEN, 19), (0, 0, 19)]
    assert found.hides


def test_percentages_of_few_people_are_hidden_and_a_note_says_so() -> None:
    found = table("heard", [chosen("yes")] * 7)
    assert figures(found) == [(7, HIDDEN, 7), (0, HIDDEN, 7), (0, HIDDEN, 7)]
    assert found.notes == (SMALL_BASE,)


def test_several_answers_say_that_they_do_not_add_up() -> None:
    found = table("formats", [chosen("easy", "large")] * 12 + [chosen("none")] * 6)
    assert figures(found) == [(12, 67, 18), (12, 67, 18), (6, 33, 18)]
    assert SEVERAL in found.notes


def test_numbers_give_a_mean_and_quartiles_and_never_one_persons_number() -> None:
    found = table("hours", [1, 2, 2, 3, 4, 5, 6, 7, 8, 9, 500])
    assert figures(found) == [(49.7, 11), (2.5, 11), (5, 11), (7.5, 11)]
    assert all(value is HIDDEN for value, _ in figures(table("hours", [1, 2, 3])))
    assert all(value is NOT_APPLICABLE for value, _ in figures(table("hours", [SKIPPED])))


def test_texts_count_who_wrote_among_those_who_were_asked() -> None:
    assert figures(table("change", ["a", "b", "c"] + [SKIPPED] * 9)) == [(3, 25, 12)]


def test_a_question_nobody_answered_has_counts_of_nought() -> None:
    assert figures(table("voice", [SKIPPED])) == [(0, NOT_APPLICABLE, 0)] * 3


def test_facts_are_protected_like_answers() -> None:
    words = {"cy": "Welsh", "en": "English"}
    found = fact_table("language", "t", "h", {"cy": 4, "en": 30}, words)
    assert figures(found) == [(HIDDEN, HIDDEN, 34), (HIDDEN, HIDDEN, 34)]


def test_versions_join_by_code() -> None:
    old = make_document()
    section = old.sections[0]
    heard = msgspec.structs.replace(
        section.questions[0],
        options=(option("yes", "Do", "Yes, I was"), option("maybe", "Efallai", "Perhaps")),
    )
    new = msgspec.structs.replace(
        old, sections=(msgspec.structs.replace(section, questions=(heard,)),)
    )
    joined = Joined({1: old, 2: new})
    assert next(iter(joined.questions)) == "heard"
    assert set(joined.questions) == set(old.questions)
    assert [o.code for o in joined.questions["heard"].options] == ["yes", "maybe", "no", "else"]
    assert joined.questions["heard"].options[0].text.en == "Yes, I was"
    assert set(joined.asked(2, {})) == {"heard"}
    assert joined.first_version("heard") == 1


def test_a_code_that_changed_its_kind_stands_for_two_questions() -> None:
    old = make_document()
    number = old.question("hours")
    renamed = msgspec.structs.replace(number, code="heard")
    new = msgspec.structs.replace(
        old, sections=(msgspec.structs.replace(old.sections[0], questions=(renamed,)),)
    )
    joined = Joined({1: old, 2: old, 3: new})
    assert joined.questions["heard"].type == "number"
    assert joined.questions["heard_v2"].type == "single_choice"
    assert joined.asked(1, {"heard": chosen("yes")})["heard_v2"] == chosen("yes")
    assert joined.asked(3, {"heard": 4}) == {"heard": 4}
    assert joined.first_version("heard_v2") == 1


def test_tallies_merge_by_adding() -> None:
    whole, left, right = SurveyTally(), SurveyTally(), SurveyTally()
    for n in range(20):
        answers = {"heard": chosen("yes" if n % 3 else "no"), "hours": n % 4, "word": "da"}
        for tally in (whole, left if n < 7 else right):
            tally.add(JOINED, JOINED.asked(1, answers), language="cy" if n % 2 else "en")
    left += right
    assert left == whole


@pytest.mark.parametrize(
    ("asked", "others", "hidden"),
    [(3, 17, True), (17, 3, True), (9, 11, False), (20, 0, False), (0, 20, False)],
)
def test_a_follow_up_does_not_give_away_how_few_people_gave_the_answer_before_it(
    asked: int, others: int, hidden: bool
) -> None:
    document = make_document()
    first, second = document.sections
    rule = Chosen(question="heard", options=("no",))
    hours, word, change = second.questions
    questions = (hours, word, msgspec.structs.replace(change, show_when=rule))
    second = msgspec.structs.replace(second, questions=questions)
    joined = Joined({1: msgspec.structs.replace(document, sections=(first, second))})
    tally = SurveyTally()
    for answer in [chosen("no")] * asked + [chosen("yes")] * others:
        tally.add(joined, joined.asked(1, {"heard": answer, "change": "words", "hours": 2}))
    tables = {found.code: found for found in question_tables(joined, tally)}
    follow_up = tables["change"]
    assert (follow_up.base is HIDDEN) is hidden
    if hidden:
        assert {cell for row in figures(follow_up) for cell in row} == {HIDDEN}
        assert follow_up.notes == (FEW_WERE_ASKED,)
    else:
        assert follow_up.base == asked
    assert tables["hours"].base == 20


@pytest.mark.parametrize(
    ("question", "answers", "shown"),
    [
        (
            PostcodeArea(code="area"),
            ["CF10"] * 12 + ["SA1"] * 6 + ["LD7", "LL57", "LL57"] * 2,
            [("CF10", 12), ("SA1", 6), ("Other areas, with fewer than 5 people each", 6)],
        ),
        (
            PostcodeArea(code="area"),
            ["CF10"] * 12 + ["SA1"] * 6 + ["LD7"] * 2,
            [
                ("CF10", 12),
                ("SA1", HIDDEN),
                ("Other areas, with fewer than 5 people each", HIDDEN),
            ],
        ),
        (
            Date(code="day", precision="year"),
            ["2020"] * 7 + ["2022"] * 5 + ["2024"] * 4 + ["2018"],
            [("2020", 7), ("2022", 5), ("Other years, with fewer than 5 people each", 5)],
        ),
        (
            Date(code="day", precision="year"),
            ["2020"] * 7 + ["2022"] * 5,
            [("2020", 7), ("2021", 0), ("2022", 5)],
        ),
    ],
)
def test_what_few_people_wrote_is_counted_together_and_not_named(
    question: Question, answers: list[str], shown: list[tuple[str, object]]
) -> None:
    section = Section(code="first", questions=(question,))
    joined = Joined({1: SurveyDocument(sections=(section,))})
    tally = SurveyTally()
    for answer in answers:
        tally.add(joined, joined.asked(1, {question.code: answer}))
    [only] = tables_of(joined, question.code, tally)
    named = [(row[0].en if isinstance(row[0], Text) else row[0], row[1]) for row in only.rows]
    assert named == shown
