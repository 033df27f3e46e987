"""A data helper enters what people answered on paper."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from playwright.sync_api import Page

from tests.browser import settle

from .places import Places
from .steps import fill, press, send, sign_in, unfold

_numbers = count(14)


def entry(page: Page, lang: str, places: Places) -> Iterator[str]:
    """The demonstration's data helper: the project, the papers, a paper, one that is there already."""
    home = f"/{lang}/projects/{places.project}"
    papers = f"{home}/surveys/{places.consent}/entry"
    sign_in(page, lang, "helper@demo.example")
    page.goto(home)
    yield "papers, project of a data helper"
    page.goto(papers)
    yield "papers, none yet"
    page.goto(f"{papers}/new")
    yield "papers, a new one"
    press(page)
    yield "papers, a new one with what is missing"
    number = str(next(_numbers))
    _begin(page, number, lang)
    yield "papers, entering, whether they agree"
    page.locator("[name=q-agree][value=no]").check()
    press(page)
    yield "papers, one that cannot be used"
    page.go_back()
    page.locator("[name=q-agree][value=yes]").check()
    press(page)
    yield "papers, entering"
    fill(page)
    press(page)
    page.locator("[name=q-hours]").fill("1001")
    press(page)
    yield "papers, entering, with what cannot be"
    page.locator("[name=q-hours]").fill("7")
    press(page)
    yield "papers, saved, and the next one"
    _begin(page, number, lang)
    yield "papers, a number that is there already"
    press(page)
    page.locator("button[name=later]").click()
    settle(page)
    unfold(page)
    yield "papers, the list"
    send(page, "/open")
    yield "papers, carried on"
    page.goto(papers)
    page.locator("main a[href$='/remove']").first.click()
    settle(page)
    yield "papers, before one is removed"
    press(page)
    yield "papers, one removed"
    page.goto(f"{home}/surveys/{places.published}/entry")
    yield "papers, a long list"
    page.goto(f"{home}/surveys/{places.draft}/entry")
    yield "papers, not published"
    page.goto(f"{home}/surveys/{places.archived}/entry")
    yield "papers, archived"


def _begin(page: Page, number: str, lang: str) -> None:
    """Fill in the form of a new paper."""
    page.locator("[name=number]").fill(number)
    page.locator(f"[name=language][value={lang}]").check()
    press(page)
