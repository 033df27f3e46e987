"""Workbooks of many responses are made in the background, and fetched from a page that says how far they are."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from flask import Flask
from openpyxl import load_workbook

from coprod_survey import clock
from coprod_survey.accounts.models import Membership, User
from coprod_survey.audit.models import Event
from coprod_survey.exports import actions, making, queries
from coprod_survey.exports.models import Export
from coprod_survey.extensions import db
from coprod_survey.projects.models import Project
from coprod_survey.tasks import kinds, purging, work
from coprod_survey.tasks.models import Job
from tests.factories import make_member, make_project, make_published
from tests.sending import chosen, send
from tests.visitor import Visitor

As = Callable[[User], Visitor]


@pytest.fixture
def home(app: Flask, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a survey with more answers than a workbook is made of at once."""
    monkeypatch.setitem(app.config, "EXPORT_AT_ONCE", 11)
    project = make_project()
    survey, version, channel = make_published(project)
    send(version, channel, count=12, heard=chosen("yes"))
    return f"/projects/{project.id}/surveys/{survey.id}"


@pytest.fixture
def manager(home: str) -> User:
    """Its project's manager."""
    return make_member(db.session.get_one(Project, int(home.split("/")[2])), "manager")


def ask(visitor: Visitor, home: str, lang: str = "en", **values: str) -> Visitor:
    visitor.open(f"/{lang}{home}/results")
    visitor.submit(action="/exports", **values)
    return visitor


def test_it_is_made_in_the_chosen_language_and_fetched(
    home: str, manager: User, visitor_as: As
) -> None:
    page = ask(visitor_as(manager), home, "en", language="cy").page
    visitor = visitor_as(manager)
    assert "/en/projects/" in page.address and "/exports/" in page.address
    assert "The workbook is ready" in page.text
    visitor.open(page.address)
    got = visitor.submit("Download the workbook")
    assert got.headers["Content-Disposition"].endswith("-cy.xlsx")
    assert "sut-aeth-hi" in got.headers["Content-Disposition"]
    book = load_workbook(io.BytesIO(got.data))
    assert "Ymatebion" in book.sheetnames and "Responses" not in book.sheetnames
    assert len(list(book["Ymatebion"].iter_rows())) >= 13
    told = db.session.scalars(sa.select(Event.action).order_by(Event.id)).all()
    assert told == ["exported", "downloaded"]
    assert not db.session.scalars(sa.select(Job)).all()


def test_a_small_one_comes_at_once(
    app: Flask, home: str, manager: User, visitor_as: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(app.config, "EXPORT_AT_ONCE", 12)
    page = ask(visitor_as(manager), home).page
    assert page.headers["Content-Type"].startswith("application/vnd.openxml")


@pytest.mark.parametrize(
    ("lang", "said"), [("cy", "40% wedi’i wneud"), ("en", "being made: 40% done")]
)
def test_the_page_says_how_far_it_is(
    home: str, manager: User, visitor_as: As, monkeypatch: pytest.MonkeyPatch, lang: str, said: str
) -> None:
    monkeypatch.setattr(work, "perform", lambda *_: None)
    monkeypatch.setattr("coprod_survey.extensions.Queue.ring", lambda *_: None)
    visitor = ask(visitor_as(manager), home, lang)
    address = visitor.page.address
    db.session.execute(sa.update(Export).values(progress=40))
    db.session.commit()
    page = visitor.open(address)
    assert said in page.text
    assert page.select("[hx-get]") and page.select(f"main a[href='{address}']")
    visitor.post(f"{address}/file", {})
    assert visitor.page.address == address, "there is nothing to download yet"


def test_one_that_fails_says_so_and_can_be_asked_for_again(
    app: Flask, home: str, manager: User, visitor_as: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(actions, "write", lambda *_, **__: 1 / 0)
        visitor = ask(visitor_as(manager), home, "cy")
        db.session.execute(sa.update(Job).values(due_at=clock.now()))
        db.session.commit()
        work.sweep(app)
    assert "Nid oedd modd creu’r llyfr gwaith" in visitor.open(visitor.page.address).text
    assert "barod" in ask(visitor, home, "cy").page.text


def test_progress_is_noted_while_it_is_made(
    home: str, manager: User, visitor_as: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted = []
    change = making._change
    monkeypatch.setattr(making, "_change", lambda i, **v: (noted.append(v), change(i, **v)))
    told = making._Progress(1, 400)
    for _response in range(200):
        told.next = 0
        told()
    assert [v["progress"] for v in noted] == [25, 50]


def test_who_is_no_member_any_more_gets_nothing(home: str, manager: User, visitor_as: As) -> None:
    visitor = ask(visitor_as(manager), home)
    address = visitor.page.address
    db.session.execute(sa.delete(Membership).where(Membership.user_id == manager.id))
    db.session.commit()
    visitor.open(address, status=404)


def test_it_is_deleted_after_a_day(app: Flask, home: str, manager: User, visitor_as: As) -> None:
    visitor = ask(visitor_as(manager), home)
    address = visitor.page.address
    export = db.session.scalars(sa.select(Export)).one()
    path = queries.path_of(export)
    db.session.commit()
    purging.purge(app)
    assert path.exists()
    db.session.execute(sa.update(Export).values(expires_at=clock.now() - timedelta(seconds=1)))
    db.session.commit()
    assert "its day is over" in visitor.open(address).text
    purging.purge(app)
    assert not path.exists()
    visitor.post(f"{address}/file", {})
    assert "its day is over" in visitor.page.text


def test_the_file_of_a_survey_that_is_deleted_goes_too(
    app: Flask, home: str, manager: User, visitor_as: As
) -> None:
    ask(visitor_as(manager), home)
    folder = Path(app.config["INSTANCE"], "exports")
    assert list(folder.glob("*.xlsx"))
    db.session.execute(sa.delete(Export))
    db.session.commit()
    purging.purge(app)
    assert not list(folder.glob("*"))


def test_every_kind_of_work_has_its_doer() -> None:
    for kind in kinds.KINDS.values():
        assert kind.doer.WAITS and kind.doer.do and kind.doer.give_up
