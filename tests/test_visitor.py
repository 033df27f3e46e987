"""The Visitor itself: a sound page passes, and each fault that would fail a person is caught."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask, redirect, request
from werkzeug.wrappers import Response

from tests import english, pages
from tests.visitor import BadPage, Page, Visitor, inspect

SOUND = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Your account – Surveys</title></head>
<body><main>
<h1>Your account</h1>
<form method="post" action="/en/account">
<input type="hidden" name="csrf_token" value="t">
<label for="name">Name</label> <input id="name" name="name" value="Anwen" aria-describedby="hint">
<p id="hint">As people call you.</p>
<fieldset><legend>Letters</legend>
<label><input type="radio" name="letters" value="cy" checked> Cymraeg</label>
<label><input type="radio" name="letters" value="en"> English</label></fieldset>
<label for="role">Role</label> <select id="role" name="role"><option value="a">A</option>
<option value="b" selected>B</option></select>
<label for="note">Note</label> <textarea id="note" name="note">
One</textarea>
<button>Save</button> <button name="go" value="away" formaction="/en/away">Leave</button>
</form>
<h2>More</h2><img src="/a.png" alt=""><a href="/en/">Front page</a>
</main></body></html>"""


def page_of(html: str, address: str = "/en/account") -> Page:
    """A page as the application would have sent it."""
    return Page(address, Response(html, mimetype="text/html"))


def test_a_sound_page_passes() -> None:
    inspect(page_of(SOUND))


@pytest.mark.parametrize(
    ("sound", "faulty", "complaint"),
    [
        ("<!doctype html>", "<!-- late -->", "doctype"),
        ('<html lang="en">', "<html>", "lang"),
        ('<html lang="en">', '<html lang="cy">', "does not fit the address"),
        ("<h1>Your account</h1>", "<p>Your account</p>", "exactly one h1"),
        ("<h2>More</h2>", "<h1>More</h1>", "exactly one h1"),
        ("<title>Your account", "<title>Surveys", "does not begin with the h1"),
        ('<p id="hint">', '<p id="name">', "stands twice"),
        ('<p id="hint">', "<p>", "names #hint"),
        ('alt=""', "", "no alt"),
        ("<h2>More</h2>", '<h2 style="color: red">More</h2>', "inline style"),
        ("<h2>More</h2>", '<h2 onclick="go()">More</h2>', "inline onclick"),
        ("<h2>More</h2>", "<h2>More</h2><script>go()</script>", "inline script"),
        ("<h2>More</h2>", "<h3>More</h3>", "heading of level 3 follows"),
        ('<label for="name">', "<label>", "'name' has no label"),
        ("<legend>Letters</legend>", "<p>Letters</p>", "no legend"),
        (">Front page<", "><", "has no words"),
        ('action="/en/account"', "", "has no action"),
        ('<input type="hidden" name="csrf_token" value="t">', "", "no CSRF token"),
        (
            "<h2>More</h2>",
            '<form action="/en/find"><label>Find <input name="q"></label></form><h2>More</h2>',
            "has no button",
        ),
        ("<h2>More</h2>", '<h2 hx-get="/en/more">More</h2>', "nothing without JavaScript"),
        (
            "<h2>More</h2>",
            '<div class="govuk-error-summary"><a href="#name">Write</a></div><h2>More</h2>',
            "begins with Error:",
        ),
        (
            "<h2>More</h2>",
            '<div class="govuk-error-summary"><a href="#gone">Write</a></div><h2>More</h2>',
            "links to #gone",
        ),
    ],
)
def test_each_fault_is_caught(sound: str, faulty: str, complaint: str) -> None:
    assert sound in SOUND
    html = SOUND.replace(sound, faulty, 1)
    if "#gone" in faulty:
        html = html.replace("<title>", "<title>Error: ")
    with pytest.raises(BadPage, match=complaint):
        inspect(page_of(html))


def test_english_of_ours_on_a_welsh_page_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(english, "sentences", lambda: ({"More"}, []))
    welsh = SOUND.replace('lang="en"', 'lang="cy"')
    with pytest.raises(BadPage, match="English on a Welsh page: “More”"):
        inspect(page_of(welsh, "/cy/cyfrif"))
    inspect(page_of(welsh.replace("<h2>", '<h2 lang="en">'), "/cy/cyfrif"))


@pytest.fixture
def small_site() -> Flask:
    """A site of two pages that says what was sent to it."""
    site = Flask("small")

    @site.get("/en/account")
    def account() -> str:
        return SOUND

    @site.post("/en/account")
    def save() -> Response:
        site.config["sent"] = request.form.to_dict(flat=False)
        return redirect("/en/account", 303)

    @site.post("/en/away")
    def away() -> tuple[str, int]:
        site.config["sent"] = request.form.to_dict(flat=False)
        return SOUND.replace("<h2>More</h2>", "<h2>Gone</h2>"), 422

    return site


def test_a_form_is_sent_as_a_browser_would_send_it(small_site: Flask) -> None:
    visitor = Visitor(small_site.test_client())
    visitor.open("/en/account")
    visitor.submit("Save", name="Bethan", letters="en")
    assert small_site.config["sent"] == {
        "csrf_token": ["t"],
        "name": ["Bethan"],
        "letters": ["en"],
        "role": ["b"],
        "note": ["One"],
    }


def test_the_pressed_button_says_where_the_form_goes(small_site: Flask) -> None:
    visitor = Visitor(small_site.test_client())
    visitor.open("/en/account")
    page = visitor.submit("Leave", status=422, letters=None)
    assert "Gone" in page.text
    assert small_site.config["sent"]["go"] == ["away"]
    assert "letters" not in small_site.config["sent"]


def test_a_field_that_is_not_on_the_page_cannot_be_filled_in(small_site: Flask) -> None:
    visitor = Visitor(small_site.test_client())
    visitor.open("/en/account")
    with pytest.raises(BadPage, match="no field age"):
        visitor.submit("Save", age="9")


def test_an_unexpected_status_is_a_fault(small_site: Flask) -> None:
    with pytest.raises(BadPage, match="answered 404, not 200"):
        Visitor(small_site.test_client()).open("/en/nothing")


def test_pages_are_kept_once_for_the_html_checker(
    small_site: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(pages.VARIABLE, str(tmp_path))
    visitor = Visitor(small_site.test_client())
    visitor.open("/en/account")
    visitor.open("/en/account")
    visitor.submit("Leave", status=422)
    assert len(list(tmp_path.glob("*.html"))) == 2
