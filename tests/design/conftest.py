"""A project and its facilitator, for the tests of the studio."""

from __future__ import annotations

import pytest
from flask import Flask

from coprod_survey.projects.models import Project
from tests.design.studio import SignIn
from tests.factories import make_member, make_project
from tests.visitor import Visitor


@pytest.fixture
def project(app: Flask) -> Project:
    """A project."""
    return make_project()


@pytest.fixture
def facilitator(project: Project, visitor_as: SignIn) -> Visitor:
    """Its facilitator, signed in."""
    return visitor_as(make_member(project))
