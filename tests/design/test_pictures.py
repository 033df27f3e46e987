"""The picture beside a question: sent, described, and taken away in the studio."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask

from coprod_survey.accounts.models import User
from coprod_survey.design import queries
from coprod_survey.design.models import Survey
from coprod_survey.extensions import db
from coprod_survey.pictures import reading
from coprod_survey.projects.models import Project
from coprod_survey.questionnaire.questions import Question
from tests.factories import make_member, make_project, make_survey, picture_file
from tests.visitor import Visitor


@pytest.fixture
def project(app: Flask) -> Project:
    return make_project()


@pytest.fixture
def survey(project: Project) -> Survey:
    return make_survey(project)


@pytest.fixture
def me(project: Project, visitor_as: Callable[[User], Visitor]) -> Visitor:
    """The project's facilitator."""
    return visitor_as(make_member(project))


def place(survey: Survey) -> str:
    return f"/en/projects/{survey.project_id}/surveys/{survey.id}"


def heard(survey: Survey) -> Question:
    db.session.rollback()
    return queries.draft(survey.id).document.questions["heard"]


def upload(data: bytes) -> Any:
    return [(io.BytesIO(data), "llun.png")]


def test_a_facilitator_puts_a_picture_beside_a_question_and_takes_it_away(
    me: Visitor, survey: Survey
) -> None:
    me.open(f"{place(survey)}/questions/heard")
    me.follow("Picture beside the question")
    me.submit("Save picture", status=422)
    assert me.page.errors == ["Choose a picture"]
    me.submit("Save picture", file=upload(picture_file()), **{"alt-cy": "Drws"})
    assert me.page.select("#question-heard img[alt=Drws]")
    me.follow("The English is missing: Drws")
    assert me.page.address.endswith("/questions/heard/picture")
    me.submit("Save picture", same="y", **{"alt-en": "A door"})
    picture = heard(survey).picture
    assert picture and (picture.alt.cy, picture.alt.en) == ("Drws", "A door")
    me.open(f"{place(survey)}/publish")
    assert "Publish version 1" in me.page.text
    me.open(f"{place(survey)}/questions/heard/picture")
    me.submit("Save picture", file=upload(picture_file(80)))
    other = heard(survey).picture
    assert other and other.file != picture.file and other.alt == picture.alt
    me.open(f"{place(survey)}/questions/heard/picture")
    me.submit("Remove the picture")
    assert heard(survey).picture is None
    assert "Last change: Picture of a question changed" in me.page.text


def test_a_picture_without_words_cannot_be_published(me: Visitor, survey: Survey) -> None:
    me.open(f"{place(survey)}/questions/heard/picture")
    me.submit("Save picture", file=upload(picture_file()))
    me.follow("Say in words what the picture shows")
    assert me.page.address.endswith("/questions/heard/picture")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<html>", "Choose a picture that is a PNG or JPEG file"),
        (
            b"0" * 60_000,
            "Choose a smaller file, of at most this many megabytes: 0",
        ),
    ],
    ids=["no picture", "too large"],
)
def test_a_file_that_cannot_be_used_is_told_and_the_words_are_kept(
    app: Flask,
    me: Visitor,
    survey: Survey,
    monkeypatch: pytest.MonkeyPatch,
    data: bytes,
    words: str,
) -> None:
    monkeypatch.setattr(reading, "LARGEST_FILE", 50_000)
    monkeypatch.setitem(app.config, "MAX_CONTENT_LENGTH", 50_000)
    me.open(f"{place(survey)}/questions/heard/picture")
    page = me.submit("Save picture", file=upload(data), **{"alt-cy": "Drws agored"}, status=422)
    assert page.errors == [words]
    assert page.select("textarea[name=alt-cy]")[0].text_content().strip() == "Drws agored"
    assert heard(survey).picture is None


def test_only_who_has_signed_in_may_send_so_much(
    app: Flask, visitor: Visitor, survey: Survey, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(app.config, "MAX_CONTENT_LENGTH", 50_000)
    answer = visitor.client.post(
        f"{place(survey)}/questions/heard/picture", data={"file": upload(b"0" * 60_000)}
    )
    assert answer.status_code == 413


def test_two_people_who_change_the_same_picture_are_told(me: Visitor, survey: Survey) -> None:
    me.open(f"{place(survey)}/questions/heard/picture")
    mine = me.page
    me.submit("Save picture", file=upload(picture_file()))
    me.page = mine
    me.submit("Save picture", file=upload(picture_file(90)), **{"alt-cy": "Drws"}, status=409)
    assert me.page.errors == ["Somebody else has changed the same words while you were writing"]
    assert me.page.select("textarea[name=alt-cy]")[0].text_content().strip() == "Drws"
