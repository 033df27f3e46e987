"""The map of the paths as words and picture, and what chosen answers lead to."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from flask import Flask

from coprod_survey.accounts.models import User
from coprod_survey.design.drawing import draw
from coprod_survey.design.models import Survey
from coprod_survey.projects.models import Project
from coprod_survey.questionnaire import edits, library
from coprod_survey.questionnaire.paths import stops
from coprod_survey.questionnaire.rules import Chosen, Compared
from coprod_survey.questionnaire.text import LANGUAGES
from tests.factories import make_document, make_member, make_project, make_survey
from tests.visitor import Visitor

RULED = edits.set_rule(
    edits.set_rule(
        make_document(), section="more", rule=Chosen(question="heard", options=("yes",))
    ),
    question="word",
    rule=Compared(question="hours", number=3, how="ge"),
)


@pytest.fixture
def project(app: Flask) -> Project:
    return make_project()


@pytest.fixture
def me(project: Project, visitor_as: Callable[[User], Visitor]) -> Visitor:
    return visitor_as(make_member(project))


def home(survey: Survey, lang: str = "en") -> str:
    return f"/{lang}/projects/{survey.project_id}/surveys/{survey.id}"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", [*library.names(), "none"])
def test_every_survey_has_a_map_in_words_and_as_a_picture(
    me: Visitor, project: Project, lang: str, name: str
) -> None:
    document = make_document(sections=()) if name == "none" else library.load(name)
    survey = make_survey(project, document)
    page = me.open(f"{home(survey, lang)}/paths")
    pages = stops(document)
    assert len(page.select("main [id^=page-]")) == len(pages)
    assert len(page.select(".app-map rect")) == (len(pages) + 1 if pages else 0)
    for svg in page.select("svg.app-map"):
        assert svg.get("aria-hidden") == "true"
        assert not re.search(r"style=|<style", page.html)
    for question in document.questions.values():
        assert question.text.face(lang) in page.text  # type: ignore[arg-type]
    me.open(f"{home(survey, lang)}/paths/try")


def test_the_map_says_when_a_page_is_shown_and_where_it_leads(
    me: Visitor, project: Project
) -> None:
    survey = make_survey(project, RULED)
    me.open(f"{home(survey)}/design")
    page = me.follow("Paths through the survey")
    first, second = page.select("main [id^=page-]")
    assert [a.get("href") for a in first.cssselect("a")] == ["#page-2"]
    assert first.text_content().split("From here to:")[1].split() == [
        "Page", "2;", "Check", "your", "answers",
    ]  # fmt: skip
    assert "“Yes” was chosen" in second.text_content()
    assert "3 or more" in second.text_content()


def shown(me: Visitor) -> list[list[str]]:
    """The questions that the page says are asked, for each page of the survey."""
    return [
        [li.text_content().split(".")[0] for li in entry.cssselect("ul li")]
        for entry in me.page.select(".app-try__page")
    ]


def test_chosen_answers_show_what_is_asked(me: Visitor, project: Project) -> None:
    survey = make_survey(project, RULED)
    me.open(f"{home(survey)}/paths")
    me.follow("Try it with chosen answers")
    assert shown(me) == [["1", "2", "3"], []]
    assert me.page.select("form [name=q-formats]") == []
    me.submit("Show the path", **{"q-heard": "yes"})
    assert shown(me)[1] == ["3a", "3c"]
    assert "Not asked: 3b" in me.page.text
    me.submit("Show the path", **{"q-hours": "4"})
    assert shown(me)[1] == ["3a", "3b", "3c"]
    me.follow("Preview the survey with these answers")
    assert me.page.h1 == "Welcome"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_answer_that_is_none_is_told_and_kept_in_its_field(
    me: Visitor, project: Project, lang: str
) -> None:
    survey = make_survey(project, RULED)
    page = me.open(f"{home(survey, lang)}/paths/try?q-hours=lots&q-heard=%00&x=1", status=422)
    assert page.select("[name=q-hours]")[0].get("value") == "lots"
    assert page.errors


def test_an_answer_that_ends_the_survey_is_said_to(me: Visitor, project: Project) -> None:
    document = library.load("every-kind")
    survey = make_survey(project, document)
    [code] = [q.code for q in document.questions.values() if q.may_end]
    me.open(f"{home(survey)}/paths/try?q-{code}=no")
    assert "An answer on this page ends the survey." in me.page.text


@pytest.mark.parametrize("name", library.names())
def test_the_picture_stays_within_its_frame(name: str) -> None:
    drawing = draw(stops(library.load(name)))
    tops = [box.top for box in drawing.boxes]
    assert tops == sorted(set(tops))
    assert tops[-1] + drawing.box_height <= drawing.height
    for arrow in drawing.arrows:
        numbers = [float(n) for n in re.findall(r"[0-9.]+", f"{arrow.line} {arrow.head}")]
        assert max(numbers) <= max(drawing.height, 331)
    assert len(drawing.arrows) == sum(len(s.leads_to) for s in stops(library.load(name)))
