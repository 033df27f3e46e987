"""What everybody may see, and a person who answers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from playwright.sync_api import Page

from coprod_survey.demo import content
from tests.browser import settle

from .places import CLOSED, TABLET, Places
from .steps import fill, press

_people = count()


def public(page: Page, lang: str, places: Places) -> Iterator[str]:
    """What everybody may see."""
    page.goto("/")
    yield "choice of language"
    page.goto(f"/{lang}/")
    yield "front page"
    page.locator("main form input:not([type=hidden])").first.fill("ABC")
    press(page)
    yield "front page, a code that is not known"
    for name in ("accessibility", "privacy", "cookies"):
        page.goto(f"/{lang}/{name}")
        yield name
    page.goto(f"/{lang}/nothing-here")
    yield "a page that is not there"
    page.goto(f"/{lang}/sign-in")
    yield "sign in"
    page.locator("[name=email]").fill("somebody@example.org")
    page.locator("[name=password]").fill("wrong")
    press(page)
    yield "sign in, refused"
    page.goto(f"/{lang}/forgotten-password")
    yield "forgotten password"
    press(page)
    yield "forgotten password, with what is missing"
    page.locator("[name=email]").fill(f"somebody{next(_people)}@example.org")
    press(page)
    yield "forgotten password, sent"
    page.goto(f"/{lang}/choose-password/{places.choosing}")
    yield "choose a password"
    page.locator("[name=new]").fill("short")
    press(page)
    yield "choose a password, too short"
    page.goto(f"/{lang}/choose-password/used")
    yield "choose a password, with a link that has been used"


def answering(page: Page, lang: str, _places: Places) -> Iterator[str]:
    """A person who answers the demonstration's survey."""
    page.goto(f"/{content.SHORT_CODE}")
    yield "answering, from the poster"
    page.goto(f"/{lang}/s/{content.SHORT_CODE}")
    yield "answering, start"
    press(page)
    yield "answering, first page"
    press(page)
    yield "answering, first page with what is missing"
    page.locator("button[name=both]").click()
    settle(page)
    yield "answering, first page in both languages"
    page.locator("button[name=both]").click()
    settle(page)
    pages = 0
    while "/check" not in page.url:
        fill(page)
        pages += 1
        if pages in (1, 2, 4):
            yield f"answering, page {pages} filled in"
        press(page)
        if pages == 1:
            page.locator("button[name=later]").click()
            yield "answering, save and come back"
            page.go_back()
        elif "/check" not in page.url:
            yield f"answering, page {pages + 1}"
    yield "answering, check"
    press(page)
    yield "answering, thanks"
    page.locator("form[action$=receipt] button").click()
    yield "answering, receipt"
    page.goto(f"/{lang}/s/{content.SHORT_CODE}")
    yield "answering, start after sending"
    page.go_back()
    page.locator("main a[href*='/r/']").click()
    yield "receipt, the answers"
    page.locator("form[action$=correct] button").click()
    yield "receipt, correcting"
    page.goto(f"/{lang}/s/{content.SHORT_CODE}/withdraw")
    yield "receipt, before withdrawing"
    page.locator("form[action$=withdraw] button").click()
    yield "receipt, withdrawn"
    page.goto(f"/{lang}/receipt")
    yield "receipt, where to type it"
    page.goto(f"/{lang}/today")
    yield "paused and hidden"
    page.goto(f"/{lang}/s/{TABLET}")
    page.locator("button[name=another]").click()
    yield "shared tablet, a page"
    page.goto(f"/{lang}/s/{CLOSED}")
    yield "answering, a closed survey"
