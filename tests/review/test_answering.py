"""Facilitators answer comments, take wordings, and reviewers see what became of each."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from msgspec.structs import replace

from coprod_survey.audit.models import Event
from coprod_survey.design import actions as design
from coprod_survey.design import queries
from coprod_survey.extensions import db
from coprod_survey.questionnaire import edits
from coprod_survey.questionnaire.document import SurveyDocument
from coprod_survey.questionnaire.text import Text
from coprod_survey.review.models import Comment
from tests.factories import make_comment
from tests.responses.test_budget import statements
from tests.review.conftest import Place
from tests.review.test_reading import comment, said
from tests.visitor import Visitor, words_of

BETTER = {"suggested_cy": "A wrandawyd arnoch?", "suggested_en": "Were you listened to?"}


def words(place: Place, code: str = "heard") -> Text:
    return queries.draft(place.survey.id).document.questions[code].text


def reword(place: Place, en: str) -> None:
    def change(document: SurveyDocument) -> SurveyDocument:
        question = document.questions["heard"]
        text = question.text.write(cy=question.text.cy, en=en)
        return edits.write_question(document, "heard", replace(question, text=text))

    design.edit(place.survey.id, change, action="question", by=None)


def test_comments_stand_beside_their_question_in_the_studio(
    facilitator: Visitor, visitor: Visitor, place: Place
) -> None:
    comment(visitor, place, words="Who listened?", name="Mair")
    page = facilitator.open(place.staff("/design"))
    [line] = page.select("#question-heard .app-comment-line")
    assert words_of(line) == "I would change this: Who listened? – Mair"
    assert "Comments that wait for an answer: 1" in page.text
    assert facilitator.open(place.staff("/questions/heard")).select(".app-comment-line")
    assert not facilitator.open(place.staff("/questions/voice")).select(".app-comment-line")
    assert "waiting: 1" in facilitator.open(place.staff()).text


def test_beside_the_questions_all_comments_cost_one_query(
    facilitator: Visitor, place: Place
) -> None:
    facilitator.open(place.staff("/design"))
    with statements() as few:
        facilitator.open(place.staff("/design"))
    for code in ("heard", "voice", "hours"):
        make_comment(place.link, code=code)
    with statements() as many:
        facilitator.open(place.staff("/design"))
    assert len(few) == len(many)
    assert sum("review_comment" in line for line in many) == 1


def test_all_comments_are_listed_by_question_and_filtered(
    facilitator: Visitor, place: Place
) -> None:
    make_comment(place.link, code="hours", words="About hours")
    make_comment(place.link, words="About being heard")
    make_comment(place.link, part="survey", code="", words="Too long")
    make_comment(place.link, code="gone", words="About what was deleted")
    make_comment(place.link, words="Done with", state="answered", answer_cy="Diolch")
    page = facilitator.open(place.staff("/review"))
    heads = [words_of(h) for h in page.select("main h2")]
    assert heads == ["The whole survey", "Question 1", "Question 4", "No longer in the survey"]
    assert "Done with" not in page.text
    assert "Done with" in facilitator.follow("Answered: 1").text
    assert "Too long" not in facilitator.page.text
    assert "Done with" in facilitator.follow("All: 5").text
    assert "Too long" in facilitator.page.text
    facilitator.open(place.staff("/review?show=%3Cscript%3E", "cy"))


@pytest.mark.parametrize("lang", ["cy", "en"])
def test_a_wording_is_taken_in_one_press_and_undone_in_another(
    facilitator: Visitor, visitor: Visitor, place: Place, lang: str
) -> None:
    comment(visitor, place, lang, **BETTER)
    facilitator.open(place.staff("/review", lang))
    facilitator.submit(action="/take")
    assert (words(place).cy, words(place).en) == tuple(BETTER.values())
    assert words(place).state == "translated", "somebody still reads both languages"
    [one] = said()
    assert (one.state, one.taken_revision) == ("taken", 2)
    assert db.session.scalar(sa.select(Event.action).where(Event.action == "suggestion taken"))
    mine = visitor.open(place.read("/mine", lang)).text
    assert ("Mae eich geiriad chi" if lang == "cy" else "Your wording is now in") in mine
    page = facilitator.open(place.staff("/design", lang))
    assert ("Geiriad a awgrymwyd" if lang == "cy" else "Suggested wording taken") in page.text
    facilitator.submit(action="/undo")
    assert words(place).en == "Were you heard?"
    mine = visitor.open(place.read("/mine", lang)).text
    assert ("newid eto ers hynny" if lang == "cy" else "changed again since") in mine
    history = facilitator.open(place.staff("/history", lang)).text
    assert ("Geiriad a awgrymwyd" if lang == "cy" else "Suggested wording taken") in history


def test_a_wording_in_one_language_leaves_the_other_to_be_looked_at(
    facilitator: Visitor, visitor: Visitor, place: Place
) -> None:
    comment(visitor, place, suggested_en="Were you listened to?")
    facilitator.open(place.staff("/review"))
    facilitator.submit(action="/take")
    assert (words(place).cy, words(place).state) == ("A gawsoch chi eich clywed?", "stale")
    assert "Things to mend" in facilitator.open(place.staff("/design")).text


@pytest.mark.parametrize(("path", "part"), [("/whole", "survey"), ("/sections/more", "section")])
def test_titles_are_taken_too(
    facilitator: Visitor, visitor: Visitor, place: Place, path: str, part: str
) -> None:
    visitor.open(place.read(path))
    visitor.submit(
        action=path, kind="change", suggested_cy="Teitl newydd", suggested_en="A new title"
    )
    facilitator.open(place.staff("/review"))
    facilitator.submit(action="/take")
    document = queries.draft(place.survey.id).document
    title = document.title if part == "survey" else document.sections[1].title
    assert (title.cy, title.en) == ("Teitl newydd", "A new title")
    assert document.sections[1].introduction.en == "Nearly done."


def test_that_the_question_has_changed_since_is_said(
    facilitator: Visitor, visitor: Visitor, place: Place
) -> None:
    comment(visitor, place, **BETTER)
    reword(place, "Did anybody hear you?")
    page = facilitator.open(place.staff("/review")).text
    assert "This has been reworded since the comment was made." in page
    assert "“Were you heard?”" in page
    facilitator.submit(action="/take")
    assert words(place).en == "Were you listened to?"


def test_who_rewords_it_at_the_same_moment_is_not_overwritten(
    facilitator: Visitor, visitor: Visitor, place: Place
) -> None:
    comment(visitor, place, **BETTER)
    facilitator.open(place.staff("/review"))
    reword(place, "Did anybody hear you?")
    facilitator.submit(action="/take", status=409)
    assert "Somebody else has changed the same words" in facilitator.page.text
    assert words(place).en == "Did anybody hear you?"
    assert said()[0].state == "open"
    assert not db.session.scalar(sa.select(Event).where(Event.action == "suggestion taken"))
    facilitator.submit(action="/take")
    assert words(place).en == "Were you listened to?"


def test_what_is_gone_cannot_be_reworded(facilitator: Visitor, place: Place) -> None:
    one = make_comment(place.link, code="gone", **BETTER)
    facilitator.open(place.staff(f"/review/comments/{one.id}"))
    facilitator.post(place.staff(f"/review/comments/{one.id}/take"), {}, status=409)
    bare = make_comment(place.link)
    facilitator.post(place.staff(f"/review/comments/{bare.id}/take"), {}, status=422)
    facilitator.post(
        place.staff(f"/review/comments/{one.id}/take"), {"revision": "9" * 99}, status=409
    )


def test_who_is_told_no_is_told_why_in_their_language(
    facilitator: Visitor, visitor: Visitor, place: Place
) -> None:
    comment(visitor, place, "cy")
    facilitator.open(place.staff("/review"))
    facilitator.follow("Answer: Question 1")
    facilitator.submit("Save the answer", status=422, state="declined", answer_en="It is standard.")
    assert "Write an answer in Welsh: the comment was made in Welsh" in facilitator.page.errors
    assert "It is standard." in facilitator.page.html
    facilitator.submit("Save the answer", answer_cy="Cwestiwn safonol yw hwn.")
    mine = visitor.open(place.read("/mine", "cy")).text
    assert "Nid ydym wedi newid hyn" in mine and "Cwestiwn safonol yw hwn." in mine
    assert "It is standard." in visitor.open(place.read("/mine", "en")).text
    assert "Comments that wait" not in facilitator.open(place.staff("/design")).text


def test_an_answer_can_be_changed(facilitator: Visitor, place: Place) -> None:
    one = make_comment(place.link)
    here = place.staff(f"/review/comments/{one.id}")
    facilitator.open(here)
    facilitator.submit("Save the answer", status=422)
    facilitator.submit("Save the answer", state="changed")
    facilitator.open(here)
    facilitator.submit("Save the answer", state="answered", answer_cy="Diolch.")
    db.session.expire_all()
    found = db.session.get_one(Comment, one.id)
    assert (found.state, found.answer_cy) == ("answered", "Diolch.")
    assert "Ffion" in facilitator.open(here).text
