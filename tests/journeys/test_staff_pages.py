"""The pages of people who run projects, in a real browser: signing in, projects, people."""

from __future__ import annotations

import secrets

import pytest
from playwright.sync_api import Browser, Page

from coprod_survey.accounts import passwords
from coprod_survey.projects.models import Goal, StakeholderGroup
from tests.browser import DESK, PHONE, House, look_at, look_at_with_wide_spacing, window
from tests.factories import make_member, make_project, make_published, make_survey, save

pytestmark = pytest.mark.browser

WORDS = "digon o gathod"


@pytest.fixture
def places(house: House) -> dict[str, str]:
    """A project with something of everything, and an administrator who is its facilitator."""
    with house.app.app_context():
        project = make_project(purpose_cy="Dysgu gyda’n gilydd.", purpose_en="Learn together.")
        goals = [
            save(
                Goal(
                    project_id=project.id,
                    position=n,
                    code=f"goal_{n}",
                    words_cy=f"Nod {n}",
                    words_en=f"Goal {n}",
                )
            )
            for n in range(3)
        ]
        group = StakeholderGroup(
            project_id=project.id,
            code="carers",
            name_cy="Gofalwyr di-dâl",
            name_en="Unpaid carers",
            side="receives",
            hoped_for=20,
        )
        save(group)
        person = make_member(
            project,
            email=f"{secrets.token_hex(4)}@example.org",
            password_hash=passwords.hashed(WORDS, cost=1),
            is_administrator=True,
        )
        make_published(project)
        make_survey(project)
        return {
            "email": person.email,
            "project": f"projects/{project.id}",
            "goal": f"projects/{project.id}/goals/{goals[0].id}",
            "group": f"projects/{project.id}/groups/{group.id}",
            "member": f"projects/{project.id}/members/{person.id}",
            "person": f"admin/people/{person.id}",
            "organisation": f"admin/organisations/{project.organisation_id}",
        }


def sign_in(page: Page, email: str, lang: str) -> None:
    page.goto(f"/{lang}/sign-in?chosen=y")
    look_at(page)
    page.fill("#email", email)
    page.fill("#password", "wrong")
    page.click("main button")
    look_at(page)
    page.fill("#password", WORDS)
    page.click("main button")
    page.wait_for_url(f"**/{lang}/projects/")


@pytest.mark.parametrize(("width", "lang"), [(PHONE, "cy"), (DESK, "en")])
def test_staff_pages_are_sound(
    browser: Browser, house: House, places: dict[str, str], width: int, lang: str
) -> None:
    page = window(browser, house.address, width=width, lang=lang)
    sign_in(page, places["email"], lang)
    look_at(page)
    for address in (
        "account",
        "account/password",
        places["project"],
        f"{places['project']}/edit",
        f"{places['project']}/goals",
        places["goal"],
        f"{places['project']}/groups",
        places["group"],
        f"{places['project']}/members",
        f"{places['project']}/members/add",
        places["member"],
        "projects/create",
        "admin/people",
        "admin/people/add",
        places["person"],
        "admin/organisations",
        places["organisation"],
    ):
        page.goto(f"/{lang}/{address}")
        look_at(page)
        look_at_with_wide_spacing(page)
    for address in (f"{places['project']}/groups/add", "admin/organisations/create"):
        page.goto(f"/{lang}/{address}")
        page.click("main form button")
        assert page.evaluate("document.activeElement.className") == "govuk-error-summary"
        look_at(page)
    page.context.close()
