"""The history: every edit, page by page, any two compared, and the way back to one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask

from coprod_survey.accounts.models import User
from coprod_survey.design import actions, queries
from coprod_survey.design.models import Survey
from coprod_survey.errors import Conflict, NotFound
from coprod_survey.extensions import db
from coprod_survey.projects.models import Project
from coprod_survey.questionnaire import edits
from coprod_survey.questionnaire.text import Text
from tests.factories import make_document, make_member, make_project, make_survey
from tests.visitor import Visitor, words_of

SignIn = Callable[[User], Visitor]


@pytest.fixture
def project(app: Flask) -> Project:
    return make_project()


@pytest.fixture
def survey(project: Project) -> Survey:
    """A survey whose title has been written 44 times since it was made."""
    survey = make_survey(project)
    by = make_member(project, name="Gwen Puw")
    for n in range(2, 46):
        title(survey, n, by)
    return survey


@pytest.fixture
def me(project: Project, visitor_as: SignIn) -> Visitor:
    return visitor_as(make_member(project))


def title(survey: Survey, n: int, by: User | None = None) -> None:
    words = Text.both(f"Teitl {n}", f"Title {n}")
    change = lambda d: edits.write_settings(d, title=words)  # noqa: E731
    actions.edit(survey.id, change, action="settings", by=by)


def place(survey: Survey, lang: str = "en") -> str:
    return f"/{lang}/projects/{survey.project_id}/surveys/{survey.id}/history"


def numbers(visitor: Visitor) -> list[int]:
    rows = visitor.page.select(".app-history h2")
    return [int(words_of(row).split(".")[0]) for row in rows]


def test_every_edit_is_there_page_by_page(me: Visitor, survey: Survey) -> None:
    me.open(place(survey))
    found = numbers(me)
    assert "Gwen Puw" in me.page.text
    me.follow("Earlier changes")
    found += numbers(me)
    me.follow("Earlier changes")
    found += numbers(me)
    assert found == list(range(45, 0, -1))
    assert "Earlier changes" not in me.page.text
    me.follow("Later changes")
    for page in ("0", "4", "-1", "9" * 30):
        me.open(f"{place(survey)}?page={page}", status=404)


def test_any_two_are_compared_in_words_and_one_is_restored(me: Visitor, survey: Survey) -> None:
    actions.edit(survey.id, lambda d: edits.delete_question(d, "word"), action="x", by=None)
    me.open(place(survey, "cy"))
    me.submit("Cymharu", one="46", other="3")
    assert "Cymharu dau newid: 3, 46" in me.page.h1
    assert "Ail-eiriwyd teitl yr arolwg" in me.page.text or "teitl" in me.page.text
    assert "Disgrifiwch y gwaith mewn gair" in me.page.text
    me.submit("Mynd yn ôl at yr arolwg fel yr oedd ar ôl newid 3")
    assert "Mae’r arolwg fel yr oedd ar ôl newid 3" in me.page.text
    assert queries.draft(survey.id).document == queries.document_at(survey.id, 3)
    me.submit("Dadwneud y newid diwethaf")
    assert queries.draft(survey.id).document == queries.document_at(survey.id, 46)


@pytest.mark.parametrize(
    ("one", "other"), [("1", "1"), ("0", "3"), ("x", "2"), ("46", "1"), ("", "")]
)
def test_what_cannot_be_compared_is_told(me: Visitor, survey: Survey, one: str, other: str) -> None:
    me.open(place(survey))
    me.submit("Compare", one=one, other=other, status=422)
    assert me.page.errors == ["Write two different numbers from 1 to 45"]
    assert (me.page.select("#one")[0].get("value") or "") == one


def test_going_back_from_a_page_that_is_old_is_told(me: Visitor, survey: Survey) -> None:
    me.open(f"{place(survey)}/compare?one=2&other=45")
    title(survey, 99)
    me.submit("Go back to the survey as it was after change 2", status=409)
    assert "Somebody else has changed the survey" in me.page.text


def test_restoring_is_an_edit_like_any_other(project: Project) -> None:
    survey = make_survey(project)
    title(survey, 2)
    assert actions.restore(survey.id, 2, by=None, seen_revision=2) == 2
    assert actions.restore(survey.id, 1, by=None, seen_revision=2) == 3
    assert queries.draft(survey.id).document == make_document()
    assert queries.last_edit(survey.id).action == "restored"
    for number, error in ((1, Conflict), (9, NotFound)):
        with pytest.raises(error):
            actions.restore(survey.id, number, by=None, seen_revision=2 if number == 1 else 3)
        db.session.rollback()
    actions.undo(survey.id, by=None, seen_revision=3)
    assert queries.draft(survey.id).document.title.en == "Title 2"
