"""A long survey with many rules costs little more to answer than a short one."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask

from bench import instrument
from coprod_survey.distribution.queries import door
from coprod_survey.questionnaire import checks, reach, rules
from coprod_survey.questionnaire.document import SurveyDocument
from coprod_survey.questionnaire.journey import Journey
from coprod_survey.responses import actions, cookies, keys
from tests.factories import make_published


def test_the_long_survey_is_what_the_bench_says_it_is() -> None:
    document = instrument.long_document()
    things = [thing for section in document.sections for thing in (section, *section.questions)]
    under_rules = [thing for thing in things if thing.show_when]
    kinds = {type(one) for thing in under_rules for one in rules.parts(thing.show_when)}
    assert checks.check(document) == []
    assert len(document.questions) == instrument.LONG_QUESTIONS
    assert len(document.sections) == instrument.LONG_PAGES
    assert len(under_rules) == instrument.LONG_RULES
    assert kinds == set(rules.Condition.__args__)  # type: ignore[attr-defined]
    ruled = {q.code for q in document.questions.values() if q.show_when}
    assert ruled & document.follow_ups  # rules that look at their own page
    assert ruled - document.follow_ups  # and rules that look at an earlier one


def test_the_answers_of_the_bench_make_every_rule_hold() -> None:
    document = instrument.long_document()
    answers: dict[str, Any] = {}
    for section in document.sections:
        raw: dict[str, list[str]] = {}
        for name, value in instrument.answers_of(section):
            raw.setdefault(name, []).append(value)
        answers.update({q.code: q.parse(raw) for q in section.questions})
    assert len(Journey(document, answers).questions) == instrument.LONG_QUESTIONS
    assert Journey(document, answers).is_complete


def test_its_rules_are_checked_while_somebody_waits_for_a_page() -> None:
    document = instrument.long_document()
    took = []
    for _ in range(3):
        began = time.process_time()
        reach.check_rules(document)
        took.append(time.process_time() - began)
    assert min(took) < 0.15


@pytest.mark.parametrize("back", [0, 1], ids=["the page that comes next", "the page before"])
def test_showing_a_page_of_it_costs_at_most_twice_a_page_of_a_short_survey(
    app: Flask, back: int
) -> None:
    usual = shower(app, instrument.document(), back)
    long = shower(app, instrument.long_document(), back)
    took: dict[Callable[[], None], list[float]] = {usual: [], long: []}
    for _ in range(40):
        for show, seconds in took.items():
            began = time.thread_time()
            show()
            seconds.append(time.thread_time() - began)
    # The quickest of many: what else the machine does makes some slower, and none quicker.
    assert min(took[long]) <= 2 * min(took[usual])


def shower(app: Flask, document: SurveyDocument, back: int) -> Callable[[], None]:
    """Shows somebody who has answered half of a survey their next page, or one before it."""
    channel = make_published(document=document)[2]
    here, key, half = door(channel.code), keys.new_key(), len(document.sections) // 2
    assert here is not None
    actions.start(door=here, key=key, lang="cy")
    for number, section in enumerate(document.sections[:half], start=1):
        raw: dict[str, list[str]] = {actions.SHOWN: list(document.follow_ups)}
        for name, value in instrument.answers_of(section):
            raw.setdefault(name, []).append(value)
        assert not actions.save_page(key=key, number=number, raw=raw, lang="cy").problems
    client = app.test_client()
    client.set_cookie(cookies.name(channel.code), cookies.signed(key, channel.code))
    address = f"/cy/s/{channel.code}/{half + 1 - back}"

    def show() -> None:
        assert client.get(address).status_code == 200

    return show
