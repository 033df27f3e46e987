"""The Visitor: opens pages as a person would, and refuses any page that would fail somebody."""

from __future__ import annotations

import contextvars
import itertools
import re
from functools import cached_property
from typing import Any
from urllib.parse import urljoin, urlsplit

import lxml.html
from flask import has_app_context
from flask.testing import FlaskClient
from lxml.html import HtmlElement

from coprod_survey.extensions import db
from tests import english, pages

LABELLED = "input:not([type=hidden]):not([type=submit]):not([type=button]), select, textarea"


class BadPage(AssertionError):
    """A page that would fail somebody; its words say how to mend it."""


class Page:
    """An answer of the application, read as HTML."""

    def __init__(self, address: str, response: Any) -> None:
        self.address = address
        self.status = response.status_code
        self.headers = response.headers
        self.is_html = response.mimetype == "text/html"
        self.data = response.get_data()
        response.close()
        self.html = self.data.decode() if response.mimetype.startswith("text/") else ""

    @cached_property
    def root(self) -> HtmlElement:
        """The document."""
        return lxml.html.document_fromstring(self.html)

    @property
    def h1(self) -> str:
        """The words of the main heading."""
        return words_of(self.select("h1")[0])

    @property
    def title(self) -> str:
        """The words of the window's title."""
        return words_of(self.select("title")[0])

    @property
    def text(self) -> str:
        """Every word on the page, with single spaces."""
        return words_of(self.root.body)

    @property
    def errors(self) -> list[str]:
        """The lines of the error summary."""
        return [words_of(a) for a in self.select(".govuk-error-summary__list li")]

    def select(self, css: str) -> list[HtmlElement]:
        """The elements that a CSS selector finds."""
        return list(self.root.cssselect(css))

    def link(self, words: str) -> str:
        """The address behind the first link with these words (or that begin so)."""
        for a in self.select("a[href]"):
            if words_of(a) == words or words_of(a).startswith(words):
                return str(a.get("href"))
        raise BadPage(
            f"{self.address} has no link “{words}”; it has {[words_of(a) for a in self.select('a')]}"
        )

    def form(self, button: str = "", action: str = "") -> HtmlElement:
        """The form that has this button, or whose action ends so; else the page's only POST form in main."""
        forms = [f for f in self.select("form") if (f.get("action") or "").endswith(action)]
        if button:
            forms = [f for f in forms if any(words_of(b) == button for b in buttons_of(f))]
        elif not action:
            forms = [
                f for f in self.select("main form") if f.get("method", "get").lower() == "post"
            ]
        if not forms:
            raise BadPage(f"{self.address} has no form with button “{button}” / action “{action}”")
        return forms[0]


