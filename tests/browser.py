"""A real browser in front of a real server, and what is asked of every page that it shows."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, Response

from bench.processes import free_port, server
from tests import pages

ROOT = Path(__file__).resolve().parent.parent
PHONE = 320
DESK = 1280

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
"""The rules of axe that hold here: WCAG 2.2 A and AA, and what its makers advise beyond."""

HTML = "text/html; charset=utf-8"

TEXT_SPACING = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }
"""
"""What WCAG 1.4.12 lets a person set, without anything being lost."""

CLIPPED = """() => [...document.querySelectorAll("main *, header *, footer *")].filter(e => {
  const style = getComputedStyle(e);
  return e.textContent.trim() && !["visible", "auto", "scroll"].includes(style.overflowY)
    && style.position !== "absolute" && e.clientHeight > 1
    && e.scrollHeight > e.clientHeight + 2;
}).map(e => e.outerHTML.slice(0, 120))"""

GOING = "form[data-going]"
"""A form whose answers are on their way; the next page follows."""

TOO_WIDE = """() => document.documentElement.scrollWidth <= window.innerWidth ? [] :
  [...document.querySelectorAll("body *")]
    .filter(e => e.getBoundingClientRect().right > window.innerWidth + 1)
    .map(e => e.outerHTML.slice(0, 120)).slice(0, 5)"""


@dataclass(frozen=True)
class House:
    """A server that runs: its address, and an application that works on the same database."""

    address: str
    app: Flask


def chromium() -> str | None:
    """The machine's Chromium; Playwright's own if there is none."""
    return os.environ.get("TEST_CHROMIUM") or shutil.which("chromium")


@contextmanager
def house(folder: Path, app: Flask, **settings: str) -> Iterator[House]:
    """A server on the database of `app`, which has been migrated and filled.

    `settings` are environment variables beside the usual ones.
    """
    port = free_port()
    environ = {
        "COPROD_INSTANCE": str(folder),
        "COPROD_SECRET_KEY": app.config["SECRET_KEY"],
        "COPROD_DATABASE_URL": app.config["SQLALCHEMY_DATABASE_URI"],
        "COPROD_SIGN_IN_LIMIT": "1000 per minute",
        "COPROD_PASSWORD_COST": "1",
        "COPROD_LOG_LEVEL": "ERROR",
        **settings,
    }
    if app.config["MAIL_URL"]:
        environ |= {
            "COPROD_SECRET_KEY": app.config["SECRET_KEY"],
            "COPROD_MAIL_URL": app.config["MAIL_URL"],
            "COPROD_MAIL_FROM": app.config["MAIL_FROM"],
            "COPROD_MAIL_LIMIT": "1000 per minute",
            "COPROD_PUBLIC_URL": f"http://127.0.0.1:{port}",
        }
    with server(["-m", "coprod_survey", "serve", "--port", str(port)], port, "/healthz", environ):
        yield House(f"http://127.0.0.1:{port}", app)


def launch(playwright: Playwright) -> Browser:
    """Start the browser."""
    return playwright.chromium.launch(executable_path=chromium(), args=list(ARGUMENTS))


def window(
    browser: Browser, address: str, *, width: int = DESK, lang: str = "cy", **values: Any
) -> Page:
    """A new person's browser window, with no cookies, that keeps the source of what it loads."""
    context: BrowserContext = browser.new_context(
        base_url=address,
        viewport={"width": width, "height": 700 if width == PHONE else 900},
        locale=f"{lang}-GB",
        timezone_id="Europe/London",
        accept_downloads=True,
        **values,
    )
    context.set_default_timeout(10_000)
    page = context.new_page()
    page.scripted = values.get("java_script_enabled", True)  # type: ignore[attr-defined]
    page.source: list[Response] = []  # type: ignore[attr-defined]
    page.failed: list[str] = []  # type: ignore[attr-defined]
    page.on("response", lambda response: _note_source(page, response))
    # A script sends the forms of answering: whatever comes after a press waits for the next page.
    page.add_locator_handler(page.locator(GOING), lambda: settle(page), no_wait_after=True)
    page.on("pageerror", lambda error: page.failed.append(str(error)))  # type: ignore[attr-defined]
    return page


def _note_source(page: Page, response: Response) -> None:
    if response.request.resource_type == "document" and response.status not in (302, 303, 308):
        page.source[:] = [response]  # type: ignore[attr-defined]


def settle(page: Page) -> None:
    """Wait until a page that is about to go has gone, and the next one has come."""
    if page.scripted:  # type: ignore[attr-defined]
        page.wait_for_function("form => !document.querySelector(form)", arg=GOING)
    page.wait_for_load_state()


