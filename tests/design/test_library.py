"""The library within a project: browsed, looked through, tried, and taken from."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask

from coprod_survey.accounts.models import User
from coprod_survey.design import queries
from coprod_survey.design.models import Revision, Survey
from coprod_survey.extensions import db
from coprod_survey.projects.models import Project, StakeholderGroup
from coprod_survey.questionnaire import library
from coprod_survey.questionnaire.checks import check
from coprod_survey.questionnaire.document import SurveyDocument
from coprod_survey.questionnaire.text import LANGUAGES, Language, other_language
from tests.factories import make_member, make_project, make_survey, save
from tests.visitor import Visitor


@pytest.fixture
def survey(app: Flask) -> Survey:
    return make_survey(make_project())


@pytest.fixture
def project(survey: Survey) -> Project:
    return db.session.get_one(Project, survey.project_id)


@pytest.fixture
def facilitator(project: Project, visitor_as: Callable[[User], Visitor]) -> Visitor:
    return visitor_as(make_member(project))


def shelf(project: Project, lang: str = "en") -> str:
    return f"/{lang}/projects/{project.id}/surveys/library"


def draft(survey: Survey) -> SurveyDocument:
    db.session.rollback()
    return queries.draft(survey.id).document


@pytest.mark.parametrize("lang", LANGUAGES)
def test_everything_is_on_the_shelf_with_what_it_is_for(
    facilitator: Visitor, project: Project, lang: Language
) -> None:
    page = facilitator.open(shelf(project, lang))
    for entry in library.ENTRIES:
        document = library.load(entry.name)
        assert document.title.face(lang) in page.text
        for text in (entry.label, entry.purpose, entry.whom, *library.constructs(document)):
            assert text.face(lang) in page.text
    assert len(page.select("section .app-shelf")) == len(library.MOMENTS)
    assert len(page.select(".app-shelf__card")) == len(library.ENTRIES)


def test_the_shelf_is_found_from_the_project_and_from_the_form_for_a_new_survey(
    facilitator: Visitor, project: Project
) -> None:
    facilitator.open(f"/en/projects/{project.id}")
    assert facilitator.follow("Ready-made surveys").h1 == "Ready-made surveys"
    facilitator.open(f"/en/projects/{project.id}/surveys/new")
    page = facilitator.follow("Look through the ready-made surveys and questions")
    assert page.h1 == "Ready-made surveys"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("entry", library.ENTRIES, ids=lambda entry: entry.name)
def test_each_shows_every_question_in_both_languages_and_what_it_asks_about(
    facilitator: Visitor, project: Project, entry: library.Entry, lang: Language
) -> None:
    page = facilitator.open(f"{shelf(project, lang)}/{entry.name}")
    document, other = library.load(entry.name), other_language(lang)
    assert document.title.face(lang) in page.h1
    in_other = " ".join(e.text_content() for e in page.select(f".app-set__other[lang={other}]"))
    for code, question in document.questions.items():
        assert question.text.face(lang) in page.text
        assert question.text.face(other) in in_other
        if (
            code != document.group_question
        ):  # asked with the project's own groups, where it has some
            for option in question.offered:
                assert option.text.face(lang) in page.text
                assert option.text.face(other) in in_other
        if construct := library.construct_of(code):
            assert library.CONSTRUCTS[construct][0].face(lang) in page.text
    for text in (entry.purpose, entry.whom, entry.when):
        assert text.face(lang) in page.text


def test_the_two_chairs_lead_to_each_other(facilitator: Visitor, project: Project) -> None:
    facilitator.open(f"{shelf(project)}/taking-part")
    page = facilitator.follow("From the other chair")
    assert page.h1 == "From the other chair"
    assert facilitator.follow("What is taking part like?").h1 == "What is taking part like?"


def test_a_survey_is_started_from_it(facilitator: Visitor, project: Project) -> None:
    page = facilitator.open(f"{shelf(project)}/start-line")
    assert page.link("Start a survey from this").endswith("/surveys/new?start=library-start-line")
    page = facilitator.open(f"{shelf(project)}/equality")
    assert "Start a survey from this" not in page.text
    facilitator.open(f"{shelf(project)}/equality/preview", status=404)


@pytest.mark.parametrize("name", library.names())
def test_every_ready_made_survey_can_be_started_and_is_ready_to_publish(
    facilitator: Visitor, project: Project, name: str
) -> None:
    facilitator.open(f"/en/projects/{project.id}/surveys/new")
    facilitator.submit("Create survey", start=f"library-{name}")
    newest = queries.surveys_of(project.id)[0]
    document = queries.draft(newest.id).document
    assert check(document) == []
    assert document.sections == library.load(name).sections


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", library.names())
def test_it_is_tried_to_the_end_as_a_respondent_and_nothing_is_kept(
    facilitator: Visitor, project: Project, name: str, lang: Language
) -> None:
    document = library.load(name)
    home = f"{shelf(project, lang)}/{name}/preview"
    page = facilitator.open(home)
    assert page.h1 == document.title.face(lang)
    revisions = db.session.query(Revision).count()
    facilitator.open(f"{home}/1")
    first = next(iter(document.questions.values()))
    assert first.text.face(lang) in facilitator.page.text
    if not any(q.required or q.may_end for q in document.questions.values()):
        for _section in document.sections:
            page = facilitator.submit("Parhau" if lang == "cy" else "Continue")
        assert page.address.partition("?")[0].endswith("/preview/end")
    page = facilitator.open(f"{home}/end")
    assert document.thanks.face(lang).split("\n")[0] in page.text
    back = "Yn ôl at yr arolygon parod" if lang == "cy" else "Go back to the ready-made surveys"
    assert facilitator.follow(back).h1 == document.title.face(lang)
    assert db.session.query(Revision).count() == revisions


def test_a_rule_is_followed_while_it_is_tried(facilitator: Visitor, project: Project) -> None:
    document = library.load("did-you-hear-back")
    home = f"{shelf(project)}/did-you-hear-back/preview"
    facilitator.open(f"{home}/1")
    page = facilitator.submit("Continue", **{"q-heard_back": "yes"})
    assert document.questions["back_clear"].text.en in page.text
    facilitator.open(f"{home}/1")
    page = facilitator.submit("Continue", **{"q-heard_back": "no"})
    assert "/preview/2" in page.address


def test_what_is_nowhere_on_the_shelf_is_not_found(facilitator: Visitor, project: Project) -> None:
    for address in ("nothing", "../../config", "nothing/preview", "start-line/preview/99"):
        facilitator.open(f"{shelf(project)}/{address}", status=404)
    facilitator.open(f"{shelf(project)}/start-line")
    facilitator.post(f"{shelf(project)}/nothing", {"question": "hopes"}, status=404)


def test_single_questions_are_taken_into_a_survey_under_their_own_codes(
    facilitator: Visitor, project: Project, survey: Survey
) -> None:
    before = draft(survey)
    facilitator.open(f"{shelf(project)}/taking-part")
    page = facilitator.submit(
        "Add these questions", question=["respect", "costs"], survey=str(survey.id)
    )
    assert page.h1.startswith("Design")
    assert "The questions were added to the end of the survey" in page.text
    after = draft(survey)
    assert after.sections[: len(before.sections)] == before.sections
    part, voice = after.sections[len(before.sections) :]
    source = library.load("taking-part").questions
    assert [part.questions, voice.questions] == [(source["costs"],), (source["respect"],)]
    assert part.introduction.blank


def test_a_question_that_depends_on_another_is_not_taken_alone_and_the_ticks_stay(
    facilitator: Visitor, project: Project, survey: Survey
) -> None:
    before = draft(survey)
    facilitator.open(f"{shelf(project)}/did-you-hear-back")
    page = facilitator.submit(
        "Add these questions",
        question=["back_clear", "what_next"],
        survey=str(survey.id),
        status=422,
    )
    [error] = page.errors
    assert library.load("did-you-hear-back").questions["heard_back"].text.en in error
    assert [e.get("value") for e in page.select("input[name=question][checked]")] == [
        "back_clear",
        "what_next",
    ]
    assert [e.get("value") for e in page.select("input[name=survey][checked]")] == [str(survey.id)]
    assert draft(survey) == before


def test_no_question_no_survey_and_somebody_elses_survey_add_nothing(
    facilitator: Visitor, project: Project, survey: Survey
) -> None:
    theirs = make_survey(make_project())
    for sent, lines in (
        ({}, ["Tick at least one question", "Choose the survey to add them to"]),
        ({"question": ["say"]}, ["Choose the survey to add them to"]),
        (
            {"question": ["say"], "survey": str(theirs.id)},
            ["Choose the survey to add them to"],
        ),
        ({"question": ["say"], "survey": "1' --"}, ["Choose the survey to add them to"]),
        ({"question": ["' --"], "survey": str(survey.id)}, ["Tick at least one question"]),
    ):
        facilitator.open(f"{shelf(project)}/taking-part")
        page = facilitator.post(f"{shelf(project)}/taking-part", sent, status=422)
        assert page.errors == lines
    assert draft(theirs) == draft(survey)
    assert "say" not in draft(survey).questions


def test_the_question_about_groups_asks_with_the_projects_own(
    facilitator: Visitor, project: Project, survey: Survey
) -> None:
    save(
        StakeholderGroup(
            project_id=project.id,
            code="walkers",
            name_cy="Cerddwyr",
            name_en="Walkers",
            side="receives",
        )
    )
    assert draft(survey).group_question == ""
    facilitator.open(f"{shelf(project)}/ladder-check")
    facilitator.submit("Add these questions", question=["group", "ladder"], survey=str(survey.id))
    document = draft(survey)
    asked = document.questions[document.group_question]
    assert [o.code for o in asked.offered] == ["walkers", "prefer_not"]


def test_a_survey_takes_questions_of_any_ready_made_survey_on_its_own_page(
    facilitator: Visitor, survey: Survey
) -> None:
    home = f"/en/projects/{survey.project_id}/surveys/{survey.id}/sets/ladder-check"
    page = facilitator.open(home)
    assert page.select("input[name=question][checked]") == []
    facilitator.submit("Add these questions", question=["ladder"])
    assert list(draft(survey).questions)[-1] == "ladder"
    assert "Already in the survey" in facilitator.open(home).text


def test_who_may_not_design_reads_and_tries_but_takes_nothing(
    project: Project, visitor_as: Callable[[User], Visitor]
) -> None:
    partner = visitor_as(make_member(project, "community_partner"))
    page = partner.open(f"{shelf(project)}/taking-part")
    assert page.select("input[type=checkbox]") == []
    assert "Start a survey from this" not in page.text
    assert partner.follow("Preview").h1 == "What is taking part like?"


def test_a_project_without_surveys_is_shown_the_questions_without_boxes(
    visitor_as: Callable[[User], Visitor],
) -> None:
    empty = make_project()
    page = visitor_as(make_member(empty)).open(f"{shelf(empty)}/taking-part")
    assert page.select("input[type=checkbox]") == []
    assert "Once the project has a survey, you can add single questions" in page.text
    assert "Start a survey from this" in page.text
