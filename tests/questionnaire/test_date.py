"""Dates: the parts that people write, and what is wrong with one of them."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_survey.questionnaire.answers import SKIPPED
from coprod_survey.questionnaire.months import NAMES, SOFTENED, month_of
from coprod_survey.questionnaire.problem import Problem
from coprod_survey.questionnaire.questions import Date
from coprod_survey.questionnaire.summary import Item, Tally

DAY = Date(code="q")
MONTH = Date(code="q", precision="month")
YEAR = Date(code="q", precision="year")
NEAR = Date(code="q", earliest="2024-03-10", latest="2025")


def written(question: Date, *parts: str) -> dict[str, list[str]]:
    """What a form sends, a part after the other."""
    return {name: [words] for name, words in zip(question.fields, parts, strict=True)}


@pytest.mark.parametrize(
    ("question", "parts", "answer"),
    [
        (DAY, ["1", "3", "2026"], "2026-03-01"),
        (DAY, [" 01 ", "Mawrth", "2026"], "2026-03-01"),
        (DAY, ["29", "february", "2024"], "2024-02-29"),
        (DAY, ["3", "Medi", "1066"], "1066-09-03"),
        (MONTH, ["tach.", "2025"], "2025-11"),
        (MONTH, ["Fai", "2025"], "2025-05"),
        (YEAR, ["1948"], "1948"),
        (DAY, ["", "", ""], SKIPPED),
        (NEAR, ["10", "3", "2024"], "2024-03-10"),
        (NEAR, ["31", "12", "2025"], "2025-12-31"),
    ],
)
def test_a_date_is_understood(question: Date, parts: list[str], answer: object) -> None:
    assert question.parse(written(question, *parts)) == answer


@pytest.mark.parametrize(
    ("question", "parts", "field"),
    [
        (DAY, ["", "3", "2026"], "q-q"),
        (DAY, ["1", "", "2026"], "q-q-month"),
        (DAY, ["1", "3", ""], "q-q-year"),
        (DAY, ["32", "3", "2026"], "q-q"),
        (DAY, ["²", "3", "2026"], "q-q"),
        (DAY, ["1", "13", "2026"], "q-q-month"),
        (DAY, ["1", "Ma", "2026"], "q-q-month"),
        (DAY, ["1", "Smarch", "2026"], "q-q-month"),
        (DAY, ["1", "3", "26"], "q-q-year"),
        (DAY, ["1", "3", "0026"], "q-q-year"),
        (DAY, ["1", "3", "٢٠٢٦"], "q-q-year"),
        (DAY, ["31", "4", "2026"], "q-q"),
        (DAY, ["29", "2", "2025"], "q-q"),
        (MONTH, ["", "2025"], "q-q"),
        (YEAR, ["last year"], "q-q"),
        (NEAR, ["9", "3", "2024"], "q-q"),
        (NEAR, ["10", "2", "2024"], "q-q-month"),
        (NEAR, ["1", "1", "2026"], "q-q-year"),
    ],
)
def test_the_part_that_is_missing_or_wrong_is_named(
    question: Date, parts: list[str], field: str
) -> None:
    problem = question.parse(written(question, *parts))
    assert isinstance(problem, Problem)
    assert problem.field == field


def test_a_date_is_shown_in_words() -> None:
    assert DAY.show("2026-03-01", "cy") == ["1 Mawrth 2026"]
    assert DAY.show("2026-03-01", "en") == ["1 March 2026"]
    assert MONTH.show("2026-08", "cy") == ["Awst 2026"]
    assert YEAR.show("2026", "en") == ["2026"]


def test_the_whole_date_is_asked_for_where_one_is_needed() -> None:
    for precision in ("day", "month", "year"):
        problem = Date(code="q", precision=precision, required=True).parse({})
        assert isinstance(problem, Problem) and problem.field == "q-q"


def test_every_name_of_a_month_is_understood() -> None:
    for names in NAMES.values():
        assert [month_of(name.lower()) for name in names] == list(range(1, 13))
        assert [month_of(name[:3]) for name in names] == list(range(1, 13))
    assert {month_of(name): name for name in SOFTENED.values()} == SOFTENED


@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from([DAY, MONTH, YEAR]))
def test_any_day_there_is_can_be_written_and_put_back(day: date, question: Date) -> None:
    raw = written(DAY, str(day.day), str(day.month), str(day.year))
    answer = DAY.parse(raw)
    assert answer == day.isoformat()
    shorter = question.parse(
        question.raw(answer[: {"day": 10, "month": 7}.get(question.precision, 4)])
    )
    assert day.isoformat().startswith(str(shorter))


@given(st.lists(st.text(max_size=12), min_size=3, max_size=3))
def test_whatever_is_written_is_a_date_or_a_problem(parts: list[str]) -> None:
    answer = NEAR.parse(written(NEAR, *parts))
    assert answer == SKIPPED or isinstance(answer, str | Problem)


def test_years_are_counted_and_many_years_by_decade() -> None:
    few = DAY.tally("2023-01-01") + DAY.tally("2025-05-05") + DAY.tally("2025-06-06")
    assert [(i.words.en, i.count) for i in DAY.summarise(few).items] == [
        ("2023", 1),
        ("2024", 0),
        ("2025", 2),
    ]
    many = few + DAY.tally("1948-07-05")
    assert [(i.words.cy, i.count) for i in DAY.summarise(many).items] == [
        ("1940–1949", 1),
        ("2020–2029", 3),
    ]
    assert DAY.summarise(Tally()).items == (Item("No answers yet", 0),)


def test_conditions_compare_the_year() -> None:
    assert DAY.amount("2026-03-01") == 2026
    probes = NEAR.probes({}, {2025, 2031.5, -4})
    assert probes == ["2024-03-10", "2025-01-01"]
    assert not any(isinstance(NEAR.parse(NEAR.raw(p)), Problem) for p in probes)


@pytest.mark.parametrize(
    ("earliest", "latest", "places"),
    [
        ("", "", []),
        ("2024-02-29", "2024", []),
        ("2023-02-29", "", ["earliest"]),
        ("1/3/2024", "24", ["earliest", "latest"]),
        ("2025", "2024-12", ["earliest"]),
    ],
)
def test_limits_are_dates_in_order(earliest: str, latest: str, places: list[str]) -> None:
    question = Date(code="q", earliest=earliest, latest=latest)
    assert [p.place for p in question.check()] == places
    question.sample(Random(1))
    question.probes({}, {2024})
    question.parse(written(question, "1", "1", "2024"))
