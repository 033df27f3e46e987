"""On paper: the poster fills one sheet of A4, with both languages on it."""

from __future__ import annotations

import re
import secrets

import pytest
from playwright.sync_api import Browser

from coprod_survey.accounts import passwords
from tests.browser import House, look_at, window
from tests.design.test_rules import conditional
from tests.factories import make_member, make_project, make_published, make_survey
from tests.journeys.test_staff_pages import WORDS, sign_in

pytestmark = pytest.mark.browser


def test_the_poster_is_one_sheet(browser: Browser, house: House) -> None:
    with house.app.app_context():
        project = make_project()
        email = f"{secrets.token_hex(4)}@example.org"
        make_member(project, email=email, password_hash=passwords.hashed(WORDS, cost=1))
        survey, _version, channel = make_published(project)
        poster = f"/cy/projects/{project.id}/surveys/{survey.id}/links/{channel.id}/poster"
    page = window(browser, house.address)
    sign_in(page, email, "cy")
    page.goto(poster)
    paper = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1
    page.emulate_media(media="print")
    for words in page.locator(".app-poster__title").all():
        assert words.is_visible()
    assert not page.locator("footer").is_visible()


def test_the_questionnaire_is_printed_without_the_frame_of_the_page(
    browser: Browser, house: House
) -> None:
    with house.app.app_context():
        project = make_project()
        email = f"{secrets.token_hex(4)}@example.org"
        make_member(project, email=email, password_hash=passwords.hashed(WORDS, cost=1))
        survey = make_survey(project, conditional())
        paper = f"/cy/projects/{project.id}/surveys/{survey.id}/paper"
    page = window(browser, house.address)
    sign_in(page, email, "cy")
    page.goto(paper)
    look_at(page)
    sheets = len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))
    page.evaluate("document.querySelectorAll('body > :not(.app-body)').forEach(e => e.remove())")
    alone = len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))
    assert sheets == alone, "a sheet without anything on it"
    page.goto(f"{paper}?size=large")
    large = len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))
    assert 1 < sheets < large
    page.emulate_media(media="print")
    for unwanted in ("header", "footer", ".app-no-print"):
        assert not page.locator(unwanted).first.is_visible()
    assert page.locator(".app-paper-question").count() == 6
    assert page.locator(".app-paper").evaluate("e => getComputedStyle(e).fontSize") == "24px"
