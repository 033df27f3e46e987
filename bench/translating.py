"""What opening the translation of a survey of 300 questions costs."""

from __future__ import annotations

from pathlib import Path

from coprod_survey.web.ready import get_ready

from . import fresh, store, studio
from .figures import Figure
from .fresh import Answer, Request

SECONDS = 0.200
"""What it may take of the server."""

PAGES = {"open the list": "/translation", "what is to be read once more": "/translation/check"}
"""The pages by what they are for: their addresses below the survey's."""


def measure(folder: Path, *, times: int) -> list[Figure]:
    """Open each page so many times, in surveys of their own and warm; the middle counts."""
    app = store.make(folder)
    get_ready(app)
    figures = []
    for name, path in PAGES.items():
        people = [studio.sit_down(app) for _ in range(times)]
        requests = [Request("GET", who.home + path, who.cookie) for who in people]
        first = [_checked(name, answer) for answer in fresh.answers(folder, requests)]
        warm = [_checked(name, fresh.send(app, request)) for request in requests * 2][times:]
        called = f"translation, 300 questions, {name}"
        figures += studio.costs(called, first, warm, seconds=SECONDS)
    return figures


def _checked(name: str, answer: Answer) -> Answer:
    if answer.status != 200:
        raise RuntimeError(f"{name} answered {answer.status}")
    return answer
