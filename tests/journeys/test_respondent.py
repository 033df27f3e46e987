"""People who answer, in a real browser: by phone without script, and by HTMX across languages."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from playwright.sync_api import Browser, Page, expect

from coprod_survey.extensions import db
from coprod_survey.questionnaire import library
from coprod_survey.questionnaire.answers import SKIPPED
from coprod_survey.questionnaire.text import LANGUAGES
from coprod_survey.responses.models import Response
from tests.browser import (
    CLIPPED,
    DESK,
    PHONE,
    TOO_WIDE,
    House,
    focused_name,
    look_at,
    look_at_with_wide_spacing,
    settle,
    tab_to,
    window,
)
from tests.factories import make_published

pytestmark = pytest.mark.browser


@pytest.fixture
def code(house: House) -> Iterator[str]:
    """The short code of a published survey of two pages with all kinds of question."""
    with house.app.app_context():
        code = make_published()[2].code
    yield code


def response(house: House, code: str) -> Response:
    """The one response that the survey behind this code has."""
    from coprod_survey.distribution.models import Channel

    with house.app.app_context():
        rows = db.session.scalars(
            sa.select(Response).join(Channel, Channel.id == Response.channel_id)
            .where(Channel.code == code)
        ).all()  # fmt: skip
        db.session.expunge_all()
    assert len(rows) == 1
    return rows[0]


def press(page: Page) -> None:
    """Press the page's one main button, whatever it is called in its language."""
    page.locator("main form .govuk-button").first.click()
    settle(page)


def test_on_a_phone_in_welsh_without_script(browser: Browser, house: House, code: str) -> None:
    page = window(browser, house.address, width=PHONE, java_script_enabled=False)
    page.goto(f"/{code}")
    look_at(page)
    page.locator("main a[hreflang=cy]").click()
    look_at(page)
    press(page)
    expect(page.locator("h1")).to_have_text("Croeso")
    look_at(page)
    look_at_with_wide_spacing(page)

    press(page)  # the first question needs an answer
    expect(page.locator(".govuk-error-summary a")).to_have_count(1)
    look_at(page)
    page.locator(".govuk-error-summary a").click()
    assert page.url.endswith("#q-heard")
    page.get_by_label("Arall", exact=True).check()
    page.locator("#q-heard-else-other").fill("Weithiau, yn y bore")
    page.get_by_label("Hawdd ei ddeall").check()
    page.get_by_label("Print bras").check()
    page.get_by_label("Llawer").check()
    page.locator("button[name=clear][value=voice]").click()  # a radio can be taken back
    expect(page.get_by_label("Llawer")).not_to_be_checked()
    expect(page.get_by_label("Print bras")).to_be_checked()
    page.get_by_label("Peth").check()
    press(page)

    expect(page.locator("h1")).to_have_text("Rhagor")
    page.locator("#q-hours").fill("deg")
    page.locator("#q-word").fill("Llŷn 🌊")
    press(page)
    assert page.locator("#q-hours").input_value() == "deg"
    look_at(page)
    page.locator("#q-hours").fill("10")
    page.locator("button[name=later]").click()
    look_at(page)
    link = page.locator("#private-link").inner_text()

    other_phone = window(browser, house.address, width=PHONE, java_script_enabled=False)
    other_phone.goto(link)
    expect(other_phone.locator("#q-word")).to_have_value("Llŷn 🌊")
    press(other_phone)
    expect(other_phone).to_have_url(f"{house.address}/cy/s/{code}/check")
    look_at(other_phone)
    look_at_with_wide_spacing(other_phone)
    other_phone.locator("dl a").nth(2).click()
    other_phone.get_by_label("Llawer").check()
    press(other_phone)
    expect(other_phone).to_have_url(f"{house.address}/cy/s/{code}/check")
    press(other_phone)
    look_at(other_phone)
    assert response(house, code).answers == {
        "heard": {"chosen": ["else"], "other": "Weithiau, yn y bore"},
        "formats": {"chosen": ["easy", "large"]},
        "voice": {"chosen": ["p3"]},
        "hours": 10,
        "word": "Llŷn 🌊",
        "change": SKIPPED,
    }


def test_in_english_with_a_change_of_language_in_the_middle(
    browser: Browser, house: House, code: str
) -> None:
    page = window(browser, house.address, lang="en")
    page.goto(f"/{code}")
    page.locator("main a[hreflang=en]").click()
    press(page)
    look_at(page)

    expect(page.locator("#q-heard-else-other")).to_be_hidden()
    page.get_by_label("Something else", exact=True).check()
    expect(page.locator("#q-heard-else-other")).to_be_visible()
    page.get_by_label("Large print").check()
    page.get_by_label("None of these").check()
    expect(page.get_by_label("Large print")).not_to_be_checked()
    page.get_by_label("Yes", exact=True).check()
    expect(page.locator("#q-heard-else-other")).to_be_hidden()
    look_at(page)
    press(page)

    page.locator("#q-hours").fill("not yet a number")
    page.locator("#q-change").fill("The waiting room")
    expect(page.locator("#kept")).not_to_be_empty()  # kept by itself, while the person thinks
    look_at(page)
    page.reload()
    expect(page.locator("#q-change")).to_have_value("The waiting room")
    page.locator("#q-change").fill("The waiting room, and the letters")
    page.locator("header button[value=cy]").click()
    expect(page).to_have_url(re.compile(f"/cy/s/{code}/2#question-"))
    expect(page.locator("html")).to_have_attribute("lang", "cy")
    expect(page.locator("#q-hours")).to_have_value("not yet a number")
    expect(page.locator("#q-change")).to_have_value("The waiting room, and the letters")
    look_at(page)
    page.locator("#q-hours").fill("3")
    page.locator("#q-hours").press("Enter")  # goes on, and does not switch the language
    expect(page).to_have_url(f"{house.address}/cy/s/{code}/check")
    look_at(page)
    press(page)
    expect(page).to_have_url(f"{house.address}/cy/s/{code}/thanks")
    row = response(house, code)
    assert (row.language, row.languages) == ("cy", "en cy")
    assert row.answers["change"] == "The waiting room, and the letters"
    assert row.completed_at


