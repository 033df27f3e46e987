"""Every sentence of ours has its Welsh: the catalogue is fresh, full, and safe to fill."""

from __future__ import annotations

import re

import pytest
from babel.messages.pofile import read_po
from flask import Flask
from flask_babel import force_locale, gettext

from coprod_survey.cli import words

PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|\{\w+\}")

MENDS = "Run: flask words update, write the Welsh in translations/cy, run: flask words compile"


def test_the_template_holds_exactly_the_sentences_of_the_code() -> None:
    with words.TEMPLATE.open("rb") as file:
        kept = {message.id for message in read_po(file)}
    today = {message.id for message in words.extract()}
    assert kept - {""} == today - {""}, MENDS


def test_the_welsh_catalogue_holds_the_same_sentences() -> None:
    assert {m.id for m in words.welsh()} - {""} == {m.id for m in words.extract()} - {""}, MENDS


def test_no_sentence_is_without_welsh() -> None:
    for message in words.welsh():
        forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
        if message.id:
            assert all(form.strip() for form in forms), (message.id, MENDS)
            assert not message.fuzzy, message.id


def test_placeholders_are_the_same_in_both_languages() -> None:
    for message in words.welsh():
        if not message.id:
            continue
        english = message.id if isinstance(message.id, str) else message.id[-1]
        forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
        for form in forms:
            assert set(PLACEHOLDER.findall(form)) == set(PLACEHOLDER.findall(english)), english


def test_welsh_keeps_the_figures_and_the_edges_of_the_english() -> None:
    for message in words.welsh():
        if not message.id or not isinstance(message.id, str):
            continue
        english, welsh = message.id, str(message.string)
        assert sorted(re.findall(r"\d+", english)) == sorted(re.findall(r"\d+", welsh)), english
        assert english.endswith(":") == welsh.endswith(":"), english
        assert english.endswith(".") == welsh.endswith("."), english
        assert welsh == welsh.strip(), english
        assert "&" not in welsh, english
        assert "'" not in welsh, f"{english}: write ’"


@pytest.mark.parametrize(
    ("count", "form"), [(0, 0), (1, 1), (2, 2), (3, 3), (6, 4), (4, 5), (7, 5), (12, 5)]
)
def test_welsh_counts_in_six_forms(count: int, form: int) -> None:
    catalogue = words.welsh()
    assert catalogue.num_plurals == 6
    rule = re.search(r"plural=(.*);", words.SIX_FORMS)
    assert rule is not None
    from gettext import c2py

    assert c2py(rule[1])(count) == form
    assert c2py(catalogue.plural_expr)(count) == form


def test_pages_and_background_work_speak_welsh(app: Flask) -> None:
    with app.test_request_context("/cy/"), force_locale("cy"):
        assert gettext("Continue") == "Parhau"