def look_at(page: Page) -> None:
    """Hold the page that is shown to what everybody needs; raises `AssertionError` with all faults.

    axe finds nothing, nothing lies outside the window, no script failed, and the source goes to
    the HTML checker.
    """
    settle(page)  # a page that has only begun to come has nothing for axe to see
    faults = [*axe(page), *(f"too wide: {e}" for e in page.evaluate(TOO_WIDE))]
    faults += [f"a script failed: {words}" for words in page.failed]  # type: ignore[attr-defined]
    for source in page.source:  # type: ignore[attr-defined]
        pages.keep(source.url.split("/", 3)[3], source.text())
    page.source.clear()  # type: ignore[attr-defined]
    assert not faults, f"{page.url}:\n" + "\n\n".join(faults)


def look_at_with_wide_spacing(page: Page) -> None:
    """Nothing is lost or cut off where a person widens the spacing of text (WCAG 1.4.12)."""
    page.evaluate(
        """css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);
        document.adoptedStyleSheets = [sheet]; }""",
        TEXT_SPACING,
    )
    faults = [f"too wide: {e}" for e in page.evaluate(TOO_WIDE)]
    faults += [f"cut off: {e}" for e in page.evaluate(CLIPPED)]
    page.evaluate("() => { document.adoptedStyleSheets = []; }")
    assert not faults, f"{page.url}:\n" + "\n\n".join(faults)


def once(faults: list[str]) -> str:
    """Faults one below the other, each with all the places where it stands."""
    places: dict[str, list[str]] = {}
    for fault in faults:
        place, _, words = fault.partition(":\n")
        for line in words.split("\n\n"):
            places.setdefault(line, []).append(place)
    return "\n\n".join(f"{', '.join(where)}:\n{words}" for words, where in places.items())


def axe(page: Page) -> list[str]:
    """What axe-core finds wrong with the page, a line for each fault."""
    if page.scripted:  # type: ignore[attr-defined]
        return _axe_here(page)
    mirror = _mirror(page)
    try:
        return _axe_here(mirror)
    finally:
        mirror.context.close()


def _mirror(page: Page) -> Page:
    """The same page where axe can run, with our own scripts kept out as they are in the original."""
    browser = page.context.browser
    assert browser and page.viewport_size
    mirror = browser.new_context(viewport=page.viewport_size).new_page()
    mirror.route("**/*.js", lambda route: route.abort())
    html = page.content()
    mirror.route(page.url.split("#")[0], lambda route: route.fulfill(body=html, content_type=HTML))
    mirror.goto(page.url)
    return mirror


def _axe_here(page: Page) -> list[str]:
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(_axe_source())
    found = page.evaluate(
        """tags => axe.run(document, {runOnly: tags, resultTypes: ["violations"]})
        .then(r => JSON.stringify(r.violations.map(v => [v.id, v.help,
          v.nodes.map(n => n.html.slice(0, 160) + " " + (n.failureSummary || ""))])))""",
        list(TAGS),
    )
    return [
        f"{rule}: {words}: {node}" for rule, words, nodes in json.loads(found) for node in nodes[:3]
    ]


def tab_to(
    page: Page, words: str = "", *, field: str = "", matching: str = "", most: int = 150
) -> None:
    """Press Tab until the element with these words (or this label), or this field, has the focus.

    `matching` is a selector, for what has other words in each language.
    """
    seen: dict[str, None] = {}
    for _ in range(most):
        page.keyboard.press("Tab")
        if matching and page.evaluate("css => document.activeElement.matches(css)", matching):
            return
        name = focused_name(page)
        seen[name] = None
        if field and page.evaluate("() => document.activeElement.name || ''") == field:
            return
        if words and name.startswith(words):
            return
    raise AssertionError(
        f"Tab never reaches “{words or field or matching}” on {page.url}; it reaches {list(seen)}"
    )


def focused_name(page: Page) -> str:
    """What a screen reader would call the element that has the focus."""
    return str(
        page.evaluate(
            """() => {
      const e = document.activeElement;
      if (!e || e === document.body) return "";
      const tidy = s => s.replace(/\\s+/g, " ").trim();
      if (e.getAttribute("aria-label")) return tidy(e.getAttribute("aria-label"));
      const by = e.getAttribute("aria-labelledby");
      if (by) return tidy(by.split(" ").map(i => document.getElementById(i).textContent).join(" "));
      if (e.labels && e.labels.length) return tidy(e.labels[0].textContent);
      return tidy(e.textContent);
    }"""
        )
    )


@cache
def _axe_source() -> str:
    source = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
    return source + "\n; undefined"
