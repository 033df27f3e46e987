"""Statements, the ladder and long lists in a real browser: by script, by keyboard, on a phone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser, expect

from coprod_survey.questionnaire.document import Section
from coprod_survey.questionnaire.text import Text
from tests.browser import PHONE, House, look_at, look_at_with_wide_spacing, tab_to, window
from tests.factories import make_document, make_published, option
from tests.questionnaire.test_new_kinds import LADDER, TOWNS, WELCOME
from tests.questionnaire.test_parted import NEEDED

pytestmark = pytest.mark.browser

PLACES = (*(option(f"t{n}", f"Tref {n}", f"Town {n}") for n in range(20)), *TOWNS.options)


@pytest.fixture
def code(house: House) -> Iterator[str]:
    """The short code of a survey of two pages with these kinds of question."""
    pages = (
        Section(
            code="one",
            title=Text.both("Un", "One"),
            questions=(WELCOME, replace(TOWNS, options=PLACES), NEEDED),
        ),
        Section(code="two", title=Text.both("Dau", "Two"), questions=(LADDER,)),
    )
    with house.app.app_context():
        code = make_published(document=make_document(sections=pages))[2].code
    yield code


def test_a_long_list_is_narrowed_by_typing_and_says_how_long_it_is(
    browser: Browser, house: House, code: str
) -> None:
    page = window(browser, house.address)
    page.goto(f"/cy/s/{code}")
    page.locator("main form .govuk-button").click()
    field, towns = page.locator("#q-town-narrow"), page.locator("#q-town")
    expect(page.locator("#q-town-other-other")).to_be_hidden()
    field.fill("CWMBRAN")
    expect(page.locator("[data-narrows] [role=status]")).to_have_text("Atebion yn y rhestr nawr: 1")
    assert towns.locator("option").all_text_contents()[1:] == ["Cwmbrân"]
    look_at(page)
    field.press("Enter")
    expect(towns).to_be_focused()
    assert page.url.endswith("/1")
    towns.select_option("cwmbran")
    field.fill("tref 1")
    expect(towns).to_have_value("cwmbran")
    field.fill("")
    assert towns.locator("option").count() == 1 + len(PLACES)
    towns.select_option("other")
    expect(page.locator("#q-town-other-other")).to_be_visible()
    page.context.close()


def test_statements_and_the_ladder_are_answered_by_keyboard_on_a_phone_without_script(
    browser: Browser, house: House, code: str
) -> None:
    page = window(browser, house.address, width=PHONE, java_script_enabled=False)
    page.goto(f"/cy/s/{code}")
    page.locator("main form .govuk-button").click()
    tab_to(page, field="q-agree-heard")
    page.keyboard.press("Space")
    tab_to(page, "Parhau")
    page.keyboard.press("Enter")
    expect(page.locator(".govuk-error-summary")).to_be_visible()
    look_at(page)
    look_at_with_wide_spacing(page)
    page.locator(".govuk-error-summary a").press("Enter")
    tab_to(page, field="q-agree-safe")
    page.keyboard.press("ArrowDown")
    tab_to(page, field="q-agree-fair")
    page.keyboard.press("Space")
    tab_to(page, "Parhau")
    page.keyboard.press("Enter")
    expect(page.locator(".app-stairs")).to_be_visible()
    look_at(page)
    look_at_with_wide_spacing(page)
    tab_to(page, field="q-ladder-now")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#q-ladder-now-2")).to_be_checked()
    tab_to(page, "Parhau")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("Ble rydyn ni nawr? Addysgu")
    look_at(page)
    page.context.close()
