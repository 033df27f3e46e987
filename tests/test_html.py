"""Every page is sound HTML: the Nu checker reads all that other tests have met."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from flask import Flask

from tests import nu, pages
from tests.factories import make_published
from tests.visitor import Visitor

pytestmark = pytest.mark.nu


def test_every_page_met_so_far_is_sound_html(
    app: Flask, visitor: Visitor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`dev.py test` keeps the pages of all tests; run alone, this one walks a few of its own."""
    folder = Path(os.environ.get(pages.VARIABLE) or tmp_path)
    monkeypatch.setenv(pages.VARIABLE, str(folder))
    _walk(visitor, make_published()[2].code)
    assert len(list(folder.glob("*.html"))) >= 10
    assert nu.faults(folder) == []


def test_the_checker_does_find_faults(tmp_path: Path) -> None:
    page = "<!doctype html><html lang=en><title>A</title><p id=a><p id=a hx-post=b hx-target=c>"
    (tmp_path / "a.html").write_text(page)
    found = nu.faults(tmp_path)
    assert any("Duplicate ID" in fault for fault in found)
    assert not any("hx-" in fault.split("(")[0] for fault in found)


def _walk(visitor: Visitor, code: str) -> None:
    for lang in ("cy", "en"):
        for page in ("", "accessibility", "privacy", "cookies"):
            visitor.open(f"/{lang}/{page}")
        visitor.open(f"/{lang}/s/{code}")
    for _page in range(3):
        button = visitor.page.select("main form .govuk-button")[0]
        fields = {"q-heard": "yes"} if visitor.page.address.endswith("/1") else {}
        visitor.submit(button.text_content().strip(), **fields)
