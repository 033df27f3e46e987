"""On paper: the poster fills one sheet of A4, with both languages on it."""

from __future__ import annotations

import re
import secrets

import pytest
from playwright.sync_api import Browser

from coprod_survey.accounts import passwords
from tests.browser import House, window
from tests.factories import make_member, make_project, make_published
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
