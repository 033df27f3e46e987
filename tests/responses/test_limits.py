"""How often one address may begin, and try private links."""

import pytest
from flask import Flask

from coprod_survey.extensions import limiter
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


def test_no_address_is_kept_to_count_by_nor_logged(
    app: Flask,
    visitor: Visitor,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setitem(app.config, "RESUME_LIMIT", "1 per minute")
    caplog.set_level("DEBUG")
    visitor.open("/cy/r/CCCC-CCCC-CCCC-CCCC", status=404)
    visitor.open("/cy/r/CCCC-CCCC-CCCC-CCCD", status=429)
    counted = limiter.storage.counts  # type: ignore[attr-defined]
    assert counted and not any("127.0.0.1" in key for key in counted)
    assert "127.0.0.1" not in caplog.text


@pytest.mark.parametrize(
    ("lang", "heading"),
    [("en", "That is too large to send"), ("cy", "Mae hynny’n rhy fawr i’w anfon")],
)
def test_what_is_too_large_is_refused_kindly_and_loses_nothing(
    app: Flask, visitor: Visitor, code: str, lang: str, heading: str
) -> None:
    begin(visitor, code, lang)
    form = {"q-heard": "else", "q-heard-else-other": "x" * (app.config["MAX_CONTENT_LENGTH"] + 1)}
    page = visitor.post(f"/{lang}/s/{code}/1", form, status=413)
    assert page.h1 == heading
    page = visitor.post(f"/{lang}/s/{code}/1/autosave", form, status=413)
    assert count() == 1
    assert visitor.open(f"/{lang}/s/{code}/1").status == 200


def test_who_tries_too_often_is_told_in_their_language(
    app: Flask, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(app.config, "START_LIMIT", "1 per minute")
    begin(Visitor(app.test_client()), code, "cy")
    second = Visitor(app.test_client())
    second.open(f"/cy/s/{code}")
    page = second.submit("Dechrau", status=429)
    assert page.h1 == "Gormod o gynigion mewn amser byr"
    assert page.root.get("lang") == "cy"
