"""What was heard: for those who write it, for those who are told, and for everybody."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from coprod_survey.demo import content

from .places import CLOSED, FINISHED, Places
from .steps import press, send, sign_in, visit


def findings(page: Page, lang: str, places: Places) -> Iterator[str]:
    """The facilitator, from nothing said to what everybody reads; then who may only read it."""
    home = f"/{lang}/projects/{places.project}/surveys"
    told, doubtful = f"{home}/{places.published}", f"{home}/{places.doubtful}"
    sign_in(page, lang, "facilitator@demo.example")
    yield from visit(
        page,
        {
            "findings, survey that waits for them": f"{home}/{places.finished}",
            "findings, none yet": f"{home}/{places.finished}/findings",
            "findings, published": f"{told}/findings",
            "findings, add": f"{told}/findings/add",
            "findings, changed since": f"{doubtful}/findings",
            "findings, people to tell": f"{doubtful}/contacts",
        },
    )
    press(page)
    yield "findings, people to tell, their details"
    page.goto(f"{told}/findings/add")
    press(page)
    yield "findings, add, with what is missing"
    page.goto(f"{doubtful}/findings")
    send(page, "/publish")
    yield "findings, publishing refused"
    page.locator(".govuk-error-summary a").first.click()
    yield "findings, change one"
    page.goto(f"{told}/findings")
    page.locator("main .app-commitment a").first.click()
    yield "findings, change a commitment"
    page.locator("[name=who_cy]").fill("")
    page.locator("[name=who_en]").fill("")
    page.locator("[name=by_month]").fill("soon")
    press(page)
    yield "findings, change a commitment, with what is missing"
    page.goto(f"{told}/findings")
    page.locator("main .app-commitment a[href$='/delete']").first.click()
    yield "findings, delete a commitment"
    page.goto(f"{told}/findings")
    page.locator("main article > ul a[href$='/delete']").first.click()
    yield "findings, delete one"
    sign_in(page, lang, "manager@demo.example")
    yield from visit(page, {"manager, findings": f"{told}/findings"})


def told(page: Page, lang: str, _places: Places) -> Iterator[str]:
    """Somebody without an account who wants to know what was heard."""
    yield from visit(
        page,
        {
            "told, what was heard": f"/{lang}/s/{content.SHORT_CODE}/heard",
            "told, a promise that is late": f"/{lang}/s/{FINISHED}/heard",
            "told, a closed survey that leads to it": f"/{lang}/s/{FINISHED}",
            "told, nothing is published": f"/{lang}/s/{CLOSED}/heard",
        },
    )
