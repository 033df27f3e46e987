"""The public pages: the way in by a code, and the notices."""

from __future__ import annotations

import pytest

from tests.factories import make_organisation, make_published
from tests.visitor import Visitor


@pytest.mark.parametrize("typed", ["CDF234", "cdf234", " cdf 234 ", "CDF-234", "c.d.f–2 3 4"])
@pytest.mark.parametrize("lang", ["cy", "en"])
def test_a_code_opens_its_survey_however_it_is_typed(
    visitor: Visitor, typed: str, lang: str
) -> None:
    make_published(code="CDF234")
    visitor.open(f"/{lang}/")
    page = visitor.submit(action=f"/{lang}/code", code=typed)
    assert page.address == f"/{lang}/s/CDF234"


def test_an_unknown_code_says_what_to_do_and_keeps_what_was_typed(visitor: Visitor) -> None:
    visitor.open("/en/")
    page = visitor.submit("Go to the survey", code="zzz 999", status=422)
    assert page.errors[0].startswith("No survey has this code.")
    assert page.select("input[name=code]")[0].get("value") == "zzz 999"
    page = visitor.submit("Go to the survey", code=" ", status=422)
    assert page.errors == ["Write the code that is on your poster or letter."]


def test_the_language_can_be_changed_after_a_wrong_code(visitor: Visitor) -> None:
    visitor.open("/en/code?code=zzz999", status=422)
    visitor.open(visitor.page.link("Cymraeg"), status=422)
    assert visitor.page.address == "/cy/code"


def test_staff_find_the_way_to_sign_in(visitor: Visitor) -> None:
    visitor.open("/en/")
    assert visitor.follow("Sign in to your projects").h1 == "Sign in"


@pytest.mark.parametrize("page", ["accessibility", "privacy", "cookies"])
def test_notices_name_the_organisation_where_there_is_one(visitor: Visitor, page: str) -> None:
    before = visitor.open(f"/en/{page}").text
    make_organisation(contact_en="Call in.", contact_cy="Galwch.", contact_telephone="01234 567890")
    after = visitor.open(f"/en/{page}").text
    assert "Cwm Tawel Health Board" not in before
    assert "Cwm Tawel Health Board" in after
    if page == "accessibility":
        assert "Call in." in after
        assert "01234 567890" in after


def test_the_statement_has_the_headings_that_the_model_asks_for(visitor: Visitor) -> None:
    text = visitor.open("/en/accessibility").text
    for heading in (
        "How accessible this website is",
        "Enforcement procedure",
        "Compliance status",
        "Non-accessible content",
        "How we tested this website",
        "Preparation of this accessibility statement",
    ):
        assert heading in text


def test_both_languages_stand_equal_at_the_front_door(visitor: Visitor) -> None:
    doors = visitor.open("/").select(".app-doors__door")
    assert [door.get("lang") for door in doors] == ["cy", "en"]
    assert len({door.get("class") for door in doors}) == 1
