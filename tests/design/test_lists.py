"""The studio's forms of the kinds of question that have lists of their own, or none to add to."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from msgspec.structs import replace

from coprod_survey.accounts.models import User
from coprod_survey.design.models import Survey
from coprod_survey.projects.models import Project
from coprod_survey.questionnaire.questions import Ladder, Statements, YesNo
from tests.design.studio import both, draft, home
from tests.factories import make_member, make_project, make_survey, option
from tests.questionnaire.test_new_kinds import LADDER, TOWNS, WELCOME
from tests.questionnaire.test_new_kinds import survey as one
from tests.questionnaire.test_parted import AGREE, survey
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


def studio(visitor_as: SignIn, question: object) -> tuple[Survey, Visitor]:
    """A survey with one question, and its facilitator at the question's form."""
    project = make_project()
    made = make_survey(project, one(question))
    me = visitor_as(make_member(project))
    me.open(f"{home(made)}/questions/{question.code}")  # type: ignore[attr-defined]
    return made, me


def test_the_form_of_yes_or_no_offers_the_pair_that_fits_and_saving_keeps_it(
    visitor_as: SignIn,
) -> None:
    made, me = studio(visitor_as, replace(WELCOME, pair="").settled())
    [offered] = me.page.select("select[name=pair] option[selected]")
    assert offered.get("value") == "do"
    assert me.page.link("Choose how yes and no are said in Welsh").endswith("#pair")
    me.submit("Save question", prefer_not="y")
    question = cast(YesNo, draft(made).questions["welcome"])
    assert [o.text.cy for o in question.options[:2]] == ["Do", "Naddo"]
    assert [o.code for o in question.options] == ["yes", "no", "prefer_not"]
    me.open(f"{home(made)}/questions/welcome")
    me.submit("Save question", pair="oes")
    assert draft(made).questions["welcome"].offered[0].text.cy == "Oes"
    me.open(f"{home(made)}/questions/welcome")
    me.submit("Save question", pair="nonsense")
    assert cast(YesNo, draft(made).questions["welcome"]).pair == ""


def test_pasted_lines_become_options_of_a_long_list(visitor_as: SignIn) -> None:
    made, me = studio(visitor_as, TOWNS)
    me.submit("Save question", pasted="Bangor | Bangor\r\nDinbych\tDenbigh\r\nCaerdydd | Cardiff")
    assert me.page.address.endswith("/questions/town")
    assert not me.page.select("#pasted")[0].text_content().strip()
    codes = [o.code for o in draft(made).questions["town"].offered]
    assert codes[-3:] == ["bangor", "denbigh", "other"]
    assert len(codes) == 8
    me.submit("Save question")
    assert me.page.address.endswith("/design")


def test_lines_pasted_where_no_options_can_be_added_harm_nothing(visitor_as: SignIn) -> None:
    made, me = studio(visitor_as, WELCOME)
    address = f"{home(made)}/questions/welcome"
    me.post(address, {"do": "save", "pasted": "Un | One"}, status=409)
    assert draft(made) == one(WELCOME)


def test_moments_of_the_ladder_go_and_come_back(visitor_as: SignIn) -> None:
    made, me = studio(visitor_as, LADDER)
    assert "Add another moment" not in me.page.text
    me.submit("Delete: question 1", **both("option-coercion-hint", "Gorfodi", "Forcing"))
    ladder = cast(Ladder, draft(made).questions["ladder"])
    assert [m.code for m in ladder.moments] == ["now", "hoped"]
    assert ladder.options[0].hint.en == "Forcing"
    assert ladder.options[0].text.en == "Coercion"
    me.submit("Add another moment", **both("moment-now-text", "Nawr?", "Now?"))
    ladder = cast(Ladder, draft(made).questions["ladder"])
    assert [m.text.en for m in ladder.moments][:2] == [
        "Where were we before the work began?",
        "Now?",
    ]


def test_the_outline_shows_the_beginning_of_a_long_list(visitor_as: SignIn) -> None:
    towns = tuple(option(f"t{n}", f"Tref {n}", f"Town {n}") for n in range(30))
    made, me = studio(visitor_as, replace(TOWNS, options=towns))
    page = me.open(f"{home(made)}/design")
    assert "Town 11" in page.text and "Town 12" not in page.text
    assert "Further options: 18" in page.text


def test_a_preview_takes_one_statement_back(visitor_as: SignIn) -> None:
    made, me = studio(visitor_as, AGREE)
    me.open(f"{home(made)}/preview/1")
    me.submit("Clear this answer: I was heard.", **{"q-agree-heard": "yes", "q-agree-safe": "no"})
    assert [e.get("name") for e in me.page.select("input[checked]")] == ["q-agree-safe"]


def test_what_was_pasted_is_told_and_what_was_not_understood_is_kept(visitor_as: SignIn) -> None:
    made, me = studio(visitor_as, TOWNS)
    before = draft(made)
    page = me.submit("Save question", pasted="Bangor / Bangor\na | b | c", status=422)
    assert page.errors == ["Line 2 has more than two parts: a | b | c"]
    assert "Bangor / Bangor" in page.select("#pasted")[0].text_content()
    assert draft(made) == before
    me.submit("Save question", pasted="Bangor / Bangor\nDinbych\nCaerdydd | Cardiff")
    for words in ("Options added: 2", "Already in the list: 1", "Still without Welsh: 1"):
        assert words in me.page.text
    me.submit("Save question", pasted="Denbigh | Rhuthun", **{"pasted-first": "en"})
    assert draft(made).questions["town"].offered[-2].text.cy == "Rhuthun"


def test_lines_are_pasted_into_every_list_of_options(
    facilitator: Visitor, project: Project
) -> None:
    made = make_survey(project)
    for code in ("heard", "formats", "voice"):
        facilitator.open(f"{home(made)}/questions/{code}")
        facilitator.submit("Save question", pasted="Newydd | New")
        assert "new" in [o.code for o in draft(made).questions[code].offered]


def test_the_answers_of_another_question_are_used_with_their_codes(
    facilitator: Visitor, project: Project
) -> None:
    made, me = make_survey(project), facilitator
    me.open(f"{home(made)}/questions/formats")
    me.submit("Use these answers", status=422)
    assert me.page.errors == ["Choose whose answers to use"]
    me.submit("Use these answers", taken="question-heard", **both("text", "Newydd?", "New?"))
    assert me.page.address.endswith("/questions/formats")
    document = draft(made)
    assert document.questions["formats"].offered == document.questions["heard"].offered
    assert document.questions["formats"].text.en == "New?"
    address = f"{home(made)}/questions/formats"
    me.post(address, {"do": "take-option", "taken": "question-voice"})  # none is offered now
    me.post(f"{home(made)}/questions/hours", {"do": "take-option", "pasted": "a | b | c"})
    assert draft(made) == document
    me.open(f"{home(made)}/questions/voice")
    ready = [o.get("value") for o in me.page.select("#taken option") if o.get("value")]
    me.submit("Use these answers", taken=ready[0])
    assert all(o.value is not None for o in draft(made).questions["voice"].offered if not o.role)
    me.open(f"{home(made)}/history")
    assert "Answers of another question used" in me.page.text
