"""The shell: addresses begin with a language, errors are pages, headers are strict."""

import pytest
from flask import Flask, session

from coprod_survey.web import csrf
from tests.visitor import Visitor


@pytest.mark.parametrize("lang", ["cy", "en"])
@pytest.mark.parametrize("page", ["", "accessibility", "privacy", "cookies"])
def test_public_pages_open_in_both_languages(visitor: Visitor, lang: str, page: str) -> None:
    assert visitor.open(f"/{lang}/{page}").root.get("lang") == lang


def test_a_page_that_is_not_there_says_so(visitor: Visitor) -> None:
    visitor.open("/cy/dim-byd", status=404)
    visitor.open("/en/nothing", status=404)


def test_the_front_door_offers_both_languages(visitor: Visitor) -> None:
    page = visitor.open("/")
    assert {a.get("hreflang") for a in page.select("main a[lang]")} == {"cy", "en"}


def test_nothing_foreign_may_run_in_a_page(visitor: Visitor) -> None:
    policy = visitor.open("/en/").headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_the_token_looks_different_each_time_and_means_the_same(app: Flask) -> None:
    with app.test_request_context("/"):
        first, second = csrf.masked_token(), csrf.masked_token()
        assert first != second
        assert csrf.unmask(first) == csrf.unmask(second)
        assert csrf.unmask("rubbish") == ""


def test_the_health_check_sees_a_database_without_migrations(app: Flask) -> None:
    answer = app.test_client().get("/healthz")
    assert answer.status_code == 503
    assert answer.get_json()["ok"] is False


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ("their own", 404),  # the form is believed: there is no such survey
        ("bare", 400),
        ("of another session", 400),
        ("rubbish", 400),
        ("", 400),
    ],
)
def test_only_the_token_of_the_own_session_lets_a_form_through(
    app: Flask, sent: str, status: int
) -> None:
    client = app.test_client()
    with client.session_transaction() as mine:
        mine["csrf_token"] = "known to this browser alone"
    with app.test_request_context("/en/"):
        session["csrf_token"] = "known to this browser alone"
        tokens = {"their own": csrf.masked_token(), "bare": "known to this browser alone"}
        session["csrf_token"] = "known to somebody else"
        tokens["of another session"] = csrf.masked_token()
    form = {"csrf_token": tokens.get(sent, sent)}
    assert client.post("/en/s/ABCDE", data=form).status_code == status
    by_script = {"X-CSRF-Token": tokens.get(sent, sent)}
    assert client.post("/en/s/ABCDE", headers=by_script).status_code == status


@pytest.mark.parametrize(
    ("referrer", "status"),
    [
        ("https://survey.test/en/", 404),
        ("https://survey.test:8443/en/", 400),
        ("https://other.test/en/", 400),
        ("http://survey.test/en/", 400),
        (None, 400),
    ],
)
def test_over_https_a_form_must_also_come_from_a_page_of_the_same_host(
    app: Flask, referrer: str | None, status: int
) -> None:
    client = app.test_client()
    here = "https://survey.test"
    with client.session_transaction(base_url=here) as mine:
        mine["csrf_token"] = "known to this browser alone"
    with app.test_request_context("/en/"):
        session["csrf_token"] = "known to this browser alone"
        form = {"csrf_token": csrf.masked_token()}
    headers = {"Referer": referrer} if referrer else {}
    answer = client.post("/en/s/ABCDE", data=form, headers=headers, base_url=here)
    assert answer.status_code == status
