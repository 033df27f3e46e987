"""Somebody with a link translates by keyboard: what is typed is saved at once, and the next one waits."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from coprod_survey.design import queries
from coprod_survey.extensions import db
from coprod_survey.questionnaire.parity.sentences import with_texts
from coprod_survey.questionnaire.text import Text
from coprod_survey.translation.actions import make_link
from tests.browser import House, look_at, window
from tests.factories import make_document, make_member, make_project, make_survey

pytestmark = pytest.mark.browser

FIRST, SECOND = "question.heard.text", "question.word.text"


@pytest.mark.parametrize(("lang", "width"), [("cy", 320), ("en", 1280)])
def test_translating_by_keyboard_through_a_link(
    browser: Browser, house: House, lang: str, width: int
) -> None:
    missing = {FIRST: Text(en="Were you heard?"), SECOND: Text(en="In a word?")}
    with house.app.app_context():
        project = make_project()
        survey_id = make_survey(project, with_texts(make_document(), missing)).id
        code = make_link(
            project_id=project.id,
            survey_id=survey_id,
            name="Cwmni",
            days=3,
            by=make_member(project),
        ).code
        db.session.remove()
    page = window(browser, house.address, lang=lang, width=width)
    page.goto(f"/{lang}/t/{code}?state=missing")
    look_at(page)
    page.locator("textarea[name=words]").first.fill("A gawsoch chi eich clywed?")
    page.keyboard.press("Tab")
    said = page.locator("[id$='-said']").first
    expect(said).to_contain_text("Wedi’i gadw" if lang == "cy" else "Saved")
    page.keyboard.press("Enter")
    expect(page.locator("article")).to_have_count(1)
    expect(page.locator("textarea[name=words]")).to_be_focused()
    page.keyboard.type("Mewn gair?")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("article")).to_have_count(0)
    look_at(page)
    with house.app.app_context():
        texts = {place: text for place, text, _ in queries.draft(survey_id).document.texts()}
        db.session.remove()
    assert [texts[place].state for place in (FIRST, SECOND)] == ["translated", "translated"]
