"""The page of a survey puts at the top the one thing that waits for the person who looks at it."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask
from msgspec.structs import replace

from coprod_survey.accounts.models import User
from coprod_survey.design import actions
from coprod_survey.extensions import db
from coprod_survey.questionnaire.text import Text
from tests.factories import (
    make_comment,
    make_document,
    make_member,
    make_project,
    make_review_link,
    make_survey,
)
from tests.visitor import Visitor

UNREAD = Text(cy="Arolwg", en="A survey")
ONE_LANGUAGE = Text(en="A survey")


def test_the_next_step_knows_comments_languages_and_approval(
    app: Flask, visitor_as: Callable[[User], Visitor]
) -> None:
    project = make_project()
    survey = make_survey(project, make_document(title=ONE_LANGUAGE))
    survey.sign_off_required = True
    db.session.commit()
    home = f"/en/projects/{project.id}/surveys/{survey.id}"
    facilitator = visitor_as(make_member(project))
    translator = visitor_as(make_member(project, "translator"))
    partner = visitor_as(make_member(project, "community_partner"))
    manager = visitor_as(make_member(project, "manager"))

    def waits(visitor: Visitor) -> str:
        found = visitor.open(home).select(".app-next")
        return " ".join(found[0].text_content().split()) if found else ""

    def write(title: Text) -> None:
        actions.edit(survey.id, lambda d: replace(d, title=title), action="x", by=None)

    comment = make_comment(make_review_link(survey))
    assert "Comments that wait for an answer: 1" in waits(facilitator)
    assert facilitator.follow("Read the comments").h1
    assert "Sentences without a translation: 1" in waits(translator)
    assert translator.follow("Translate").h1.startswith("Translation")
    comment.state = "answered"
    db.session.commit()
    assert "Sentences without a translation: 1" in waits(facilitator)
    write(UNREAD)
    assert "nobody has checked in both languages: 1" in waits(facilitator)
    assert facilitator.follow("Read both languages").h1 == "Read both languages"
    write(Text.both("Arolwg", "A survey"))
    assert "approve" in waits(facilitator)
    assert "waits for your approval" in waits(partner)
    assert (waits(translator), waits(manager)) == ("", "")
    survey.sign_off_required = False
    db.session.commit()
    assert "publish it" in waits(facilitator)
    assert facilitator.follow("Check and publish").h1.startswith("Publish")


def test_a_survey_without_questions_asks_for_some_first(
    app: Flask, visitor_as: Callable[[User], Visitor]
) -> None:
    project = make_project()
    survey = make_survey(project, make_document(sections=()))
    page = visitor_as(make_member(project)).open(f"/en/projects/{project.id}/surveys/{survey.id}")
    assert "Add the questions." in page.text
