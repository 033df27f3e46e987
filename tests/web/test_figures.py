"""Numbers that people read have the separators of their language; those in codes and addresses have not."""

from __future__ import annotations

import pytest
from flask import Flask, g, render_template_string

from coprod_survey.questionnaire.problem import Problem
from coprod_survey.questionnaire.text import N_
from coprod_survey.web.numbers import figures
from coprod_survey.web.words import say


@pytest.mark.parametrize("lang", ["cy", "en"])
@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0, "0"),
        (999, "999"),
        (1000, "1,000"),
        (12345, "12,345"),
        (1234567, "1,234,567"),
        (-12345, "-12,345"),
        (12345.5, "12,345.5"),
        (2.25, "2.25"),
    ],
)
def test_a_number_as_it_is_written(lang: str, number: float, written: str) -> None:
    assert figures(number, lang) == written


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ('{{ _("Sentences: %(number)s", number=12345) }}', "12,345"),
        ('{{ _("Sentences: %(number)s", number=87) }}', "87"),
        ('{{ ngettext("%(num)s answer", "%(num)s answers", 12345) }}', "12,345"),
        ('{{ _("Page %(number)s of %(count)s", number=1, count=12345) }}', "12,345"),
        ("{{ 12345|figures }}", "12,345"),
        ("{{ 12345|cell }}", "12,345"),
        ("{{ 12345 }}", "12345"),
    ],
)
@pytest.mark.parametrize("lang", ["cy", "en"])
def test_numbers_in_sentences(app: Flask, lang: str, template: str, said: str) -> None:
    with app.test_request_context(f"/{lang}/"):
        g.lang = lang
        assert said in render_template_string(template)


def test_numbers_in_problems(app: Flask) -> None:
    problem = Problem(
        N_("Shorten what you wrote to %(limit)s characters or fewer"), {"limit": 12345}
    )
    with app.test_request_context("/en/"):
        g.lang = "en"
        assert "12,345 characters" in say(problem)
