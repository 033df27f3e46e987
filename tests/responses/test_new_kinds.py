"""Answering yes or no, the ladder and a long list, without any script."""

from __future__ import annotations

import pytest
from flask import Flask
from msgspec.structs import replace

from tests.factories import make_published, option
from tests.questionnaire.test_new_kinds import LADDER, TOWNS, WELCOME, survey
from tests.responses.people import begin, only_response, press
from tests.visitor import Visitor, words_of


def start(visitor: Visitor, question: object, lang: str) -> None:
    begin(visitor, make_published(document=survey(question))[2].code, lang)


@pytest.mark.parametrize(("lang", "words"), [("cy", ["Do", "Naddo"]), ("en", ["Yes", "No"])])
def test_yes_and_no_follow_the_verb_in_welsh(
    app: Flask, visitor: Visitor, lang: str, words: list[str]
) -> None:
    start(visitor, WELCOME, lang)
    assert [words_of(label) for label in visitor.page.select("form fieldset label")] == words
    press(visitor, **{"q-welcome": "no"})
    assert only_response().answers == {"welcome": {"chosen": ["no"]}}
    assert words[1] in visitor.page.text


def test_the_ladder_is_asked_rung_by_rung_for_each_moment(app: Flask, visitor: Visitor) -> None:
    start(visitor, LADDER, "en")
    moments = [words_of(e) for e in visitor.page.select("fieldset fieldset > legend")]
    assert moments == [part.text.en for part in LADDER.parts]
    groups = visitor.page.select("fieldset fieldset [role=group]")
    assert [len(g.cssselect("input")) for g in groups] == [2, 3, 2] * 3
    first = groups[0]
    assert words_of(visitor.page.select(f"#{first.get('aria-labelledby')}")[0]) == "Doing to people"
    assert [words_of(e) for e in first.cssselect("label")] == ["1. Coercion", "2. Educating"]
    assert visitor.page.select("svg[aria-hidden=true].app-stairs")
    assert "National Co-production Advisory Group" in visitor.page.text
    press(visitor, **{"q-ladder-now": "co_design", "q-ladder-hoped": "co_production"})
    assert only_response().answers["ladder"] == {
        "parts": {"now": "co_design", "hoped": "co_production"}
    }
    assert "Where are we now? Co-design" in visitor.page.text


@pytest.mark.parametrize(("lang", "second"), [("cy", "Abertawe"), ("en", "Cardiff")])
def test_a_long_list_begins_empty_and_is_in_the_order_of_its_language(
    app: Flask, visitor: Visitor, lang: str, second: str
) -> None:
    start(visitor, TOWNS, lang)
    options = visitor.page.select("select#q-town option")
    assert options[0].get("value") == ""
    assert words_of(options[1]) == second
    assert options[-1].get("value") == "other"
    assert not visitor.page.select("[data-narrows]")
    press(visitor, **{"q-town": "other", "q-town-other-other": "Llŷn"})
    assert only_response().answers["town"] == {"chosen": ["other"], "other": "Llŷn"}
    assert "Llŷn" in visitor.page.text


def test_a_needed_answer_from_a_long_list_is_asked_for_and_what_was_chosen_stays(
    app: Flask, visitor: Visitor
) -> None:
    many = tuple(option(f"t{n}", f"Tref {n}", f"Town {n}") for n in range(20))
    start(visitor, replace(TOWNS, required=True, options=many), "en")
    [narrow] = visitor.page.select("[data-narrows=q-town]")
    assert narrow.get("hidden") is not None, "only our script brings it to light"
    press(visitor, status=422, **{"q-town": ""})
    assert visitor.page.errors == ["Question 1: Choose one answer from the list"]
    assert "q-town-error" in visitor.page.select("#q-town")[0].get("aria-describedby")
    visitor.submit("Cymraeg", **{"q-town": "t7"})
    [chosen] = visitor.page.select("#q-town option[selected]")
    assert words_of(chosen) == "Tref 7"
