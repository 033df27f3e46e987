"""Publishing: tried out among colleagues first, then for everybody, twice; and what it says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playwright.sync_api import Page

from .places import Places
from .steps import change, copy, press, send, sign_in, unfold, visit
from .studio import FACILITATOR


def internal(page: Page, lang: str, places: Places) -> Iterator[str]:
    """A survey that cannot wait until both languages are checked, and an internal link to it."""
    sign_in(page, lang, FACILITATOR)
    survey = copy(page, f"/{lang}/projects/{places.project}/surveys", places.workshop)
    page.goto(f"{survey}/publish")
    unfold(page)
    yield "publishing, before both languages are checked, unfolded"
    send(page, "/publish/internally")
    yield "publishing for internal links, with no reason"
    change(page, "revision", "999")
    page.locator("[name=reason]").fill("Mae’r gweithdy yfory.")
    send(page, "/publish/internally")
    yield "publishing for internal links, somebody else has changed it"
    page.locator("[name=reason]").fill("Mae’r gweithdy yfory.")
    send(page, "/publish/internally")
    yield "published for internal links"
    page.locator("button[value=internal]").click()
    yield "internal link"
    link = str(page.locator("a[id^=address-]").first.get_attribute("href"))
    yield from visit(
        page,
        {
            "internal link, the survey’s page": survey,
            "internal link, versions": f"{survey}/waves",
            "internal link, choice of language": re.sub("^https?://[^/]+", "", link),
        },
    )
    page.locator(f"main a[hreflang={lang}]").click()
    yield "internal link, start of answering"
    press(page)
    yield "internal link, a page"
    page.goto(f"{survey}/links")
    send(page, "/state")
    yield "internal link, closed"
    page.goto(re.sub("^https?://[^/]+", "", link))
    page.locator(f"main a[hreflang={lang}]").click()
    yield "internal link, answering when it is closed"


def publishing(page: Page, lang: str, places: Places) -> Iterator[str]:
    """A finished survey, published, changed, and published again; its links; what it says of itself."""
    sign_in(page, lang, FACILITATOR)
    survey = copy(page, f"/{lang}/projects/{places.project}/surveys", places.ready)
    page.goto(f"{survey}/links")
    yield "links, nothing is published"
    page.goto(f"{survey}/publish")
    yield "publishing, all is ready"
    change(page, "revision", "999")
    send(page, "/publish")
    yield "publishing, somebody else has changed it"
    send(page, "/publish")
    yield "publishing, first version"
    page.goto(f"{survey}/waves")
    yield "versions compared, nothing differs"
    yield from _settings(page, survey)
    page.goto(f"{survey}/waves")
    yield "versions compared, changed settings"
    page.goto(f"{survey}/publish")
    yield "publishing, what has changed"
    send(page, "/publish")
    yield "publishing, second version"
    yield from visit(
        page,
        {
            "versions of a survey that was published twice": survey,
            "links, none yet": f"{survey}/links",
        },
    )
    for kind in ("", "[value=kiosk]", "[value=test]"):
        page.locator(f"main form[action$='/links'] button{kind}").first.click()
    yield "links of each kind"
    page.locator("[name$=opens_on]").first.fill("31/2/2026")
    send(page, "/days")
    yield "links, a day that is none"
    page.locator("[name$=opens_on]").first.fill("1/2/2090")
    page.locator("[name$=closes_on]").first.fill("1/3/2090")
    send(page, "/days")
    yield "links, not open yet"
    code = page.locator("main .app-code").first.inner_text()
    page.goto(f"/{lang}/s/{code}")
    yield "answering, not open yet"
    page.goto(f"{survey}/links")
    page.locator("main a[href$='/poster']").first.click()
    yield "poster with a last day"
    page.goto(f"{survey}/links")
    page.locator("[name$=opens_on]").first.fill("")
    send(page, "/days")
    yield "links, the days are saved"
    yield from _about(page, lang, survey, code)
    page.goto(f"{survey}/delete")
    yield "delete a survey that was published"


def _settings(page: Page, survey: str) -> Iterator[str]:
    """Change settings of questions of three kinds, and words of one, after the survey was published."""
    page.goto(f"{survey}/questions/formats")
    unfold(page)
    page.locator("[name=most]").fill("2")
    page.locator("[name=why-cy]").fill("I ddysgu.")
    page.locator("[name=why-en]").fill("To learn.")
    page.locator("[name=same]").check()
    page.locator("main form button[value=save]:visible").last.click()
    page.goto(f"{survey}/questions/hours")
    page.locator("[name=most]").fill("12500")
    page.locator("[name=required]").check()
    page.locator("main form button[value=save]:visible").last.click()
    page.goto(f"{survey}/questions/heard")
    page.locator("[name=text-cy]").fill("A wnaeth pobl wrando?")
    page.locator("[name=same]").check()
    page.locator("main form button[value=save]:visible").last.click()
    yield "studio, outline of a survey changed since it was published"


def _about(page: Page, lang: str, survey: str, code: str) -> Iterator[str]:
    """What a survey says of itself: written, read by everybody, taken off again."""
    page.goto(f"{survey}/review/about")
    for name in ("purpose", "makers", "changed"):
        page.locator(f"[name={name}_cy]").fill("Cynigiodd pobl y cwestiwn am deithio.")
        page.locator(f"[name={name}_en]").fill("People suggested the question about travel.")
    page.locator("button[value=publish]").last.click()
    yield "review, about the survey, published"
    yield from visit(
        page,
        {
            "answering, start of a survey that says how it was made": f"/{lang}/s/{code}",
            "answering, how the survey was made": f"/{lang}/s/{code}/about",
        },
    )
    page.goto(f"{survey}/review/about")
    page.locator("button[value=withdraw]").click()
    yield "review, about the survey, taken off"
