"""The results page: what people said, and nothing of any one of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from coprod_survey.accounts.models import User
from tests.factories import make_member, make_project, make_published, make_survey
from tests.sending import chosen, send
from tests.visitor import Page, Visitor, words_of

As = Callable[[User], Visitor]


def rows(page: Page, code: str) -> list[list[str]]:
    """The rows of a question's table."""
    [table] = [t for t in page.select("table") if t.cssselect(f"#table-{code}")]
    return [[words_of(c) for c in tr.cssselect("th, td")] for tr in table.cssselect("tbody tr")]


@pytest.mark.parametrize(("lang", "yes"), [("cy", "Do"), ("en", "Yes")])
def test_results_show_counts_percentages_and_bases(visitor_as: As, lang: str, yes: str) -> None:
    project = make_project()
    survey, version, channel = make_published(project, name="Poster")
    send(version, channel, count=15, heard=chosen("yes"), formats=chosen("easy"))
    send(version, channel, count=5, language="en", heard=chosen("no"), hours=4)
    send(version, channel, heard=chosen("yes"), sent=False)
    visitor = visitor_as(make_member(project, "manager"))
    page = visitor.open(f"/{lang}/projects/{project.id}/surveys/{survey.id}/results")
    assert rows(page, "heard")[0] == [yes, "15", "75"]
    assert [row[1:] for row in rows(page, "responses-by-language")] == [["15", "75"], ["5", "25"]]
    assert rows(page, "responses-by-link") == [["Poster", "20", "100"]]
    assert [words_of(d) for d in page.select("dd")] == ["21", "20"]
    assert all(row[1] == "[c]" for row in rows(page, "hours"))


def test_a_small_number_does_not_leave_the_house(visitor_as: As) -> None:
    project = make_project()
    survey, version, channel = make_published(project)
    send(version, channel, count=15, heard=chosen("yes"))
    send(version, channel, count=3, heard=chosen("no"))
    page = visitor_as(make_member(project)).open(
        f"/en/projects/{project.id}/surveys/{survey.id}/results"
    )
    assert [row[1:] for row in rows(page, "heard")[:2]] == [["[c]", "[c]"]] * 2


def test_a_survey_that_nobody_answered_says_so(visitor_as: As) -> None:
    project = make_project()
    survey, _version, _channel = make_published(project)
    unpublished = make_survey(project)
    visitor = visitor_as(make_member(project))
    visitor.open(f"/cy/projects/{project.id}/surveys/{survey.id}/results")
    visitor.open(f"/cy/projects/{project.id}/surveys/{unpublished.id}/results")


def test_the_results_of_another_project_are_not_found(visitor_as: As) -> None:
    project = make_project()
    survey, _version, _channel = make_published(make_project())
    visitor_as(make_member(project)).open(
        f"/cy/projects/{project.id}/surveys/{survey.id}/results", status=404
    )
