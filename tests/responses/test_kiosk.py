"""A tablet that people share: it forgets each person, and keeps nothing that was not sent."""

from __future__ import annotations

from datetime import timedelta

import pytest
import sqlalchemy as sa
from flask import Flask
from markupsafe import Markup

from coprod_survey import clock
from coprod_survey.extensions import db
from coprod_survey.responses.faces import Slot, without_autocomplete
from coprod_survey.responses.models import Response
from tests.factories import make_published
from tests.responses.people import FIRST, answer_all, begin, count, only_response
from tests.visitor import Visitor, words_of

CLEAR = "Finish and clear for the next person"


@pytest.fixture
def tablet(app: Flask) -> str:
    """The short code of a link for a shared tablet."""
    return make_published(kind="kiosk")[2].code


def cookie(visitor: Visitor, code: str) -> object:
    """What the browser holds of this survey."""
    return visitor.client.get_cookie(f"response-{code}")


def test_answers_from_a_tablet_are_told_apart(visitor: Visitor, tablet: str) -> None:
    begin(visitor, tablet)
    assert only_response().mode == "kiosk"


@pytest.mark.parametrize("page", ["/1", "/2", "/check"])
def test_every_page_can_be_cleared_without_script(visitor: Visitor, tablet: str, page: str) -> None:
    answer_all(visitor, tablet)
    visitor.open(f"/en/s/{tablet}{page}")
    visitor.submit(CLEAR)
    assert visitor.page.address == f"/{tablet}"
    assert cookie(visitor, tablet) is None
    assert count() == 0, "nobody could come back to what was typed"
    assert visitor.open(f"/en/s/{tablet}{page}").address == f"/en/s/{tablet}"


def test_the_next_person_sees_one_language_again(visitor: Visitor, tablet: str) -> None:
    answer_all(visitor, tablet)
    visitor.submit("Show both languages")
    assert visitor.client.get_cookie("both")
    visitor.submit(CLEAR)
    assert visitor.client.get_cookie("both") is None


def test_after_sending_the_tablet_knows_nobody(visitor: Visitor, tablet: str) -> None:
    answer_all(visitor, tablet)
    visitor.submit("Send my answers")
    assert visitor.page.h1 == "Thank you"
    assert cookie(visitor, tablet) is None
    visitor.submit("Next person")
    assert visitor.page.address == f"/{tablet}"
    assert only_response().completed_at
    begin(visitor, tablet)
    assert visitor.page.select("[checked]") == []
    assert count() == 2


def test_the_receipt_is_shown_once_and_the_tablet_does_not_keep_it(
    app: Flask, visitor: Visitor, tablet: str
) -> None:
    answer_all(visitor, tablet)
    visitor.submit("Send my answers")
    page = visitor.submit("Give me a receipt code")
    receipt = words_of(page.select("#receipt-code")[0])
    assert page.select(".app-scan svg")
    assert not page.select("a[href*='/r/']")
    assert cookie(visitor, tablet) is None
    assert visitor.open(f"/en/s/{tablet}/receipt").address == f"/en/s/{tablet}"
    assert visitor.open(f"/en/s/{tablet}/thanks").address == f"/en/s/{tablet}"
    phone = Visitor(app.test_client())
    assert phone.open(f"/cy/r/{receipt}").address == f"/cy/s/{tablet}/answers"
    assert "7 awr" in phone.page.text
    assert not phone.page.select("[data-idle]"), "their own phone is no shared tablet"
    phone.submit("Cywiro fy atebion")
    assert phone.page.h1 == "Cywirwch eich atebion"


def test_a_receipt_code_typed_on_the_tablet_does_not_make_it_anybodys_own(
    visitor: Visitor, tablet: str
) -> None:
    answer_all(visitor, tablet)
    visitor.submit("Send my answers")
    page = visitor.submit("Give me a receipt code")
    receipt = words_of(page.select("#receipt-code")[0])
    visitor.open("/en/receipt")
    page = visitor.submit("Find my answers", receipt=receipt)
    assert page.h1 == "Your answers"
    assert page.select("[data-idle]"), "it still clears itself"
    visitor.submit("Correct my answers")
    visitor.submit(CLEAR)
    assert cookie(visitor, tablet) is None
    assert count() == 1, "what was sent stays"
    begin(visitor, tablet)
    assert visitor.page.select("[checked]") == []
    assert CLEAR in visitor.page.text


