"""What each role sees of a project and its surveys: no list, link or number that is not for it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask

from coprod_survey.accounts.models import User
from coprod_survey.projects.models import Project, StakeholderGroup
from coprod_survey.questionnaire.document import SurveyDocument
from coprod_survey.questionnaire.text import Text
from tests.factories import (
    make_document,
    make_member,
    make_project,
    make_published,
    make_survey,
    save,
)
from tests.sending import send
from tests.visitor import Visitor, words_of

DRAFT, OPEN, SHUT = "A draft", "An open one", "A closed one"
PREVIEW, PAPER, APPROVAL = "Preview", "Paper questionnaire", "Approval by a community partner"
ENTRY, HEARD = "Enter answers from paper", "What we heard"
TRANSLATES = {"Translation", "Read both languages", "Translate in files"}
READ = {PREVIEW, PAPER, "Results", HEARD, "History", "Compare versions"}
ALL = {"Design", PREVIEW, "Publish", "Translation", "Read both languages", "Translate in files",
       "Let people review the draft", "Reviewers’ comments", APPROVAL,
       "What the survey says about itself", "Links, QR codes and posters", PAPER, ENTRY, "Results", HEARD,
       "Download for Excel", "History", "Compare versions", "Create another wave of this survey",
       "Copy, save, move, archive or delete"}  # fmt: skip

SEES: dict[str, tuple[set[str], set[str], bool]] = {
    "facilitator": ({DRAFT, OPEN, SHUT}, ALL, True),
    "manager": ({DRAFT, OPEN, SHUT}, READ | {"Download for Excel"}, True),
    "community_partner": ({DRAFT, OPEN, SHUT}, READ | {APPROVAL}, True),
    "translator": ({DRAFT, OPEN, SHUT}, TRANSLATES, False),
    "data_helper": ({OPEN, SHUT}, set(), False),
}
"""By role: the surveys on the project's page, the links on a survey's, and whether it sees counts."""


def titled(title: str) -> SurveyDocument:
    return make_document(title=Text.both(f"{title} cy", title))


@pytest.fixture
def project(app: Flask) -> Project:
    project = make_project()
    save(StakeholderGroup(project_id=project.id, code="carers", name_cy="Gofalwyr",
                          name_en="Carers", side="gives"))  # fmt: skip
    make_survey(project, titled(DRAFT))
    make_published(project, titled(SHUT), is_open=False)
    return project


@pytest.mark.parametrize("role", SEES)
def test_a_role_sees_what_is_for_it_and_nothing_more(
    project: Project, visitor_as: Callable[[User], Visitor], role: str
) -> None:
    _, version, channel = make_published(project, titled(OPEN))
    send(version, channel, count=3)
    surveys, links, counts = SEES[role]
    me = visitor_as(make_member(project, role))
    me.open(f"/en/projects/{project.id}")
    listed = {words_of(a) for a in me.page.select(".govuk-task-list__link")}
    assert listed == surveys
    assert ("Answers sent: 3" in me.page.text) == counts
    assert ("Heard so far" in me.page.text) == counts
    assert ("Create a survey" in me.page.text) == (role == "facilitator")
    me.follow(OPEN)
    found = {words_of(a) for a in me.page.select("main ul a.govuk-link")}
    assert found == links
    assert ("Answers sent: 3" in me.page.text) == counts
    assert ("Versions" in me.page.text) == counts
    for address in {a.get("href") for a in me.page.select("main a[href]")}:
        me.open(address)


def test_a_data_helper_finds_only_where_to_enter_papers(
    project: Project, visitor_as: Callable[[User], Visitor]
) -> None:
    survey, published = make_survey(project), make_published(project)[0]
    me = visitor_as(make_member(project, "data_helper"))
    home = f"/en/projects/{project.id}"
    me.open(f"{home}/surveys/{survey.id}", status=404)
    assert me.open(f"{home}/surveys/{published.id}").address.endswith("/entry")
    assert "has not been published yet" in me.open(f"{home}/surveys/{survey.id}/entry").text
    for room in ("/results", "/design", "/paper", "/links"):
        me.open(f"{home}/surveys/{published.id}{room}", status=403)
    elsewhere = make_project()
    me = visitor_as(make_member(elsewhere, "data_helper"))
    page = me.open(f"/cy/projects/{elsewhere.id}")
    assert "Nid oes arolwg eto i gofnodi atebion iddo" in page.text
