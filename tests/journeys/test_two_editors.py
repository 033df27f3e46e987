"""Two people at one survey at once, each in a browser: different questions merge, the same words are told."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from bench import instrument
from coprod_survey.accounts.actions import set_password
from coprod_survey.extensions import db
from coprod_survey.questionnaire.document import SurveyDocument
from tests.browser import PHONE, House, look_at, window
from tests.factories import make_document, make_member, make_project, make_survey

pytestmark = pytest.mark.browser

PASSWORD = "ceffyl ar y lôn"


def at_work(
    browser: Browser, house: House, *names: str, document: SurveyDocument | None = None
) -> list[Page]:
    """The outline of one survey in the browser of each of these people."""
    with house.app.app_context():
        project = make_project()
        emails = []
        for name in names:
            user = make_member(project, name=name, language="en")
            set_password(user=user, password=PASSWORD, cost=1, by=user)
            emails.append(user.email)
        survey = make_survey(project, document or make_document())
        address = f"/en/projects/{project.id}/surveys/{survey.id}/design"
        db.session.remove()
    pages = []
    for email in emails:
        page = window(browser, house.address, lang="en")
        page.goto(address)
        page.get_by_label("E-mail address").fill(email)
        page.get_by_label("Password").fill(PASSWORD)
        page.locator("main form .govuk-button").click()
        expect(page.locator("#outline")).to_be_visible()
        pages.append(page)
    return pages


def save(page: Page, code: str) -> None:
    """Press the button that saves the form of a question."""
    page.locator(f"#question-{code} button.govuk-button:not(.govuk-button--secondary)").click()


def middle(place: Locator) -> tuple[float, float]:
    box = place.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def order(page: Page) -> list[str]:
    return [
        str(a.get_attribute("id")).removeprefix("question-") for a in page.locator("article").all()
    ]


def test_different_questions_merge_and_the_same_sentence_warns_and_loses_neither(
    browser: Browser, house: House
) -> None:
    anwen, dewi = at_work(browser, house, "Anwen Rees", "Dewi Ellis")
    anwen.locator("#edit-heard").press("Enter")
    anwen.locator("#heard-text-en").fill("Did we listen?")
    dewi.locator("#edit-word").press("Enter")
    dewi.locator("#word-text-en").fill("One word, please")
    save(dewi, "word")
    expect(dewi.locator("#words-word")).to_contain_text("One word, please")
    expect(dewi.locator("#editing-now")).to_contain_text("Anwen Rees")
    save(anwen, "heard")
    # Her own words, and in the same breath what he has written meanwhile.
    expect(anwen.locator("#words-heard")).to_contain_text("Did we listen?")
    expect(anwen.locator("#words-word")).to_contain_text("One word, please")

    for page, words in ((anwen, "Anwen’s words?"), (dewi, "Dewi’s words?")):
        page.locator("#edit-heard").press("Enter")
        page.locator("#heard-text-en").fill(words)
    save(dewi, "heard")
    expect(dewi.locator("#words-heard")).to_contain_text("Dewi’s words?")
    save(anwen, "heard")
    expect(anwen.locator("#question-heard .app-clash")).to_contain_text("Dewi’s words?")
    expect(anwen.locator("#heard-text-en")).to_have_value("Anwen’s words?")
    expect(anwen.locator(".govuk-error-summary")).to_be_focused()
    look_at(anwen)
    save(anwen, "heard")
    expect(anwen.locator("#words-heard")).to_contain_text("Anwen’s words?")

    dewi.locator("#delete-change").press("Enter")
    expect(dewi.locator("#undone")).to_contain_text("Question deleted: What changed?")
    expect(dewi.locator("#words-heard")).to_contain_text("Anwen’s words?")
    expect(dewi.get_by_role("button", name="Undo", exact=True)).to_be_focused()
    look_at(dewi)
    dewi.keyboard.press("Enter")
    expect(dewi.locator("#edit-change")).to_be_focused()
    expect(dewi.locator("#undone")).to_have_count(0)
    assert order(dewi)[-1] == "change"


def test_a_long_survey_unfolds_and_its_questions_move_by_button_form_and_drag(
    browser: Browser, house: House
) -> None:
    [page] = at_work(browser, house, "Anwen Rees", document=instrument.long_document())
    assert order(page) == []
    page.locator("#fold-page2").press("Enter")
    expect(page.locator("#fold-page2")).to_be_focused()
    expect(page.locator("#question-heard2")).to_be_visible()
    page.locator("#fold-page3").press("Enter")
    expect(page.locator("#question-heard3")).to_be_visible()

    page.locator("#edit-shared2").press("Enter")
    page.locator("#shared2-text-en").fill("Typed and not saved")
    page.locator("#down-heard2").press("Enter")
    expect(page.locator("#studio-status")).to_contain_text("Question moved")
    expect(page.locator("#down-heard2")).to_be_focused()
    assert order(page)[:2] == ["shared2", "heard2"]
    expect(page.locator("#shared2-text-en")).to_have_value("Typed and not saved")
    expect(page.locator("#words-heard2")).to_contain_text("9.")

    page.locator("#fold-page2").press("Enter")
    expect(page.locator("#question-shared2")).to_be_hidden()
    page.locator("#fold-page2").press("Enter")
    expect(page.locator("#shared2-text-en")).to_have_value("Typed and not saved")

    page.evaluate("document.querySelector('#question-heard3').scrollIntoView(); scrollBy(0, -90)")
    page.mouse.move(*middle(page.locator("#question-heard3 .app-drag")))
    page.mouse.down()
    goal = page.locator("#question-shared3").bounding_box()
    assert goal
    page.mouse.move(goal["x"] + 60, goal["y"] + goal["height"] * 0.7, steps=5)
    expect(page.locator("#question-shared3")).to_have_class("app-question-card app-drop")
    page.mouse.up()
    expect(page.locator("#section-page3 article").first).to_have_id("question-shared3")
    look_at(page)

    page.set_viewport_size({"width": PHONE, "height": 700})
    look_at(page)
