"""Projects, their goals, groups and members, as people see and change them."""

from __future__ import annotations

import pytest

from coprod_survey.extensions import db
from coprod_survey.projects.models import Project
from tests.factories import make_member, make_organisation, make_project, make_user


def test_an_administrator_creates_an_organisation_and_a_project_in_it(visitor_as) -> None:
    sian = make_user(email="sian@example.org")
    visitor = visitor_as(make_user(is_administrator=True))
    visitor.open("/en/projects/")
    assert visitor.follow("Create a project").h1 == "Create an organisation"
    visitor.submit(
        "Save the organisation",
        name_cy="Bwrdd Iechyd Cwm Tawel",
        name_en="Cwm Tawel Health Board",
        contact_email="help@example.org",
        privacy_email="privacy@example.org",
    )
    visitor.open("/en/projects/create")
    page = visitor.submit(
        "Create the project",
        name_cy="Drws agored",
        name_en="An open door",
        purpose_cy="Dysgu gyda’n gilydd.",
        purpose_en="Learn together.",
        facilitator="sian@example.org",
    )
    assert page.h1 == "An open door"
    project = db.session.query(Project).one()
    assert [(m.user_id, m.role) for m in project.memberships] == [(sian.id, "facilitator")]


def test_a_project_needs_both_languages_and_a_facilitator_with_an_account(visitor_as) -> None:
    make_organisation()
    visitor = visitor_as(make_user(is_administrator=True))
    visitor.open("/cy/projects/create")
    page = visitor.submit(
        action="/cy/projects/create", name_cy="Drws", facilitator="neb@example.org", status=422
    )
    assert len(page.errors) == 3
    page = visitor.submit(
        action="/cy/projects/create",
        name_en="Door",
        purpose_cy="Dysgu",
        purpose_en="Learn",
        status=422,
    )
    assert len(page.errors) == 1


def test_a_facilitator_changes_the_name_and_the_purpose(visitor_as) -> None:
    project = make_project()
    visitor = visitor_as(make_member(project))
    visitor.open(f"/en/projects/{project.id}/edit")
    page = visitor.submit(
        "Save the project", name_en="A wide door", purpose_cy="Dysgu.", purpose_en="Learn."
    )
    assert page.h1 == "A wide door"


def test_goals_are_added_moved_changed_and_removed(visitor_as) -> None:
    project = make_project()
    visitor = visitor_as(make_member(project))
    for number in "123":
        visitor.open(f"/en/projects/{project.id}/goals/add")
        visitor.submit("Save the goal", words_cy=f"Nod {number}", words_en=f"Goal {number}")
    visitor.submit("Move up: Goal 3")
    assert _goals(visitor) == ["Goal 1", "Goal 3", "Goal 2"]
    visitor.submit("Move down: Goal 1")
    assert _goals(visitor) == ["Goal 3", "Goal 1", "Goal 2"]
    visitor.follow("Change: Goal 1")
    visitor.submit("Save the goal", words_en="Goal one")
    visitor.submit("Remove: Goal 3")
    assert _goals(visitor) == ["Goal one", "Goal 2"]
    assert "Goal one" in visitor.open(f"/en/projects/{project.id}").text


def _goals(visitor) -> list[str]:
    return [p.text for p in visitor.page.select(".app-list p")]


def test_a_group_keeps_the_code_it_was_given(visitor_as) -> None:
    project = make_project()
    visitor = visitor_as(make_member(project))
    visitor.open(f"/en/projects/{project.id}/groups/add")
    values = {"name_cy": "Gofalwyr di-dâl", "name_en": "Unpaid carers", "side": "receives"}
    visitor.submit("Save the group", **values, hoped_for="12")
    visitor.follow("Change: Unpaid carers")
    visitor.submit("Save the group", name_en="Carers", side="gives", hoped_for="")
    db.session.expire_all()
    group = db.session.get(Project, project.id).groups[0]
    assert (group.code, group.name_en, group.side, group.hoped_for) == (
        "unpaid_carers",
        "Carers",
        "gives",
        None,
    )
    visitor.open(f"/en/projects/{project.id}/groups/add")
    visitor.submit("Save the group", **values)
    assert visitor.submit("Move up: Unpaid carers").text.index("Unpaid carers") < (
        visitor.page.text.index("Change: Carers")
    )
    db.session.expire_all()
    codes = [g.code for g in db.session.get(Project, project.id).groups]
    assert codes == ["unpaid_carers_2", "unpaid_carers"]
    assert "Remove: Carers" not in visitor.submit("Remove: Carers").text


@pytest.mark.parametrize("typed", ["many", "0", "-3", "1.5"])
def test_a_hoped_for_number_is_a_whole_number(visitor_as, typed: str) -> None:
    project = make_project()
    visitor = visitor_as(make_member(project))
    visitor.open(f"/en/projects/{project.id}/groups/add")
    page = visitor.submit(
        "Save the group", name_cy="A", name_en="B", side="gives", hoped_for=typed, status=422
    )
    assert len(page.errors) == 1


def test_a_goal_of_another_project_is_not_found(visitor_as) -> None:
    ours, theirs = make_project(), make_project()
    other = visitor_as(make_member(theirs))
    other.open(f"/en/projects/{theirs.id}/goals/add")
    other.submit("Save the goal", words_cy="Nod", words_en="Goal")
    db.session.expire_all()
    goal = db.session.get(Project, theirs.id).goals[0]
    visitor_as(make_member(ours)).open(f"/en/projects/{ours.id}/goals/{goal.id}", status=404)


def test_members_are_added_given_another_role_and_removed(visitor_as) -> None:
    project = make_project()
    visitor = visitor_as(make_member(project, name="Anwen"))
    sion = make_user("Siôn", email="sion@example.org")
    visitor.open(f"/en/projects/{project.id}")
    visitor.follow("See who runs this evaluation")
    visitor.follow("Add a member")
    page = visitor.submit("Add the member", email="x@example.org", role="manager", status=422)
    assert page.errors == ["Nobody has an account with this e-mail address"]
    assert "Siôn" in visitor.submit("Add the member", email="SION@example.org").text
    visitor.open(f"/en/projects/{project.id}/members/add")
    page = visitor.submit("Add the member", email=sion.email, role="manager", status=422)
    assert page.errors == ["This person is a member of the project already"]
    visitor.open(f"/en/projects/{project.id}/members")
    visitor.follow("Change the role: Siôn")
    assert "Translator" in visitor.submit("Save the role", role="translator").text
    assert "sion@example.org" not in visitor.submit("Remove: Siôn").text


def test_the_last_facilitator_stays(visitor_as) -> None:
    project = make_project()
    anwen = make_member(project, name="Anwen")
    make_member(project, "facilitator", name="Has left", active=False)
    visitor = visitor_as(anwen)
    visitor.open(f"/en/projects/{project.id}/members")
    page = visitor.submit("Remove: Anwen", status=422)
    assert "A project needs a facilitator" in page.text
    visitor.open(f"/en/projects/{project.id}/members/{anwen.id}")
    page = visitor.submit("Save the role", role="manager", status=422)
    assert page.errors == ["A project needs a facilitator: make somebody else one first"]
    make_member(project, name="Second")
    visitor.open(f"/en/projects/{project.id}/members")
    assert visitor.submit("Remove: Anwen").h1 == "Projects"
