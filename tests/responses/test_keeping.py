"""Nothing typed is lost: switching language, clearing, autosave, stopping and coming back."""

from __future__ import annotations

import pytest
from flask import Flask

from coprod_survey.responses.keys import Key, key_of_return_code, new_key, read, return_code, sign
from tests.responses.people import FIRST, answer_all, begin, only_response, press
from tests.visitor import Visitor


def test_switching_language_keeps_what_is_typed_right_or_wrong(visitor: Visitor, code: str) -> None:
    begin(visitor, code, "cy")
    press(visitor, **FIRST)
    visitor.submit("English", **{"q-hours": "tri", "q-change": "Llawer\r\n<iawn>"})
    assert visitor.page.address == f"/en/s/{code}/2"
    assert visitor.page.select("[name=q-hours]")[0].get("value") == "tri"
    assert "<iawn>" in visitor.page.select("[name=q-change]")[0].text
    assert visitor.page.select(".govuk-error-summary") == []
    response = only_response()
    assert "hours" not in response.answers
    assert (response.language, response.languages) == ("cy", "cy en")


def test_switching_language_returns_to_the_same_question(visitor: Visitor, code: str) -> None:
    begin(visitor, code)
    form = {"switch_to": "cy", "q-heard": "yes", "q-formats": "easy"}
    visitor.post(f"/en/s/{code}/1", form, status=303, follow=False)
    assert visitor.page.headers["Location"] == f"/cy/s/{code}/1#question-formats"


def test_the_enter_key_does_not_switch_the_language(visitor: Visitor, code: str) -> None:
    begin(visitor, code)
    first = visitor.page.root.xpath("//button[@form='answer-form' or ancestor::form]")[0]
    assert first.get("name") is None


def test_a_language_that_does_not_exist_changes_nothing(visitor: Visitor, code: str) -> None:
    begin(visitor, code)
    visitor.post(f"/en/s/{code}/1", {"switch_to": "xx"}, status=400)
    assert only_response().languages == "en"


def test_an_answer_can_be_taken_back(visitor: Visitor, code: str) -> None:
    begin(visitor, code)
    press(visitor, **FIRST)
    visitor.submit("Back")
    visitor.submit("Clear this answer: 3", **{"q-heard": "no"})
    assert visitor.page.select("[name=q-voice][checked]") == []
    assert visitor.page.select("[name=q-heard][checked]")[0].get("value") == "no"
    press(visitor)
    assert only_response().answers["voice"] == {"special": "skipped"}
    assert only_response().unfinished == {}


def test_what_is_typed_is_kept_while_a_person_is_still_at_it(visitor: Visitor, code: str) -> None:
    begin(visitor, code)
    form = {"q-heard": "else", "q-heard-else-other": "Ychydig"}
    answer = visitor.post(f"/cy/s/{code}/1/autosave", form)
    assert answer.headers["Content-Type"].startswith("text/plain")
    assert only_response().answers == {}
    page = visitor.open(f"/en/s/{code}")
    page = visitor.submit("Carry on with these answers")
    assert page.select("[name=q-heard-else-other]")[0].get("value") == "Ychydig"
    press(visitor)
    assert only_response().answers["heard"] == {"chosen": ["else"], "other": "Ychydig"}
    assert only_response().unfinished == {}


def test_sending_takes_what_was_kept_and_never_saved(visitor: Visitor, code: str) -> None:
    answer_all(visitor, code)
    visitor.open(f"/en/s/{code}/2")
    visitor.post(f"/en/s/{code}/2/autosave", {"q-hours": "12", "q-word": "new"})
    visitor.open(f"/en/s/{code}/check")
    assert "12 hours" in visitor.page.text
    press(visitor)
    assert only_response().answers["hours"] == 12


def test_autosave_without_a_response_says_that_it_cannot(visitor: Visitor, code: str) -> None:
    visitor.open(f"/en/s/{code}")
    visitor.post(f"/en/s/{code}/1/autosave", {"q-heard": "yes"}, status=409)


