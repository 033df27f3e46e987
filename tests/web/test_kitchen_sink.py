"""Every component on one page, looked at closely in both languages and layouts."""

from pathlib import Path

import pytest
from flask import Flask, render_template_string

from tests.visitor import Page, inspect

TEMPLATE = Path(__file__).with_name("kitchen_sink.html").read_text(encoding="utf-8")
ERRORS = [
    {"text": "Choose how often you were listened to", "href": "#heard"},
    {"text": "Write a whole number in figures, such as 12", "href": "#hours"},
]


@pytest.mark.parametrize("layout", ["page", "answer", "staff"])
@pytest.mark.parametrize("errors", [None, ERRORS], ids=["calm", "errors"])
def test_every_component_stands_on_a_page_that_fails_nobody(
    app: Flask, layout: str, errors: list[dict[str, str]] | None
) -> None:
    with app.test_request_context("/en/"):
        app.preprocess_request()
        html = render_template_string(TEMPLATE, layout=layout, errors=errors)
        page = Page("/en/", app.make_response(html))
    inspect(page)
    assert len(page.errors) == len(errors or ())
    assert page.title.startswith("Error:") is bool(errors)


def test_a_fragment_is_only_a_title_and_what_stands_in_main(app: Flask) -> None:
    with app.test_request_context("/en/", headers={"HX-Request": "true"}):
        app.preprocess_request()
        html = render_template_string(TEMPLATE, layout="answer", errors=None).strip()
    assert html.startswith("<title>")
    assert "<h1" in html
    assert "<html" not in html and "<header" not in html and "<footer" not in html
