"""A person's own account, and accounts made at the command line."""

from __future__ import annotations

import pytest
from flask import Flask

from coprod_survey.accounts import actions, passwords, queries
from coprod_survey.extensions import db
from tests.factories import make_project, make_user

OLD, NEW = "yr hen gyfrinair", "cyfrinair newydd sbon"


def make_person(**values):
    return make_user(password_hash=passwords.hashed(OLD, cost=1), **values)


def test_a_new_password_ends_every_other_sign_in(visitor_as) -> None:
    person = make_person()
    here, there = visitor_as(person), visitor_as(person)
    here.open("/en/account")
    here.follow("Change your password")
    page = here.submit("Change the password", old=OLD, new=NEW)
    assert "Your password has been changed" in page.text
    assert page.h1 == "Your account"
    assert there.open("/en/account").h1 == "Sign in"
    db.session.expire_all()
    assert queries.user_who_signs_in(email=person.email, password=NEW, cost=1)


def test_a_new_password_needs_the_old_one_and_ten_characters(visitor_as) -> None:
    visitor = visitor_as(make_person())
    visitor.open("/en/account/password")
    page = visitor.submit("Change the password", old="wrong", new=NEW, status=422)
    assert page.errors == ["The password you have now is not right"]
    page = visitor.submit("Change the password", old=OLD, new="short", status=422)
    assert page.errors == ["Choose a password of at least 10 characters"]


@pytest.mark.parametrize("lang", ["cy", "en"])
def test_who_has_signed_in_is_led_from_the_door_to_their_projects_in_their_language(
    visitor_as, lang: str
) -> None:
    assert visitor_as(make_person(language=lang)).open("/").address == f"/{lang}/projects/"


def test_a_person_says_which_language_they_want(visitor_as) -> None:
    person = make_person(language="en")
    visitor = visitor_as(person)
    visitor.open("/en/account")
    page = visitor.submit("Save your account", name="Anwen Ll. Rees", language="cy")
    assert "Your account has been changed." in page.text
    db.session.refresh(person)
    assert (person.name, person.language) == ("Anwen Ll. Rees", "cy")


def test_a_password_is_the_same_however_its_accents_are_typed() -> None:
    digest = passwords.hashed("tŷ ar y bryn", cost=1)
    assert digest.startswith("$argon2id$")
    assert passwords.fits("ty\u0302 ar y bryn", digest, cost=1)
    assert not passwords.fits("ty ar y bryn", digest, cost=1)
    assert not passwords.fits("", None, cost=1)
    assert not passwords.fits("!", "!", cost=1)


def test_first_passwords_are_long_and_never_the_same() -> None:
    assert len({passwords.first_password() for _ in range(50)}) == 50
    assert len(passwords.first_password()) >= passwords.SHORTEST


def test_an_account_is_made_at_the_command_line(app: Flask) -> None:
    project = make_project()
    run = app.test_cli_runner().invoke
    made = run(
        args=[
            *("user", "add", "Sion@example.org", "--name", "Siôn"),
            *("--project", str(project.id), "--role", "facilitator", "--password-stdin"),
        ],
        input=f"{NEW}\n",
    )
    assert made.exit_code == 0, made.output
    assert "sion@example.org\tSiôn\tfacilitator in project" in run(args=["user", "list"]).output
    assert queries.user_who_signs_in(email="sion@example.org", password=NEW, cost=1)
    changed = run(args=["user", "password", "sion@example.org"], input=f"{OLD}\n{OLD}\n")
    assert changed.exit_code == 0
    db.session.expire_all()
    assert queries.user_who_signs_in(email="sion@example.org", password=OLD, cost=1)


def test_the_command_line_says_in_one_line_what_is_wrong(app: Flask) -> None:
    make_user(email="sion@example.org")
    run = app.test_cli_runner().invoke
    add = ["user", "add", "sion@example.org", "--name", "Siôn", "--password-stdin"]
    for args, typed, words in (
        (add, NEW, "Somebody already has an account"),
        ([*add, "--project", "77"], NEW, "There is no such project"),
        ([*add, "--role", "manager"], NEW, "add --project"),
        (
            ["user", "add", "x@example.org", "--name", "X", "--password-stdin"],
            "short",
            "at least 10",
        ),
        (["user", "password", "nobody@example.org"], "", "Nobody has an account"),
    ):
        answer = run(args=args, input=f"{typed}\n")
        assert answer.exit_code == 1
        assert words in answer.output
        assert answer.output.strip().count("\n") == 0


def test_an_administrator_cannot_lock_themselves_out(app: Flask) -> None:
    import pytest

    from coprod_survey.errors import Refused

    me = make_user(is_administrator=True)
    values = {"user": me, "email": me.email, "name": me.name, "lang": "cy", "by": me}
    for administrator, active in ((False, True), (True, False)):
        with pytest.raises(Refused):
            actions.edit_user(administrator=administrator, active=active, **values)