def test_the_thanks_may_be_read_in_the_other_language_and_in_both(
    visitor: Visitor, tablet: str
) -> None:
    answer_all(visitor, tablet)
    visitor.submit("Send my answers")
    assert visitor.submit("Cymraeg").h1 == "Diolch"
    visitor.submit("Dangos y ddwy iaith")
    assert "Dangos un iaith" in visitor.page.text
    page = visitor.submit("Rhoi cod derbynneb i mi")
    assert page.select("#receipt-code")
    assert cookie(visitor, tablet) is None


def test_the_thanks_of_a_tablet_in_another_language_take_no_made_up_key(
    visitor: Visitor, tablet: str
) -> None:
    answer_all(visitor, tablet)
    visitor.submit("Send my answers")
    visitor.post(f"/en/s/{tablet}/thanks", {"key": "tmade-up.signature", "switch_to": "fr"})
    assert visitor.page.address == f"/en/s/{tablet}"
    assert cookie(visitor, tablet) is None


def test_a_made_up_key_gives_no_receipt(visitor: Visitor, tablet: str) -> None:
    answer_all(visitor, tablet)
    visitor.submit("Send my answers")
    visitor.post(f"/en/s/{tablet}/receipt", {"key": "tmade-up.signature"})
    assert visitor.page.address == f"/en/s/{tablet}"
    assert only_response().return_key is None


def test_nobody_can_save_and_come_back(visitor: Visitor, tablet: str) -> None:
    begin(visitor, tablet)
    assert "Save and come back later" not in visitor.page.text
    visitor.post(f"/en/s/{tablet}/1", {**FIRST, "later": "1"})
    assert visitor.page.address == f"/en/s/{tablet}/1"
    assert only_response().return_key is None
    assert visitor.open(f"/en/s/{tablet}/save").address == f"/en/s/{tablet}/1"


def test_who_has_just_begun_may_go_back_to_the_start(visitor: Visitor, tablet: str) -> None:
    begin(visitor, tablet)
    visitor.submit("Back", **{"q-heard": "no"})
    assert "Carry on with these answers" in visitor.page.text


def test_what_somebody_left_behind_is_not_offered_to_the_next(
    app: Flask, visitor: Visitor, tablet: str
) -> None:
    begin(visitor, tablet)
    visitor.submit("Back", **{"q-heard": "no"})
    long_ago = clock.now() - timedelta(seconds=app.config["KIOSK_IDLE_SECONDS"] + 1)
    db.session.execute(sa.update(Response).values(saved_at=long_ago))
    page = visitor.open(f"/en/s/{tablet}")
    assert "Carry on with these answers" not in page.text
    visitor.submit("Start")
    assert visitor.page.address == f"/en/s/{tablet}/1"
    assert visitor.page.select("[checked]") == []
    assert count() == 1, "what was left behind is deleted"


def test_pressing_start_twice_begins_once(visitor: Visitor, tablet: str) -> None:
    visitor.open(f"/en/s/{tablet}")
    start = visitor.page
    visitor.submit("Start")
    visitor.page = start
    visitor.submit("Start")
    assert visitor.page.address == f"/en/s/{tablet}/1"
    assert count() == 1


def test_a_tablet_leads_nowhere_else(visitor: Visitor, tablet: str) -> None:
    begin(visitor, tablet)
    assert not visitor.page.select("footer a, header a")
    assert visitor.page.select("form[autocomplete=off]")


def test_a_link_for_own_devices_has_none_of_this(visitor: Visitor, code: str) -> None:
    begin(visitor, code)
    assert CLEAR not in visitor.page.text
    visitor.post(f"/en/s/{code}/forget", {})
    assert count() == 1, "what was begun on somebody's own device stays"


def test_no_browser_fills_in_a_name_on_a_tablet() -> None:
    drawn = [
        Slot("", Markup('<input name="a" autocomplete="name"><p>x autocomplete=&#34;y&#34;</p>'))
    ]
    assert without_autocomplete(drawn)[0].html == Markup(
        '<input name="a" autocomplete="off"><p>x autocomplete=&#34;y&#34;</p>'
    )
