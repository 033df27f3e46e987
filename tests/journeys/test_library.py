"""The library in a real browser: sound at both widths, in both languages, and when something is wrong."""

from __future__ import annotations

import secrets

import pytest
from playwright.sync_api import Browser

from coprod_survey.accounts import passwords
from tests.browser import DESK, PHONE, House, look_at, look_at_with_wide_spacing, window
from tests.factories import make_member, make_project, make_survey
from tests.journeys.test_staff_pages import WORDS, sign_in

pytestmark = pytest.mark.browser


@pytest.fixture
def place(house: House) -> tuple[str, str]:
    """A facilitator's address, and that of the library in a project with one survey."""
    with house.app.app_context():
        project = make_project()
        make_survey(project)
        person = make_member(
            project,
            email=f"{secrets.token_hex(4)}@example.org",
            password_hash=passwords.hashed(WORDS, cost=1),
        )
        return person.email, f"projects/{project.id}/surveys/library"


@pytest.mark.parametrize(("width", "lang"), [(PHONE, "cy"), (DESK, "en")])
def test_the_library_is_sound(
    browser: Browser, house: House, place: tuple[str, str], width: int, lang: str
) -> None:
    email, library = place
    page = window(browser, house.address, width=width, lang=lang)
    sign_in(page, email, lang)
    for address in ("", "/are-we-ready", "/equality", "/easy-read/preview", "/easy-read/preview/1"):
        page.goto(f"/{lang}/{library}{address}")
        look_at(page)
        look_at_with_wide_spacing(page)
    page.goto(f"/{lang}/{library}/taking-part")
    for summary in page.locator("main details summary").all():
        summary.click()
    look_at(page)
    page.locator("main form .govuk-button").last.click()
    page.locator(".govuk-error-summary").wait_for()
    assert page.evaluate("document.activeElement.className") == "govuk-error-summary"
    look_at(page)
    page.locator("#question-respect").check()
    page.locator("input[name=survey]").check()
    page.locator("main form .govuk-button").last.click()
    page.wait_for_url("**/design#section-*")
    look_at(page)
    page.context.close()
