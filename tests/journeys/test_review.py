"""A review on a phone and at a desk: the draft is read, tried out and improved."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from coprod_survey.accounts.actions import set_password
from coprod_survey.extensions import db
from tests.browser import DESK, PHONE, House, look_at, tab_to, window
from tests.factories import make_member, make_project, make_published, make_review_link

pytestmark = pytest.mark.browser

PASSWORD = "ceffyl ar y lôn"


@pytest.fixture
def place(house: House) -> tuple[str, str, str]:
    """The code of a link for trying a draft out, the survey's address, and its facilitator."""
    with house.app.app_context():
        project = make_project()
        survey = make_published(project)[0]
        user = make_member(project)
        set_password(user=user, password=PASSWORD, cost=1, by=user)
        code = make_review_link(survey, kind="try").code
        found = code, f"/en/projects/{project.id}/surveys/{survey.id}", user.email
        db.session.remove()
    return found


def press(page: Page, words: str, heading: str) -> None:
    """Tab to a link or button, press Enter, and look at the page that comes."""
    tab_to(page, words)
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text(heading)
    look_at(page)


@pytest.mark.parametrize("scripted", [True, False])
def test_a_draft_is_tried_out_commented_on_and_improved(
    browser: Browser, house: House, place: tuple[str, str, str], scripted: bool
) -> None:
    code, survey, email = place
    phone = window(browser, house.address, width=PHONE, lang="cy", java_script_enabled=scripted)
    phone.goto(f"/review/{code}")
    look_at(phone)
    press(phone, "Cymraeg", "Helpwch ni i wella’r arolwg hwn")
    press(phone, "Rhoi cynnig ar yr arolwg", "Rhoi cynnig ar yr arolwg")
    press(phone, "Dechrau", "Croeso")
    phone.get_by_label("Do", exact=True).check()
    phone.locator("button[name=hard][value=voice]").click()
    phone.locator("[name=note-voice]").fill("Llais pwy?")
    look_at(phone)
    expect(phone.get_by_label("Do", exact=True)).to_be_checked()
    press(phone, "Parhau", "Rhagor")
    press(phone, "Parhau", "Diolch am roi cynnig arno")

    phone.goto(f"/cy/review/{code}/1")
    look_at(phone)
    phone.locator("#read-heard .app-reviewed__say").click()
    phone.get_by_label("Byddwn i’n newid hyn").check()
    phone.locator("[name=suggested_cy]").fill("A wrandawyd arnoch?")
    phone.locator("[name=suggested_en]").fill("Were you listened to?")
    press(phone, "Anfon y sylw", "Croeso")

    desk = window(browser, house.address, width=DESK, lang="en", java_script_enabled=scripted)
    desk.goto("/en/sign-in?chosen=y")
    desk.fill("#email", email)
    desk.fill("#password", PASSWORD)
    desk.click("main button")
    desk.wait_for_url("**/en/projects/")
    desk.goto(f"{survey}/design")
    look_at(desk)
    desk.goto(f"{survey}/review")
    look_at(desk)
    press(desk, "Take this wording", "Reviewers’ comments")
    desk.goto(f"{survey}/review/trial")
    expect(desk.locator("main")).to_contain_text("Llais pwy?")
    look_at(desk)

    phone.goto(f"/cy/review/{code}/mine")
    expect(phone.locator("main")).to_contain_text("Mae eich geiriad chi yn yr arolwg nawr")
    look_at(phone)
    phone.goto(f"/cy/review/{code}/1")
    expect(phone.locator("#read-heard")).to_contain_text("A wrandawyd arnoch?")
