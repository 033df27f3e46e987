"""The coach follows what a facilitator types, says its number once, and leaves what was typed alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import House, look_at
from tests.journeys.test_editing_in_place import outline

pytestmark = pytest.mark.browser


def test_advice_follows_the_typing_and_can_be_left_without_losing_it(
    browser: Browser, house: House
) -> None:
    page = outline(browser, house)
    page.locator("#edit-heard").press("Enter")
    count = page.locator("#advice-count-heard")
    before = count.inner_text()
    field = page.locator("#heard-text-en")
    field.fill("Don’t you agree that you were heard?")
    expect(count).not_to_have_text(before)
    expect(page.locator("#advice-said-heard")).to_have_text(count.inner_text())
    page.locator("#question-heard .app-advice summary").press("Enter")
    advice = page.locator("#advice-heard li", has_text="may lead people")
    expect(advice).to_be_visible()
    look_at(page)

    field.press("End")
    field.press_sequentially(" Really?")
    page.wait_for_timeout(1500)
    expect(advice).to_be_visible()  # it stays open while somebody types

    advice.get_by_role("button", name="Leave it as it is").press("Enter")
    expect(advice).to_have_count(0)
    expect(field).to_have_value("Don’t you agree that you were heard? Really?")
    expect(page.locator("#studio-status")).to_contain_text("Survey created")
