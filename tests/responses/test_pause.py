"""Pause and hide: away at once, nothing lost, and nothing shown to who presses Back."""

from __future__ import annotations

import pytest

from tests.responses.people import FIRST, answer_all, begin, count, only_response, press
from tests.visitor import Visitor

HIDE = {"en": "Pause and hide this page", "cy": "Oedi a chuddio’r dudalen hon"}


@pytest.mark.parametrize("lang", ["cy", "en"])
def test_it_leads_to_a_page_that_says_nothing_and_keeps_what_is_typed(
    visitor: Visitor, code: str, lang: str
) -> None:
    begin(visitor, code, lang)
    press(visitor, **FIRST)
    page = visitor.submit(HIDE[lang], **{"q-hours": "three", "q-change": "Mine"})
    assert page.address == f"/{lang}/today"
    assert page.title == page.h1
    said = page.html.lower()
    for word in (
        "cydlais",
        "cwm tawel",
        "sut aeth",
        "how did it go",
        "survey",
        "arolwg",
        code.lower(),
    ):
        assert word not in said, word
    assert only_response().unfinished == {
        "hours": {"q-hours": ["three"]},
        "change": {"q-change": ["Mine"]},
    }


@pytest.mark.parametrize("page", ["/1", "/2", "/check", "/save"])
def test_back_leads_to_the_start_until_somebody_carries_on(
    visitor: Visitor, code: str, page: str
) -> None:
    answer_all(visitor, code)
    visitor.submit(HIDE["en"])
    hidden = visitor.open(f"/en/s/{code}{page}")
    assert hidden.address == f"/en/s/{code}"
    assert "7 hours" not in hidden.text
    visitor.submit("Carry on with these answers")
    assert visitor.page.address == f"/en/s/{code}/check"
    assert visitor.open(f"/en/s/{code}/1").address == f"/en/s/{code}/1"


def test_the_private_link_shows_them_again_too(visitor: Visitor, code: str) -> None:
    begin(visitor, code)
    visitor.submit("Save and come back later", **FIRST)
    link = visitor.page.select("#private-link")[0].text_content().removeprefix("http://localhost")
    visitor.open(f"/en/s/{code}/1")
    visitor.submit(HIDE["en"])
    assert visitor.open(link).address == f"/en/s/{code}/1"


def test_answering_as_another_person_shows_only_their_own(visitor: Visitor, code: str) -> None:
    begin(visitor, code)
    visitor.submit(HIDE["en"], **FIRST)
    visitor.open(f"/en/s/{code}")
    visitor.submit("Answer as another person")
    assert visitor.page.address == f"/en/s/{code}/1"
    assert visitor.page.select("[checked]") == []
    assert count() == 2


def test_a_shared_tablet_is_cleared_instead(app, visitor: Visitor) -> None:
    from tests.factories import make_published

    begin(visitor, make_published(kind="kiosk")[2].code)
    assert HIDE["en"] not in visitor.page.text


def test_a_machine_that_fills_in_every_field_begins_nothing(visitor: Visitor, code: str) -> None:
    visitor.open(f"/en/s/{code}")
    field = visitor.page.select("[name=homepage]")[0]
    assert (field.get("tabindex"), field.get("autocomplete")) == ("-1", "off")
    assert field.xpath("ancestor::*[@aria-hidden='true']")
    visitor.submit("Start", status=303, follow=False, homepage="http://spam.example")
    assert visitor.page.headers["Location"] == f"/en/s/{code}/1"
    assert count() == 0
    visitor.open(f"/en/s/{code}")
    visitor.submit("Start")
    assert count() == 1
