"""Somebody else sits down at the device: Back, caches and storage show them no answers."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import ARGUMENTS, PHONE, House, chromium, look_at, window
from tests.factories import make_published

pytestmark = pytest.mark.browser

SECRET = "Only I should read this"


@pytest.fixture(scope="module")
def keeping(browser: Browser) -> Iterator[Browser]:
    """A browser that keeps whole pages for Back, which the other one is told not to do."""
    another = browser.browser_type.launch(
        executable_path=chromium(),
        args=list(ARGUMENTS),
        ignore_default_args=["--disable-back-forward-cache"],
    )
    yield another
    another.close()


@pytest.fixture
def code(house: House) -> str:
    """The short code of an open survey."""
    with house.app.app_context():
        return make_published()[2].code


def press(page: Page) -> None:
    """Press the page's one main button, whatever it is called in its language."""
    page.locator("main form .govuk-button:visible").first.click()


def begin(page: Page, code: str, lang: str = "en") -> None:
    """Start, answer the first page, and write something private on the second."""
    page.goto(f"/{lang}/s/{code}")
    press(page)
    page.locator("#q-heard").check()
    page.locator("form#answer-form > .govuk-button-group .govuk-button").first.click()
    page.locator("#q-change").fill(SECRET)


def go_on(page: Page) -> None:
    """Press Continue."""
    page.locator("form#answer-form > .govuk-button-group .govuk-button").first.click()


def shows_nothing(page: Page) -> None:
    """No field of the page and no storage of the browser holds what was written."""
    expect(page.locator("h1")).to_be_visible()
    assert SECRET not in page.content()
    assert page.evaluate(
        "[...document.querySelectorAll('textarea, input')].every(f => !f.value.includes('read this'))"
    )
    stored = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    assert stored == "[{},{}]"


@pytest.mark.parametrize("kept", [False, True])
def test_after_sending_back_shows_no_answers(
    browser: Browser, keeping: Browser, house: House, code: str, kept: bool
) -> None:
    page = window(keeping if kept else browser, house.address, lang="en")
    begin(page, code)
    go_on(page)
    page.locator("main form[action=check] button").click()
    expect(page).to_have_url(re.compile("/thanks$"))
    for _step in range(4):
        page.go_back()
        page.wait_for_load_state()
        shows_nothing(page)
        if page.url.endswith(f"/s/{code}"):
            break
    assert page.url.endswith(f"/s/{code}")


def test_pause_and_hide_with_script(keeping: Browser, house: House, code: str) -> None:
    page = window(keeping, house.address, lang="en")
    begin(page, code)
    look_at(page)
    page.get_by_role("button", name="Pause and hide this page").click()
    expect(page).to_have_url(f"{house.address}/en/today")
    assert page.title() == page.locator("h1").inner_text()
    look_at(page)
    page.go_back()
    expect(page).to_have_url(f"{house.address}/en/s/{code}")
    shows_nothing(page)
    page.go_forward()
    shows_nothing(page)
    page.goto(f"/en/s/{code}")
    page.get_by_role("button", name="Carry on with these answers").click()
    expect(page.locator("#q-change")).to_have_value(SECRET)


def test_pause_and_hide_in_welsh_on_a_phone_without_script(
    browser: Browser, house: House, code: str
) -> None:
    page = window(browser, house.address, width=PHONE, java_script_enabled=False)
    begin(page, code, "cy")
    look_at(page)
    page.get_by_role("button", name="Oedi a chuddio’r dudalen hon").click()
    expect(page).to_have_url(f"{house.address}/cy/today")
    look_at(page)
    page.go_back()
    expect(page).to_have_url(f"{house.address}/cy/s/{code}")
    assert SECRET not in page.content()
    look_at(page)
    page.get_by_role("button", name="Parhau â’r atebion hyn").click()
    expect(page.locator("#q-change")).to_have_value(SECRET)
