"""When something is shown: how the studio says it, and how people set it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from msgspec.structs import replace

from coprod_survey.accounts.models import User
from coprod_survey.design import queries
from coprod_survey.design.models import Survey
from coprod_survey.design.rule_form import RuleForm
from coprod_survey.extensions import db
from coprod_survey.projects.models import Project
from coprod_survey.questionnaire import edits, library
from coprod_survey.questionnaire.document import SurveyDocument
from coprod_survey.questionnaire.questions import Statements
from coprod_survey.questionnaire.rules import (
    All,
    Answered,
    AnyOf,
    Chosen,
    Compared,
    Condition,
    InGroup,
    Not,
)
from coprod_survey.questionnaire.text import LANGUAGES, Text
from tests.factories import make_document, make_member, make_project, make_survey, option
from tests.visitor import Visitor, words_of

YES = Chosen(question="heard", options=("yes",))


@pytest.fixture
def project(app: Flask) -> Project:
    return make_project()


@pytest.fixture
def me(project: Project, visitor_as: Callable[[User], Visitor]) -> Visitor:
    """The project's facilitator."""
    return visitor_as(make_member(project))


def conditional() -> SurveyDocument:
    """A survey whose second page, and a question on its first, are shown under conditions."""
    document = edits.set_rule(make_document(), question="voice", rule=YES)
    both = All(of=(YES, Answered(question="voice")))
    return edits.set_rule(document, section="more", rule=both)


def home(project: Project, document: SurveyDocument | None = None) -> str:
    survey = make_survey(project, document or conditional())
    return f"projects/{project.id}/surveys/{survey.id}"


def test_the_outline_says_when_each_thing_is_shown(me: Visitor, project: Project) -> None:
    place = home(project)
    page = me.open(f"/en/{place}/design")
    [question] = page.select("#question-voice .app-rule")
    assert words_of(question) == "Shown when: Question 1 (Were you heard?): “Yes” was chosen"
    [section] = page.select("#head-more > .app-rule")
    assert [words_of(li) for li in section.cssselect("li")] == [
        "Question 1 (Were you heard?): “Yes” was chosen",
        "Question 2a (How much of a say did you have?): answered",
    ]
    assert "Shown when: All of these are true:" in words_of(section)
    page = me.open(f"/cy/{place}/design")
    assert "Yn ymddangos os: Cwestiwn 1 (A gawsoch chi eich clywed?): dewiswyd “Do”" in page.text


def rule_of(survey: Survey, **which: str) -> object:
    db.session.rollback()
    document = queries.draft(survey.id).document
    thing = (
        document.question(which["question"])
        if "question" in which
        else document.section(which["section"])
    )
    assert thing is not None
    return thing.show_when


def place_of(survey: Survey, lang: str = "en") -> str:
    return f"/{lang}/projects/{survey.project_id}/surveys/{survey.id}"


def test_a_facilitator_says_when_a_question_is_shown_without_a_script(
    me: Visitor, project: Project
) -> None:
    survey = make_survey(project)
    me.open(f"{place_of(survey)}/design")
    me.follow("When it is shown: question 5")
    offered = [words_of(o) for o in me.page.select("select[name=add] option")]
    assert [words[:2] for words in offered] == ["Ch", "1.", "2.", "3.", "4."]
    me.submit("Save", mode="any", status=422)
    assert me.page.errors == ["Add a condition, or choose “Always”"]
    me.submit("Add a condition", status=422)
    assert me.page.errors == ["Choose the question that the condition is about"]
    me.submit("Add a condition", add="heard")
    assert words_of(me.page.select("legend")[1]) == "Condition 1: question 1. Were you heard?"
    ways = {o.get("value") for o in me.page.select("select[name=r1-how] option")}
    assert ways == {"any", "none", "answered", "unanswered"}
    me.submit("Add a condition", add="voice")
    me.submit("Save", **{"r2-how": "ge", "r2-number": "lots"}, status=422)
    assert me.page.errors == ["Choose at least one answer", "Write a number in figures, such as 12"]
    assert me.page.select("input[name=r2-number]")[0].get("value") == "lots"
    me.submit("Save", **{"r1-option": ["yes", "else"], "r2-number": "2", "r2-not": "y"})
    assert rule_of(survey, question="word") == AnyOf(
        of=(
            Chosen(question="heard", options=("yes", "else")),
            Not(of=Compared(question="voice", number=2, how="ge")),
        )
    )
    assert "Last change: Condition changed" in me.page.text
    me.open(f"{place_of(survey)}/questions/word/rule")
    me.submit("Save", mode="always")
    assert rule_of(survey, question="word") is None


