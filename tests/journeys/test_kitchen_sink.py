"""Every component in a real browser: what our script adds, and what everybody needs of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask, render_template_string
from playwright.sync_api import Browser, Page, Route, expect

from coprod_survey.web import assets, headers
from tests.browser import DESK, PHONE, look_at, look_at_with_wide_spacing, window
from tests.web.test_kitchen_sink import ERRORS, TEMPLATE

pytestmark = pytest.mark.browser

ADDRESS = "http://sink.test"


@pytest.fixture
def sink(app: Flask, browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The page of every component, under our own policy of what a page may load and run."""
    given = {"width": DESK, "layout": "answer", "errors": None, **getattr(request, "param", {})}
    with app.test_request_context("/en/"):
        app.preprocess_request()
        html = render_template_string(TEMPLATE, layout=given["layout"], errors=given["errors"])

    def answer(route: Route) -> None:
        name = route.request.url.removeprefix(ADDRESS + assets.ADDRESS)
        if (assets.BUILT / name).is_file():
            route.fulfill(path=assets.BUILT / name)
        else:
            policy = {"Content-Security-Policy": headers.POLICY}
            route.fulfill(body=html, content_type="text/html; charset=utf-8", headers=policy)

    page = window(browser, ADDRESS, width=given["width"], lang="en")
    page.route("**/*", answer)
    page.on("console", lambda message: page.failed.append(message.text))  # type: ignore[attr-defined]
    page.goto("/")
    page.source.clear()  # type: ignore[attr-defined]
    yield page
    page.context.close()


@pytest.mark.parametrize(
    "sink",
    [
        {"width": width, "layout": layout, "errors": errors}
        for width in (PHONE, DESK)
        for layout in ("answer", "staff")
        for errors in (None, ERRORS)
    ],
    indirect=True,
)
def test_every_component_serves_everybody(sink: Page) -> None:
    look_at(sink)
    look_at_with_wide_spacing(sink)
    sink.emulate_media(forced_colors="active")
    look_at(sink)


@pytest.mark.parametrize("sink", [{"errors": ERRORS}], indirect=True)
def test_a_page_with_errors_begins_at_their_summary(sink: Page) -> None:
    assert sink.evaluate("document.activeElement.className") == "govuk-error-summary"


def test_a_follow_up_shows_only_while_its_option_is_chosen(sink: Page) -> None:
    follow_up = sink.get_by_text("A follow-up that shows when this is chosen.")
    assert follow_up.is_visible()
    sink.get_by_label("Most of the time").check()
    assert not follow_up.is_visible()
    sink.get_by_label("Never").check()
    assert follow_up.is_visible()


def test_none_of_these_stands_alone(sink: Page) -> None:
    sink.get_by_label("None of these").check()
    assert not sink.get_by_label("Large print").is_checked()
    sink.get_by_label("Easy Read").check()
    assert not sink.get_by_label("None of these").is_checked()


def test_the_whole_row_of_an_option_can_be_pressed(sink: Page) -> None:
    row = sink.locator(".govuk-radios__item").filter(has_text="About half of the time")
    box = row.bounding_box()
    assert box and box["height"] >= 44
    sink.mouse.click(box["x"] + box["width"] - 8, box["y"] + box["height"] - 6)
    assert sink.get_by_label("About half of the time").is_checked()


def test_characters_left_are_counted_and_said_after_a_pause(sink: Page) -> None:
    field = sink.get_by_label("4. What should be done differently next time?")
    message = sink.locator(".app-character-count__message")
    field.fill("x" * 990)
    assert message.text_content() == "Characters left: 10"
    field.fill("x" * 1003)
    assert message.text_content() == "Characters too many: 3"
    said = sink.locator("body > [aria-live]")
    expect(said).to_have_text("Characters too many: 3")
