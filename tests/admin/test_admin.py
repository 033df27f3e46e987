"""The administrator's pages: people and organisations."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from coprod_survey.accounts import queries
from coprod_survey.accounts.models import User
from coprod_survey.extensions import db
from coprod_survey.projects.models import Organisation
from tests.factories import make_organisation, make_user


def picture(kind: str = "PNG", size: tuple[int, int] = (900, 300)) -> io.BytesIO:
    made = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "where this was taken"
    Image.new("RGB", size, "teal").save(made, kind, exif=exif)
    made.seek(0)
    return made


def test_a_person_gets_a_first_password_that_works_and_is_shown_once(visitor_as) -> None:
    visitor = visitor_as(make_user(is_administrator=True))
    visitor.open("/en/admin/people")
    visitor.follow("Add a person")
    page = visitor.submit("Add the person", name="Siôn", email="Sion@example.org", language="cy")
    password = page.select("code")[0].text
    found = queries.user_who_signs_in(email="sion@example.org", password=password, cost=1)
    assert (found.name, found.language, found.is_administrator) == ("Siôn", "cy", False)
    assert password not in visitor.open(f"/en/admin/people/{found.id}").html
    page = visitor.submit("Make a new first password")
    assert page.select("code")[0].text != password
    db.session.expire_all()
    assert not queries.user_who_signs_in(email="sion@example.org", password=password, cost=1)


def test_an_address_is_given_to_one_person_only(visitor_as) -> None:
    make_user(email="sion@example.org")
    visitor = visitor_as(make_user(is_administrator=True))
    visitor.open("/en/admin/people/add")
    page = visitor.submit("Add the person", name="Siôn", email="SION@example.org", status=422)
    assert page.errors == ["Somebody already has an account with this e-mail address"]


def test_who_has_left_can_no_longer_sign_in(visitor_as) -> None:
    sion = make_user("Siôn")
    theirs = visitor_as(sion)
    theirs.open("/en/account")
    visitor = visitor_as(make_user(is_administrator=True))
    visitor.open("/en/admin/people")
    visitor.follow("Siôn")
    page = visitor.submit("Save the account", active=None)
    assert "Closed" in page.text
    assert theirs.open("/en/account").h1 == "Sign in"
    assert db.session.get(User, sion.id) is not None


def test_an_administrator_stays_one(visitor_as) -> None:
    me = make_user(is_administrator=True)
    visitor = visitor_as(me)
    visitor.open(f"/en/admin/people/{me.id}")
    page = visitor.submit("Save the account", is_administrator=None, status=422)
    assert len(page.errors) == 1


@pytest.mark.parametrize(("kind", "type"), [("PNG", "image/png"), ("JPEG", "image/jpeg")])
def test_a_logo_is_made_anew_and_served_with_care(visitor_as, kind: str, type: str) -> None:
    organisation = make_organisation()
    visitor = visitor_as(make_user(is_administrator=True))
    visitor.open(f"/en/admin/organisations/{organisation.id}")
    page = visitor.submit("Save the organisation", logo=(picture(kind), "logo"), status=422)
    assert page.errors[0].startswith("Say in both languages what the logo shows")
    alt = {"logo_alt_cy": "Dail derw", "logo_alt_en": "Oak leaves"}
    visitor.submit("Save the organisation", logo=(picture(kind), "logo"), **alt)
    page = visitor.open(f"/en/admin/organisations/{organisation.id}")
    assert page.select("main img")[0].get("alt") == "Oak leaves"
    answer = visitor.client.get(f"/organisations/{organisation.id}/logo")
    made = Image.open(io.BytesIO(answer.data))
    assert (answer.mimetype, made.size, dict(made.getexif())) == (type, (600, 200), {})
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "max-age=3600" in answer.headers["Cache-Control"]
    again = visitor.client.get(
        f"/organisations/{organisation.id}/logo", headers={"If-None-Match": answer.headers["ETag"]}
    )
    assert again.status_code == 304
    visitor.submit("Save the organisation", remove_logo="y")
    assert visitor.client.get(f"/organisations/{organisation.id}/logo").status_code == 404


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        (b"<html><script>alert(1)</script>", "Choose a picture that is a PNG or JPEG file"),
        (picture("GIF").getvalue(), "Choose a picture that is a PNG or JPEG file"),
        (picture().getvalue()[:200], "Choose a picture that is a PNG or JPEG file"),
        (picture(size=(6000, 10)).getvalue(), "Choose a smaller picture"),
        (picture(size=(10_000, 10_000)).getvalue(), "Choose a smaller picture"),
    ],
    ids=["a page", "a gif", "cut off", "wide", "huge"],
)
def test_what_is_no_proper_picture_is_refused(visitor_as, sent: bytes, words: str) -> None:
    organisation = make_organisation(logo_alt_cy="Dail", logo_alt_en="Leaves")
    visitor = visitor_as(make_user(is_administrator=True))
    visitor.open(f"/en/admin/organisations/{organisation.id}")
    page = visitor.submit("Save the organisation", logo=(io.BytesIO(sent), "logo.png"), status=422)
    assert page.errors[0].startswith(words)


def test_the_words_of_an_organisation_are_kept(visitor_as) -> None:
    visitor = visitor_as(make_user(is_administrator=True))
    visitor.open("/en/admin/organisations/create")
    visitor.submit("Save the organisation", status=422)
    assert len(visitor.page.errors) == 4
    page = visitor.submit(
        "Save the organisation",
        name_cy="Bwrdd Iechyd Cwm Tawel",
        name_en="Cwm Tawel Health Board",
        contact_cy="Galwch heibio.",
        contact_en="Call in.",
        contact_email="help@example.org",
        contact_telephone="01234 567890",
        controller_cy="Y Bwrdd",
        controller_en="The Board",
        privacy_email="privacy@example.org",
    )
    assert "Cwm Tawel Health Board" in page.text
    made = db.session.query(Organisation).one()
    assert (made.contact.cy, made.controller.en) == ("Galwch heibio.", "The Board")
    assert made.privacy_email == "privacy@example.org"
