"""The receipt: see, correct and withdraw what was sent, without saying who one is."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest
import sqlalchemy as sa
from flask import Flask
from msgspec.structs import replace

from coprod_survey.design.models import Survey
from coprod_survey.distribution.models import Channel
from coprod_survey.exports.actions import export
from coprod_survey.extensions import db
from coprod_survey.projects.models import Project
from coprod_survey.questionnaire.questions import Contact
from coprod_survey.questionnaire.text import Text
from coprod_survey.responses import sent
from coprod_survey.results.queries import results
from tests.factories import make_document, make_member, make_published
from tests.responses.people import FIRST, answer_all, count, only_response, press
from tests.visitor import Visitor, words_of


@pytest.fixture
def receipt(visitor: Visitor, code: str) -> str:
    """The receipt code of somebody who has sent their answers."""
    return ask_for_receipt(visitor, code)


@pytest.fixture
def elsewhere(app: Flask) -> Visitor:
    """The same person on another device."""
    return Visitor(app.test_client())


def ask_for_receipt(visitor: Visitor, code: str) -> str:
    """Answer, send, and ask for a receipt code."""
    answer_all(visitor, code)
    visitor.submit("Send my answers")
    page = visitor.submit("Give me a receipt code")
    assert page.h1 == "Your receipt code"
    return words_of(page.select("#receipt-code")[0])


def shut(code: str) -> None:
    """Close the survey."""
    db.session.execute(sa.update(Channel).where(Channel.code == code).values(is_open=False))
    db.session.commit()


def counted(survey_id: int | None = None) -> list[dict[str, object]]:
    """The answers that results and workbooks read."""
    db.session.commit()
    survey_id = survey_id or only_response().survey_id
    with sent.one_moment() as connection:
        return [row.answers for row in sent.stream(connection, survey_id)]


def survey() -> Survey:
    """The one survey that there is, as the database has it now."""
    db.session.expire_all()
    return db.session.scalars(sa.select(Survey)).one()


def test_a_receipt_is_given_only_to_who_asks(visitor: Visitor, code: str) -> None:
    answer_all(visitor, code)
    visitor.post(f"/en/s/{code}/receipt", {})
    assert only_response().return_key is None, "nothing was sent yet"
    visitor.open(f"/en/s/{code}/check")
    visitor.submit("Send my answers")
    assert only_response().return_key is None
    visitor.open(f"/en/s/{code}/receipt")
    assert visitor.page.address.endswith("/thanks")
    visitor.submit("Give me a receipt code")
    code_shown = words_of(visitor.page.select("#receipt-code")[0])
    assert [len(group) for group in code_shown.split("-")] == [4, 4, 4, 4]
    assert code_shown in words_of(visitor.page.select("#private-link")[0])
    assert visitor.page.select(".app-scan[role=img] svg")
    again = visitor.post(f"/en/s/{code}/receipt", {})
    assert words_of(again.select("#receipt-code")[0]) == code_shown


@pytest.mark.parametrize("way", ["link", "front page", "form"])
@pytest.mark.parametrize("lang", ["cy", "en"])
def test_with_the_code_people_see_what_they_sent(
    elsewhere: Visitor, code: str, receipt: str, way: str, lang: str
) -> None:
    typed = receipt.lower().replace("-", " ")
    if way == "link":
        elsewhere.open(f"/{lang}/r/{receipt}")
    elif way == "front page":
        elsewhere.open(f"/{lang}/code?code={typed}")
    else:
        elsewhere.open(f"/{lang}/s/{code}")
        elsewhere.open(f"/{lang}/receipt")
        press(elsewhere, receipt=typed)
    assert elsewhere.page.address == f"/{lang}/s/{code}/answers"
    assert {"cy": "7 awr", "en": "7 hours"}[lang] in elsewhere.page.text
    assert {"cy": "Print bras", "en": "Large print"}[lang] in elsewhere.page.text


def test_the_start_page_leads_to_the_form_for_the_code(visitor: Visitor, code: str) -> None:
    visitor.open(f"/en/s/{code}")
    visitor.follow("I have a receipt code")
    assert visitor.page.address == "/en/receipt"


@pytest.mark.parametrize("wrong", ["", "   ", "short", "CCCC-CCCC-CCCC-CCCC", "<b>", "\x00"])
def test_a_wrong_code_is_said_to_be_wrong_and_stays_in_its_field(
    elsewhere: Visitor, code: str, receipt: str, wrong: str
) -> None:
    elsewhere.open("/cy/receipt")
    press(elsewhere, status=422, receipt=wrong)
    assert elsewhere.page.errors
    assert elsewhere.page.title.startswith("Gwall:")
    if wrong.strip(" \x00"):
        assert elsewhere.page.select("#receipt")[0].get("value") == wrong


def test_a_browser_that_only_sent_the_answers_does_not_show_them(
    visitor: Visitor, code: str, receipt: str
) -> None:
    assert visitor.open(f"/en/s/{code}/answers").address.endswith("/thanks")
    assert visitor.open(f"/en/s/{code}/withdraw").address.endswith("/thanks")
    visitor.post(f"/en/s/{code}/withdraw", {})
    visitor.open(f"/en/s/{code}/thanks")
    visitor.post(f"/en/s/{code}/correct", {})
    assert only_response().sent_answers is None


def test_what_was_sent_counts_until_the_corrections_are_sent(
    app: Flask, elsewhere: Visitor, code: str, receipt: str
) -> None:
    before = only_response()
    sent_first, sent_at = before.answers, before.completed_at
    elsewhere.open(f"/cy/r/{receipt}")
    elsewhere.submit("Cywiro fy atebion")
    assert elsewhere.page.h1 == "Cywirwch eich atebion"
    elsewhere.open(f"/cy/s/{code}/1?from=check")
    assert "Rydych yn cywiro" in elsewhere.page.text
    press(elsewhere, **{**FIRST, "q-voice": "p3"})
    assert elsewhere.page.address == f"/cy/s/{code}/check"
    assert only_response().answers["voice"] == {"chosen": ["p3"]}
    assert counted() == [sent_first]
    assert "Peth" in elsewhere.open(f"/cy/s/{code}/answers").text
    elsewhere.follow("Parhau i gywiro")
    elsewhere.submit("Anfon fy nghywiriadau")
    assert elsewhere.page.address == f"/cy/s/{code}/thanks"
    after = only_response()
    assert counted() == [after.answers]
    assert after.answers["voice"] == {"chosen": ["p3"]}
    assert (after.completed_at, after.sent_answers) == (sent_at, None)
    assert "Llawer" in elsewhere.open(f"/cy/r/{receipt}").text


@pytest.mark.parametrize("where", ["check", "answers"])
def test_corrections_can_be_given_up(
    elsewhere: Visitor, code: str, receipt: str, where: str
) -> None:
    sent_first = only_response().answers
    elsewhere.open(f"/en/r/{receipt}")
    elsewhere.submit("Correct my answers")
    elsewhere.open(f"/en/s/{code}/2?from=check")
    elsewhere.post(f"/en/s/{code}/2/autosave", {"q-hours": "not a number"})
    elsewhere.open(f"/en/s/{code}/1?from=check")
    press(elsewhere, **{**FIRST, "q-voice": "p3"})
    elsewhere.open(f"/en/s/{code}/{where}")
    elsewhere.submit("Leave my answers as they were")
    assert elsewhere.page.address == f"/en/s/{code}/answers"
    row = only_response()
    assert (row.answers, row.unfinished, row.sent_answers) == (sent_first, {}, None)


def test_corrections_that_are_wrong_are_not_sent(
    elsewhere: Visitor, code: str, receipt: str
) -> None:
    sent_first = only_response().answers
    elsewhere.open(f"/en/r/{receipt}")
    elsewhere.submit("Correct my answers")
    elsewhere.open(f"/en/s/{code}/2?from=check")
    press(elsewhere, status=422, **{"q-hours": "many"})
    assert elsewhere.page.errors
    elsewhere.open(f"/en/s/{code}/check")
    elsewhere.submit("Send my corrections", status=422)
    assert elsewhere.page.errors
    assert counted() == [sent_first]


def test_when_the_survey_closes_meanwhile_what_was_sent_stays(
    elsewhere: Visitor, code: str, receipt: str
) -> None:
    sent_first = only_response().answers
    elsewhere.open(f"/en/r/{receipt}")
    elsewhere.submit("Correct my answers")
    elsewhere.open(f"/en/s/{code}/1?from=check")
    press(elsewhere, **{**FIRST, "q-voice": "p3"})
    shut(code)
    elsewhere.post(f"/en/s/{code}/check", {})
    assert elsewhere.page.h1 == "This survey has closed"
    assert counted() == [sent_first]
    page = elsewhere.open(f"/en/r/{receipt}")
    assert "Some" in page.text
    assert "Carry on correcting" not in page.text
    elsewhere.follow("Withdraw my answers")
    elsewhere.submit("Withdraw my answers for good")
    assert counted(survey().id) == []


def test_the_group_changes_only_when_the_corrections_are_sent(app: Flask, visitor: Visitor) -> None:
    document = make_document(group_question="heard")
    code = make_published(document=document)[2].code
    receipt = ask_for_receipt(visitor, code)
    assert only_response().group == "yes"
    visitor.open(f"/en/r/{receipt}")
    visitor.submit("Correct my answers")
    visitor.open(f"/en/s/{code}/1?from=check")
    press(visitor, **{**FIRST, "q-heard": "no"})
    assert only_response().group == "yes"
    visitor.submit("Send my corrections")
    assert only_response().group == "no"


def test_withdrawing_deletes_the_answers_and_counts_it(
    app: Flask, elsewhere: Visitor, code: str, receipt: str
) -> None:
    elsewhere.open(f"/en/r/{receipt}")
    elsewhere.follow("Withdraw my answers")
    assert "Number of answers: 5" in elsewhere.page.text
    assert count() == 1, "looking withdraws nothing"
    elsewhere.submit("Withdraw my answers for good")
    assert elsewhere.page.h1 == "Your answers have been withdrawn"
    assert count() == 0
    assert survey().withdrawn == 1
    assert elsewhere.client.get_cookie(f"response-{code}") is None
    elsewhere.open(f"/en/r/{receipt}", status=404)
    assert "withdrawn" in elsewhere.page.text


def test_a_second_press_says_kindly_that_there_is_nothing(
    app: Flask, elsewhere: Visitor, code: str, receipt: str
) -> None:
    other = Visitor(app.test_client())
    for person in (elsewhere, other):
        person.open(f"/en/r/{receipt}")
        person.follow("Withdraw my answers")
    elsewhere.submit("Withdraw my answers for good")
    other.submit("Withdraw my answers for good")
    assert other.page.address == "/en/receipt"
    assert "Your answers have been withdrawn, or they cannot be found" in other.page.text
    assert survey().withdrawn == 1


def test_answers_that_were_never_sent_cannot_be_withdrawn(visitor: Visitor, code: str) -> None:
    answer_all(visitor, code)
    visitor.open(f"/en/s/{code}/2")
    visitor.submit("Save and come back later")
    visitor.open(words_of(visitor.page.select("#private-link")[0]).removeprefix("http://localhost"))
    assert visitor.open(f"/en/s/{code}/withdraw").address == f"/en/s/{code}/check"
    visitor.post(f"/en/s/{code}/withdraw", {})
    assert count() == 1
    assert survey().withdrawn == 0


def test_results_and_workbook_say_how_many_withdrew(
    app: Flask, visitor: Visitor, code: str, receipt: str
) -> None:
    visitor.open(f"/en/r/{receipt}")
    visitor.follow("Withdraw my answers")
    visitor.submit("Withdraw my answers for good")
    answer_all(Visitor(app.test_client()), code)
    one = survey()
    found = results(survey_id=one.id, project_id=one.project_id)
    assert found is not None
    assert found.withdrawn == 1
    for lang, words in (("en", "Responses withdrawn: 1"), ("cy", "Ymatebion a dynnwyd yn ôl: 1")):
        file = BytesIO()
        export(file, survey_id=one.id, lang=lang)  # type: ignore[arg-type]
        cover = openpyxl.load_workbook(file).worksheets[0]
        assert words in [cell.value for row in cover.rows for cell in row]


def test_the_results_page_says_it_in_words(
    app: Flask, visitor: Visitor, visitor_as, code: str, receipt: str
) -> None:
    visitor.open(f"/en/r/{receipt}")
    visitor.follow("Withdraw my answers")
    visitor.submit("Withdraw my answers for good")
    one = survey()
    project = db.session.get(Project, one.project_id)
    assert project is not None
    staff = visitor_as(make_member(project))
    page = staff.open(f"/en/projects/{one.project_id}/surveys/{one.id}/results")
    assert "Responses withdrawn: 1" in page.text


def test_a_device_forgets_whose_answers_were_sent(visitor: Visitor, code: str) -> None:
    answer_all(visitor, code)
    cookie = visitor.client.get_cookie(f"response-{code}")
    assert cookie is not None
    assert cookie.max_age
    visitor.submit("Send my answers")
    cookie = visitor.client.get_cookie(f"response-{code}")
    assert cookie is not None
    assert cookie.max_age is None, "it goes when the browser is closed"
    visitor.submit("Forget me on this device")
    assert visitor.page.address == f"/{code}"
    assert visitor.client.get_cookie(f"response-{code}") is None
    assert visitor.open(f"/en/s/{code}/thanks").address == f"/en/s/{code}"


def test_what_is_kept_apart_is_neither_shown_nor_asked_again(app: Flask, visitor: Visitor) -> None:
    way = Contact(code="way", text=Text.both("Sut i’ch cyrraedd chi?", "How can we reach you?"))
    first, second = make_document().sections
    sections = (first, replace(second, questions=(*second.questions[:2], way, second.questions[2])))
    code = make_published(document=make_document(sections=sections))[2].code
    receipt = ask_for_receipt(visitor, code)
    page = visitor.open(f"/en/r/{receipt}")
    assert "How can we reach you" not in page.text
    assert "7. What changed?" in page.text, "the numbers stay as they were"
    visitor.submit("Correct my answers")
    assert visitor.page.h1 == "Correct your answers"
    assert "How can we reach you" not in visitor.page.text
    visitor.open(f"/en/s/{code}/2?from=check")
    assert not visitor.page.select("[name^=q-way]")
    press(visitor, **{"q-hours": "8", "q-change": "x"})
    visitor.submit("Send my corrections")
    assert visitor.page.address == f"/en/s/{code}/thanks"
    visitor.open(f"/en/r/{receipt}")
    visitor.follow("Withdraw my answers")
    assert "contact details" in visitor.page.text


def test_guessing_receipt_codes_is_limited(
    app: Flask, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(app.config, "RESUME_LIMIT", "3 per minute")
    visitor.open("/en/receipt")
    for _ in range(3):
        press(visitor, status=422, receipt="CCCC-CCCC-CCCC-CCCC")
    page = visitor.submit("Find my answers", status=429, receipt="CCCC-CCCC-CCCC-CCCC")
    assert page.h1 == "Too many tries in a short time"


def test_look_alikes_in_a_code_are_forgiven() -> None:
    from coprod_survey.responses.keys import key_of_return_code

    meant = key_of_return_code("2222-5555-8888-VVVV")
    assert meant is not None
    assert key_of_return_code("zzzz ssss bbbb uuuu") == meant
