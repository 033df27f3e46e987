"""Forms of staff pages draw themselves with our components and speak in our words."""

from __future__ import annotations

from datetime import date

import lxml.html
import pytest
from flask import Flask, render_template_string

from coprod_survey.questionnaire.text import Text
from coprod_survey.web import forms

AB = forms.choices([("a", "First"), ("b", "Second")])


@forms.pair(
    forms.TextField,
    "title",
    "Title",
    validators=[forms.Needed("Give it a title"), forms.AtMost(10)],
)
class Example(forms.Form):
    """One field of each kind."""

    notes = forms.ParagraphField("Notes")
    email = forms.EmailField("E-mail", validators=[forms.EmailAddress()])
    count = forms.WholeNumberField("How many", validators=[forms.Between(1, 9)])
    day = forms.DayField("Day")
    side = forms.RadioField(
        "Side",
        choices=AB,
        validators=[forms.Needed("Choose a side")],
    )
    many = forms.CheckboxesField("Many", choices=AB)
    role = forms.SelectField("Role", choices=AB)
    agree = forms.TickField("Agree")
    secret = forms.PasswordField("Password")
    logo = forms.UploadField("Logo")


GOOD = {
    "title_cy": "Teitl",
    "title_en": " A  title ",
    "side": "b",
    "role": "a",
    "count": "3",
    "day": "27.3.2026",
}


def filled(app: Flask, values: dict[str, str | list[str]]) -> Example:
    with app.test_request_context("/en/", method="POST", data=values):
        form = Example()
        form.validate()
        return form


def test_what_was_typed_is_tidied(app: Flask) -> None:
    form = filled(app, {**GOOD, "email": " Someone@Example.ORG ", "many": ["a", "b"]})
    assert form.errors == {}
    assert form.title_en.data == "A title"
    assert form.email.data == "someone@example.org"
    assert form.count.data == 3
    assert form.day.data == date(2026, 3, 27)
    assert form.many.data == ["a", "b"]
    assert form.texts("title") == Text().write(cy="Teitl", en="A title")


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("title_cy", "", "Give it a title"),
        ("title_en", "far too long a title", "Shorten this to 10"),
        ("email", "nobody", "e-mail address like"),
        ("count", "three", "in figures"),
        ("count", "10", "between 1 and 9"),
        ("day", "31/2/2026", "27/03/2026"),
        ("side", "", "Choose a side"),
        ("side", "z", "Choose from the list"),
        ("role", "z", "Choose from the list"),
        ("many", "z", "Choose from the list"),
    ],
)
def test_mistakes_are_explained_in_our_words(
    app: Flask, field: str, typed: str, words: str
) -> None:
    form = filled(app, {**GOOD, field: typed})
    assert list(form.errors) == [field]
    assert words in str(form.errors[field][0])


PAGE = """
{% from "components/both.html" import both %}{% from "components/error_summary.html" import form_errors %}
{{ form_errors(form) }}{{ both(form, "title", legend="Title") }}
{% for f in (form.notes, form.email, form.count, form.day, form.side, form.many, form.role, form.agree, form.secret, form.logo) %}{{ f() }}{% endfor %}
"""


def test_fields_are_drawn_with_labels_errors_and_what_was_typed(app: Flask) -> None:
    with app.test_request_context(
        "/en/", method="POST", data={**GOOD, "title_cy": "", "count": "x<y", "secret": "hush"}
    ):
        form = Example()
        form.validate()
        html = lxml.html.fromstring("<div>" + render_template_string(PAGE, form=form) + "</div>")
    assert html.cssselect("#title_cy")[0].get("lang") == "cy"
    assert html.cssselect("#count")[0].get("value") == "x<y"
    assert html.cssselect("#side-2[checked]")
    assert html.cssselect("#secret")[0].get("value") is None
    assert [a.get("href") for a in html.cssselect(".govuk-error-summary a")] == [
        "#count",
        "#title_cy",
    ]
    assert "title_cy-error" in html.cssselect("#title_cy")[0].get("aria-describedby")
    for field in html.cssselect("input, select, textarea"):
        assert html.cssselect(f"label[for='{field.get('id')}']"), field.get("name")
