"""Addresses are made in the language of the page, and for the thing that the page is about."""

from __future__ import annotations

from flask import Flask

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
