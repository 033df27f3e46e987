"""What must not be shown: nobody can work out a small count from what stands beside it."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_survey.analysis.suppression import (
    SMALLEST_COUNT,
    SMALLEST_SHARED,
    hidden_counts,
    percentage,
    shown_attributes,
)


def possible(alone: Sequence[bool], base: int) -> Iterator[tuple[int, ...]]:
    """Every way in which `base` people can have answered."""
    for counts in itertools.product(range(base + 1), repeat=len(alone)):
        lonely = sum(n for n, a in zip(counts, alone, strict=True) if a)
        social = [n for n, a in zip(counts, alone, strict=True) if not a]
        left = base - lonely
        if (left == 0) if not social else max(social) <= left <= sum(social):
            yield counts


@pytest.mark.parametrize(
    ("alone", "largest"),
    [
        ((True, True), 24),
        ((True, True, True), 20),
        ((True, True, True, True), 12),
        ((True, True, True, True, True), 9),
        ((False, False), 20),
        ((False, False, True), 16),
        ((False, True, True), 16),
        ((False, False, False), 14),
        ((False, False, False, True), 10),
    ],
)
def test_nobody_who_knows_the_rules_can_work_out_a_small_count(
    alone: tuple[bool, ...], largest: int
) -> None:
    """Every table that people could have given is hidden, and all that look alike are compared:
    a hidden count must be different in at least two of them."""
    for base in range(1, largest + 1):
        alike: dict[tuple[int | None, ...], list[tuple[int, ...]]] = defaultdict(list)
        for counts in possible(alone, base):
            hidden = hidden_counts(counts, alone, base)
            view = tuple(None if i in hidden else n for i, n in enumerate(counts))
            alike[view].append(counts)
        for view, tables in alike.items():
            for place, shown in enumerate(view):
                found = {counts[place] for counts in tables}
                if shown is None and (all(alone) or min(found) < SMALLEST_COUNT):
                    assert len(found) > 1, f"{view} of {base} can only be {tables}"


@given(st.lists(st.integers(0, 60), min_size=2, max_size=8))
def test_no_small_count_is_shown_and_none_stands_alone(counts: list[int]) -> None:
    base = sum(counts)
    hidden = hidden_counts(counts, [True] * len(counts), base)
    assert all(i in hidden for i, n in enumerate(counts) if 0 < n < SMALLEST_COUNT)
    assert len(hidden) != 1
    if hidden and base >= SMALLEST_COUNT:
        assert sum(counts[i] for i in hidden) >= SMALLEST_COUNT


@given(st.lists(st.integers(5, 60), min_size=2, max_size=8))
def test_nothing_is_hidden_without_need(counts: list[int]) -> None:
    assert hidden_counts([*counts, 0], [True] * (len(counts) + 1), sum(counts)) == frozenset()


def test_a_question_that_few_answered_is_withheld_as_a_whole() -> None:
    assert hidden_counts([3, 1, 0], [True] * 3, 4) == {0, 1, 2}
    assert hidden_counts([0, 0], [True] * 2, 0) == frozenset()


def test_percentages_are_whole_and_need_ten_people() -> None:
    assert percentage(1, 9) is None
    assert percentage(1, 10) == 10
    assert percentage(1, 8 * 25) == 1  # 0.5 is rounded up
    assert percentage(2, 3 * 10) == 7
    assert percentage(30, 30) == 100


people = st.dictionaries(
    st.tuples(st.sampled_from(["", "a", "b", "c", "d"]), st.sampled_from(["cy", "en"])),
    st.integers(1, 60),
)


@given(people)
def test_ten_people_share_every_group_and_language_that_is_shown(
    people: dict[tuple[str, str], int],
) -> None:
    sharing: Counter[tuple[str | None, str | None]] = Counter()
    hiding: dict[tuple[str | None, str | None], set[tuple[str, str]]] = defaultdict(set)
    shown = shown_attributes(people)
    assert shown.keys() == people.keys()
    for pair, count in people.items():
        group, language = shown[pair]
        assert group in (None, pair[0]) and language in (None, pair[1])
        sharing[shown[pair]] += count
        hiding[shown[pair]].add(pair)
    for pattern, count in sharing.items():
        if pattern != (None, None):
            assert count >= SMALLEST_SHARED
    groups = {group for group, _ in people}
    unnamed = {group for group, _ in people if shown[group, _][0] is None}
    assert len(unnamed) != 1 or len(groups) == 1


def test_a_small_group_hides_with_the_next_smallest() -> None:
    shown = shown_attributes({("a", "cy"): 40, ("b", "cy"): 12, ("c", "cy"): 3})
    assert shown == {("a", "cy"): ("a", "cy"), ("b", "cy"): (None, "cy"), ("c", "cy"): (None, "cy")}


def test_a_rare_language_in_a_group_hides_the_language_there_and_in_another() -> None:
    shown = shown_attributes(
        {("a", "cy"): 40, ("a", "en"): 30, ("b", "cy"): 3, ("b", "en"): 30, ("c", "cy"): 45}
    )
    assert {group for (group, _), (_, language) in shown.items() if language is None} == {"b", "c"}
