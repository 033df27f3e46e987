"""A survey with every kind of question is answered by every means that people have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from coprod_survey.questionnaire import library
from coprod_survey.questionnaire.answers import is_answered
from coprod_survey.questionnaire.document import SurveyDocument
from coprod_survey.questionnaire.journey import Journey
from coprod_survey.questionnaire.questions import TYPES
from tests.browser import DESK, PHONE, House, look_at, look_at_with_wide_spacing, window
from tests.factories import make_published
from tests.journeys.answering import (
    Way,
    answer_page,
    by_hand,
    by_keyboard,
    main_button,
    seed_for_every_kind,
)
from tests.journeys.test_respondent import response

pytestmark = pytest.mark.browser

DOCUMENT = library.load("every-kind")


@pytest.fixture
def code(house: House) -> Iterator[str]:
    """The short code of a published survey of every kind."""
    with house.app.app_context():
        code = make_published(document=DOCUMENT)[2].code
    yield code  # outside, so that no lock of ours keeps the server waiting


def answer_everything(page: Page, code: str, lang: str, way: Way, seed: int) -> SurveyDocument:
    """Answer every page that comes, looking closely at each before and after; as far as the check."""
    seed, done = seed_for_every_kind(DOCUMENT, seed), set[str]()
    page.goto(f"/{lang}/s/{code}")
    look_at(page)
    press(page, way)
    for _page in range(4 * len(DOCUMENT.sections)):
        if "/check" in page.url:
            break
        look_at(page)
        look_at_with_wide_spacing(page)
        for _question in answer_page(page, DOCUMENT, seed, way, done):
            pass
        look_at(page)
        press(page, way)
    assert "/check" in page.url, page.url
    look_at(page)
    return DOCUMENT


def press(page: Page, way: Way) -> None:
    """Press the main button and wait for what comes."""
    with page.expect_navigation():
        if way is by_keyboard:
            main_button(page).focus()  # Tab leads there from the last field
            page.keyboard.press("Enter")
        else:
            main_button(page).click()
    expect(page.locator("main h1")).to_be_visible()


def check_what_was_kept(house: House, code: str, lang: str) -> dict[str, Any]:
    """Every question that the path asks has an answer, and the answers were sent."""
    row = response(house, code)
    assert row.completed_at
    assert row.language == lang
    journey = Journey(DOCUMENT, row.answers)
    assert journey.is_complete
    kinds = {q.type for q in journey.questions if is_answered(row.answers.get(q.code))}
    apart = {name for name, kind in TYPES.items() if kind.apart}
    assert kinds >= {name for name, kind in TYPES.items() if kind.asks} - apart
    for question in journey.questions:
        if question.counted:
            assert is_answered(row.answers.get(question.code)), question.code
    return row.answers


def send(page: Page, way: Way, code: str) -> None:
    """Send what the check shows."""
    press(page, way)
    expect(page).to_have_url(re.compile(f"/s/{code}/thanks"))
    look_at(page)


def test_in_welsh_on_a_phone_without_script(browser: Browser, house: House, code: str) -> None:
    page = window(browser, house.address, width=PHONE, lang="cy", java_script_enabled=False)
    answer_everything(page, code, "cy", by_hand, seed=100)
    send(page, by_hand, code)
    check_what_was_kept(house, code, "cy")


def test_in_english_on_a_desk_with_htmx(browser: Browser, house: House, code: str) -> None:
    page = window(browser, house.address, width=DESK, lang="en")
    answer_everything(page, code, "en", by_hand, seed=1000)
    send(page, by_hand, code)
    check_what_was_kept(house, code, "en")


def test_by_keyboard_alone(browser: Browser, house: House, code: str) -> None:
    page = window(browser, house.address, width=DESK, lang="en")
    answer_everything(page, code, "en", by_keyboard, seed=2000)
    send(page, by_keyboard, code)
    check_what_was_kept(house, code, "en")


def test_in_welsh_in_forced_colours_on_a_narrow_screen(
    browser: Browser, house: House, code: str
) -> None:
    page = window(browser, house.address, width=PHONE, lang="cy", forced_colors="active")
    answer_everything(page, code, "cy", by_hand, seed=3000)
    send(page, by_hand, code)
    check_what_was_kept(house, code, "cy")


def test_every_page_says_what_is_missing_where_everything_is_left_empty(
    browser: Browser, house: House, code: str
) -> None:
    page = window(browser, house.address, width=PHONE, lang="cy")
    page.goto(f"/cy/s/{code}")
    press(page, by_hand)
    seen = 0
    for _page in range(3 * len(DOCUMENT.sections)):
        if "/check" in page.url or "/ended" in page.url:
            break
        press(page, by_hand)
        if page.locator(".govuk-error-summary").count():
            seen += 1
            expect(page).to_have_title(re.compile("^Gwall:"))
            look_at(page)
            for _question in answer_page(page, DOCUMENT, 5, by_hand, set()):
                pass
            press(page, by_hand)
    assert seen, "nothing in this survey needs an answer"
