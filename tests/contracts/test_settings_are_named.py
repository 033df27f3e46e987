"""Every setting of every kind of question: one that changes is named as its form names it, was and now."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, get_args

import pytest
from flask import Flask
from flask_babel import force_locale, gettext
from msgspec.structs import fields, replace

from coprod_survey.accounts.models import User
from coprod_survey.design import actions
from coprod_survey.questionnaire import edits
from coprod_survey.questionnaire.changes import SETTINGS_CHANGED, changes
from coprod_survey.questionnaire.document import Section, SurveyDocument
from coprod_survey.questionnaire.questions import TYPES, Option, Question
from coprod_survey.questionnaire.questions.base import Picture
from coprod_survey.questionnaire.questions.date import Part
from coprod_survey.questionnaire.questions.settings import Setting
from coprod_survey.questionnaire.text import LANGUAGES, Text
from tests.factories import make_member, make_picture, make_project, make_survey
from tests.visitor import Visitor

from .test_settings_have_faces import FOLLOWS, NUMBERS, STRINGS

SAID_OTHERWISE = {"code", "text", "hint", "show_when"}
"""What has a sentence of its own where it changes."""
NOT_COMPARED = {"goals"}
"""What is about the project, and changes nothing that people read or that is counted."""
IN_ITS_FORM = {"picture"}
"""What is named by the address of its own page."""


def settings_of(name: str) -> list[str]:
    """The settings of a kind that may differ between two versions."""
    return [
        f.name
        for f in fields(TYPES[name])
        if f.name not in SAID_OTHERWISE | NOT_COMPARED
        and (name, f.name) not in FOLLOWS
        and f.type != tuple[Option, ...]
    ]


CASES = [(name, setting) for name in TYPES for setting in settings_of(name)]


def other(question: Question, setting: str, file: str = "0" * 32 + ".png") -> Any:
    """Another value for a setting."""
    kind = next(f.type for f in fields(question) if f.name == setting)
    value = getattr(question, setting)
    if kind is Text:
        return Text.both("Geiriau newydd", "New words")
    if kind is bool:
        return not value
    if kind is Part:
        return next(part for part in get_args(Part) if part != value)
    if kind is str:
        return STRINGS[setting]
    if setting == "picture":
        return Picture(file=file, alt=Text.both("Llun newydd", "New picture"))
    return NUMBERS[setting]


def survey(question: Question) -> SurveyDocument:
    """A survey of one question."""
    return SurveyDocument(
        title=Text.both("Teitl", "Title"), sections=(Section(code="one", questions=(question,)),)
    )


def changed(name: str, setting: str) -> Setting:
    """What is said of one setting that has changed."""
    before: Any = TYPES[name].fresh()
    after = replace(before, **{setting: other(before, setting)})
    found = [c for c in changes(survey(before), survey(after)) if c.message == SETTINGS_CHANGED]
    [one] = found[0].settings
    return one


@pytest.mark.parametrize(("name", "setting"), CASES)
def test_a_changed_setting_is_named_with_was_and_now(app: Flask, name: str, setting: str) -> None:
    one = changed(name, setting)
    assert one.label == TYPES[name].fresh().settings[setting]
    assert one.was != one.now
    with app.test_request_context("/cy/"), force_locale("cy"):
        assert gettext(one.label) != one.label, "has no Welsh"
        for said in (one.was, one.now):
            assert not isinstance(said, str) or gettext(said) != said, "has no Welsh"


@pytest.mark.parametrize("name", TYPES)
def test_the_name_is_that_in_the_form_and_stands_in_comparisons(
    app: Flask, visitor_as: Callable[[User], Visitor], name: str
) -> None:
    project = make_project()
    me = visitor_as(make_member(project))
    question: Any = TYPES[name].fresh()
    row = make_survey(project, survey(question))
    file = make_picture()
    values = {s: other(question, s, file) for s in settings_of(name)}
    written = replace(question, **values)
    edit = partial(edits.write_question, code=question.code, question=written)
    actions.edit(row.id, edit, action="question", by=None)
    for lang in LANGUAGES:
        here = f"/{lang}/projects/{project.id}/surveys/{row.id}"
        with app.test_request_context(f"/{lang}/"), force_locale(lang):
            labels = {s: gettext(question.settings[s]) for s in settings_of(name)}
        form = me.open(f"{here}/questions/{question.code}").text
        compared = me.open(f"{here}/history/compare?one=1&other=2").text
        for setting, label in labels.items():
            assert label in form, (lang, setting)
            assert label in compared, (lang, setting)


@pytest.mark.parametrize(
    ("name", "setting", "was", "now"),
    [
        ("multiple_choice", "most", "not set", 2),
        ("long_text", "limit", 2000, 321),
        ("dropdown", "alphabetical", "ticked", "not ticked"),
        ("date", "precision", "A day, such as 1 March 2026", "A month, such as March 2026"),
        ("date", "earliest", "not set", Text.both("Ionawr 2020", "January 2020")),
        ("yes_no", "pair", "not set", Text(cy="Do / Naddo")),
    ],
)
def test_what_it_was_and_is_now(name: str, setting: str, was: object, now: object) -> None:
    one = changed(name, setting)
    assert (one.was, one.now) == (was, now)
