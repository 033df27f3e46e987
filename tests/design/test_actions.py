"""Drafts, their history, publishing: what is kept, what is refused, who is told."""

from __future__ import annotations

import threading

import pytest
from flask import Flask
from msgspec.structs import replace

from coprod_survey import clock
from coprod_survey.audit.models import Event
from coprod_survey.design import actions, managing, queries, starting
from coprod_survey.design.models import Draft, Revision, Survey, Version
from coprod_survey.errors import Conflict, NotFound, Refused
from coprod_survey.extensions import db
from coprod_survey.questionnaire import edits
from coprod_survey.questionnaire.checks import check
from coprod_survey.questionnaire.document import Section, SurveyDocument
from coprod_survey.questionnaire.edits import Edit
from coprod_survey.questionnaire.questions import ShortText
from coprod_survey.questionnaire.text import Text
from coprod_survey.responses.models import Response
from tests.factories import (
    make_document,
    make_organisation,
    make_project,
    make_published,
    make_survey,
    make_user,
    save,
)


def reword(code: str, en: str) -> Edit:
    """An edit that gives a question other English words."""

    def change(document: SurveyDocument) -> SurveyDocument:
        question = document.questions[code]
        text = question.text.write(cy=question.text.cy, en=en)
        return edits.write_question(document, code, replace(question, text=text))

    return change


def english(survey: Survey, code: str) -> str:
    return queries.draft(survey.id).document.questions[code].text.en


def test_a_new_survey_is_kept_with_its_first_revision(app: Flask) -> None:
    user, project = make_user(), make_project()
    survey = actions.create_survey(project_id=project.id, document=make_document(), by=user)
    assert queries.draft(survey.id).document == make_document()
    [row] = queries.surveys_of(project.id)
    assert (row.title.cy, row.revision, row.version, row.changed) == (
        "Sut aeth hi?",
        1,
        None,
        False,
    )
    [first] = queries.history(survey.id)
    assert (first.number, first.action, first.by) == (1, "created", "Anwen Rees")
    assert not queries.last_edit(survey.id).can_undo


def test_two_people_who_edit_different_questions_both_keep_their_words(app: Flask) -> None:
    survey = make_survey()
    one, other = make_user("One"), make_user("Other")
    actions.edit(survey.id, reword("heard", "Mine?"), action="question", by=one, seen_revision=1)
    actions.edit(survey.id, reword("word", "Yours?"), action="question", by=other, seen_revision=1)
    assert (english(survey, "heard"), english(survey, "word")) == ("Mine?", "Yours?")
    assert [row.by for row in queries.history(survey.id)][:2] == ["Other", "One"]


def test_two_people_who_edit_the_same_sentence_are_told_and_nothing_is_changed(app: Flask) -> None:
    survey = make_survey()
    actions.edit(survey.id, reword("heard", "Theirs?"), action="question", by=None, seen_revision=1)
    with pytest.raises(Conflict) as told:
        actions.edit(
            survey.id, reword("heard", "Mine?"), action="question", by=None, seen_revision=1
        )
    [clash] = told.value.clashes
    assert (clash.mine.en, clash.theirs.en, told.value.revision) == ("Mine?", "Theirs?", 2)
    db.session.rollback()
    assert english(survey, "heard") == "Theirs?"


def test_editing_what_somebody_has_deleted_is_a_conflict(app: Flask) -> None:
    survey = make_survey()

    def delete(document: SurveyDocument) -> SurveyDocument:
        return edits.delete_question(document, "heard")

    actions.edit(survey.id, delete, action="question deleted", by=None)
    with pytest.raises(Conflict):
        actions.edit(survey.id, delete, action="question deleted", by=None)


def test_an_edit_that_changes_nothing_makes_no_revision(app: Flask) -> None:
    survey = make_survey()
    assert actions.edit(survey.id, lambda document: document, action="settings", by=None) == 1


def test_undo_goes_back_step_by_step_to_the_beginning(app: Flask) -> None:
    survey = make_survey()
    for words in ("One?", "Two?", "Three?"):
        revision = actions.edit(survey.id, reword("heard", words), action="question", by=None)
    seen = []
    while queries.last_edit(survey.id).can_undo:
        revision = actions.undo(survey.id, by=None, seen_revision=revision)
        seen.append(english(survey, "heard"))
    assert seen == ["Two?", "One?", "Were you heard?"]
    with pytest.raises(Refused):
        actions.undo(survey.id, by=None, seen_revision=revision)


