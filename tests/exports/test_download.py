"""Downloading: who may, what comes, and the same from a terminal."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from openpyxl import load_workbook

from coprod_survey.accounts.models import User
from coprod_survey.audit.models import Event
from coprod_survey.extensions import db
from tests.factories import make_member, make_project, make_published, make_survey
from tests.sending import chosen, send
from tests.visitor import Visitor

As = Callable[[User], Visitor]


def test_a_manager_downloads_a_workbook_from_the_results(visitor_as: As) -> None:
    project = make_project()
    survey, version, channel = make_published(project)
    send(version, channel, count=12, heard=chosen("yes"))
    manager = make_member(project, "manager")
    visitor = visitor_as(manager)
    visitor.open(f"/cy/projects/{project.id}/surveys/{survey.id}/results")
    page = visitor.submit(action="/exports", language="en")
    assert page.headers["Content-Type"].startswith("application/vnd.openxml")
    assert "filename=how-did-it-go-" in page.headers["Content-Disposition"]
    book = load_workbook(io.BytesIO(page.data))
    assert book.sheetnames[4] == "Responses"
    assert db.session.scalars(db.select(Event.by_id)).all() == [manager.id]


def test_a_manager_chooses_a_workbook_to_share(visitor_as: As) -> None:
    project = make_project()
    survey, version, channel = make_published(project)
    send(version, channel, count=12, heard=chosen("yes"))
    visitor = visitor_as(make_member(project, "facilitator"))
    visitor.open(f"/en/projects/{project.id}/surveys/{survey.id}/results")
    page = visitor.submit(action="/exports", contents="tables")
    assert "Responses" not in load_workbook(io.BytesIO(page.data)).sheetnames


def test_a_community_partner_sees_results_and_downloads_nothing(visitor_as: As) -> None:
    project = make_project()
    survey, version, channel = make_published(project)
    send(version, channel)
    visitor = visitor_as(make_member(project, "community_partner"))
    address = f"/en/projects/{project.id}/surveys/{survey.id}"
    assert not visitor.open(f"{address}/results").select("form[action$='/exports']")
    visitor.post(f"{address}/exports", {}, status=403)


def test_a_survey_of_another_project_cannot_be_downloaded(visitor_as: As) -> None:
    project = make_project()
    mine, _version, _channel = make_published(project)
    survey, _version, _channel = make_published(make_project())
    visitor = visitor_as(make_member(project))
    visitor.open(f"/en/projects/{project.id}/surveys/{mine.id}/results")
    visitor.post(f"/en/projects/{project.id}/surveys/{survey.id}/exports", {}, status=404)
    draft = make_survey(project)
    visitor.open(f"/en/projects/{project.id}/surveys/{mine.id}/results")
    visitor.post(f"/en/projects/{project.id}/surveys/{draft.id}/exports", {}, status=422)


def test_a_terminal_gives_the_same_workbook(app: Flask, tmp_path: Path) -> None:
    _survey, version, channel = make_published()
    send(version, channel, count=3, heard=chosen("yes"))
    file = tmp_path / "out.xlsx"
    arguments = ["survey", "export", channel.code.lower(), "--lang", "cy", "-o", str(file)]
    db.session.commit()
    result = app.test_cli_runner().invoke(args=arguments)
    assert result.exit_code == 0, result.output
    assert zipfile.is_zipfile(file)
    rows = list(load_workbook(file).worksheets[4].iter_rows(values_only=True))
    assert len(rows) == 4


@pytest.mark.parametrize(
    ("code", "output", "says"),
    [("NOSUCH", "out.xlsx", "No survey has a link"), ("", "no/such/out.xlsx", "cannot be written")],
)
def test_a_terminal_says_in_one_line_what_is_wrong(
    app: Flask, tmp_path: Path, code: str, output: str, says: str
) -> None:
    _survey, _version, channel = make_published()
    arguments = ["survey", "export", code or channel.code, "-o", str(tmp_path / output)]
    result = app.test_cli_runner().invoke(args=arguments)
    assert result.exit_code == 1 and says in result.output
