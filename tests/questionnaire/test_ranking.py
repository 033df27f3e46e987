"""Ranking: what people put in order."""

from __future__ import annotations

from itertools import product

import pytest

from coprod_survey.analysis.suppression import SMALLEST_COUNT, hidden_counts
from coprod_survey.questionnaire.answers import SKIPPED
from coprod_survey.questionnaire.problem import Problem
from coprod_survey.questionnaire.questions import Ranking
from coprod_survey.questionnaire.summary import Tally
from tests.factories import option

OPTIONS = tuple(
    option(code, code.upper(), code.title()) for code in ("bus", "time", "food", "talk")
)
THREE = Ranking(code="q", options=OPTIONS, places=3)
ALL = Ranking(code="q", options=OPTIONS)


@pytest.mark.parametrize(
    ("sent", "ranked"),
    [
        (["time", "bus", "food"], ["time", "bus", "food"]),
        (["time", "", "food"], ["time", "food"]),
        (["", "", "talk"], ["talk"]),
        (["boat", "bus", ""], ["bus"]),
        (["time", "bus", "food", "talk"], ["time", "bus", "food"]),
    ],
)
def test_places_that_stay_empty_close_up(sent: list[str], ranked: list[str]) -> None:
    raw = {name: [code] for name, code in zip(ALL.fields, sent, strict=False)}
    assert THREE.parse(raw) == {"ranked": ranked}


def test_nothing_in_any_place_is_no_answer() -> None:
    assert THREE.parse({"q-q": [""], "q-q-2": [""]}) == SKIPPED
    needed = Ranking(code="q", options=OPTIONS, required=True)
    assert isinstance(needed.parse({}), Problem)


def test_an_option_that_stands_twice_is_named_at_the_second_place() -> None:
    problem = THREE.parse({"q-q": ["bus"], "q-q-2": ["time"], "q-q-3": ["bus"]})
    assert isinstance(problem, Problem)
    assert problem.field == "q-q-3"
    assert problem.params == {"option": OPTIONS[0].text, "first": 1, "second": 3}


def test_an_order_is_shown_with_its_places() -> None:
    assert ALL.show({"ranked": ["time", "bus"]}, "cy") == ["1. TIME", "2. BUS"]
    assert ALL.cells({"ranked": ["time", "bus"]}, "en") == (2, 1, None, None)


def test_only_the_first_places_count() -> None:
    tally = ALL.tally({"ranked": ["time", "bus", "food"]}) + ALL.tally({"ranked": ["bus"]})
    assert (ALL.top, THREE.top) == (2, 3)
    items = {item.words.en: item.count for item in ALL.summarise(tally).items}
    assert items == {
        "Bus (choices 1 to 2)": 2,
        "Time (choices 1 to 2)": 1,
        "Food (choices 1 to 2)": 0,
        "Talk (choices 1 to 2)": 0,
    }
    assert ALL.summarise(Tally()).base == 0


def test_a_ranking_takes_ordinary_options_and_a_number_of_places_that_it_has() -> None:
    words = option("a", "A", "A"), option("b", "B", "B", role="dont_know")
    places = {p.place for p in Ranking(code="q", options=words, places=3).check()}
    assert places == {"places", "options.b"}
    assert list(THREE.check()) == []


@pytest.mark.parametrize(("options", "each"), [(3, 2), (4, 2), (4, 3)])
def test_nobody_works_out_a_small_count_where_everybody_fills_every_place(
    options: int, each: int
) -> None:
    """Of all tables that look alike, a hidden small count differs in at least two."""
    for base in range(1, 15):
        alike: dict[tuple[int | None, ...], list[tuple[int, ...]]] = {}
        for counts in product(range(base + 1), repeat=options):
            if sum(counts) == base * each:
                hidden = hidden_counts(counts, [False] * options, base, each)
                view = tuple(None if i in hidden else n for i, n in enumerate(counts))
                alike.setdefault(view, []).append(counts)
        for view, tables in alike.items():
            for place, shown in enumerate(view):
                found = {counts[place] for counts in tables}
                if shown is None and min(found) < SMALLEST_COUNT:
                    assert len(found) > 1, f"{view} of {base} can only be {tables}"


@pytest.mark.parametrize(("places", "alone"), [(1, True), (3, False)])
def test_counts_of_the_first_place_alone_add_up_as_those_of_a_single_choice(
    places: int, alone: bool
) -> None:
    question = Ranking(code="q", options=OPTIONS, places=places)
    summary = question.summarise(Tally(question.tally({"ranked": ["bus"]})))
    assert [item.alone for item in summary.items] == [alone] * len(OPTIONS)
