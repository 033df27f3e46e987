"""Somebody sees, corrects and withdraws what they sent, in a real browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import PHONE, House, look_at, look_at_with_wide_spacing, window
from tests.factories import make_published

pytestmark = pytest.mark.browser


@pytest.fixture
def code(house: House) -> str:
    """The short code of an open survey."""
    with house.app.app_context():
        return make_published()[2].code


def press(page: Page) -> None:
    """Press the page's one main button, whatever it is called in its language."""
    page.locator("main form .govuk-button").first.click()


def send(page: Page, code: str, lang: str) -> str:
    """Answer and send; gives the receipt code."""
    page.goto(f"/{lang}/s/{code}")
    press(page)
    page.locator("#q-heard").check()
    press(page)
    page.locator("#q-hours").fill("7")
    press(page)
    press(page)
    look_at(page)
    page.locator("form[action$=receipt] button").click()
    look_at(page)
    return page.locator("#receipt-code").inner_text()


def test_in_welsh_on_a_phone_without_script(browser: Browser, house: House, code: str) -> None:
    page = window(browser, house.address, width=PHONE, java_script_enabled=False)
    receipt = send(page, code, "cy")
    page.locator("form[action$=forget] button").click()
    expect(page).to_have_url(f"{house.address}/{code}")

    page.goto(f"/cy/s/{code}")
    page.locator("a[href$='/receipt']").click()
    press(page)
    look_at(page)
    page.locator("#receipt").fill(receipt.lower())
    press(page)
    expect(page.locator("main")).to_contain_text("7 awr")
    look_at(page)
    look_at_with_wide_spacing(page)

    page.locator("form[action$=correct] button").click()
    look_at(page)
    page.locator("dl a").nth(3).click()
    page.locator("#q-hours").fill("8")
    look_at(page)
    page.locator("#answer-form .govuk-button").first.click()
    page.locator("form[action=check] button").click()
    expect(page.locator("h1")).to_have_text("Diolch")

    page.goto(f"/cy/r/{receipt}")
    expect(page.locator("main")).to_contain_text("8 awr")
    page.locator("a[href$=withdraw]").click()
    look_at(page)
    press(page)
    look_at(page)
    page.go_back()
    expect(page).to_have_url(f"{house.address}/cy/receipt?lost=1")
    look_at(page)
    page.goto(f"/cy/r/{receipt}")
    look_at(page)


def test_in_english_with_script(browser: Browser, house: House, code: str) -> None:
    page = window(browser, house.address, lang="en")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    receipt = send(page, code, "en")
    page.locator("[data-copy=receipt-code]").click()
    expect(page.locator("[data-copy=receipt-code]")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == receipt

    phone = window(browser, house.address, width=PHONE, lang="en")
    phone.goto("/en/")
    phone.locator("#code").fill(receipt)
    press(phone)
    expect(phone).to_have_url(f"{house.address}/en/s/{code}/answers")
    look_at(phone)
    phone.locator("form[action$=correct] button").click()
    look_at(phone)
    phone.locator("form[action$=leave] button").click()
    expect(phone.locator("main")).to_contain_text("7 hours")
    phone.locator("a[href$=withdraw]").click()
    press(phone)
    expect(phone.locator("h1")).to_have_text("Your answers have been withdrawn")
    page.locator("a[href*='/r/']").click()
    look_at(page)