def test_undo_never_takes_back_an_edit_that_the_person_has_not_seen(app: Flask) -> None:
    survey = make_survey()
    seen = actions.edit(survey.id, reword("heard", "Mine?"), action="question", by=None)
    actions.edit(survey.id, reword("word", "Theirs?"), action="question", by=None)
    with pytest.raises(Conflict):
        actions.undo(survey.id, by=None, seen_revision=seen)


def test_publishing_numbers_versions_and_leaves_the_earlier_ones_as_they_were(app: Flask) -> None:
    survey, user = make_survey(), make_user()
    first = actions.publish(survey.id, by=user, seen_revision=1)
    revision = actions.edit(survey.id, reword("heard", "Truly?"), action="question", by=user)
    [row] = queries.surveys_of(survey.project_id)
    assert (row.version, row.changed) == (1, True)
    question = queries.draft(survey.id).document.questions["heard"]
    confirmed = replace(question, text=question.text.confirm())
    revision = actions.edit(
        survey.id, lambda d: edits.write_question(d, "heard", confirmed), action="question", by=user
    )
    second = actions.publish(survey.id, by=user, seen_revision=revision)
    assert (first.number, second.number) == (1, 2)
    assert queries.published(first.id).questions["heard"].text.en == "Were you heard?"
    assert queries.published(second.id).questions["heard"].text.en == "Truly?"
    db.session.refresh(survey)
    assert survey.current_version_id == second.id
    assert [e.action for e in db.session.query(Event)] == ["survey published"] * 2
    assert [v.number for v in queries.versions(survey.id)] == [2, 1]


def test_a_survey_with_stale_welsh_cannot_be_published(app: Flask) -> None:
    survey = make_survey()
    revision = actions.edit(survey.id, reword("heard", "Truly?"), action="question", by=None)
    with pytest.raises(Refused):
        actions.publish(survey.id, by=None, seen_revision=revision)
    db.session.rollback()
    assert db.session.query(Version).count() == 0


def test_publishing_what_is_published_or_unseen_is_refused(app: Flask) -> None:
    survey = make_survey()
    with pytest.raises(Conflict):
        actions.publish(survey.id, by=None, seen_revision=0)
    actions.publish(survey.id, by=None, seen_revision=1)
    with pytest.raises(Refused):
        actions.publish(survey.id, by=None, seen_revision=1)


def test_a_survey_can_be_deleted_until_somebody_answers(app: Flask) -> None:
    survey, version, _ = make_published()
    now = clock.now()
    response = save(
        Response(
            key="k", survey_id=survey.id, version_id=version.id, language="cy", languages="cy",
            started_at=now, saved_at=now,
        )
    )  # fmt: skip
    with pytest.raises(Refused):
        managing.delete(survey.id, by=None)
    db.session.delete(response)
    db.session.commit()
    managing.delete(survey.id, by=None)
    assert [db.session.query(t).count() for t in (Survey, Draft, Revision, Version)] == [0] * 4


def test_a_survey_of_another_project_is_not_there(app: Flask) -> None:
    survey = make_survey()
    with pytest.raises(NotFound):
        queries.survey(project_id=make_project().id, survey_id=survey.id)


def test_a_blank_survey_lacks_only_its_questions(app: Flask) -> None:
    document = starting.blank(Text.both("Teitl", "Title"), make_organisation())
    assert [problem.message for problem in check(document)] == ["Add at least one question"]
    assert "Rheolydd data: Bwrdd Iechyd Cwm Tawel" in document.privacy.cy
    assert "cymorth@example.org" in document.contact.cy


def test_what_many_write_at_the_same_moment_is_all_kept(app: Flask) -> None:
    questions = tuple(
        ShortText(code=f"q{n}", text=Text.both(f"Hen {n}", f"Old {n}")) for n in range(8)
    )
    section = Section(code="all", title=Text.both("Oll", "All"), questions=questions)
    survey_id = make_survey(document=make_document(sections=(section,))).id
    db.session.commit()

    def write(code: str) -> None:
        with app.app_context():
            change = reword(code, f"New {code}")
            actions.edit(survey_id, change, action="question", by=None, seen_revision=1)

    people = [threading.Thread(target=write, args=(q.code,)) for q in questions]
    for person in people:
        person.start()
    for person in people:
        person.join()
    written = [q.text.en for q in queries.draft(survey_id).document.questions.values()]
    assert written == [f"New q{n}" for n in range(8)]
    assert [row.number for row in queries.history(survey_id)] == list(range(9, 0, -1))
