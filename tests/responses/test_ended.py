"""Somebody who does not agree to take part: a kind end, a way back, and nothing kept."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask

from coprod_survey import clock
from coprod_survey.distribution.models import Channel
from coprod_survey.extensions import db
from coprod_survey.questionnaire.document import Section
from coprod_survey.questionnaire.questions import Consent, Number, ShortText
from coprod_survey.questionnaire.text import Text
from tests.factories import make_document, make_published
from tests.responses.people import FIRST, begin, count, only_response, press
from tests.visitor import Visitor, words_of

AGREE = Consent(
    code="agree",
    text=Text.both("Ydych chi’n cytuno i gymryd rhan?", "Do you agree to take part?"),
    options=Consent.fresh().options,
)

LATER = ShortText(code="later", text=Text.both("Rhywbeth arall?", "Anything else?"))


@pytest.fixture
def channel(app: Flask) -> Channel:
    """A link to a survey that asks for consent before anything else."""
    first = Section(code="agree", title=Text.both("Cyn dechrau", "Before"), questions=(AGREE,))
    return make_published(None, make_document(sections=(first, *make_document().sections)))[2]


@pytest.mark.parametrize(
    ("lang", "heading", "finish", "thanks"),
    [
        (
            "cy",
            "Daw’r arolwg i ben yma i chi",
            "Gorffen a dileu fy atebion",
            "Diolch am eich amser",
        ),
        (
            "en",
            "The survey ends here for you",
            "Finish and delete my answers",
            "Thank you for your time",
        ),
    ],
)
def test_who_does_not_agree_is_thanked_and_nothing_is_kept(
    visitor: Visitor, channel: Channel, lang: str, heading: str, finish: str, thanks: str
) -> None:
    begin(visitor, channel.code, lang)
    press(visitor, **{"q-agree": "no"})
    assert visitor.page.h1 == heading
    assert only_response().completed_at is None
    visitor.submit(finish)
    assert visitor.page.h1 == thanks
    assert count() == 0
    assert visitor.client.get_cookie(f"response-{channel.code}") is None


def test_who_does_not_agree_need_not_first_put_other_answers_right(
    app: Flask, visitor: Visitor
) -> None:
    asked = Number(code="hours", text=Text.both("Sawl awr?", "How many hours?"), required=True)
    page = Section(code="all", title=Text.both("Popeth", "All"), questions=(asked, AGREE, LATER))
    channel = make_published(None, make_document(sections=(page,)))[2]
    begin(visitor, channel.code)
    press(visitor, **{"q-hours": "many", "q-agree": "no"})
    assert visitor.page.h1 == "The survey ends here for you"
    visitor.open(f"/en/s/{channel.code}/check")
    assert visitor.page.h1 == "The survey ends here for you"
    page = visitor.follow("Change my answer")
    assert page.select("[name=q-hours]")[0].get("value") == "many"
    press(visitor, **{"q-agree": "yes"}, status=422)
    assert "Write a number in figures" in visitor.page.text


def test_an_answer_that_ended_the_survey_can_be_changed(visitor: Visitor, channel: Channel) -> None:
    begin(visitor, channel.code)
    press(visitor, **{"q-agree": "no"})
    page = visitor.follow("Change my answer")
    assert page.select("[name=q-agree][checked]")[0].get("value") == "no"
    press(visitor, **{"q-agree": "yes"})
    assert visitor.page.h1 == "Welcome"
    visitor.open(f"/en/s/{channel.code}/ended")
    assert visitor.page.h1 == "Welcome"


def test_a_survey_that_ended_cannot_be_sent(visitor: Visitor, channel: Channel) -> None:
    begin(visitor, channel.code)
    press(visitor, **{"q-agree": "no"})
    visitor.open(f"/en/s/{channel.code}/check")
    assert visitor.page.h1 == "The survey ends here for you"
    visitor.post(f"/en/s/{channel.code}/check", {})
    assert visitor.page.h1 == "The survey ends here for you"
    assert only_response().completed_at is None


def test_an_agreement_taken_back_at_the_check_ends_the_survey(
    visitor: Visitor, channel: Channel
) -> None:
    begin(visitor, channel.code)
    press(visitor, **{"q-agree": "yes"})
    press(visitor, **FIRST)
    press(visitor)
    visitor.follow("Change: 1. Do you agree to take part?")
    press(visitor, **{"q-agree": "no"})
    assert visitor.page.h1 == "The survey ends here for you"
    visitor.submit("Finish and delete my answers")
    assert count() == 0


def test_an_agreement_taken_back_and_not_saved_ends_the_survey_at_the_check(
    visitor: Visitor, channel: Channel
) -> None:
    begin(visitor, channel.code)
    press(visitor, **{"q-agree": "yes"})
    press(visitor, **FIRST)
    press(visitor)
    visitor.post(f"/en/s/{channel.code}/1/autosave", {"q-agree": "no"})
    visitor.open(f"/en/s/{channel.code}/check")
    assert visitor.page.h1 == "The survey ends here for you"
    visitor.submit("Finish and delete my answers")
    assert count() == 0


def test_only_a_response_that_has_ended_is_deleted(visitor: Visitor, channel: Channel) -> None:
    begin(visitor, channel.code)
    visitor.post(f"/en/s/{channel.code}/ended", {})
    assert visitor.page.h1 == "Before"
    press(visitor, **{"q-agree": "yes"})
    press(visitor, **FIRST)
    press(visitor)
    press(visitor)
    visitor.open(f"/en/s/{channel.code}")
    visitor.post(f"/en/s/{channel.code}/ended", {})
    assert visitor.page.h1 == "Thank you"
    assert only_response().completed_at is not None


def test_pressing_finish_again_does_no_harm(visitor: Visitor, channel: Channel) -> None:
    begin(visitor, channel.code)
    press(visitor, **{"q-agree": "no"})
    form = visitor.page
    visitor.submit("Finish and delete my answers")
    visitor.page = form
    visitor.submit("Finish and delete my answers")
    assert visitor.page.address == f"/en/s/{channel.code}"


def test_it_can_still_be_deleted_when_the_survey_has_shut(
    visitor: Visitor, channel: Channel
) -> None:
    begin(visitor, channel.code)
    press(visitor, **{"q-agree": "no"})
    channel.closes_at = clock.now() - timedelta(days=1)
    db.session.commit()
    visitor.open(f"/en/s/{channel.code}/ended")
    visitor.submit("Finish and delete my answers")
    assert visitor.page.h1 == "Thank you for your time"
    assert count() == 0


def test_who_still_has_answers_here_is_not_told_that_they_are_gone(
    visitor: Visitor, channel: Channel
) -> None:
    begin(visitor, channel.code)
    visitor.open(f"/en/s/{channel.code}/deleted")
    assert visitor.page.h1 == "Before"


def test_who_takes_their_agreement_back_after_sending_is_led_to_withdraw(
    visitor: Visitor, channel: Channel
) -> None:
    begin(visitor, channel.code)
    press(visitor, **{"q-agree": "yes"})
    press(visitor, **FIRST)
    press(visitor)
    visitor.submit("Send my answers")
    receipt = words_of(visitor.submit("Give me a receipt code").select("#receipt-code")[0])
    visitor.open(f"/en/r/{receipt}")
    visitor.submit("Correct my answers")
    visitor.follow("Change: 1. Do you agree to take part?")
    press(visitor, **{"q-agree": "no"})
    assert visitor.page.h1 == "The survey ends here for you"
    visitor.open(f"/en/s/{channel.code}/1")  # for its form: the page of the end has none
    visitor.post(f"/en/s/{channel.code}/ended", {})
    assert "What you sent before still counts." in visitor.page.text
    assert only_response().sent_answers is not None, "it is not deleted without being counted"
    visitor.follow("Withdraw your answers")
    visitor.submit("Withdraw my answers for good")
    assert count() == 0
