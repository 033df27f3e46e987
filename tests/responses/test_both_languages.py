"""Both languages at once: each sentence of the survey with its other face below it."""

from __future__ import annotations

import pytest
from flask import Flask

from coprod_survey.questionnaire.document import Section
from coprod_survey.questionnaire.questions import Dropdown, PostcodeArea
from coprod_survey.questionnaire.text import Text
from tests.factories import make_document, make_published, option
from tests.responses.people import FIRST, answer_all, begin, only_response, press
from tests.visitor import Page, Visitor, words_of

SHOW, HIDE = "Show both languages", "Show one language"


def below(page: Page, css: str) -> list[str]:
    """The words of the other language inside what a selector finds."""
    return [words_of(e) for e in page.select(f"{css} .app-other")]


def test_the_start_shows_the_words_of_the_survey_in_both(visitor: Visitor, code: str) -> None:
    visitor.open(f"/en/s/{code}")
    page = visitor.submit(SHOW)
    assert below(page, "h1") == ["Sut aeth hi?"]
    assert "Rydym am ddysgu gyda’n gilydd." in page.text
    assert page.title.startswith("How did it go? – ")
    assert {e.get("lang") for e in page.select(".app-other")} == {"cy"}
    assert only_start(visitor, code)
    assert below(visitor.submit(HIDE), "main") == []


def only_start(visitor: Visitor, code: str) -> bool:
    """Whether choosing both has begun no response."""
    return visitor.client.get_cookie(f"response-{code}") is None


def test_a_page_keeps_what_is_typed_and_the_place(visitor: Visitor, code: str) -> None:
    begin(visitor, code, "cy")
    press(visitor, **FIRST)
    page = visitor.submit("Dangos y ddwy iaith", **{"q-hours": "tri", "q-word": "Ŵyn"})
    assert page.address == f"/cy/s/{code}/2"
    assert page.select("[name=q-hours]")[0].get("value") == "tri"
    assert below(page, "h1") == ["More"]
    assert below(page, "#question-hours label") == ["How many hours did you give?"]
    assert below(page, "#q-hours-unit") == ["hours"]
    assert below(page, "#q-change-hint") == ["Do not name people."]
    assert page.title.startswith("Rhagor – Sut aeth hi?")
    assert only_response().languages == "cy en"


def test_an_option_holds_its_other_face_inside_its_label(visitor: Visitor, code: str) -> None:
    begin(visitor, code)
    page = visitor.submit(SHOW, **{"q-heard": "no"})
    labels = page.select("#question-heard label")
    assert [words_of(label) for label in labels][:2] == ["Yes Do", "No Naddo"]
    assert all(label.cssselect("span[lang=cy]") for label in labels[:2])
    assert page.select("[name=q-heard][checked]")[0].get("value") == "no"
    one = visitor.submit(HIDE)
    assert below(one, "main") == []
    assert visitor.client.get_cookie("both") is None


def test_a_long_list_names_each_option_in_both_languages(app: Flask, visitor: Visitor) -> None:
    towns = Dropdown(
        code="town",
        text=Text.both("Pa dref?", "Which town?"),
        options=(
            option("cardiff", "Caerdydd", "Cardiff"),
            option("llanelli", "Llanelli", "Llanelli"),
        ),
    )
    page = Section(code="s", title=Text.both("Tref", "Town"), questions=(towns,))
    begin(visitor, make_published(None, make_document(sections=(page,)))[2].code)
    assert listed(visitor.submit(SHOW)) == ["Cardiff – Caerdydd", "Llanelli"]
    assert listed(visitor.submit(HIDE)) == ["Cardiff", "Llanelli"]


def listed(page: Page) -> list[str]:
    """The options of a list, without the line that asks to choose."""
    return [words_of(option) for option in page.select("select option")][1:]


def test_what_needs_an_answer_is_marked_in_the_language_of_the_page(
    visitor: Visitor, code: str
) -> None:
    begin(visitor, code)
    legend = visitor.submit(SHOW).select("#question-heard legend")[0]
    assert words_of(legend) == "1. Were you heard? (needs an answer) A gawsoch chi eich clywed?"


