"""How often one address may begin, and try private links."""

import pytest
from flask import Flask

from tests.responses.people import begin, count
from tests.visitor import Visitor


def test_beginning_is_limited_by_address(
    app: Flask, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(app.config, "START_LIMIT", "2 per minute")
    for _ in range(2):
        begin(Visitor(app.test_client()), code)
    third = Visitor(app.test_client())
    third.open(f"/en/s/{code}")
    page = third.submit("Start", status=429)
    assert page.h1 == "Too many tries in a short time"
    assert count() == 2


def test_guessing_private_links_is_limited(
    app: Flask, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(app.config, "RESUME_LIMIT", "3 per minute")
    for _ in range(3):
        visitor.open("/cy/r/CCCC-CCCC-CCCC-CCCC", status=404)
    visitor.open("/cy/r/CCCC-CCCC-CCCC-CCCD", status=429)
