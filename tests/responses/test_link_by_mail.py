"""The private link by e-mail: to an address that is used once and kept nowhere."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from flask import Flask

from coprod_survey import clock
from coprod_survey.extensions import db
from coprod_survey.mail import posting, sending
from coprod_survey.tasks import work
from coprod_survey.tasks.models import Job
from tests.contracts.test_access import everything
from tests.mail.post_office import PostOffice, open_post_office
from tests.responses.people import FIRST, begin, press
from tests.visitor import Visitor

ASK = {"en": "Send me the link", "cy": "Anfon y ddolen ataf"}


@pytest.fixture
def office(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Iterator[PostOffice]:
    """A mail server that this installation uses."""
    monkeypatch.setitem(app.config, "MAIL_FROM", "surveys@example.org")
    with open_post_office() as office:
        monkeypatch.setitem(app.config, "MAIL_URL", office.url)
        yield office


def save_for_later(visitor: Visitor, code: str, lang: str) -> str:
    """Answer a page, stop, and give back the private link."""
    begin(visitor, code, lang)
    press(visitor, **FIRST)
    later = {"en": "Save and come back later", "cy": "Cadw a dod yn ôl yn nes ymlaen"}
    page = visitor.submit(later[lang])
    assert page.select(".app-scan[role=img] svg")
    return str(page.select("#private-link")[0].text_content())


@pytest.mark.parametrize(
    ("lang", "subject"),
    [("en", "Your private link: How did it go?"), ("cy", "Eich dolen breifat: Sut aeth hi?")],
)
def test_the_link_arrives_in_the_persons_language(
    visitor: Visitor, code: str, office: PostOffice, lang: str, subject: str
) -> None:
    link = save_for_later(visitor, code, lang)
    before = everything()
    page = visitor.submit(ASK[lang], email=" Me@Example.org ")
    assert page.address == f"/{lang}/s/{code}/save"
    assert page.select(".govuk-notification-banner--success")
    ((to, letter),) = office.received
    read = email.message_from_bytes(letter, policy=email.policy.default)
    assert to == "me@example.org"
    assert (read["Subject"], read["Content-Language"]) == (subject, lang)
    assert link in read.get_content()
    assert everything() == before, "nothing of the address is kept"
    assert "example.org" not in page.html


@pytest.mark.parametrize("wrong", ["", "nobody", "a@b", "a@example.org\r\nBcc: b@example.org"])
def test_what_is_no_address_is_said_and_stays(
    visitor: Visitor, code: str, office: PostOffice, wrong: str
) -> None:
    save_for_later(visitor, code, "cy")
    page = visitor.submit(ASK["cy"], status=422, email=wrong)
    assert page.errors
    assert page.select("#private-link")
    assert office.received == []


def test_a_mail_server_that_is_away_is_asked_again_later_and_the_link_stays_on_the_page(
    app: Flask, visitor: Visitor, code: str, office: PostOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = save_for_later(visitor, code, "en")
    before = everything()
    monkeypatch.setitem(app.config, "MAIL_URL", "smtp://127.0.0.1:1")
    page = visitor.submit(ASK["en"], email="me@example.org")
    assert page.select("#private-link")[0].text_content() == link
    assert "We are sending the link" in page.text
    monkeypatch.setitem(app.config, "MAIL_URL", office.url)
    db.session.execute(sa.update(Job).values(due_at=clock.now()))
    db.session.commit()
    work.sweep(app)
    assert [to for to, _letter in office.received] == ["me@example.org"]
    assert everything() == before, "nothing of the address is kept"


def test_an_address_that_the_mail_server_never_takes_is_forgotten(
    app: Flask, visitor: Visitor, code: str, office: PostOffice, caplog: pytest.LogCaptureFixture
) -> None:
    save_for_later(visitor, code, "en")
    before = everything()
    office.refuses = True
    visitor.submit(ASK["en"], email="me@example.org")
    for _again in posting.WAITS:
        assert everything() != before
        db.session.execute(sa.update(Job).values(due_at=clock.now()))
        db.session.commit()
        work.sweep(app)
    assert everything() == before
    assert "work given up: letter" in caplog.text
    assert "example.org" not in caplog.text


def test_without_a_mail_server_nothing_is_offered(visitor: Visitor, code: str) -> None:
    save_for_later(visitor, code, "en")
    assert not visitor.page.select("[name=email]")
    visitor.open(f"/en/s/{code}/2")
    page = visitor.post(f"/en/s/{code}/save", {"email": "me@example.org"})
    assert page.address == f"/en/s/{code}/2"


def test_nobody_sends_a_link_to_answers_that_are_not_there(
    app: Flask, visitor: Visitor, code: str, office: PostOffice
) -> None:
    begin(visitor, code)
    visitor.post(f"/en/s/{code}/save", {"email": "me@example.org"})
    assert visitor.page.address == f"/en/s/{code}/1"
    stranger = Visitor(app.test_client())
    stranger.open(f"/en/s/{code}")
    assert (
        stranger.post(f"/en/s/{code}/save", {"email": "me@example.org"}).address == f"/en/s/{code}"
    )
    assert office.received == []


def test_sending_links_is_limited(
    app: Flask, visitor: Visitor, code: str, office: PostOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(app.config, "MAIL_LIMIT", "2 per hour")
    save_for_later(visitor, code, "en")
    for _again in range(2):
        visitor.submit(ASK["en"], email="me@example.org")
    page = visitor.submit(ASK["en"], status=429, email="me@example.org")
    assert page.h1 == "Too many tries in a short time"
    assert len(office.received) == 2


def test_nobody_waits_while_the_mail_server_thinks(
    visitor: Visitor, code: str, office: PostOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    holding = []
    monkeypatch.setattr(
        sending, "send", lambda **_letter: holding.append(db.session().in_transaction())
    )
    save_for_later(visitor, code, "en")
    visitor.submit(ASK["en"], email="me@example.org")
    assert holding == [False]
