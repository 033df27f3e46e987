"""One response however often a button is pressed, and no tab undoes another."""

from __future__ import annotations

from flask import Flask

from coprod_survey.questionnaire.answers import SKIPPED
from tests.responses.people import FIRST, SECOND, answer_all, begin, count, only_response, press
from tests.visitor import Visitor


def test_pressing_start_twice_makes_one_response(visitor: Visitor, code: str) -> None:
    visitor.open(f"/en/s/{code}")
    start_page = visitor.page
    press(visitor)
    visitor.page = start_page
    press(visitor)
    assert count() == 1
    visitor.client.delete_cookie(f"response-{code}")  # the first answer got lost on a bad line
    visitor.page = start_page
    press(visitor)
    assert count() == 1
    assert visitor.page.address.endswith("/1")


def test_starting_again_goes_on_with_the_open_response(visitor: Visitor, code: str) -> None:
    begin(visitor, code)
    press(visitor, **FIRST)
    visitor.open(f"/en/s/{code}")
    token = visitor.page.select("input[name=key]")[0].get("value")
    visitor.post(f"/en/s/{code}", {"key": token})
    assert visitor.page.address.endswith("/2")
    assert count() == 1


def test_a_start_without_a_key_of_ours_makes_nothing(visitor: Visitor, code: str) -> None:
    visitor.open(f"/en/s/{code}")
    visitor.post(f"/en/s/{code}", {"key": "tforged.signature"})
    assert visitor.page.address == f"/en/s/{code}"
    assert count() == 0


def test_sending_twice_gives_the_same_thanks(visitor: Visitor, code: str) -> None:
    answer_all(visitor, code)
    check = visitor.page
    press(visitor)
    sent_at = only_response().completed_at
    visitor.page = check
    press(visitor)
    assert visitor.page.address.endswith("/thanks")
    assert only_response().completed_at == sent_at


def test_what_was_sent_can_no_longer_be_changed_or_read(visitor: Visitor, code: str) -> None:
    answer_all(visitor, code)
    press(visitor)
    before = only_response().answers
    for address in (f"/en/s/{code}/1", f"/en/s/{code}/check", f"/en/s/{code}/save"):
        assert visitor.open(address).address.endswith("/thanks")
    visitor.open(f"/en/s/{code}")
    for form in ({"q-heard": "no"}, {"q-heard": "no", "switch_to": "cy"}, {"clear": "heard"}):
        assert visitor.post(f"/en/s/{code}/1", form).address.endswith("/thanks")
        visitor.open(f"/en/s/{code}")
    visitor.post(f"/en/s/{code}/1/autosave", {"q-heard": "no"})
    assert only_response().answers == before
    assert only_response().unfinished == {}


def test_another_person_answers_on_the_same_tablet(visitor: Visitor, code: str) -> None:
    answer_all(visitor, code)
    press(visitor)
    visitor.open(f"/en/s/{code}")
    assert "Answers have already been sent from this device." in visitor.page.text
    start_page = visitor.page
    visitor.submit("Answer as another person")
    assert visitor.page.select("[checked]") == []
    visitor.page = start_page
    visitor.submit("Answer as another person")
    assert count() == 2


def test_two_tabs_lose_nothing_of_each_other(visitor: Visitor, code: str) -> None:
    begin(visitor, code)
    press(visitor, **FIRST)
    second_page = visitor.page
    first_page = visitor.open(f"/en/s/{code}/1")
    visitor.page = second_page
    press(visitor, **SECOND)
    visitor.page = first_page
    press(visitor, **{"q-heard": "no"})
    answers = only_response().answers
    assert answers["hours"] == 7
    assert answers["heard"] == {"chosen": ["no"]}
    visitor.page = first_page
    press(visitor, **{"q-heard": "yes", "q-formats": None})
    assert only_response().answers["formats"] == SKIPPED
    assert only_response().answers["word"] == "Ŵyn & 'b'"


def test_a_page_that_is_saved_again_stays_the_same(visitor: Visitor, code: str) -> None:
    begin(visitor, code)
    page = visitor.page
    press(visitor, **FIRST)
    once = only_response().answers
    visitor.page = page
    press(visitor, **FIRST)
    assert only_response().answers == once


def test_a_page_without_its_response_leads_to_the_start(app: Flask, code: str) -> None:
    stranger = Visitor(app.test_client())
    for page in ("1", "check", "thanks", "save"):
        assert stranger.open(f"/en/s/{code}/{page}").address == f"/en/s/{code}"
    assert stranger.post(f"/en/s/{code}/1", {"q-heard": "yes"}).address == f"/en/s/{code}"
    assert stranger.post(f"/en/s/{code}/check", {}).address == f"/en/s/{code}"
    assert count() == 0
