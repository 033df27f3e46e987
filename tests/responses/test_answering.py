"""Answering a survey, from the start page to the thanks, without any script."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from flask import Flask

from coprod_survey import clock
from coprod_survey.design.models import Version
from coprod_survey.extensions import db
from coprod_survey.questionnaire.answers import SKIPPED
from coprod_survey.questionnaire.document import Section, encode
from coprod_survey.questionnaire.questions import SingleChoice
from coprod_survey.questionnaire.rules import Chosen
from coprod_survey.questionnaire.text import Text
from coprod_survey.responses.models import Response
from tests.factories import make_document, make_published, option, save
from tests.responses.people import FIRST, answer_all, begin, only_response, press
from tests.visitor import Visitor


@pytest.mark.parametrize("lang", ["cy", "en"])
def test_a_survey_is_answered_from_start_to_end(visitor: Visitor, code: str, lang: str) -> None:
    answer_all(visitor, code, lang)
    assert visitor.page.address == f"/{lang}/s/{code}/check"
    assert "Ŵyn & 'b'" in visitor.page.text
    press(visitor)
    assert visitor.page.address == f"/{lang}/s/{code}/thanks"
    response = only_response()
    assert response.completed_at is not None
    assert response.answers == {
        "heard": {"chosen": ["yes"]},
        "formats": {"chosen": ["easy", "large"]},
        "voice": {"chosen": ["p2"]},
        "hours": 7,
        "word": "Ŵyn & 'b'",
        "change": SKIPPED,
    }
    assert (response.language, response.languages) == (lang, lang)
    assert response.unfinished == {}


def test_the_start_page_says_who_sees_what_and_how_long_it_takes(
    visitor: Visitor, code: str
) -> None:
    text = visitor.open(f"/en/s/{code}").text
    assert "Only the team sees your answers." in text
    assert "Number of questions: 6" in text
    assert "We keep the answers for a year." in text
    assert "01234 567890" in text
    assert "You can leave any question empty, except those marked “needs an answer”." in text


def test_the_codes_are_the_same_in_both_languages(app: Flask, code: str) -> None:
    for lang in ("cy", "en"):
        person = Visitor(app.test_client())
        answer_all(person, code, lang)
        press(person)
    first, second = db.session.scalars(sa.select(Response).order_by(Response.id))
    assert (first.language, second.language) == ("cy", "en")
    assert first.answers == second.answers


def test_what_is_wrong_is_shown_with_everything_else_kept(visitor: Visitor, code: str) -> None:
    begin(visitor, code)
    press(visitor, status=422, **{"q-voice": "p3"})
    assert visitor.page.errors == ["Question 1: Choose one answer"]
    assert visitor.page.select("[name=q-voice][checked]")[0].get("value") == "p3"
    group = visitor.page.select("#question-heard fieldset")[0]
    assert group.get("aria-describedby") == "q-heard-error"
    assert only_response().answers["voice"] == {"chosen": ["p3"]}
    press(visitor, **{"q-heard": "no"})
    press(visitor, status=422, **{"q-hours": "tri", "q-word": "iawn"})
    assert visitor.page.select("[name=q-hours]")[0].get("value") == "tri"
    assert only_response().unfinished == {"hours": {"q-hours": ["tri"]}}
    assert visitor.open(f"/en/s/{code}/2").select("[name=q-hours]")[0].get("value") == "tri"


def test_reloading_a_page_of_problems_keeps_what_was_typed_since(
    visitor: Visitor, code: str
) -> None:
    begin(visitor, code)
    press(visitor, status=422)
    visitor.post(f"/en/s/{code}/1/autosave", {"q-voice": "p3"})
    visitor.open(f"/en/s/{code}/1?put_right=1", status=422)
    assert visitor.page.select("[name=q-voice][checked]")[0].get("value") == "p3"
    assert visitor.page.errors == ["Question 1: Choose one answer"]


def test_none_of_these_cannot_stand_beside_another(visitor: Visitor, code: str) -> None:
    begin(visitor, code)
    press(visitor, status=422, **{"q-heard": "yes", "q-formats": ["easy", "none"]})
    assert visitor.page.errors == [
        "Question 2: Choose either “None of these” or other answers, not both"
    ]
    assert len(visitor.page.select("[name=q-formats][checked]")) == 2


def test_other_says_more(visitor: Visitor, code: str) -> None:
    begin(visitor, code)
    press(visitor, **{"q-heard": "else", "q-heard-else-other": " in part "})
    visitor.submit("Back")
    assert visitor.page.select("[name=q-heard-else-other]")[0].get("value") == "in part"
    press(visitor)
    press(visitor)
    assert "Something else: in part" in visitor.page.text


def test_back_keeps_what_is_typed_right_or_wrong(visitor: Visitor, code: str) -> None:
    begin(visitor, code)
    press(visitor, **{"q-heard": "no"})
    assert visitor.submit("Back", **{"q-hours": "tri"}).address.endswith("/1")
    press(visitor)
    assert visitor.page.select("[name=q-hours]")[0].get("value") == "tri"
    assert visitor.page.errors == []


def test_an_answer_is_changed_from_the_check(visitor: Visitor, code: str) -> None:
    answer_all(visitor, code)
    assert visitor.page.text.count("No answer given") == 1
    change = visitor.page.address.replace("check", "1?from=check")
    visitor.open(change)
    assert visitor.submit("Back").address.endswith("/check")
    visitor.open(change)
    press(visitor, **{"q-heard": "no"})
    assert visitor.page.address.endswith("/check")
    assert only_response().answers["heard"] == {"chosen": ["no"]}


def test_pages_ahead_lead_back_to_the_first_that_is_not_saved(visitor: Visitor, code: str) -> None:
    begin(visitor, code)
    assert visitor.open(f"/en/s/{code}/2").address.endswith("/1")
    assert visitor.open(f"/en/s/{code}/check").address.endswith("/1")
    assert visitor.open(f"/en/s/{code}/99").address.endswith("/1")
    assert visitor.open(f"/en/s/{code}/thanks").address.endswith("/1")
    visitor.post(f"/en/s/{code}/2", {"q-hours": "5"})
    assert visitor.page.address.endswith("/1")
    assert only_response().answers == {}


def test_back_leads_to_the_page_before_and_then_to_the_start(visitor: Visitor, code: str) -> None:
    begin(visitor, code)
    press(visitor, **FIRST)
    visitor.submit("Back")
    assert visitor.page.select("[name=q-heard][checked]")[0].get("value") == "yes"
    visitor.submit("Back")
    assert visitor.page.address == f"/en/s/{code}"
    visitor.submit("Carry on with these answers")
    assert visitor.page.address.endswith("/2")


def test_sending_without_a_needed_answer_leads_to_it(app: Flask, visitor: Visitor) -> None:
    code = make_published()[2].code
    answer_all(visitor, code)
    response = only_response()
    visitor.post(f"/en/s/{code}/1/autosave", {"q-voice": "p1"}, follow=False)
    visitor.open(f"/en/s/{code}/check")
    assert "This answer needs to be put right" in visitor.page.text
    press(visitor, status=422)
    assert visitor.page.address == f"/en/s/{code}/1"
    assert visitor.page.errors == ["Question 1: Choose one answer"]
    assert only_response().completed_at is None
    press(visitor, **{"q-heard": "no"})
    press(visitor)
    assert visitor.page.address.endswith("/thanks")
    assert only_response().answers["voice"] == {"chosen": ["p1"]}
    assert response.id == only_response().id


def test_the_group_of_a_person_is_kept_beside_the_answers(app: Flask, visitor: Visitor) -> None:
    ask = SingleChoice(
        code="group",
        text=Text.both("Pwy ydych chi?", "Who are you?"),
        options=(option("gives", "Staff", "Staff"), option("receives", "Cymuned", "Community")),
    )
    page = Section(code="you", title=Text.both("Chi", "You"), questions=(ask,))
    document = make_document(group_question="group", sections=(page,))
    code = make_published(document=document)[2].code
    begin(visitor, code)
    press(visitor, **{"q-group": "receives"})
    assert only_response().group == "receives"
    visitor.open(f"/en/s/{code}/1")
    visitor.submit("Clear this answer: 1")
    press(visitor)
    assert only_response().group == ""


def test_a_group_that_fell_off_the_path_is_none(app: Flask, visitor: Visitor) -> None:
    options = (option("gives", "Staff", "Staff"), option("receives", "Cymuned", "Community"))
    words = Text.both("Pa un?", "Which?")
    first = SingleChoice(code="first", text=words, options=options, required=True)
    rule = Chosen(question="first", options=("gives",))
    ask = SingleChoice(code="group", text=words, options=options, show_when=rule)
    pages = tuple(Section(code=f"on_{q.code}", title=words, questions=(q,)) for q in (first, ask))
    code = make_published(document=make_document(group_question="group", sections=pages))[2].code
    begin(visitor, code)
    press(visitor, **{"q-first": "gives"})
    press(visitor, **{"q-group": "receives"})
    assert only_response().group == "receives"
    visitor.open(f"/en/s/{code}/1")
    press(visitor, **{"q-first": "receives"})
    assert only_response().group == ""


def test_a_response_stays_with_the_version_that_it_began_with(app: Flask, visitor: Visitor) -> None:
    survey, first, channel = make_published()
    begin(visitor, channel.code)
    new = make_document(title=Text.both("Newydd", "New"))
    version = save(
        Version(
            survey_id=survey.id,
            number=2,
            revision=2,
            document=encode(new),
            published_at=clock.now(),
        )
    )
    survey.current_version_id = version.id
    press(visitor, **FIRST)
    assert "How did it go?" in visitor.page.title
    assert only_response().version_id == first.id
