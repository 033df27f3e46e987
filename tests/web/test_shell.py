"""The shell: addresses begin with a language, errors are pages, headers are strict."""

import pytest
from flask import Flask

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
        assert csrf.unmask("rubbish") == "rubbish"


def test_the_health_check_sees_a_database_without_migrations(app: Flask) -> None:
    answer = app.test_client().get("/healthz")
    assert answer.status_code == 503
    assert answer.get_json()["ok"] is False
