"""A survey that is shut says so, politely, in the language of the person."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask

from coprod_survey import clock
from coprod_survey.distribution.models import Channel
from coprod_survey.extensions import db
from tests.factories import make_published, make_survey, save
from tests.responses.people import answer_all, begin, only_response, press
from tests.visitor import Visitor


@pytest.mark.parametrize("lang", ["cy", "en"])
@pytest.mark.parametrize(
    ("days", "tag"),
    [
        ({"is_open": False}, "closed"),
        ({"closes_at": clock.now() - timedelta(seconds=1)}, "closed"),
        ({"opens_at": clock.now() + timedelta(days=2)}, "not_yet"),
    ],
)
def test_a_shut_survey_takes_no_answers(
    app: Flask, visitor: Visitor, lang: str, days: dict[str, object], tag: str
) -> None:
    code = make_published(**days)[2].code
    page = visitor.open(f"/{lang}/s/{code}")
    assert page.select("main form") == []
    assert "01234 567890" in page.text
    if lang == "en":
        closed = "This survey has closed"
        assert page.h1 == (closed if tag == "closed" else "This survey is not open yet")
    visitor.open(f"/{lang}/s/{code}/1")
    visitor.open(f"/{lang}/s/{code}/check")


def test_a_survey_that_closes_under_way_says_so_and_keeps_the_thanks(
    app: Flask, visitor: Visitor
) -> None:
    channel = make_published()[2]
    begin(visitor, channel.code)
    db.session.get(Channel, channel.id).is_open = False
    press(visitor, **{"q-heard": "yes"})
    assert visitor.page.h1 == "This survey has closed"
    assert only_response().answers == {}
    db.session.get(Channel, channel.id).is_open = True
    answer_all(visitor, channel.code)
    press(visitor)
    db.session.get(Channel, channel.id).is_open = False
    page = visitor.open(f"/en/s/{channel.code}/thanks")
    assert page.h1 == "Thank you"
    assert "Answer as another person" not in page.text


def test_a_link_to_what_was_never_published_is_not_open_yet(app: Flask, visitor: Visitor) -> None:
    survey = make_survey()
    save(Channel(survey_id=survey.id, code="CDFGHJ", created_at=clock.now()))
    assert visitor.open("/en/s/CDFGHJ").h1 == "This survey is not open yet"
    visitor.open("/CDFGHJ")


def test_a_code_typed_otherwise_leads_to_ours(app: Flask, visitor: Visitor) -> None:
    make_published(code="C7K2MP")
    assert visitor.open("/cy/s/c7kzmp").address == "/cy/s/C7K2MP"
    visitor.open("/cy/s/NOBODY", status=404)
    visitor.open("/en/s/C7K2MP")
    visitor.post("/en/s/c7k2mp", {}, status=404)