def test_a_section_depends_only_on_what_comes_before_it(me: Visitor, project: Project) -> None:
    survey = make_survey(project)
    me.open(f"{place_of(survey)}/sections/welcome")
    me.follow("Say when this section is shown")
    assert "No question comes before this" in me.page.text
    me.open(f"{place_of(survey)}/sections/more/rule")
    assert len(me.page.select("select[name=add] option")) == 1 + 3
    me.submit("Add a condition", add="formats")
    me.submit("Save", **{"r1-how": "all", "r1-option": ["easy", "large"]})
    assert rule_of(survey, section="more") == Chosen(
        question="formats", options=("easy", "large"), how="all"
    )


def test_conditions_can_stand_in_a_group(me: Visitor, project: Project) -> None:
    survey = make_survey(project)
    me.open(f"{place_of(survey)}/questions/change/rule")
    me.submit("Add a condition", add="word")
    me.submit("Add a group of conditions")
    me.submit("Save", status=422)
    assert me.page.errors == ["Add a condition to the group, or delete it"]
    me.submit("Add a condition to the group", **{"r2-add": "heard"})
    me.submit("Add a condition to the group", **{"r2-add": "hours", "r3-option": "no"})
    me.submit("Save", **{"r4-how": "unanswered", "r1-how": "answered"})
    whole = All(
        of=(
            Answered(question="word"),
            AnyOf(
                of=(
                    Chosen(question="heard", options=("no",)),
                    Answered(question="hours", given=False),
                )
            ),
        )
    )
    assert rule_of(survey, question="change") == whole
    me.open(f"{place_of(survey)}/questions/change/rule")
    me.submit("Save")
    assert rule_of(survey, question="change") == whole
    me.open(f"{place_of(survey)}/questions/change/rule")
    me.submit("Delete the group: condition 2")
    me.submit("Save")
    assert rule_of(survey, question="change") == Answered(question="word")


DEEP = Not(of=All(of=(YES, AnyOf(of=(YES, Not(of=Not(of=YES)))))))
GROUPED = All(of=(InGroup(groups=("carers",)), AnyOf(of=(YES, Not(of=Answered(question="voice"))))))


@pytest.mark.parametrize(
    "rule",
    [
        YES,
        Not(of=YES),
        AnyOf(of=(YES, Answered(question="voice"))),
        All(of=(YES, Compared(question="hours", number=1.5, how="ne"))),
        GROUPED,
        DEEP,
        All(of=(Not(of=Not(of=YES)), Answered(question="gone"))),
        Chosen(question="heard", options=("yes", "an_option_that_went"), how="none"),
        All(of=(Answered(question="change"), YES)),
    ],
)
def test_what_the_form_cannot_edit_is_kept_as_it_is(
    me: Visitor, project: Project, rule: Condition
) -> None:
    document = edits.ask_group(make_document(), [("carers", Text.both("Gofalwyr", "Carers"))])
    survey = make_survey(project, edits.set_rule(document, question="word", rule=rule))
    for lang in LANGUAGES:
        me.open(f"{place_of(survey, lang)}/questions/word/rule")
        me.submit("Cadw" if lang == "cy" else "Save")
        assert rule_of(survey, question="word") == rule


def test_people_of_a_group_are_chosen_by_the_question_that_asks_for_it(
    me: Visitor, project: Project
) -> None:
    document = edits.ask_group(make_document(), [("carers", Text.both("Gofalwyr", "Carers"))])
    survey = make_survey(project, document)
    me.open(f"{place_of(survey)}/sections/more/rule")
    me.submit("Add a condition", add="group")
    me.submit("Save", **{"r1-option": "carers"})
    assert rule_of(survey, section="more") == InGroup(groups=("carers",))


