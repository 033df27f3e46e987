"""People stand in the order of the alphabet of whoever reads the list."""

from __future__ import annotations

from flask import Flask

from coprod_survey.accounts import queries
from tests.factories import make_member, make_project

NAMES = ("Dafydd", "Ddol", "Cadi", "Chwaraewr", "Llinos", "Lowri", "Âlis", "Bethan")


def test_names_stand_in_welsh_and_in_english_order(app: Flask) -> None:
    project = make_project()
    for name in NAMES:
        make_member(project, name=name)
    welsh = ["Âlis", "Bethan", "Cadi", "Chwaraewr", "Dafydd", "Ddol", "Lowri", "Llinos"]
    english = ["Âlis", "Bethan", "Cadi", "Chwaraewr", "Dafydd", "Ddol", "Llinos", "Lowri"]
    assert [m.user.name for m in queries.members_of(project.id, "cy")] == welsh
    assert [m.user.name for m in queries.members_of(project.id, "en")] == english
    assert [user.name for user in queries.everyone("cy")] == welsh
