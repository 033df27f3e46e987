"""A facilitator edits a survey in place: nothing typed is lost, and the focus stays where it was."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from coprod_survey.accounts.actions import set_password
from coprod_survey.extensions import db
from tests.browser import House, look_at, window
from tests.factories import make_member, make_project, make_survey

pytestmark = pytest.mark.browser


def outline(browser: Browser, house: House) -> Page:
    """The outline of a survey of six questions, in the browser of its facilitator."""
    with house.app.app_context():
        project = make_project()
        user = make_member(project, language="en")
        set_password(user=user, password="ceffyl ar y lôn", cost=1, by=user)
        address = f"/en/projects/{project.id}/surveys/{make_survey(project).id}/design"
        email = user.email
        db.session.remove()
    page = window(browser, house.address, lang="en")
    page.goto(address)
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password").fill("ceffyl ar y lôn")
    page.locator("main form .govuk-button").click()
    expect(page.locator("#outline")).to_be_visible()
    return page


def order(page: Page) -> list[str]:
    """The codes of the questions as they stand."""
    return [a.get_attribute("id") or "" for a in page.locator("article").all()]


def test_questions_are_edited_and_moved_without_leaving_the_outline(
    browser: Browser, house: House
) -> None:
    page = outline(browser, house)
    page.locator("#edit-formats").press("Enter")
    field = page.locator("#formats-text-en")
    expect(page.locator("#words-formats")).to_be_focused()
    field.fill("Typed and not saved")

    page.locator("#down-heard").press("Enter")
    expect(page.locator("#studio-status")).to_contain_text("Question moved")
    assert order(page)[:2] == ["question-formats", "question-heard"]
    expect(page.locator("#down-heard")).to_be_focused()
    expect(field).to_have_value("Typed and not saved")

    page.locator("#edit-voice").press("Enter")
    page.locator("#voice-option-p1-text-cy").fill("Dim")
    look_at(page)
    page.locator("#formats-text-en").press("Control+End")
    page.locator("#question-formats button.govuk-button:not(.govuk-button--secondary)").click()
    expect(page.locator("#words-formats")).to_contain_text("Typed and not saved")
    expect(page.locator("#edit-formats")).to_be_focused()
    expect(page.locator("#voice-option-p1-text-cy")).to_have_value("Dim")

    page.locator("#undo").press("Enter")
    expect(page.locator("#words-formats")).not_to_contain_text("Typed")
    expect(page.locator("#voice-option-p1-text-cy")).to_have_value("Dim")


def test_options_are_added_with_the_enter_key_alone(browser: Browser, house: House) -> None:
    page = outline(browser, house)
    page.locator("#edit-voice").press("Enter")
    page.get_by_role("button", name="Add a point").press("Enter")
    new = page.locator("#voice-option-option_1-text-cy")
    expect(new).to_be_focused()
    new.fill("Popeth")
    page.locator("#voice-option-option_1-text-en").fill("Everything")
    page.locator("#voice-option-option_1-value").fill("lots")
    new.press("Enter")
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    expect(new).to_have_value("Popeth")
    page.locator("#voice-option-option_1-value").fill("4")
    new.press("Enter")
    expect(page.locator("#question-voice")).to_contain_text("4: Everything")
    look_at(page)
