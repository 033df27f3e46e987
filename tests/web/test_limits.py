"""Requests are counted by address for as long as the limit says, and no longer."""

from __future__ import annotations

import threading
import time

import pytest
from flask import Flask, g, request_finished

from coprod_survey.extensions import COUNTED, limiter
from coprod_survey.web import limits
from tests.factories import make_published
from tests.visitor import Visitor


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time that the counts go by: one number, to be changed."""
    now = [1000.0]
    monkeypatch.setattr(time, "time", lambda: now[0])
    return now


def test_the_application_counts_in_our_memory(app: Flask) -> None:
    assert isinstance(limiter.storage, limits.Memory)


def test_the_library_looks_only_at_requests_that_it_counts(app: Flask, visitor: Visitor) -> None:
    code, counted = make_published()[2].code, []

    def note(_app: Flask, **_said: object) -> None:
        counted.append(bool(g.get(COUNTED)))

    with request_finished.connected_to(note, app):
        visitor.open(f"/en/s/{code}")
        assert counted == [False]
        visitor.submit("Start")
    assert counted == [False, True, False], "the start has a limit, and the page after it has none"


def test_a_count_grows_until_its_time_is_over(clock: list[float]) -> None:
    memory = limits.Memory()
    assert [memory.incr("a", 60) for _ in range(3)] == [1, 2, 3]
    assert memory.incr("a", 60, amount=2) == 5
    assert memory.get_expiry("a") == 1060
    clock[0] = 1059.9
    assert memory.get("a") == 5
    clock[0] = 1060.0
    assert memory.get("a") == 0
    assert memory.incr("a", 60) == 1
    assert memory.get("b") == 0


def test_what_is_over_is_forgotten_when_somebody_comes_by(clock: list[float]) -> None:
    memory = limits.Memory()
    for number in range(100):
        memory.incr(f"old {number}", 30)
    memory.incr("long", 600)
    clock[0] += limits.SWEEP_SECONDS
    memory.incr("new", 30)
    assert sorted(memory.counts) == ["long", "new"]


def test_counting_starts_no_thread() -> None:
    memory, before = limits.Memory(), threading.active_count()
    for number in range(50):
        memory.incr(str(number), 1)
    assert threading.active_count() == before


def test_many_at_once_are_all_counted() -> None:
    memory = limits.Memory()
    crowd = [
        threading.Thread(target=lambda: [memory.incr("a", 60) for _ in range(500)])
        for _ in range(4)
    ]
    for one in crowd:
        one.start()
    for one in crowd:
        one.join()
    assert memory.get("a") == 2000


def test_one_count_or_all_can_be_forgotten() -> None:
    memory = limits.Memory()
    memory.incr("a", 60)
    memory.incr("b", 60)
    memory.clear("a")
    assert (memory.get("a"), memory.get("b")) == (0, 1)
    assert memory.reset() == 1
    assert memory.get("b") == 0
