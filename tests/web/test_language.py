"""Addresses are made in the language of the page, and for the thing that the page is about."""

from __future__ import annotations

from itertools import product

from flask import Flask, g, url_for

from coprod_survey.web.language import address


def test_the_address_of_one_survey_is_never_that_of_another(app: Flask) -> None:
    for survey in ("7", "8"):
        with app.test_request_context(f"/en/projects/1/surveys/{survey}/publish"):
            app.preprocess_request()
            assert address("design.publish") == f"/en/projects/1/surveys/{survey}/publish"


def test_an_address_that_needs_no_more_is_made_in_the_language_of_the_page(app: Flask) -> None:
    for lang in ("cy", "en", "cy"):
        with app.test_request_context(f"/{lang}/privacy"):
            app.preprocess_request()
            assert address("public.privacy") == f"/{lang}/privacy"


def test_an_address_that_is_told_all_it_needs_is_made_once_for_each_place(app: Flask) -> None:
    for root, lang, code in product(("", "/arolygon"), ("cy", "en"), ("ABCDE", "FGHJK")):
        with app.test_request_context(f"/{lang}/s/{code}", base_url=f"http://a.test{root}"):
            g.lang = lang
            for number in (1, 2):
                values = {"code": code, "number": number, "_anchor": "question-ŵ"}
                made = address("responses.page", **values)
                assert made == url_for("responses.page", **values)
                assert made.startswith(f"{root}/{lang}/s/{code}/{number}#")


def test_a_whole_address_begins_with_the_host_of_each_request(app: Flask) -> None:
    for host in ("a.test", "b.test"):
        with app.test_request_context("/en/", base_url=f"https://{host}"):
            made = address("responses.start", code="ABCDE", _external=True)
            assert made == f"https://{host}/en/s/ABCDE"
