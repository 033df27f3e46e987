"""Choosing a password with a link that comes by e-mail, in the language of the person it goes to."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from itsdangerous import TimestampSigner

from coprod_survey.accounts import links, passwords, queries
from coprod_survey.accounts.models import User
from coprod_survey.extensions import db
from tests.contracts.test_access import everything
from tests.factories import make_user
from tests.mail.post_office import PostOffice, open_post_office
from tests.visitor import Visitor

NEW = "tri gair gwahanol iawn"


@pytest.fixture
def office(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Iterator[PostOffice]:
    """A mail server that this installation uses."""
    monkeypatch.setitem(app.config, "MAIL_FROM", "surveys@example.org")
    monkeypatch.setitem(app.config, "PUBLIC_URL", "https://surveys.example.org/")
    with open_post_office() as office:
        monkeypatch.setitem(app.config, "MAIL_URL", office.url)
        yield office


def person(**values: Any) -> User:
    return make_user(
        email="anwen@example.org",
        password_hash=passwords.hashed("digon o gathod", cost=1),
        **values,
    )


def forget(visitor: Visitor, lang: str, address: str = "anwen@example.org", status: int = 200):
    visitor.open(f"/{lang}/forgotten-password")
    return visitor.submit(action="/forgotten-password", email=address, status=status)


def letter(office: PostOffice) -> tuple[str, str, str]:
    """Who the last letter went to, its subject and its link."""
    to, letter = office.received[-1]
    read = email.message_from_bytes(letter, policy=email.policy.default)
    (link,) = re.findall("https://surveys.example.org(/[^\\s]*)", read.get_content())
    return to, read["Subject"], link


@pytest.mark.parametrize(
    ("language", "subject"),
    [
        ("cy", "Dewiswch gyfrinair newydd ar gyfer Cydlais"),
        ("en", "Choose a new password for Cydlais"),
    ],
)
def test_a_forgotten_password_is_chosen_anew(
    visitor: Visitor, office: PostOffice, language: str, subject: str
) -> None:
    person(language=language)
    forget(visitor, "en", " Anwen@Example.org")
    assert letter(office)[:2] == ("anwen@example.org", subject), "in the person's own language"
    link = letter(office)[2]
    assert link.startswith(f"/{language}/")
    visitor.open(link)
    page = visitor.submit(action=link, new="short", status=422)
    assert page.errors
    page = visitor.submit(action=link, new=NEW)
    assert page.address == f"/{language}/sign-in"
    assert queries.user_who_signs_in(email="anwen@example.org", password=NEW, cost=1)
    assert visitor.open(link, status=404).select("a[href$='/forgotten-password']"), "it works once"


def test_choosing_signs_out_everywhere_else(visitor: Visitor, visitor_as, office) -> None:
    user = person()
    elsewhere = visitor_as(user)
    assert elsewhere.open("/en/projects/").h1 == "Projects"
    forget(visitor, "en")
    visitor.open(letter(office)[2])
    visitor.submit("Dewis y cyfrinair hwn", new=NEW)
    assert elsewhere.open("/en/projects/").address.startswith("/en/sign-in")


def test_nothing_tells_whether_anybody_has_an_account(
    app: Flask, visitor: Visitor, office: PostOffice
) -> None:
    person()
    before = everything()
    known = forget(visitor, "en")
    unknown = forget(Visitor(app.test_client()), "en", "nobody@example.org")
    assert known.h1 == unknown.h1 == "Look in your e-mail"
    assert known.text == unknown.text
    assert len(office.received) == 1
    assert everything() == before, "no address is kept"


def test_somebody_whose_account_is_closed_gets_no_letter(visitor: Visitor, office) -> None:
    person(active=False)
    forget(visitor, "cy")
    assert office.received == []


def test_a_link_ends_after_an_hour_and_cannot_be_made_up(
    app: Flask, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = person()
    token = links.token_for(user, "forgotten")
    invitation = links.token_for(user, "invitation")
    db.session.commit()
    visitor.open(f"/cy/choose-password/{token}")
    visitor.open(f"/cy/choose-password/{token[:-1]}", status=404)
    now = TimestampSigner.get_timestamp
    monkeypatch.setattr(TimestampSigner, "get_timestamp", lambda self: now(self) + 3700)
    visitor.open(f"/cy/choose-password/{token}", status=404)
    visitor.open(f"/cy/choose-password/{invitation}")
    monkeypatch.setattr(TimestampSigner, "get_timestamp", lambda self: now(self) + 8 * 86_400)
    visitor.open(f"/cy/choose-password/{invitation}", status=404)


def test_nobody_fills_anothers_letter_box(visitor: Visitor, office: PostOffice) -> None:
    person()
    for _again in range(5):
        forget(visitor, "en")
    forget(visitor, "en", status=429)
    forget(visitor, "en", "somebody.else@example.org")
    assert len(office.received) == 5


def test_without_a_mail_server_the_administrator_is_asked(visitor: Visitor) -> None:
    person()
    assert not visitor.open("/en/sign-in").select("a[href$='/forgotten-password']")
    assert not visitor.open("/en/forgotten-password").select("[name=email]")


def test_an_administrators_new_person_chooses_their_own_password(
    app: Flask, visitor_as, office: PostOffice
) -> None:
    administrator = visitor_as(make_user(is_administrator=True))
    administrator.open("/en/admin/people/add")
    page = administrator.submit(
        "Add the person", name="Siôn", email="sion@example.org", language="cy"
    )
    assert page.address == "/en/admin/people"
    assert not page.select("code")
    to, subject, link = letter(office)
    assert (to, subject) == ("sion@example.org", "Dewiswch gyfrinair ar gyfer Cydlais")
    new = Visitor(app.test_client())
    new.open(link)
    new.submit(action=link, new=NEW)
    found = queries.user_who_signs_in(email="sion@example.org", password=NEW, cost=1)
    assert found
    administrator.open(f"/en/admin/people/{found.id}")
    administrator.submit("Send a link to choose a password")
    assert len(office.received) == 2
    assert queries.user_who_signs_in(email="sion@example.org", password=NEW, cost=1)
