"""Answering a question of several parts: each by itself, wrong or right, and taken back."""

from __future__ import annotations

import pytest
from flask import Flask
from msgspec.structs import replace

from coprod_survey.questionnaire.answers import SKIPPED
from tests.factories import make_published
from tests.questionnaire.test_parted import AGREE, NEEDED, survey
from tests.responses.people import begin, only_response, press
from tests.visitor import Visitor, words_of


def start(visitor: Visitor, question: object = AGREE) -> None:
    begin(visitor, make_published(document=survey(question))[2].code)


def test_statements_are_groups_of_radio_buttons_inside_their_question(
    app: Flask, visitor: Visitor
) -> None:
    start(visitor)
    legends = [words_of(e) for e in visitor.page.select("fieldset fieldset > legend")]
    assert legends == ["I was heard.", "I was safe", "It was fair"]
    assert not visitor.page.select("main table")
    for fieldset in visitor.page.select("fieldset fieldset"):
        assert [words_of(e) for e in fieldset.cssselect("label")] == ["No", "Yes", "Don’t know"]


def test_one_statement_is_taken_back_and_the_others_stay(app: Flask, visitor: Visitor) -> None:
    start(visitor)
    visitor.submit(
        "Clear this answer: I was safe", **{"q-agree-heard": "yes", "q-agree-safe": "no"}
    )
    assert only_response().unfinished == {"agree": {"q-agree-heard": ["yes"]}}
    press(visitor)
    assert only_response().answers == {"agree": {"parts": {"heard": "yes"}}}
    assert "I was heard: Yes" in visitor.page.text


def test_no_statement_need_be_answered(app: Flask, visitor: Visitor) -> None:
    start(visitor)
    press(visitor)
    assert only_response().answers == {"agree": SKIPPED}


@pytest.mark.parametrize("lang", ["cy", "en"])
def test_each_statement_that_needs_an_answer_says_so_at_its_own_group(
    app: Flask, visitor: Visitor, lang: str
) -> None:
    begin(visitor, make_published(document=survey(NEEDED))[2].code, lang)
    press(visitor, status=422, **{"q-agree-heard": "yes"})
    [line] = visitor.page.select(".govuk-error-summary a")
    assert line.get("href") == "#q-agree-safe"
    groups = visitor.page.select(".app-group")
    wrong = [bool(group.cssselect(".govuk-error-message")) for group in groups]
    assert wrong == [False, True, True]
    for group in groups[1:]:
        [error] = group.cssselect(".govuk-error-message")
        assert group.cssselect("fieldset")[0].get("aria-describedby") == error.get("id")
    assert visitor.page.select("#q-agree-safe")[0].get("type") == "radio"
    assert not visitor.page.select(".app-question > fieldset > .govuk-error-message")
    assert only_response().unfinished == {"agree": {"q-agree-heard": ["yes"]}}
    press(visitor, **{"q-agree-safe": "yes", "q-agree-fair": "dk"})
    assert only_response().answers["agree"]["parts"]["fair"] == "dk"


def test_a_statement_chosen_in_welsh_is_still_chosen_in_english(
    app: Flask, visitor: Visitor
) -> None:
    begin(visitor, make_published(document=survey(replace(AGREE)))[2].code, "cy")
    visitor.submit("English", **{"q-agree-fair": "yes"})
    [checked] = visitor.page.select("input[checked]")
    assert (checked.get("name"), checked.get("value")) == ("q-agree-fair", "yes")
    assert visitor.page.address.startswith("/en/")
