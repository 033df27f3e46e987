"""The first page of questions is light enough for an old phone on a bad line."""

from __future__ import annotations

import re

from flask import Flask

from coprod_survey.questionnaire import library
from coprod_survey.web import assets
from tests.factories import make_published
from tests.visitor import Visitor

BROTLI = {"Accept-Encoding": "br"}


def test_the_first_page_of_questions_is_light(app: Flask, visitor: Visitor) -> None:
    _survey, _version, channel = make_published(document=library.load("evaluation"))
    visitor.open(f"/cy/s/{channel.code}")
    visitor.submit(action="/start" if visitor.page.select("form[action$='/start']") else "")
    page = visitor.client.get(visitor.page.address, headers=BROTLI)
    loaded = set(re.findall(r'(?:src|href)="/static/([^"]+)"', visitor.page.html))
    weight = {name: (assets.BUILT / f"{name}.br").stat().st_size for name in loaded}
    assert page.headers["Content-Encoding"] == "br"
    assert len(visitor.page.html.encode()) < 15_000
    assert len(page.data) + sum(weight.values()) < 25_000
    assert 1 + len(loaded) <= 4


def test_pages_are_compressed_for_those_who_can_read_them_so(visitor: Visitor) -> None:
    light = visitor.client.get("/en/", headers=BROTLI)
    assert light.headers["Content-Encoding"] == "br"
    assert "Accept-Encoding" in light.headers["Vary"]
    assert "Content-Encoding" not in visitor.client.get("/en/").headers


def test_built_files_may_be_kept_for_ever(visitor: Visitor) -> None:
    file = visitor.client.get(assets.asset("answer.css"), headers=BROTLI)
    assert "max-age=31536000" in file.headers["Cache-Control"]
    assert "immutable" in file.headers["Cache-Control"]
    assert file.headers["Content-Encoding"] == "br"
    file.close()
