"""The project's own pages: goals, groups and members changed, and what an empty one looks like."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from .places import Places
from .steps import press, send, sign_in, unfold, visit
from .studio import FACILITATOR


def project(page: Page, lang: str, places: Places) -> Iterator[str]:
    """A facilitator keeps the project in order."""
    home = f"/{lang}/projects/{places.project}"
    sign_in(page, lang, FACILITATOR)
    for name in ("goals", "groups"):
        page.goto(f"{home}/{name}")
        page.locator("main .app-list__item a").first.click()
        yield f"project, {name}, one of them"
        page.locator("main form input[type=text], main form textarea").first.fill("")
        press(page)
        yield f"project, {name}, one of them with what is missing"
        page.goto(f"{home}/{name}")
        page.locator("main button[value=down]").first.click()
        yield f"project, {name}, moved"
    page.goto(f"{home}/members")
    page.locator("main a[href*='/members/']:not([href$=add])").first.click()
    yield "project, members, one of them"
    page.goto(f"{home}/edit")
    page.locator("main form input[type=text]").first.fill("")
    press(page)
    yield "project, edit, with what is missing"
    yield from visit(
        page,
        {
            "project with nothing in it, surveys": f"/{lang}/projects/{places.second}",
            "project with nothing in it, goals": f"/{lang}/projects/{places.second}/goals",
            "project with nothing in it, groups": f"/{lang}/projects/{places.second}/groups",
            "project with nothing in it, sets": f"/{lang}/projects/{places.second}/surveys/sets",
            "project with nothing in it, library": f"/{lang}/projects/{places.second}/surveys/library/taking-part",
            "project with nothing in it, terms": f"/{lang}/projects/{places.second}/terms",
        },
    )
    contacts = f"{home}/surveys/{places.published}/contacts"
    page.goto(contacts)
    yield "people to tell what changed"
    if page.locator("main form").count():
        send(page, "")
        yield "people to tell what changed, by name"
    page.goto(f"/{lang}/account/password")
    press(page)
    yield "account, password, with what is missing"
    page.goto(f"/{lang}/account")
    page.locator("main form input:visible").first.fill("")
    press(page)
    unfold(page)
    yield "account, with what is missing"
