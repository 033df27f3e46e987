"""Signing in and out."""

from __future__ import annotations

import pytest
from flask import Flask

from coprod_survey.accounts import passwords
from coprod_survey.audit.models import Event
from coprod_survey.extensions import db
from tests.factories import make_member, make_project, make_user, save
from tests.visitor import Visitor

WORDS = "digon o gathod"


def make_person(**values):
    """Somebody who can sign in with `WORDS`."""
    values = {"language": "en", **values}
    return make_user(
        email="anwen@example.org", password_hash=passwords.hashed(WORDS, cost=1), **values
    )


def try_to_sign_in(visitor: Visitor, email: str, password: str, status: int = 200) -> Visitor:
    visitor.open("/en/sign-in")
    visitor.submit("Sign in", email=email, password=password, status=status)
    return visitor


def test_a_person_signs_in_and_sees_their_projects(visitor: Visitor) -> None:
    make_person()
    assert try_to_sign_in(visitor, " Anwen@Example.org", WORDS).page.h1 == "Projects"
    assert db.session.query(Event).filter_by(action="signed in").count() == 1


@pytest.mark.parametrize(
    ("email", "password"),
    [("anwen@example.org", "something else"), ("nobody@example.org", WORDS)],
)
def test_a_wrong_password_and_an_unknown_address_look_the_same(
    visitor: Visitor, email: str, password: str
) -> None:
    make_person()
    page = try_to_sign_in(visitor, email, password, status=422).page
    assert page.errors == ["The e-mail address or the password is not right"]
    assert page.select("input[name=email]")[0].get("value") == email
    assert not page.select("input[name=password]")[0].get("value")


def test_a_closed_account_cannot_sign_in(visitor: Visitor) -> None:
    make_person(active=False)
    assert try_to_sign_in(visitor, "anwen@example.org", WORDS, status=422).page.errors


def test_both_fields_are_asked_for_in_the_language_of_the_page(visitor: Visitor) -> None:
    visitor.open("/cy/sign-in")
    page = visitor.submit(action="/cy/sign-in", status=422)
    assert len(page.errors) == 2


def test_tries_that_fail_are_limited_and_those_that_succeed_are_not(visitor: Visitor) -> None:
    make_person()
    for _ in range(12):
        assert try_to_sign_in(visitor, "anwen@example.org", WORDS).page.h1 == "Projects"
    for _ in range(10):
        try_to_sign_in(visitor, "anwen@example.org", "wrong", status=422)
    page = try_to_sign_in(visitor, "anwen@example.org", WORDS, status=429).page
    assert page.h1 == "Too many tries in a short time"


def test_the_page_that_was_asked_for_opens_after_signing_in(visitor: Visitor) -> None:
    person = make_person()
    project = make_project()
    from coprod_survey.accounts.models import Membership

    save(Membership(project_id=project.id, user_id=person.id, role="manager"))
    assert visitor.open(f"/en/projects/{project.id}").h1 == "Sign in"
    page = visitor.submit("Sign in", email="anwen@example.org", password=WORDS)
    assert page.h1 == "An open door"


def test_who_changes_language_while_signing_in_stays_in_it(visitor: Visitor) -> None:
    person = make_person()
    visitor.open("/en/account")
    visitor.follow("Cymraeg")
    page = visitor.submit(action="/cy/sign-in", email="anwen@example.org", password=WORDS)
    assert page.address == "/cy/account"
    db.session.refresh(person)
    assert person.language == "cy", "a language that was chosen is remembered"


def test_who_comes_through_the_front_door_of_a_language_stays_in_it(visitor: Visitor) -> None:
    make_person(language="cy")
    visitor.open("/en/")
    visitor.follow("Sign in to your projects")
    page = visitor.submit("Sign in", email="anwen@example.org", password=WORDS)
    assert page.address == "/en/projects/"


def test_a_page_that_was_asked_for_opens_in_the_language_of_the_person(visitor: Visitor) -> None:
    make_person(language="cy")
    visitor.open("/en/account")
    page = visitor.submit("Sign in", email="anwen@example.org", password=WORDS)
    assert page.address == "/cy/account"


def test_the_language_of_a_person_is_remembered_in_this_browser_and_in_another(
    app: Flask, visitor: Visitor
) -> None:
    person = make_person()
    try_to_sign_in(visitor, "anwen@example.org", WORDS)
    visitor.open("/en/account?from=list")
    page = visitor.submit("Cymraeg", follow=False, status=303)
    assert page.headers["Location"] == "/cy/account?from=list"
    visitor.open("/cy/account")
    db.session.refresh(person)
    assert person.language == "cy"
    visitor.submit(action="/cy/sign-out")
    assert try_to_sign_in(visitor, "anwen@example.org", WORDS).page.address == "/cy/projects/"
    another = Visitor(app.test_client())
    assert try_to_sign_in(another, "anwen@example.org", WORDS).page.address == "/cy/projects/"
    assert another.open("/").address == "/cy/projects/"
    another.submit("English")
    assert visitor.open("/").address == "/en/projects/"
    assert (
        another.post("/cy/speak", {"language": "en", "next": "//elsewhere.example/en/"}).address
        == "/en/projects/"
    )


@pytest.mark.parametrize(
    "address",
    [
        "https://elsewhere.example/en/",
        "//elsewhere.example/en/",
        "/\\elsewhere.example",
        "/en/\\elsewhere.example",
        "/en/\nelsewhere",
        "javascript:alert(1)",
        "en/account",
    ],
)
def test_signing_in_never_leads_away_from_here(visitor: Visitor, address: str) -> None:
    make_person()
    visitor.open("/en/sign-in")
    page = visitor.submit(
        "Sign in", next=address, email="anwen@example.org", password=WORDS, follow=False, status=303
    )
    assert page.headers["Location"] == "/en/projects/"


def test_signing_out_ends_the_session(app: Flask, visitor_as) -> None:
    visitor = visitor_as(make_user())
    visitor.open("/en/account")
    assert "You have signed out." in visitor.submit("Sign out").text
    assert visitor.open("/en/account").h1 == "Sign in"


def test_a_member_sees_only_their_own_projects(visitor_as) -> None:
    make_project(name_en="Somebody else’s", name_cy="Un rhywun arall")
    visitor = visitor_as(make_member(make_project(name_en="Ours", name_cy="Ein un ni")))
    page = visitor.open("/en/projects/")
    assert "Ours" in page.text
    assert "Somebody else" not in page.text
