"""A facilitator builds a survey of two sections and publishes it without ever touching a mouse."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from coprod_survey.accounts.actions import set_password
from coprod_survey.design import queries
from coprod_survey.extensions import db
from tests.browser import House, look_at, tab_to, window
from tests.factories import make_member, make_project

pytestmark = pytest.mark.browser

PASSWORD = "ceffyl ar y lôn"


@pytest.fixture
def project(house: House) -> tuple[int, str]:
    """A project without surveys, and the e-mail address of its facilitator."""
    with house.app.app_context():
        project = make_project()
        user = make_member(project, language="en")
        set_password(user=user, password=PASSWORD, cost=1, by=user)
        found = project.id, user.email
        db.session.remove()
    return found


def press(page: Page, words: str, heading: str) -> None:
    """Tab to a link or button, press Enter, and look at the page that comes."""
    tab_to(page, words)
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text(heading)
    look_at(page)


def write(page: Page, **fields: str) -> None:
    """Tab to each field in turn, and type over what stands there."""
    for name, words in fields.items():
        tab_to(page, field=name)
        page.keyboard.press("Control+A")
        page.keyboard.type(words)


def choose(page: Page, group: str, words: str) -> None:
    """Tab to a group of radios, and go down with the arrow key as far as the one with these words."""
    tab_to(page, field=group)
    page.keyboard.press("Space")
    for _ in range(20):
        if page.locator(f"input[name='{group}']:checked + label").inner_text().startswith(words):
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"{group} does not offer “{words}”")


def test_a_survey_is_built_and_published_by_keyboard_alone(
    browser: Browser, house: House, project: tuple[int, str]
) -> None:
    project_id, email = project
    page = window(browser, house.address, lang="en")
    page.goto(f"/en/projects/{project_id}")
    write(page, email=email, password=PASSWORD)
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("An open door")

    press(page, "Create a survey", "Create a survey")
    choose(page, "start", "A blank survey")
    write(page, **{"title-cy": "Drws agored", "title-en": "An open door"})
    press(page, "Create survey", "Design: An open door")

    for cy, en in (("Llais", "Voice"), ("Newid", "Change")):
        press(page, "Add a section", "Add a section")
        write(page, **{"title-cy": cy, "title-en": en})
        press(page, "Add section", "Design: An open door")

    press(page, "Add a question: section 1", "Add a question")
    choose(page, "type", "Single choice")
    write(page, **{"text-cy": "A gawsoch chi eich clywed?", "text-en": "Were you heard?"})
    press(page, "Add question", "Question 1")
    write(
        page,
        **{
            "option-option_1-text-cy": "Do",
            "option-option_1-text-en": "Yes",
            "option-option_2-text-cy": "Naddo",
            "option-option_2-text-en": "No",
        },
    )
    press(page, "Save question", "Design: An open door")

    press(page, "Add a question: section 2", "Add a question")
    choose(page, "type", "Long text")
    write(page, **{"text-cy": "Beth newidiodd?", "text-en": "What changed?"})
    press(page, "Add question", "Question 2")
    press(page, "Save question", "Design: An open door")

    press(page, "Check and publish", "Publish: An open door")
    press(page, "Read both languages", "Read both languages")
    tab_to(page, field="read")
    page.keyboard.press("Space")
    press(page, "Mark as checked", "Read both languages")
    press(page, "Check and publish", "Publish: An open door")
    press(page, "Publish version 1", "Published")
    with house.app.app_context():
        [row] = queries.surveys_of(project_id)
        document = queries.draft(row.id).document
    assert row.version == 1
    assert [[q.code for q in s.questions] for s in document.sections] == [["heard"], ["changed"]]