def test_the_check_and_the_thanks_show_both(visitor: Visitor, code: str) -> None:
    answer_all(visitor, code)
    page = visitor.submit(SHOW)
    assert page.h1 == "Check your answers"
    assert "A gawsoch chi eich clywed?" in below(page, "dt")
    assert below(page, "dd")[:3] == ["Do", "Hawdd ei ddeall", "Print bras"]
    assert not page.select("dd a .app-other")
    press(visitor)
    assert only_response().languages == "en cy"
    assert "Byddwn yn rhannu’r canlyniadau ym mis Mai." in visitor.page.text
    assert "Byddwn" not in visitor.submit(HIDE).text


def test_who_chose_both_before_the_start_is_known_for_it(visitor: Visitor, code: str) -> None:
    visitor.open(f"/cy/s/{code}")
    visitor.submit("Dangos y ddwy iaith")
    press(visitor)
    assert (only_response().language, only_response().languages) == ("cy", "cy en")


def test_the_wish_is_out_of_reach_of_scripts_and_ends_with_the_browser(
    visitor: Visitor, code: str
) -> None:
    visitor.open(f"/en/s/{code}")
    visitor.submit(SHOW)
    cookie = visitor.client.get_cookie("both")
    assert cookie is not None
    assert cookie.http_only
    assert cookie.same_site == "Lax"
    assert cookie.max_age is None and cookie.expires is None
    assert visitor.open("/en/cookies").text.count("both") >= 1


def test_one_person_s_wish_is_not_shown_to_another(app: Flask, visitor: Visitor, code: str) -> None:
    begin(visitor, code)
    visitor.submit(SHOW)
    other = Visitor(app.test_client())
    begin(other, code)
    assert below(other.page, "main") == []


def test_both_languages_stay_light(visitor: Visitor, code: str) -> None:
    begin(visitor, code)
    assert len(visitor.submit(SHOW).data) < 15_000


@pytest.mark.parametrize("scripted", [True, False])
def test_a_script_is_told_where_a_form_leads(visitor: Visitor, code: str, scripted: bool) -> None:
    begin(visitor, code)
    token = visitor.page.select("input[name=csrf_token]")[0].get("value")
    headers = {"HX-Request": "true"} if scripted else {}
    for form, goal in (
        ({"q-heard": "yes"}, f"/en/s/{code}/2"),
        ({}, f"/en/s/{code}/1?put_right=1"),
        ({"switch_to": "cy", "q-heard": "yes"}, f"/cy/s/{code}/1#question-heard"),
        ({"later": "1"}, f"/en/s/{code}/save"),
    ):
        answer = visitor.client.post(
            f"/en/s/{code}/1", data={**form, "csrf_token": token}, headers=headers
        )
        assert answer.status_code == (204 if scripted else 303)
        assert answer.headers["HX-Redirect" if scripted else "Location"] == goal
        assert ("Location" in answer.headers) is not scripted
        assert not (scripted and answer.data)


def test_autosave_never_answers_with_a_page(app: Flask, visitor: Visitor, code: str) -> None:
    from coprod_survey.distribution.models import Channel
    from coprod_survey.extensions import db

    begin(visitor, code)
    db.session.execute(db.update(Channel).values(is_open=False))
    db.session.commit()
    visitor.post(f"/en/s/{code}/1/autosave", {"q-heard": "yes"}, status=409)


def test_what_we_say_ourselves_within_a_question_is_in_both(app: Flask, visitor: Visitor) -> None:
    area = PostcodeArea(code="area", text=Text.both("Ble?", "Where?"), required=True)
    page = Section(code="s", title=Text.both("Lle", "Place"), questions=(area,))
    begin(visitor, make_published(None, make_document(sections=(page,)))[2].code)
    here = visitor.submit(SHOW)
    assert below(here, "#q-area-half")[0].startswith("Dim ond yr hanner cyntaf")
    press(visitor, status=422, **{"q-area": "99"})
    assert below(visitor.page, "#q-area-error") == [
        "Ysgrifennwch hanner cyntaf cod post, fel CF10 neu LL57"
    ]
    assert below(visitor.submit(HIDE), "main") == []
