"""People who answer: real HTTP sessions, in a process of their own whose cost is not counted.

`python -m bench.client` reads a plan as JSON from standard input and writes what happened as JSON.
"""

from __future__ import annotations

import html
import http.client
import json
import re
import sys
import threading
import time
from functools import partial
from itertools import count
from typing import Any
from urllib.parse import urlencode, urljoin, urlsplit

import brotli

Values = list[tuple[str, str]]

FORM = re.compile(r"<form\b[^>]*>.*?</form>", re.S)
HIDDEN = re.compile(r"<input\b[^>]*type=\"hidden\"[^>]*>")
ATTRIBUTE = re.compile(r"\b(name|value|action|method|id)=\"([^\"]*)\"")


class Session:
    """One person's browser: a connection that stays open, cookies, and the page on show."""

    def __init__(self, port: int, person: int) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.address = "/"
        self.page = ""
        self.cookies: dict[str, str] = {}
        self.waits: list[float] = []
        self.received = 0
        # A different address for each person, as if from a proxy: limits count by address.
        self.sender = f"10.{person >> 16 & 255}.{person >> 8 & 255}.{person & 255}"

    def get(self, address: str) -> None:
        """Open a page, following redirects."""
        self._send("GET", address, None)

    def post(self, address: str, values: Values) -> None:
        """Send a form, following the redirect that answers it."""
        self._send("POST", address, urlencode(values))

    def form(self) -> tuple[str, Values]:
        """The action and hidden values of the form that the page is about.

        That is the POST form called answer-form, else the first one in the main region.
        """
        forms = []
        for text in FORM.findall(self.page[self.page.find("<main") :]):
            attributes = dict(ATTRIBUTE.findall(text[: text.find(">")]))
            if attributes.get("method", "").lower() == "post":
                forms.append((attributes, text))
        attributes, text = next((f for f in forms if f[0].get("id") == "answer-form"), forms[0])
        hidden = [dict(ATTRIBUTE.findall(field)) for field in HIDDEN.findall(text)]
        values = [(h["name"], html.unescape(h.get("value", ""))) for h in hidden]
        return urljoin(self.address, html.unescape(attributes["action"])), values

    def _send(self, method: str, address: str, body: str | None) -> None:
        headers = {"Accept-Encoding": "br, gzip", "X-Forwarded-For": self.sender}
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{k}={v}" for k, v in self.cookies.items())
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        began = time.perf_counter()
        self.connection.request(method, address, body, headers)
        response = self.connection.getresponse()
        data = response.read()
        self.waits.append(time.perf_counter() - began)
        self.received += len(data)
        for cookie in response.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.split(";", 1)[0].partition("=")
            self.cookies[name] = value
        self.address = urljoin(self.address, address)
        if response.status in (301, 302, 303, 307, 308):
            goal = urlsplit(urljoin(self.address, response.headers["Location"]))
            self._send("GET", goal.path + (f"?{goal.query}" if goal.query else ""), None)
            return
        if response.headers.get("Content-Encoding") == "br":
            data = brotli.decompress(data)
        self.page = data.decode()
        if response.status != 200:
            raise RuntimeError(f"{method} {address} answered {response.status}: {self.page[:2000]}")


def answer_ours(session: Session, code: str, pages: list[Values], lang: str) -> None:
    """Answer on the product: poster link, language, start, every page, check, send, thanks."""
    session.get(f"/{code}")
    session.get(f"/{lang}/s/{code}")
    session.post(*session.form())
    for values in pages:
        action, hidden = session.form()
        session.post(action, hidden + values)
    if not session.address.endswith("/check"):
        raise RuntimeError(f"the last page led to {session.address}, not to the check of answers")
    session.post(*session.form())
    if not session.address.endswith("/thanks"):
        raise RuntimeError(f"sending led to {session.address}, not to the thanks")


def answer_yardstick(session: Session, code: str, pages: list[Values], lang: str) -> None:
    """Answer on the yardstick: five pages, each shown and sent."""
    session.get("/1")
    for number, values in enumerate(pages, 1):
        session.post(f"/{number}", values)


def look(
    session: Session, address: str, pages: list[Values], lang: str, cookies: dict[str, str]
) -> None:
    """Show one page of somebody who has begun to answer."""
    session.cookies = dict(cookies)
    session.get(address)


def run(plan: dict[str, Any]) -> dict[str, Any]:
    """Let so many people answer, so many at once; gives the time taken and each request's wait."""
    answer = {
        "ours": answer_ours,
        "yardstick": answer_yardstick,
        "look": partial(look, cookies=plan.get("cookies", {})),
    }[plan["site"]]
    numbers = count(plan.get("first", 0))
    last = plan.get("first", 0) + plan["responses"]
    waits: list[float] = []
    received: list[int] = []
    faults: list[str] = []
    pages = [[tuple(value) for value in page] for page in plan["pages"]]

    def work() -> None:
        while (person := next(numbers)) < last and not faults:
            session = Session(plan["port"], person)
            try:
                answer(session, plan["code"], pages, "cy" if person % 2 else "en")
            except Exception as error:
                faults.append(f"{type(error).__name__}: {error}")
            finally:
                session.connection.close()
            waits.extend(session.waits)
            received.append(session.received)

    began = time.perf_counter()
    people = [threading.Thread(target=work) for _ in range(plan["at_once"])]
    for person in people:
        person.start()
    for person in people:
        person.join()
    return {
        "seconds": time.perf_counter() - began,
        "waits": waits,
        "received": sum(received) / max(len(received), 1),
        "fault": faults[0] if faults else "",
    }


if __name__ == "__main__":
    json.dump(run(json.load(sys.stdin)), sys.stdout)
