"""The library: the shelves, a survey on them, questions taken from it, and a start from it."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from .places import Places
from .steps import sign_in, unfold, visit


def library(page: Page, lang: str, places: Places) -> Iterator[str]:
    """A facilitator looks through what is ready."""
    home = f"/{lang}/projects/{places.project}/surveys"
    sign_in(page, lang, "facilitator@demo.example")
    yield from visit(
        page,
        {
            "library": f"{home}/library",
            "library, a survey": f"{home}/library/evaluation",
            "library, the same from the other chair": f"{home}/library/other-chair",
            "library, questions only": f"{home}/library/equality",
            "library, preview, start": f"{home}/library/easy-read/preview",
            "library, preview, page": f"{home}/library/easy-read/preview/1",
            "library, preview, end": f"{home}/library/easy-read/preview/end",
            "library, questions for a survey": f"{home}/{places.draft}/sets/equality",
            "library, start from a survey": f"{home}/new?start=library-evaluation",
        },
    )
    page.goto(f"{home}/library/taking-part")
    unfold(page)
    yield "library, a survey unfolded"
    page.locator("main form .govuk-button").last.click()
    yield "library, nothing ticked"
