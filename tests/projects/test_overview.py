"""The project page: where surveys stand, who was heard, and what to do next."""

from __future__ import annotations

import secrets

import pytest

from coprod_survey import clock
from coprod_survey.extensions import db
from coprod_survey.projects import overview
from coprod_survey.projects.models import Goal, StakeholderGroup
from coprod_survey.responses.models import Response
from tests.factories import (
    make_member,
    make_project,
    make_published,
    make_survey,
    save,
)


def make_group(project, name: str, hoped_for: int | None = None) -> StakeholderGroup:
    return save(
        StakeholderGroup(
            project_id=project.id,
            code=name.lower(),
            name_cy=f"{name} (cy)",
            name_en=name,
            side="gives",
            hoped_for=hoped_for,
        )
    )


def answer(version, group: str, times: int) -> None:
    now = clock.now()
    for _ in range(times):
        db.session.add(
            Response(
                key=secrets.token_hex(16),
                survey_id=version.survey_id,
                version_id=version.id,
                group=group,
                language="cy",
                languages="cy",
                started_at=now,
                saved_at=now,
                completed_at=now,
            )
        )
    db.session.commit()


def next_step(project) -> overview.Step:
    """What waits for somebody who may do everything."""
    db.session.expire_all()
    return overview.of(project, may=lambda permission: True).next


def heard(page) -> dict[str, str]:
    rows = page.select("table tbody tr")
    return {row[0].text.strip(): row[2].text_content().strip() for row in rows}


def next_words(page) -> str:
    return " ".join(page.select(".app-next")[0].text_content().split())


def test_a_new_project_is_led_from_step_to_step(visitor_as) -> None:
    project = make_project()
    visitor = visitor_as(make_member(project))
    visitor.open(f"/en/projects/{project.id}")
    assert "Write down what the project wants to achieve." in next_words(visitor.page)
    assert visitor.follow("Add a goal").h1 == "Add a goal"
    save(Goal(project_id=project.id, code="goal", words_cy="Nod", words_en="Goal"))
    assert next_step(project).endpoint == "projects.add_group"
    make_group(project, "Nurses")
    assert next_step(project).endpoint == "design.create"
    survey = make_survey(project)
    step = next_step(project)
    assert (step.endpoint, step.values) == ("design.survey", {"survey_id": survey.id})
    assert step.about.en == "How did it go?"


@pytest.mark.parametrize(
    ("channel", "words"),
    [({"is_open": True}, "Open"), ({"is_open": False}, "Closed")],
)
def test_a_survey_says_where_it_stands(visitor_as, channel, words: str) -> None:
    project = make_project()
    _, version, _ = make_published(project, **channel)
    answer(version, "", 12)
    page = visitor_as(make_member(project, "manager")).open(f"/en/projects/{project.id}")
    assert [t.text for t in page.select(".govuk-tag")] == [words]
    assert "Answers sent: 12" in page.text
    assert page.link("See the results").endswith("/results")


def test_a_survey_that_was_never_handed_out_says_so(visitor_as) -> None:
    project = make_project()
    save(Goal(project_id=project.id, code="goal", words_cy="Nod", words_en="Goal"))
    make_group(project, "Nurses")
    _, _, channel = make_published(project)
    db.session.delete(channel)
    db.session.commit()
    page = visitor_as(make_member(project)).open(f"/en/projects/{project.id}")
    assert "Published, not handed out" in page.text
    assert next_step(project).link == "Hand out the survey"


def test_nobody_is_told_to_do_what_they_may_not(visitor_as) -> None:
    project = make_project()
    make_survey(project)
    page = visitor_as(make_member(project, "data_helper")).open(f"/en/projects/{project.id}")
    assert not page.select(".app-next")
    assert not [a for a in page.select("main a") if "edit" in a.get("href")]


def test_each_group_stands_with_those_hoped_for_and_those_heard(visitor_as) -> None:
    project = make_project()
    make_group(project, "Nurses", 20)
    make_group(project, "Carers")
    make_group(project, "Nobody")
    _, version, _ = make_published(project)
    answer(version, "nurses", 9)
    answer(version, "carers", 15)
    page = visitor_as(make_member(project)).open(f"/en/projects/{project.id}")
    assert heard(page) == {"Nurses": "9", "Carers": "15", "Nobody": "0"}
    assert page.select("table td")[0].text == "20"


def test_a_small_group_is_hidden_with_the_next_smallest(visitor_as) -> None:
    project = make_project()
    for name in ("Nurses", "Carers", "Drivers"):
        make_group(project, name)
    _, version, _ = make_published(project)
    for group, times in (("nurses", 20), ("carers", 9), ("drivers", 2)):
        answer(version, group, times)
    page = visitor_as(make_member(project)).open(f"/en/projects/{project.id}")
    assert heard(page) == {"Nurses": "20", "Carers": "not shown", "Drivers": "not shown"}
    assert "so that nobody can be recognised" in page.text


def test_a_group_that_has_answered_is_not_removed(visitor_as) -> None:
    project = make_project()
    make_group(project, "Nurses")
    _, version, _ = make_published(project)
    answer(version, "nurses", 1)
    visitor = visitor_as(make_member(project))
    visitor.open(f"/en/projects/{project.id}/groups")
    assert "cannot be removed" in visitor.submit("Remove: Nurses", status=422).text


def test_the_survey_page_says_where_it_stands_and_what_waits(visitor_as) -> None:
    project = make_project()
    survey, version, channel = make_published(project)
    visitor = visitor_as(make_member(project))
    address = f"/en/projects/{project.id}/surveys/{survey.id}"
    assert "Open" in visitor.open(address).text
    assert "Hand it out" in next_words(visitor.page)
    answer(version, "", 3)
    page = visitor.open(address)
    assert "Answers sent: 3" in page.text
    assert "Answers are coming in." in next_words(page)
    channel.is_open = False
    db.session.commit()
    assert "This survey is closed." in next_words(visitor.open(address))