def test_two_people_who_set_the_same_rule_are_told(me: Visitor, project: Project) -> None:
    survey = make_survey(project)
    me.open(f"{place_of(survey)}/questions/word/rule")
    me.submit("Add a condition", add="heard")
    mine = me.page
    me.open(f"{place_of(survey)}/questions/word/rule")
    me.submit("Add a condition", add="voice")
    me.submit("Save", **{"r1-how": "answered"})
    me.page = mine
    me.submit("Save", **{"r1-option": "yes"}, status=409)
    assert "Shown when: Question 3 (How much of a say did you have?): answered" in me.page.text
    assert me.page.select("#r1-option")[0].get("checked") is not None
    me.submit("Save")
    assert rule_of(survey, question="word") == YES


def test_a_wrong_rule_is_named_and_leads_to_its_page(me: Visitor, project: Project) -> None:
    survey = make_survey(project, conditional())
    me.open(f"{place_of(survey)}/design")
    me.submit("Move up: question 2a")
    me.submit("Move up: question 1a")
    me.follow("This rule looks at a question that comes later: Were you heard?")
    assert me.page.address == f"{place_of(survey)}/questions/voice/rule"
    assert "This condition stays as it is unless you delete it." in me.page.text
    me.submit("Delete: condition 1")
    me.submit("Save", mode="always")
    assert rule_of(survey, question="voice") is None


@pytest.mark.parametrize(
    "sent",
    [
        {"mode": "else"},
        {"mode": "all", "row": ["1", "1", "x", "99999999999999999999"]},
        {"mode": "all", "row": ["1"], "r1-kind": "kept", "r1-kept": "[" * 5000},
        {"mode": "all", "row": ["1"], "r1-kind": "kept", "r1-kept": '{"type": "all"}'},
        {"mode": "all", "row": ["1"], "r1-kind": "group", "r1-row": ["1"]},
        {"mode": "all", "row": ["1"], "r1-kind": "condition", "r1-question": "change"},
        {"mode": "all", "row": ["1"], "r1-kind": "condition", "r1-question": "heard"},
        {"do": "add-7", "r7-add": "heard"},
        {"do": "delete-"},
        {"do": "nothing"},
    ],
)
def test_whatever_is_sent_is_answered_in_words(
    me: Visitor, project: Project, sent: dict[str, object]
) -> None:
    survey = make_survey(project)
    page = f"{place_of(survey)}/questions/word/rule"
    me.open(page)
    answer = me.client.post(page, data={**token(me), **sent})
    assert answer.status_code in (200, 422)
    assert rule_of(survey, question="word") is None


def token(visitor: Visitor) -> dict[str, str]:
    return {"csrf_token": visitor.page.select("input[name=csrf_token]")[0].get("value")}


def test_one_statement_of_several_is_chosen_for_a_condition(me: Visitor, project: Project) -> None:
    statements = Statements(
        code="power",
        text=Text.both("Faint ydych chi’n cytuno?", "How far do you agree?"),
        statements=(option("say", "Cefais lais.", "I had a say."), option("ease", "B", "B")),
        options=(option("no", "Na", "No", value=1), option("yes", "Ydw", "Yes", value=2)),
    )
    first, second = make_document().sections
    document = make_document(
        sections=(replace(first, questions=(*first.questions, statements)), second)
    )
    survey = make_survey(project, document)
    me.open(f"{place_of(survey)}/sections/more/rule")
    me.submit("Add a condition", add="power")
    me.submit("Save", **{"r1-option": "yes"}, status=422)
    assert me.page.errors == ["Choose which of these the condition looks at"]
    me.submit("Save", **{"r1-part": "say"})
    assert rule_of(survey, section="more") == Chosen(question="power", part="say", options=("yes",))
    assert "(How far do you agree? – I had a say.): “Yes” was chosen" in me.page.text
    me.open(f"{place_of(survey)}/sections/more/rule")
    me.submit("Save", **{"r1-how": "lt", "r1-number": "2"})
    assert rule_of(survey, section="more") == Compared(
        question="power", part="say", how="lt", number=2
    )
    assert "less than 2 (Yes)" in me.page.text


@pytest.mark.parametrize("name", library.names())
def test_the_form_gives_every_rule_of_the_library_back_as_it_was(app: Flask, name: str) -> None:
    document = library.load(name)
    for section in document.sections:
        for thing in (section, *section.questions):
            form = RuleForm(document, thing)
            assert form.read() == thing.show_when
            assert not form.errors
