"""A project with a survey's draft, its people, and a link to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest
from flask import Flask

from coprod_survey.accounts.models import User
from coprod_survey.design.models import Survey
from coprod_survey.projects.models import Project
from coprod_survey.review.models import ReviewLink
from tests.factories import make_member, make_project, make_published, make_review_link
from tests.visitor import Visitor


class Place(NamedTuple):
    """Where everything happens."""

    project: Project
    survey: Survey
    link: ReviewLink
    code: str
    """The code by which people answer the published survey."""

    def staff(self, path: str = "", lang: str = "en") -> str:
        """An address of the people who write the survey."""
        return f"/{lang}/projects/{self.project.id}/surveys/{self.survey.id}{path}"

    def read(self, path: str = "", lang: str = "en") -> str:
        """An address of the people who read its draft."""
        return f"/{lang}/review/{self.link.code}{path}"


@pytest.fixture
def place(app: Flask) -> Place:
    project = make_project(purpose_cy="Dysgu gyda’n gilydd.", purpose_en="Learn together.")
    survey, _version, channel = make_published(project)
    return Place(project, survey, make_review_link(survey, kind="try"), channel.code)


@pytest.fixture
def facilitator(place: Place, visitor_as: Callable[[User], Visitor]) -> Visitor:
    return visitor_as(make_member(place.project, name="Ffion"))


@pytest.fixture
def partner(place: Place, visitor_as: Callable[[User], Visitor]) -> Visitor:
    return visitor_as(make_member(place.project, "community_partner", name="Dewi"))
