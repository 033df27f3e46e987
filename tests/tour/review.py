"""Reviewing a draft: the pages of those who ask for it, and of those who hold a link."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from .places import Places
from .steps import press, sign_in, visit


def review(page: Page, lang: str, places: Places) -> Iterator[str]:
    """The facilitator, and the community partner who is asked to approve."""
    home = f"/{lang}/projects/{places.project}/surveys"
    survey = f"{home}/{places.workshop}"
    sign_in(page, lang, "facilitator@demo.example")
    yield from visit(
        page,
        {
            "review, comments": f"{survey}/review",
            "review, comments that were answered": f"{survey}/review?show=answered",
            "review, no comments yet": f"{home}/{places.draft}/review",
            "review, links": f"{survey}/review/links",
            "review, trials": f"{survey}/review/trial",
            "review, no trials yet": f"{home}/{places.draft}/review/trial",
            "review, approval": f"{survey}/review/approval",
            "review, about the survey": f"{survey}/review/about",
        },
    )
    page.locator("button[value=publish]").click()
    yield "review, about the survey, with what is missing"
    page.goto(f"{survey}/review/links")
    page.locator("main a[href$='/poster']").first.click()
    yield "review, sheet to print"
    page.goto(f"{survey}/review")
    page.locator("main article a").first.click()
    yield "review, a comment"
    press_answer(page)
    yield "review, a comment, with what is missing"
    page.goto(f"{home}/{places.draft}/review/approval")
    if page.locator("button[name=required][value=yes]").count():
        page.locator("button[name=required][value=yes]").click()
    yield "review, approval required"
    sign_in(page, lang, "partner@demo.example")
    yield from visit(
        page,
        {
            "partner, survey that waits": f"{home}/{places.draft}",
            "partner, approval": f"{home}/{places.draft}/review/approval",
        },
    )


def press_answer(page: Page) -> None:
    """Send the answer to a comment as it stands."""
    page.locator("main form").last.locator("button").last.click()


def reviewer(page: Page, lang: str, places: Places) -> Iterator[str]:
    """Somebody who has only a link: reads, comments, tries out."""
    page.goto(f"/review/{places.reading}")
    yield "reviewer, choice of language"
    link = f"/{lang}/review/{places.reading}"
    yield from visit(
        page,
        {
            "reviewer, start": link,
            "reviewer, first page": f"{link}/1",
            "reviewer, last page": f"{link}/2",
            "reviewer, no comments yet": f"{link}/mine",
            "reviewer, about a page": f"{link}/sections/welcome",
            "reviewer, about the whole": f"{link}/whole",
            "reviewer, about a question": f"{link}/questions/voice",
        },
    )
    press(page)
    yield "reviewer, about a question, with what is missing"
    page.locator("[name=kind]").first.check()
    page.locator("[name=words]").fill("Beth yw llais yma?")
    press(page)
    yield "reviewer, a page with a comment"
    page.goto(f"{link}/mine")
    yield "reviewer, what became of comments"
    link = f"/{lang}/review/{places.trying}"
    page.goto(f"{link}/try")
    yield "reviewer, before trying out"
    press(page)
    page.locator("button[name=hard]").first.click()
    yield "reviewer, trying out, something was hard"
    press(page)
    yield "reviewer, trying out, with what is missing"
    page.goto(f"{link}/try/end")
    yield "reviewer, after trying out"
    page.goto(f"/{lang}/review/{places.shut}")
    yield "reviewer, a link that is shut"