def test_a_private_link_leads_back_on_another_device(
    app: Flask, visitor: Visitor, code: str
) -> None:
    begin(visitor, code)
    press(visitor, **FIRST)
    visitor.submit("Save and come back later", **{"q-hours": "seven"})
    assert visitor.page.h1 == "Your answers are saved"
    link = visitor.page.select("#private-link")[0].text_content()
    assert visitor.open(visitor.page.address).select("#private-link")[0].text_content() == link
    elsewhere = Visitor(app.test_client())
    elsewhere.open(link.replace("http://localhost", "").replace("/en/", "/cy/").lower())
    assert elsewhere.page.address == f"/cy/s/{code}/2"
    assert elsewhere.page.select("[name=q-hours]")[0].get("value") == "seven"
    press(elsewhere, **{"q-hours": "7"})
    visitor.open(f"/en/s/{code}/2")
    assert visitor.page.select("[name=q-hours]")[0].get("value") == "7"
    elsewhere.open(f"/en/s/{code}/2")
    elsewhere.submit("Save and come back later")
    assert elsewhere.page.select("#private-link")[0].text_content() == link
    press_send = elsewhere.open(f"/en/s/{code}/check")
    assert press_send.h1 == "Check your answers"
    press(elsewhere)
    assert visitor.open(f"/en/s/{code}/2").address.endswith("/thanks")
    assert visitor.open(link.replace("http://localhost", "")).address.endswith("/answers")
    assert only_response().languages == "en cy"


@pytest.mark.parametrize("wrong", ["CCCC-CCCC-CCCC-CCCC", "short", "CCCC-CCCC-CCCC-CCC0"])
def test_a_wrong_private_link_leads_nowhere(visitor: Visitor, code: str, wrong: str) -> None:
    begin(visitor, code)
    page = visitor.open(f"/en/r/{wrong}", status=404)
    assert page.h1 == "This link does not lead to any answers"


def test_the_database_holds_nothing_that_opens_a_response(visitor: Visitor, code: str) -> None:
    begin(visitor, code)
    visitor.submit("Save and come back later")
    link = visitor.page.select("#private-link")[0].text_content().rsplit("/", 1)[1]
    cookie = visitor.client.get_cookie(f"response-{code}")
    assert cookie is not None
    assert cookie.http_only
    assert cookie.same_site == "Lax"
    response = only_response()
    held = f"{response.key} {response.return_key}"
    assert link not in held
    assert link.replace("-", "") not in held
    assert cookie.value.split(".")[0] not in held


def test_keys_are_signed_for_one_survey() -> None:
    key = new_key()
    signed = sign(key, code="AAAAAA", secret_key="secret")
    assert read(signed, code="AAAAAA", secret_key="secret") == key
    assert read(signed, code="BBBBBB", secret_key="secret") is None
    assert read(signed, code="AAAAAA", secret_key="another") is None
    assert read("rubbish", code="AAAAAA", secret_key="secret") is None
    assert read(None, code="AAAAAA", secret_key="secret") is None


def test_a_return_code_is_stable_and_leads_to_its_own_key() -> None:
    code = return_code(Key("tabc"), secret_key="secret")
    assert code == return_code(Key("tabc"), secret_key="secret")
    assert code != return_code(Key("tabd"), secret_key="secret")
    key = key_of_return_code(code.lower())
    assert key is not None
    assert key.column == "return_key"
    assert return_code(key, secret_key="secret") == code


def test_what_is_far_too_long_is_kept_whole_and_says_how_much(visitor: Visitor, code: str) -> None:
    begin(visitor, code)
    press(visitor, **FIRST)
    words = "Llŷn " * 15_000
    page = visitor.submit("Continue", status=422, **{"q-change": words, "q-hours": "tri"})
    assert page.title.startswith("Error: ")
    assert len(page.errors) == 2
    assert [a.get("href") for a in page.select(".govuk-error-summary a")] == [
        "#q-hours",
        "#q-change",
    ]
    assert (page.select("#q-change")[0].text or "").strip() == words.strip()
    assert page.errors[1].endswith("it may have 2,000 characters and has 74,999")
    press(visitor, **{"q-change": "Llŷn", "q-hours": "3"})
    assert visitor.page.h1 == "Check your answers"
