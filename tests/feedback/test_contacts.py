"""People who want to hear what changed: kept apart from their answers, and read by few."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask

from coprod_survey.accounts.models import User
from coprod_survey.audit.models import Event
from coprod_survey.design.models import Survey
from coprod_survey.extensions import db
from coprod_survey.feedback.models import Contact as Row
from coprod_survey.projects.models import Project
from coprod_survey.questionnaire.answers import SKIPPED
from coprod_survey.questionnaire.document import Section
from coprod_survey.questionnaire.questions import Contact, ShortText
from coprod_survey.questionnaire.rules import Answered
from coprod_survey.questionnaire.text import Text
from coprod_survey.responses.models import Response
from tests.factories import make_document, make_member, make_project, make_published
from tests.responses.people import begin, only_response, press
from tests.visitor import Visitor

WORD = ShortText(code="word", text=Text.both("Mewn gair?", "In a word?"))
TELL = Contact(
    code="tell",
    text=Text.both("Hoffech chi glywed beth newidiodd?", "Would you like to hear what changed?"),
)
DETAILS = {"q-tell": "yes", "q-tell-name": "Siân Owen", "q-tell-email": "sian@example.org"}


@pytest.fixture
def place(app: Flask) -> tuple[Project, Survey, str]:
    """A project, a survey that asks whom to tell, and its code."""
    project = make_project()
    section = Section(code="s", title=Text.both("Un", "One"), questions=(WORD, TELL))
    survey, _, channel = make_published(project, make_document(sections=(section,)))
    return project, survey, channel.code


def people() -> list[Row]:
    db.session.expire_all()
    return list(db.session.scalars(sa.select(Row)))


def send(visitor: Visitor, code: str, lang: str = "en", **fields: Any) -> None:
    """Answer the one page and send."""
    begin(visitor, code, lang)
    press(visitor, **fields)
    press(visitor)


def test_the_store_puts_people_in_no_order_of_coming(
    app: Flask, place: tuple[Project, Survey, str]
) -> None:
    for number in range(6):
        visitor = Visitor(app.test_client())
        send(visitor, place[2], **{**DETAILS, "q-tell-name": f"Enw {number}"})
    db.session.rollback()
    stored = db.session.execute(sa.text("SELECT id, name FROM contact")).all()
    assert len(stored) == 6
    if db.engine.dialect.name == "postgresql":  # SQLite keeps neither
        assert [row.id for row in stored] == sorted(row.id for row in stored)
        count = sa.text("SELECT count(DISTINCT xmin::text) FROM contact")
        assert db.session.scalar(count) == 1


def test_details_leave_the_response_when_it_is_sent(
    visitor: Visitor, place: tuple[Project, Survey, str]
) -> None:
    _, survey, code = place
    begin(visitor, code, "cy")
    press(visitor, **{"q-word": "llais"}, **DETAILS)
    assert "Siân Owensian@example.orgCedwir hyn ar wahân i’ch atebion" in visitor.page.text
    assert only_response().answers["tell"] == {"name": "Siân Owen", "email": "sian@example.org"}
    assert people() == []
    press(visitor)
    assert only_response().answers == {"word": "llais", "tell": SKIPPED}
    assert "sian" not in str([*vars(only_response()).values()]).casefold()
    [person] = people()
    assert (person.name, person.email, person.telephone) == ("Siân Owen", "sian@example.org", "")
    assert (person.survey_id, person.language) == (survey.id, "cy")


def test_a_response_looks_the_same_whether_or_not_details_were_left(
    app: Flask, place: tuple[Project, Survey, str]
) -> None:
    for fields in ({}, DETAILS, {}):
        send(Visitor(app.test_client()), place[2], **{"q-word": "llais"}, **fields)
    same = db.session.scalars(sa.select(Response.answers)).all()
    assert same == [{"word": "llais", "tell": SKIPPED}] * 3
    assert len(people()) == 1


def test_nothing_in_a_row_of_details_leads_to_a_response(app: Flask) -> None:
    table = Row.__table__
    assert set(table.columns.keys()) == {
        "id", "survey_id", "name", "email", "telephone", "language",
    }  # fmt: skip
    assert {key.column.table.name for key in table.foreign_keys} == {"survey"}
    if db.engine.dialect.name == "sqlite":
        made = db.session.scalar(sa.text("SELECT sql FROM sqlite_master WHERE name = 'contact'"))
        assert "WITHOUT ROWID" in made


def test_the_order_of_the_rows_is_not_that_in_which_people_came(
    app: Flask, place: tuple[Project, Survey, str]
) -> None:
    for number in range(12):
        details = {**DETAILS, "q-tell-name": f"{number:02}"}
        send(Visitor(app.test_client()), place[2], **details)
    ids = [row.id for row in people()]
    assert all(len(i) == 32 for i in ids)
    by_name = [row.id for row in sorted(people(), key=lambda row: row.name)]
    assert by_name != sorted(ids)


def test_without_the_tick_nothing_is_kept_and_nobody_is_surprised(
    visitor: Visitor, place: tuple[Project, Survey, str]
) -> None:
    begin(visitor, place[2])
    press(visitor, status=422, **{"q-tell-name": "Siân"})
    assert visitor.page.errors == [
        "Question 2: Tick the box if we may keep these details, or empty the boxes below it"
    ]
    assert visitor.page.select("[name=q-tell-name]")[0].get("value") == "Siân"
    press(visitor, **{"q-tell-name": ""})
    press(visitor)
    assert visitor.page.h1 == "Thank you"
    assert people() == []


def test_the_fields_can_be_filled_in_by_the_browser(
    visitor: Visitor, place: tuple[Project, Survey, str]
) -> None:
    begin(visitor, place[2])
    tokens = {
        e.get("name"): e.get("autocomplete") for e in visitor.page.select("[id^=q-tell-]")
        if e.get("name")
    }  # fmt: skip
    assert tokens == {"q-tell-name": "name", "q-tell-email": "email", "q-tell-telephone": "tel"}


def test_details_that_fell_off_the_path_are_not_kept(app: Flask, visitor: Visitor) -> None:
    later = Contact(code="tell", text=TELL.text, show_when=Answered(question="word"))
    sections = (
        Section(code="s", title=Text.both("Un", "One"), questions=(WORD,)),
        Section(code="t", title=Text.both("Dau", "Two"), questions=(later,)),
    )
    code = make_published(None, make_document(sections=sections))[2].code
    begin(visitor, code)
    press(visitor, **{"q-word": "llais"})
    press(visitor, **DETAILS)
    visitor.follow("Change: 1. In a word?")
    press(visitor, **{"q-word": ""})
    press(visitor)
    assert only_response().completed_at is not None
    assert only_response().answers == {"word": SKIPPED}
    assert people() == []


def test_a_facilitator_reads_who_wants_to_hear_and_it_is_noted(
    app: Flask,
    visitor_as: Callable[[User], Visitor],
    place: tuple[Project, Survey, str],
) -> None:
    project, survey, code = place
    facilitator = make_member(project)
    visitor = visitor_as(facilitator)
    visitor.open(f"/en/projects/{project.id}/surveys/{survey.id}")
    page = visitor.follow("People to tell what changed")
    assert "Number of people: 0" in page.text and "Nobody has left their details yet." in page.text
    send(Visitor(app.test_client()), code, "cy", **DETAILS)
    send(Visitor(app.test_client()), code, **{"q-tell": "yes", "q-tell-telephone": "01632 960001"})
    page = visitor.open(page.address)
    assert "Number of people: 2" in page.text and "sian@example.org" not in page.html
    assert "contacts read" not in db.session.scalars(sa.select(Event.action)).all()
    page = visitor.submit("Show their details")
    assert "sian@example.org" in page.text and "01632 960001" in page.text
    event = db.session.scalars(sa.select(Event).where(Event.action == "contacts read")).one()
    assert (event.by_id, event.survey_id) == (facilitator.id, survey.id)
    assert "sian" not in str(event.details)
    page = visitor.submit("Delete: Siân Owen")
    assert "The details were deleted" in page.text and "Siân Owen" not in page.text
    assert [row.telephone for row in people()] == ["01632 960001"]


@pytest.mark.parametrize("role", ["manager", "translator", "community_partner", "data_helper"])
def test_nobody_else_reads_them(
    visitor_as: Callable[[User], Visitor], place: tuple[Project, Survey, str], role: str
) -> None:
    project, survey, _ = place
    visitor = visitor_as(make_member(project, role))
    address = f"/cy/projects/{project.id}/surveys/{survey.id}"
    assert "/contacts" not in visitor.open(address).html
    visitor.open(f"{address}/contacts", status=403)


def test_details_stand_in_no_results_and_no_workbook(
    app: Flask, visitor_as: Callable[[User], Visitor], place: tuple[Project, Survey, str]
) -> None:
    project, survey, code = place
    for _ in range(11):
        send(Visitor(app.test_client()), code, **{"q-word": "llais"}, **DETAILS)
    page = visitor_as(make_member(project)).open(
        f"/en/projects/{project.id}/surveys/{survey.id}/results"
    )
    assert "In a word?" in page.text
    assert "Would you like to hear" not in page.text and "Siân" not in page.text


def test_deleting_a_survey_deletes_the_details(
    visitor: Visitor, place: tuple[Project, Survey, str]
) -> None:
    send(visitor, place[2], **DETAILS)
    assert len(people()) == 1
    db.session.execute(sa.text("DELETE FROM response"))
    db.session.execute(sa.text("DELETE FROM survey"))
    db.session.commit()
    assert people() == []


def test_pressing_send_twice_keeps_the_details_once(
    visitor: Visitor, place: tuple[Project, Survey, str]
) -> None:
    begin(visitor, place[2])
    press(visitor, **DETAILS)
    form = visitor.page
    press(visitor)
    visitor.page = form
    press(visitor)
    assert len(people()) == 1


@pytest.mark.parametrize("name", ["%00", "0" * 32, "é"])
def test_nobody_is_forgotten_by_a_name_that_no_person_has(
    place: tuple[Project, Survey, str], visitor_as: Callable[[User], Visitor], name: str
) -> None:
    project, survey, _code = place
    manager = visitor_as(make_member(project))
    address = f"/en/projects/{project.id}/surveys/{survey.id}/contacts"
    manager.open(address)
    manager.post(f"{address}/{name}/delete", {}, status=404)