class Visitor:
    """A person with a browser: follows links, fills in forms, and looks at every page closely."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client
        self.page: Page = None  # type: ignore[assignment]

    def open(self, address: str, *, status: int = 200, follow: bool = True) -> Page:
        """Load a page by its address."""
        return self._arrive(address, self._send("get", address), status, follow)

    def post(
        self, address: str, data: dict[str, Any], *, status: int = 200, follow: bool = True
    ) -> Page:
        """Send values without a form of the page, with the page's own CSRF token."""
        token = self.page.select("input[name=csrf_token]") if self.page else []
        values = {"csrf_token": token[0].get("value")} if token else {}
        return self._arrive(
            address, self._send("post", address, data={**values, **data}), status, follow
        )

    def follow(self, words: str, *, status: int = 200) -> Page:
        """Press the link with these words."""
        return self.open(urljoin(self.page.address, self.page.link(words)), status=status)

    def submit(
        self,
        button: str = "",
        *,
        action: str = "",
        status: int = 200,
        follow: bool = True,
        **fields: Any,
    ) -> Page:
        """Fill in a form of the page, press its button, and look at what comes.

        What the form already holds is sent along, as a browser does. A field may be given a list
        of values; None leaves it out. Names with a hyphen are given as ``**{"q-heard": "4"}``.
        """
        form = self.page.form(button, action)
        values = _values_of(form)
        for name, value in fields.items():
            if name not in _names_of(form):
                raise BadPage(
                    f"{self.page.address}: the form has no field {name}; it has {sorted(_names_of(form))}"
                )
            values[name] = value if isinstance(value, list) else [] if value is None else [value]
        for b in buttons_of(form):
            if b.get("name") and words_of(b) == button:
                values[b.get("name")] = [b.get("value", "")]
                address = b.get("formaction") or form.get("action")
                break
        else:
            pressed = [b for b in buttons_of(form) if words_of(b) == button] or [None]
            address = (
                pressed[0].get("formaction") if pressed[0] is not None else None
            ) or form.get("action")
        address = urljoin(self.page.address, address)
        if form.get("method", "get").lower() == "get":
            response = self._send("get", address, query_string=values)
        else:
            response = self._send("post", address, data=values, content_type=form.get("enctype"))
        return self._arrive(address, response, status, follow)

    def _send(self, method: str, address: str, **values: Any) -> Any:
        """Make one request in a context of its own, as a server does.

        The test's own transaction ends first, so that neither side waits for the other, and the
        test then reads what the request wrote.
        """
        if has_app_context():
            db.session.commit()
        return contextvars.Context().run(getattr(self.client, method), address, **values)

    def _arrive(self, address: str, response: Any, status: int, follow: bool) -> Page:
        hops = 0
        while follow and response.status_code in (301, 302, 303, 307, 308) and hops < 8:
            address = urljoin(address, response.headers["Location"])
            response = self._send("get", address)
            hops += 1
        page = Page(urlsplit(address).path, response)
        if page.status != status:
            raise BadPage(f"{address} answered {page.status}, not {status}: {page.html[:1500]}")
        if page.is_html and page.html:
            pages.keep(page.address, page.html)
            inspect(page)
        self.page = page
        return page


def words_of(element: HtmlElement) -> str:
    """The words inside an element, with single spaces."""
    return " ".join(element.text_content().split())


def buttons_of(form: HtmlElement) -> list[HtmlElement]:
    """The buttons that send a form: those inside it, and those elsewhere that name it."""
    elsewhere = form.getroottree().xpath("//button[@form=$id]", id=form.get("id") or "-")
    return [*form.cssselect("button"), *elsewhere]


def inspect(page: Page) -> None:
    """Raise `BadPage` for anything on the page that would fail a person."""
    for fault in (*_frame(page), *_fields(page), *_forms(page), *english.left_in(page)):
        raise BadPage(f"{page.address}: {fault}")


def _frame(page: Page) -> list[str]:
    faults = []
    if not page.html.lstrip().startswith("<!doctype html>"):
        faults.append("a full page begins with <!doctype html>")
    lang = page.root.get("lang")
    first = page.address.split("/")[1] if page.address.startswith("/") else ""
    if lang not in ("cy", "en") or (first in ("cy", "en") and lang != first):
        faults.append(f"<html lang> is {lang!r}, which does not fit the address")
    if len(page.select("h1")) != 1:
        faults.append(f"a page has exactly one h1, this one {len(page.select('h1'))}")
    elif page.h1.split(" ")[0] not in page.title:
        faults.append(f"the title “{page.title}” does not begin with the h1 “{page.h1}”")
    if page.select(".govuk-error-summary") and not page.title.startswith(("Error:", "Gwall:")):
        faults.append(
            f"the title of a page with errors begins with Error: or Gwall:, not “{page.title}”"
        )
    ids = [e.get("id") for e in page.select("[id]")]
    faults += [f"the id {i!r} stands twice" for i in sorted({i for i in ids if ids.count(i) > 1})]
    for a in page.select(".govuk-error-summary a[href^='#']"):
        if a.get("href")[1:] not in ids:
            faults.append(f"the error summary links to {a.get('href')}, which is not there")
    for element in page.select("[aria-describedby], [aria-labelledby]"):
        for name in ("aria-describedby", "aria-labelledby"):
            faults += [
                f"{name} names #{i}, which is not there"
                for i in (element.get(name) or "").split()
                if i not in ids
            ]
    faults += ["an image has no alt" for _ in page.select("img:not([alt])")]
    faults += [
        f"an inline {n} would be blocked"
        for n in ("style", "onclick", "onchange", "onsubmit")
        if page.select(f"[{n}]")
    ]
    faults += [
        "an inline script or style would be blocked"
        for e in page.select("script:not([src]), style")
    ]
    levels = [int(h.tag[1]) for h in page.select("main h1, main h2, main h3, main h4, main h5")]
    faults += [
        f"a heading of level {b} follows one of level {a}"
        for a, b in itertools.pairwise(levels)
        if b > a + 1
    ]
    return faults


