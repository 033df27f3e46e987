"""The studio's lists of rows beside options: statements on their scale."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from coprod_survey.accounts.models import User
from coprod_survey.questionnaire.questions import Statements
from tests.design.test_studio import both, draft, home
from tests.factories import make_member, make_project, make_survey
from tests.questionnaire.test_parted import survey
from tests.visitor import Visitor

SignIn = Callable[[User], Visitor]


def test_statements_are_written_added_moved_and_deleted(visitor_as: SignIn) -> None:
    project = make_project()
    made = make_survey(project, survey())
    me = visitor_as(make_member(project))

    def statements() -> list[str]:
        return [s.code for s in cast(Statements, draft(made).questions["agree"]).statements]

    me.open(f"{home(made)}/questions/agree")
    me.submit("Add a statement", **both("statement-safe-text", "Diogel", "Secure"))
    assert statements() == ["heard", "safe", "fair", "statement_1"]
    me.submit("Move up: statement 4", **both("statement-statement_1-text", "Croeso", "Welcome"))
    assert statements() == ["heard", "safe", "welcome", "fair"]
    me.submit("Delete: statement 1")
    me.submit("Add a point")
    me.submit("Save question", **both("option-option_1-text", "Yn llwyr", "Wholly"))
    question = cast(Statements, draft(made).questions["agree"])
    assert statements() == ["safe", "welcome", "fair"]
    assert question.statements[0].text.en == "Secure"
    assert [(o.code, o.value) for o in question.options if not o.role] == [
        ("no", 1),
        ("yes", 2),
        ("wholly", 3),
    ]
    me.open(f"{home(made)}/history")
    for words in ("Statement added", "Statement moved", "Statement deleted", "Option added"):
        assert words in me.page.text


def test_a_missing_translation_of_a_statement_leads_to_its_field(visitor_as: SignIn) -> None:
    project = make_project()
    made = make_survey(project, survey())
    me = visitor_as(make_member(project))
    me.open(f"{home(made)}/questions/agree")
    me.submit("Save question", **{"statement-safe-text-cy": ""})
    page = me.follow("Check and publish")
    link = page.link("Question 1: The Welsh is missing: I was safe")
    assert link.endswith("/questions/agree#statement-safe-text-cy")


def test_a_button_that_the_form_does_not_have_only_saves(visitor_as: SignIn) -> None:
    project = make_project()
    made = make_survey(project, survey())
    me = visitor_as(make_member(project))
    for do in (
        "add-",
        "up-statement",
        "up-x-y",
        "add-gap",
        "delete-statement-nobody",
        "-",
        "a-b-c-d",
    ):
        me.open(f"{home(made)}/questions/agree")
        me.submit("Save question", do=do)
        assert draft(made) == survey()
