"""Two people at one survey: both keep their words, or are told."""

from __future__ import annotations

from coprod_survey.projects.models import Project
from tests.design.studio import SignIn, both, draft, home
from tests.factories import (
    make_member,
    make_survey,
)
from tests.visitor import Visitor


def test_two_people_who_edit_the_same_sentence_see_both_texts_and_lose_nothing(
    facilitator: Visitor, project: Project, visitor_as: SignIn
) -> None:
    survey = make_survey(project)
    me, other = facilitator, visitor_as(make_member(project, name="Dewi Ellis"))
    for person in (me, other):
        person.open(f"{home(survey)}/questions/heard")
    other.submit(
        "Save question",
        **{"text-en": "Theirs?", "text-same": None}
        if other.page.select("#text-same")
        else {"text-en": "Theirs?"},
        **both("hint", "Eu help", "Their help"),
    )
    me.submit("Save question", status=409, **{"text-en": "Mine?", "option-no-text-en": "Never"})
    assert "Somebody else has written this in the meantime" in me.page.text
    assert "Theirs?" in me.page.text
    [field] = me.page.select("#text-en")
    assert field.text_content().strip() == "Mine?"
    [hint] = me.page.select("#hint-en")
    assert hint.text_content().strip() == "Their help"
    me.submit("Save question")
    question = draft(survey).questions["heard"]
    assert (question.text.en, question.hint.en) == ("Mine?", "Their help")


def test_two_people_who_edit_different_questions_both_keep_their_words(
    facilitator: Visitor, project: Project, visitor_as: SignIn
) -> None:
    survey = make_survey(project)
    me, other = facilitator, visitor_as(make_member(project))
    me.open(f"{home(survey)}/questions/heard")
    other.open(f"{home(survey)}/questions/word")
    other.submit("Save question", **both("text", "Eu gair", "Their word"))
    me.submit("Save question", **both("text", "Fy ngair", "My word"))
    document = draft(survey)
    assert document.questions["word"].text.en == "Their word"
    assert document.questions["heard"].text.en == "My word"


def test_changing_what_somebody_has_deleted_is_told(
    facilitator: Visitor, project: Project, visitor_as: SignIn
) -> None:
    survey = make_survey(project)
    me, other = facilitator, visitor_as(make_member(project))
    me.open(f"{home(survey)}/design")
    other.open(f"{home(survey)}/design")
    other.submit("Delete: question 6")
    me.submit("Copy: question 6", status=409)
    assert "Somebody else has deleted what you wanted to change" in me.page.text


def test_what_was_written_about_a_question_that_somebody_deleted_is_kept(
    facilitator: Visitor, project: Project, visitor_as: SignIn
) -> None:
    survey = make_survey(project)
    me, other = facilitator, visitor_as(make_member(project))
    me.open(f"{home(survey)}/questions/change")
    other.open(f"{home(survey)}/design")
    other.submit("Delete: question 6")
    me.submit("Save question", **both("text", "Fy ngeiriau", "My words"))
    assert draft(survey).questions["change"].text.en == "My words"
