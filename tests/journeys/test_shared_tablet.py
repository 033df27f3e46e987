"""A tablet that people share, in a real browser: it waits, warns, and clears itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from playwright.sync_api import Browser, Page, expect

from coprod_survey.extensions import db
from coprod_survey.responses.models import Response
from tests import browser as browsing
from tests.browser import PHONE, House, focused_name, look_at, window
from tests.factories import make_published

pytestmark = pytest.mark.browser

IDLE = 6
"""Seconds that this tablet waits, of which the last three are the warning."""


@pytest.fixture(scope="module")
def waiting_room(house: House, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A house whose shared tablets wait only a few seconds."""
    folder = tmp_path_factory.mktemp("waiting-room")
    with browsing.house(folder, house.app, COPROD_KIOSK_IDLE_SECONDS=str(IDLE)) as open_house:
        yield open_house


@pytest.fixture
def code(house: House) -> str:
    """The short code of a link for a shared tablet."""
    with house.app.app_context():
        return make_published(kind="kiosk")[2].code


def begun(house: House, code: str) -> list[Response]:
    """The responses that came by this link."""
    from coprod_survey.distribution.models import Channel

    with house.app.app_context():
        rows = db.session.scalars(
            sa.select(Response).join(Channel, Channel.id == Response.channel_id)
            .where(Channel.code == code)
        ).all()  # fmt: skip
        db.session.expunge_all()
    return list(rows)


def press(page: Page) -> None:
    """Press the page's one main button, whatever it is called in its language."""
    page.locator("main form .govuk-button").first.click()


def test_it_warns_waits_on_and_clears_itself(
    browser: Browser, waiting_room: House, code: str
) -> None:
    page = window(browser, waiting_room.address, lang="en")
    page.goto(f"/en/s/{code}")
    press(page)
    page.get_by_label("Yes", exact=True).check()
    dialog = page.locator("dialog")
    expect(dialog).to_be_hidden()
    expect(dialog).to_be_visible(timeout=IDLE * 1000)
    assert focused_name(page) == "Carry on"
    look_at(page)

    page.keyboard.press("Space")  # any key puts it off, and does nothing else
    expect(dialog).to_be_hidden()
    assert focused_name(page) == "Yes"
    expect(page.get_by_label("Yes", exact=True)).to_be_checked()

    expect(dialog).to_be_visible(timeout=IDLE * 1000)
    page.mouse.click(5, 5)  # so does a touch beside it
    expect(dialog).to_be_hidden()
    expect(dialog).to_be_visible(timeout=IDLE * 1000)
    page.get_by_role("button", name="Carry on").click()
    expect(dialog).to_be_hidden()

    page.wait_for_url(f"{waiting_room.address}/{code}", timeout=IDLE * 2000)
    look_at(page)
    assert begun(waiting_room, code) == []
    page.go_back()
    expect(page).to_have_url(f"{waiting_room.address}/en/s/{code}")
    expect(page.locator("[name=q-heard]")).to_have_count(0)


def test_the_thanks_make_way_by_themselves(
    browser: Browser, waiting_room: House, code: str
) -> None:
    page = window(browser, waiting_room.address, width=PHONE, lang="en")
    page.goto(f"/en/s/{code}")
    press(page)
    page.get_by_label("Yes", exact=True).check()
    press(page)
    press(page)
    press(page)
    expect(page.locator("h1")).to_have_text("Thank you")
    expect(page.locator("[data-seconds]")).to_have_text(re.compile("[1-6]"))
    look_at(page)
    page.locator("form[action$=receipt] button").click()
    expect(page.locator(".app-scan svg")).to_be_visible()
    look_at(page)
    page.wait_for_url(f"{waiting_room.address}/{code}", timeout=IDLE * 2000)
    assert [bool(row.completed_at) for row in begun(waiting_room, code)] == [True]
    page.go_back()
    expect(page.locator("#receipt-code")).to_have_count(0)


def test_in_welsh_on_a_small_screen_without_script(
    browser: Browser, waiting_room: House, code: str
) -> None:
    page = window(browser, waiting_room.address, width=PHONE, java_script_enabled=False)
    page.goto(f"/{code}")
    page.locator("main a[hreflang=cy]").click()
    look_at(page)
    press(page)
    look_at(page)
    page.get_by_label("Do", exact=True).check()
    press(page)
    page.locator(".app-kiosk button").first.click()
    expect(page).to_have_url(f"{waiting_room.address}/{code}")
    assert begun(waiting_room, code) == []

    page.locator("main a[hreflang=cy]").click()
    press(page)
    page.get_by_label("Do", exact=True).check()
    press(page)
    press(page)
    look_at(page)
    press(page)
    look_at(page)
    page.locator(".app-kiosk button").click()
    expect(page).to_have_url(f"{waiting_room.address}/{code}")
    page.go_back()
    expect(page.locator("h1")).to_have_text("Sut aeth hi?")