def test_an_error_takes_the_focus_and_leads_to_its_field(
    browser: Browser, house: House, code: str
) -> None:
    page = window(browser, house.address, lang="en")
    page.goto(f"/en/s/{code}")
    press(page)
    press(page)
    assert page.evaluate("document.activeElement.className").startswith("govuk-error-summary")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert focused_name(page) == "Yes"


def test_by_keyboard_alone(browser: Browser, house: House, code: str) -> None:
    page = window(browser, house.address, lang="en")
    page.goto(f"/en/s/{code}")
    tab_to(page, page.locator("main form .govuk-button").first.inner_text())
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Welcome")
    tab_to(page, "Yes")
    page.keyboard.press("Space")
    tab_to(page, "Easy Read")
    page.keyboard.press("Space")
    tab_to(page, "None at all")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("Some", exact=True)).to_be_checked()
    tab_to(page, page.locator("main form .govuk-button").first.inner_text())
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{house.address}/en/s/{code}/2")


def test_in_forced_colours_every_control_still_shows(
    browser: Browser, house: House, code: str
) -> None:
    page = window(browser, house.address, width=PHONE, forced_colors="active")
    page.goto(f"/cy/s/{code}")
    press(page)
    press(page)
    look_at(page)
    for box in page.locator(".govuk-radios__label, .govuk-checkboxes__label").all():
        assert box.evaluate("e => getComputedStyle(e, '::before').borderTopWidth") != "0px"
    page.keyboard.press("Tab")
    width = page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
    assert float(width.removesuffix("px")) >= 2


def test_a_page_is_usable_at_four_times_its_size(browser: Browser, house: House, code: str) -> None:
    """1280 px wide at 400 % is 320 px wide and 225 px high (WCAG 1.4.10)."""
    page = window(browser, house.address, width=PHONE)
    page.set_viewport_size({"width": PHONE, "height": 225})
    page.goto(f"/cy/s/{code}")
    press(page)
    look_at(page)


SMALL = """() => [...document.querySelectorAll(
    "main button, main a, main summary, main select, main textarea, main .govuk-input, "
    + "main .govuk-radios__item, main .govuk-checkboxes__item, header a, header button, footer a")]
  .filter(e => e.getClientRects().length && !e.closest(".govuk-visually-hidden, .app-prose"))
  .filter(e => e.tagName !== "A" || getComputedStyle(e).display !== "inline")
  .filter(e => e.getBoundingClientRect().height < 44)
  .map(e => e.outerHTML.slice(0, 120))"""
"""What can be pressed and is lower than a finger."""

TWICE = """() => { const sheet = new CSSStyleSheet(); sheet.replaceSync("html { font-size: 200% }");
  document.adoptedStyleSheets = [sheet]; }"""


@pytest.mark.parametrize("twice", [False, True])
def test_everything_that_is_pressed_is_tall_enough_and_grows_with_the_text(
    browser: Browser, house: House, code: str, twice: bool
) -> None:
    page = window(browser, house.address, width=PHONE)

    def look() -> None:
        if twice:
            page.evaluate(TWICE)
            assert page.evaluate("getComputedStyle(document.body).fontSize") == "38px"
            assert page.evaluate(CLIPPED) == []
        assert page.evaluate(SMALL) == []
        assert page.evaluate(TOO_WIDE) == []

    page.goto(f"/cy/s/{code}")
    look()
    press(page)
    press(page)
    look()  # with an error
    page.get_by_label("Arall", exact=True).check()
    page.locator("#q-heard-else-other").fill("Weithiau")
    page.locator("button[name=both]").click()
    settle(page)
    look()
    press(page)
    look()
    press(page)
    expect(page).to_have_url(f"{house.address}/cy/s/{code}/check")
    look()


def test_a_closed_survey_says_so(browser: Browser, house: House) -> None:
    with house.app.app_context():
        closed = make_published(is_open=False)[2].code
    page = window(browser, house.address, width=PHONE)
    for lang in LANGUAGES:
        page.goto(f"/{lang}/s/{closed}")
        look_at(page)


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_of_the_evaluation_survey(
    browser: Browser, house: House, lang: str, width: int
) -> None:
    with house.app.app_context():
        document = library.load("evaluation")
        code = make_published(document=document)[2].code
    page = window(browser, house.address, width=width, lang=lang)
    page.goto(f"/{lang}/s/{code}")
    look_at(page)
    press(page)
    for section in document.sections:
        expect(page.locator("h1")).to_have_text(section.title.face(lang))  # type: ignore[arg-type]
        for question in section.questions:
            if question.required:
                page.locator(f"#question-{question.code} input").first.check()
        look_at(page)
        look_at_with_wide_spacing(page)
        press(page)
    look_at(page)
