"""Surveys begin: from the library or from another, with the groups that their rules name."""

from __future__ import annotations

import pytest

from coprod_survey.design import queries
from coprod_survey.projects.models import Project, StakeholderGroup
from tests.factories import (
    make_document,
    make_survey,
    save,
)
from tests.visitor import Visitor


@pytest.mark.parametrize(
    "start", ["library-evaluation", "library-pulse", "library-every-kind", "copy"]
)
def test_a_survey_starts_from_the_library_or_from_another(
    facilitator: Visitor, project: Project, start: str
) -> None:
    survey = make_survey(project)
    me = facilitator
    me.open(f"/en/projects/{project.id}/surveys/new")
    me.submit("Create survey", start=f"copy-{survey.id}" if start == "copy" else start)
    new = queries.surveys_of(project.id)[0]
    document = queries.draft(new.id).document
    if start == "copy":
        assert document == make_document()
    else:
        assert "Bwrdd Iechyd Cwm Tawel" in document.privacy.cy
    me.open(f"/en/projects/{project.id}/surveys/{new.id}/publish")
    assert "Publish version 1" in me.page.text


def test_creating_a_survey_asks_for_what_is_missing(facilitator: Visitor, project: Project) -> None:
    me = facilitator
    me.open(f"/en/projects/{project.id}/surveys/new")
    me.submit("Create survey", status=422)
    assert me.page.errors == ["Choose what to start from"]
    me.submit("Create survey", status=422, start="blank")
    assert me.page.errors == ["Give the survey a title in Welsh or English"]


def test_a_survey_whose_rules_name_its_groups_keeps_them(
    facilitator: Visitor, project: Project
) -> None:
    save(
        StakeholderGroup(
            project_id=project.id, code="carers", name_cy="Gofalwyr", name_en="Carers", side="gives"
        )
    )
    for start, kept in (("library-every-kind", "cook"), ("library-evaluation", "carers")):
        facilitator.open(f"/en/projects/{project.id}/surveys/new")
        facilitator.submit("Create survey", start=start)
        new = queries.surveys_of(project.id)[0]
        document = queries.draft(new.id).document
        asked = document.questions[document.group_question]
        assert kept in [option.code for option in asked.offered]
        publish = f"/en/projects/{project.id}/surveys/{new.id}/publish"
        if "Read both languages" in facilitator.open(publish).text:  # of the project's own groups
            facilitator.follow("Read both languages")
            facilitator.submit("Mark as checked", read="y")
        assert "Publish version 1" in facilitator.open(publish).text
