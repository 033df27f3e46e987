"""Every setting of every kind of question: set in the studio, saved to a file, and read from it."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any, get_args

import pytest
from flask import Flask
from msgspec.structs import fields

from coprod_survey.accounts.models import User
from coprod_survey.design import exchange, queries
from coprod_survey.design.models import Survey
from coprod_survey.projects.models import Goal, Project
from coprod_survey.questionnaire.document import Section, SurveyDocument
from coprod_survey.questionnaire.questions import TYPES, Option, Question
from coprod_survey.questionnaire.questions.base import Picture
from coprod_survey.questionnaire.questions.choice import Role
from coprod_survey.questionnaire.questions.date import Part
from coprod_survey.questionnaire.rules import Answered
from coprod_survey.questionnaire.text import Text
from tests.factories import (
    make_document,
    make_member,
    make_project,
    make_survey,
    picture_file,
    save,
)
from tests.visitor import Visitor

WORDS = {"cy": "Geiriau newydd", "en": "New words"}
ADDRESSES = {"cy": "https://example.org/cy", "en": "https://example.org/en"}
GOALS = ("voice",)
ELSEWHERE = {"code", "picture", "show_when"}
"""Settings with a field or a page of their own, each tried in a test of its own below."""
FOLLOWS = {
    ("consent", "required"): "always needed",
    ("contact", "required"): "never needed",
    ("note", "required"): "asks nothing",
    ("note", "hint"): "its words are its body",
    ("note", "goals"): "asks nothing",
    ("yes_no", "options"): "follow from the pair and the two ticks",
}
"""What no form sets, and why."""
STRINGS = {"pair": "do", "earliest": "2020-01", "latest": "2030-12-31"}
NUMBERS = {"limit": 321, "places": 2, "most": 2, "least": 1}
ROW_FIELDS = {
    "consent": {"text"},
    "ladder": {"hint"},
    "ranking": {"text", "hint"},
    "scale": {"text", "hint", "role", "value"},
    "statements": {"text", "hint", "role", "value"},
}
"""What is set of each option, for the kinds whose options are not all of text, hint and role."""

ADDING = {
    "consent": (),
    "ladder": (),
    "scale": ("Add a point",),
    "statements": ("Add a statement", "Add a point"),
}
"""The buttons that add a row, for the kinds that have others than "Add an option"."""


def cases() -> list[tuple[str, str]]:
    """Every kind of question with each of its settings that its form has in a field of its own."""
    return [
        (name, f.name)
        for name, kind in TYPES.items()
        for f in fields(kind)
        if f.name not in ELSEWHERE
        and (name, f.name) not in FOLLOWS
        and f.type != tuple[Option, ...]
    ]


@pytest.fixture
def project(app: Flask) -> Project:
    project = make_project()
    for code in GOALS:
        save(Goal(project_id=project.id, code=code, words_cy="Llais", words_en="A voice"))
    return project


@pytest.fixture
def me(project: Project, visitor_as: Callable[[User], Visitor]) -> Visitor:
    return visitor_as(make_member(project))


def start(project: Project, name: str) -> tuple[Survey, str]:
    """A survey with a question of the kind, and a question in front of it."""
    question: Any = TYPES[name].fresh()
    before = make_document().sections[0].questions[0]
    document = SurveyDocument(
        title=Text.both("Teitl", "Title"),
        sections=(Section(code="one", questions=(before, question)),),
    )
    survey = make_survey(project, document)
    return survey, f"/en/projects/{project.id}/surveys/{survey.id}/questions/question"


def question_of(survey: Survey, code: str = "question") -> Question:
    return queries.draft(survey.id).document.questions[code]


def comes_back(survey: Survey) -> None:
    """The survey is the same after it was saved to a file and read again."""
    document = queries.draft(survey.id).document
    for pretty in (True, False):
        data = exchange.export_document(document, pretty=pretty)
        again = exchange.import_survey(data, project_id=survey.project_id, by=None)
        assert queries.draft(again.id).document == document


def sent_for(name: str, kind: Any, question: Any) -> tuple[dict[str, Any], Any]:
    """What to type for a setting of this kind, and what it should then be."""
    before = getattr(question, name)
    if kind is Text:
        words = ADDRESSES if name in ("audio", "video") else WORDS
        return {f"{name}-{lang}": said for lang, said in words.items()}, Text().write(**words)
    if kind == tuple[str, ...]:
        return {name: list(GOALS)}, GOALS
    if kind is bool:
        return {name: None if before else "y"}, not before
    if kind is str:
        return {name: STRINGS[name]}, STRINGS[name]
    if kind is Part:
        other = next(part for part in get_args(Part) if part != before)
        return {name: other}, other
    return {name: str(NUMBERS[name])}, NUMBERS[name]


@pytest.mark.parametrize(("name", "setting"), cases())
def test_every_setting_can_be_set_and_comes_back(
    project: Project, me: Visitor, name: str, setting: str
) -> None:
    kind = next(f.type for f in fields(TYPES[name]) if f.name == setting)
    survey, address = start(project, name)
    typed, expected = sent_for(setting, kind, question_of(survey))
    me.open(address)
    me.submit("Save question", **typed)
    assert getattr(question_of(survey), setting) == expected
    comes_back(survey)


@pytest.mark.parametrize("name", TYPES)
def test_every_row_of_every_list_can_be_written(project: Project, me: Visitor, name: str) -> None:
    survey, address = start(project, name)
    lists = {n: rows for n, rows in question_of(survey).lists.items() if (name, n) not in FOLLOWS}
    me.open(address)
    for button in ADDING.get(name, ("Add an option",) if lists and name != "yes_no" else ()):
        me.submit(button)
        me.open(address)
    typed: dict[str, Any] = {}
    expected: dict[tuple[str, int, str], Any] = {}
    for list_name, rows in question_of(survey).lists.items():
        if (name, list_name) in FOLLOWS:
            continue
        default = {"text", "hint", "role"} if list_name == "options" else {"text"}
        usual = ROW_FIELDS.get(name, default) if list_name == "options" else default
        for at, row in enumerate(rows):
            field = f"{list_name.removesuffix('s')}-{row.code}-"
            for part in usual & {"text", "hint"}:
                if name == "ladder" and part == "hint" and row.value is None:
                    part = "text"
                said = {lang: f"{words} {at}" for lang, words in WORDS.items()}
                typed |= {f"{field}{part}-{lang}": words for lang, words in said.items()}
                expected[list_name, at, part] = Text.both(**said)
            if "role" in usual and at == 0:
                typed[f"{field}role"] = expected[list_name, at, "role"] = "prefer_not"
            if "value" in usual:
                typed[f"{field}value"], expected[list_name, at, "value"] = str(at + 5), at + 5
    me.submit("Save question", **typed)
    after = question_of(survey).lists
    for (list_name, at, part), value in expected.items():
        found = getattr(after[list_name][at], part)
        same = (found.cy, found.en) == (value.cy, value.en) if part in ("text", "hint") else None
        assert found == value if same is None else same, (list_name, at, part, found)
    comes_back(survey)


@pytest.mark.parametrize("name", TYPES)
def test_the_code_the_picture_and_the_rule_have_their_places(
    project: Project, me: Visitor, name: str
) -> None:
    survey, address = start(project, name)
    me.open(f"{address}/picture")
    form = me.page.form("Save picture")
    token = form.cssselect("input[name=csrf_token]")[0].get("value")
    me.client.post(
        f"{address}/picture",
        data={
            "csrf_token": token,
            "revision": "1",
            "do": "save",
            "alt-cy": WORDS["cy"],
            "alt-en": WORDS["en"],
            "file": (io.BytesIO(picture_file()), "a.png"),
        },
        content_type="multipart/form-data",
    )
    picture = question_of(survey).picture
    assert isinstance(picture, Picture) and picture.alt == Text().write(**WORDS)
    me.open(f"{address}/rule")
    me.submit("Add a condition", add="heard")
    fields_ = {e.get("name") for e in me.page.select("[name]")}
    how = next(n for n in fields_ if n and n.endswith("how"))
    me.submit("Save", **{how: "answered"})
    rule = question_of(survey).show_when
    assert rule == Answered(question="heard"), rule
    me.open(address)
    me.submit("Save question", code="new_code")
    assert question_of(survey, "new_code").picture == picture
    comes_back(survey)


def test_nothing_is_left_out_of_this_contract_by_mistake() -> None:
    kinds = {f.type for kind in TYPES.values() for f in fields(kind) if f.name not in ELSEWHERE}
    known = {Text, bool, str, int, int | None, int | float | None, Part}
    known |= {tuple[Option, ...], tuple[str, ...]}
    assert kinds <= known, kinds - known
    assert {f.type for f in fields(Option)} == {str, Text, Role, int | None}