def _fields(page: Page) -> list[str]:
    labelled = {label.get("for") for label in page.select("label[for]")}
    faults = []
    for field in page.select(LABELLED):
        inside = field.xpath("ancestor::label")
        if (
            field.get("id") not in labelled
            and not inside
            and not field.get("aria-label")
            and not field.get("aria-labelledby")
        ):
            faults.append(f"the field {field.get('name')!r} has no label")
    for group in page.select("fieldset"):
        if not group.cssselect("legend") and not group.get("aria-labelledby"):
            faults.append("a fieldset has no legend")
    for button in page.select("button, a[href]"):
        if (
            not words_of(button)
            and not button.get("aria-label")
            and not button.cssselect("img[alt]")
        ):
            faults.append("a button or link has no words")
    return faults


def _forms(page: Page) -> list[str]:
    faults = []
    for form in page.select("form"):
        if not form.get("action"):
            faults.append("a form has no action")
        if form.get("method", "get").lower() == "post" and not form.cssselect(
            "input[name=csrf_token]"
        ):
            faults.append(f"the form to {form.get('action')} has no CSRF token")
        if not form.cssselect("button"):
            faults.append(
                f"the form to {form.get('action')} has no button, so it cannot be sent without JavaScript"
            )
    for element in page.select("[hx-get], [hx-post]"):
        if not (
            element.get("href")
            or element.get("action")
            or element.get("formaction")
            or element.xpath("ancestor-or-self::form[@action]")
        ):
            faults.append(
                "an hx- attribute stands on something that does nothing without JavaScript"
            )
    return faults


def _names_of(form: HtmlElement) -> set[str]:
    return {e.get("name") for e in form.cssselect("[name]")}


def values_of_forms(html: str) -> list[tuple[str, dict[str, list[str]]]]:
    """The forms of a page: where each is sent, and what a browser would send untouched."""
    return [
        (form.get("action") or "", _values_of(form))
        for form in lxml.html.document_fromstring(html).cssselect("form[method=post]")
    ]


def _values_of(form: HtmlElement) -> dict[str, list[str]]:
    """What a browser would send for a form that nobody has touched, without its buttons."""
    values: dict[str, list[str]] = {}
    for field in form.cssselect("input[name], select[name], textarea[name]"):
        kind = field.get("type", "").lower()
        if kind in ("submit", "button", "file", "image") or field.get("disabled") is not None:
            continue
        if kind in ("radio", "checkbox"):
            if field.get("checked") is not None:
                values.setdefault(field.get("name"), []).append(field.get("value", "on"))
        elif field.tag == "select":
            chosen = field.cssselect("option[selected]") or field.cssselect("option")[:1]
            values.setdefault(field.get("name"), []).extend(
                o.get("value", words_of(o)) for o in chosen
            )
        elif field.tag == "textarea":
            text = re.sub(r"^\n", "", field.text or "")
            values.setdefault(field.get("name"), []).append(text)
        else:
            values.setdefault(field.get("name"), []).append(field.get("value", ""))
    return values
