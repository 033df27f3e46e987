"""A data helper enters two papers by keyboard alone: one in Welsh, one in English."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from playwright.sync_api import Browser, Page, expect

from coprod_survey.accounts import passwords
from coprod_survey.extensions import db
from coprod_survey.responses.models import Response
from tests.browser import DESK, PHONE, House, look_at, settle, tab_to, window
from tests.factories import make_member, make_project, make_published
from tests.journeys.test_staff_pages import WORDS, sign_in

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("lang", "width", "scripted"), [("cy", PHONE, False), ("en", DESK, True)])
def test_two_papers_by_keyboard_alone(
    browser: Browser, house: House, lang: str, width: int, scripted: bool
) -> None:
    with house.app.app_context():
        project = make_project()
        helper = make_member(project, "data_helper", password_hash=passwords.hashed(WORDS, cost=1))
        survey_id, email = make_published(project)[0].id, helper.email
        home = f"/{lang}/projects/{project.id}"
        db.session.remove()
    page = window(browser, house.address, width=width, lang=lang, java_script_enabled=scripted)
    sign_in(page, email, lang)
    page.goto(home)
    enter(page, tab_to_link(page, f"/surveys/{survey_id}/entry"))
    look_at(page)
    enter(page, tab_to_link(page, "/entry/new"))
    page.keyboard.type("14")
    tab_to(page, matching="[name=language]")
    page.keyboard.press("Space")
    enter(page)
    entered(page, "Llais")
    look_at(page)
    page.keyboard.type("15")
    tab_to(page, matching="[name=language]")
    page.keyboard.press("ArrowDown")
    enter(page)
    entered(page, "Voice")
    expect(page.locator("[name=number]")).to_be_focused()
    with house.app.app_context():
        found = db.session.scalars(
            sa.select(Response).where(Response.survey_id == survey_id).order_by(Response.id)
        ).all()
        assert [(r.language, r.mode, r.answers["word"]) for r in found] == [
            ("cy", "paper", "Llais"),
            ("en", "paper", "Voice"),
        ]
        assert all(r.completed_at and r.answers["heard"] == {"chosen": ["yes"]} for r in found)
        db.session.remove()


def tab_to_link(page: Page, end: str) -> None:
    """Tab as far as the link that leads there."""
    tab_to(page, matching=f"main a[href$='{end}']")


def enter(page: Page, _reached: None = None) -> None:
    """Press the Enter key, and wait for the page."""
    with page.expect_navigation():
        page.keyboard.press("Enter")
    settle(page)


def entered(page: Page, word: str) -> None:
    """Answer both pages of a paper; each first question is one press of Tab away."""
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.name") == "q-heard"
    page.keyboard.press("Space")
    enter(page)
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.name") == "q-hours"
    page.keyboard.type("7")
    page.keyboard.press("Tab")
    page.keyboard.type(word)
    enter(page)
