"""Everybody's pages in a real browser: both languages, a phone and a desk, with and without script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import DESK, PHONE, House, look_at, look_at_with_wide_spacing, window

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("lang", ["cy", "en"])
def test_public_pages_serve_everybody(
    browser: Browser, house: House, lang: str, width: int
) -> None:
    page = window(browser, house.address, width=width, lang=lang)
    page.goto("/")
    look_at(page)
    for name in ("", "accessibility", "privacy", "cookies", "nothing-here"):
        page.goto(f"/{lang}/{name}")
        look_at(page)
        look_at_with_wide_spacing(page)


def test_the_first_tab_leads_to_the_content(browser: Browser, house: House) -> None:
    page = window(browser, house.address, java_script_enabled=False)
    page.goto("/en/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#main-content$"))
    look_at(page)
