"""Pages come as small as their reader understands, and whole for everybody else."""

from __future__ import annotations

import gzip

import brotli
import pytest
from flask import Flask

from coprod_survey.web.assets import asset
from coprod_survey.web.headers import HEADERS


@pytest.mark.parametrize(
    ("accepted", "way"),
    [
        ("br, gzip", "br"),
        ("gzip, deflate, br", "br"),
        ("gzip", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("gzip;q=1.0, br;q=0.5", "gzip"),
        ("br;q=0", None),
        ("identity", None),
        ("", None),
        ("nonsense;;q=x", None),
    ],
)
def test_the_reader_chooses_how_a_page_is_compressed(
    app: Flask, accepted: str, way: str | None
) -> None:
    client = app.test_client()
    plain = client.get("/cy/")
    page = client.get("/cy/", headers={"Accept-Encoding": accepted})
    assert page.headers.get("Content-Encoding") == way
    undo = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[way]
    assert undo(page.data) == plain.data
    assert int(page.headers["Content-Length"]) == len(page.data)
    assert "Accept-Encoding" in plain.headers["Vary"]
    assert "Accept-Encoding" in page.headers["Vary"]


def test_what_is_short_goes_as_it_is(app: Flask) -> None:
    answer = app.test_client().get("/healthz", headers={"Accept-Encoding": "br"})
    assert "Content-Encoding" not in answer.headers
    assert answer.get_json()["ok"] is False


@pytest.mark.parametrize(
    "address", ["/cy/", "/cy/dim-byd", "/dim", "/cy/code", asset("answer.css"), "/static/dim.css"]
)
def test_every_answer_carries_the_security_headers_once(app: Flask, address: str) -> None:
    answer = app.test_client().get(address)
    for name, value in HEADERS.items():
        assert answer.headers.getlist(name) == [value], name
    answer.close()
