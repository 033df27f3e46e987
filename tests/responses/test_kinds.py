"""Answering an order, a date and a postcode area, and reading a note, without any script."""

from __future__ import annotations

import pytest
from flask import Flask

from coprod_survey.questionnaire.document import Section
from coprod_survey.questionnaire.questions import Date, Note, PostcodeArea, Ranking
from coprod_survey.questionnaire.text import Text
from tests.factories import make_document, make_published, option
from tests.responses.people import begin, only_response, press
from tests.visitor import Visitor


def words(cy: str, en: str) -> Text:
    return Text.both(cy, en)


HEARD = Note(
    code="before",
    text=words("Cyn ateb", "Before you answer"),
    body=words("Cymerwch eich *amser*.\n\n- un\n- dau", "Take your *time*.\n\n- one\n- two"),
    video=words("https://fideo.example.org/cy", "https://video.example.org/en"),
    transcript=words("Croeso.", "Welcome."),
)
ORDER = Ranking(
    code="order",
    text=words("Beth sydd bwysicaf?", "What matters most?"),
    places=3,
    options=(
        option("time", "Amser", "Time"),
        option("trust", "Ymddiriedaeth", "Trust"),
        option("food", "Bwyd", "Food", hint=words("cinio i bawb", "lunch for everybody")),
        option("bus", "Bws", "Bus"),
    ),
)
JOINED = Date(
    code="joined", text=words("Pryd ymunoch chi?", "When did you join?"), latest="2026-06-30"
)
AREA = PostcodeArea(code="area", text=words("Ble rydych chi’n byw?", "Where do you live?"))


@pytest.fixture
def code(app: Flask) -> str:
    """A survey of one page to read and two pages with the kinds of question that are tried here."""
    read = Section(code="read", title=words("Darllen", "Read"), questions=(HEARD,))
    first = Section(code="one", title=words("Un", "One"), questions=(HEARD_AGAIN, ORDER, JOINED))
    second = Section(code="two", title=words("Dau", "Two"), questions=(AREA,))
    return make_published(None, make_document(sections=(read, first, second)))[2].code


HEARD_AGAIN = Note(code="again", text=words("Eto", "Once more"))


def reach_the_first_question(visitor: Visitor, code: str, lang: str = "en") -> None:
    begin(visitor, code, lang)
    press(visitor)


def test_a_note_is_read_and_asks_nothing(visitor: Visitor, code: str) -> None:
    assert "Number of questions: 3" in visitor.open(f"/en/s/{code}").text
    begin(visitor, code)
    page = visitor.page
    assert page.h1 == "Read" and not page.select(".govuk-caption-l")
    note = page.select("#question-before")[0]
    assert [li.text_content() for li in note.cssselect(".app-prose li")] == ["one", "two"]
    assert note.cssselect("em")[0].text_content() == "time"
    assert page.link("Watch the film (opens in a new tab)") == "https://video.example.org/en"
    press(visitor)
    assert visitor.page.h1 == "One"
    assert visitor.page.select("#question-again h2")[0].text_content() == "Once more"
    assert "Questions 1 to 2 of 3" in visitor.page.text
    press(visitor)
    press(visitor)
    assert visitor.page.h1 == "Check your answers"
    assert [h.text_content() for h in visitor.page.select("main h2")][:2] == ["One", "Two"]
    press(visitor)
    assert set(only_response().answers) == {"order", "joined", "area"}


def test_a_note_at_the_end_does_not_stand_in_the_way(app: Flask, visitor: Visitor) -> None:
    first = Section(code="one", title=words("Un", "One"), questions=(AREA,))
    last = Section(code="end", title=words("Diwedd", "End"), questions=(HEARD,))
    code = make_published(None, make_document(sections=(first, last)))[2].code
    begin(visitor, code)
    press(visitor, **{"q-area": "SA1"})
    assert visitor.page.h1 == "End"
    press(visitor)
    assert visitor.page.h1 == "Check your answers"


def test_an_order_with_a_gap_closes_up(visitor: Visitor, code: str) -> None:
    reach_the_first_question(visitor, code, "cy")
    labels = [e.text_content() for e in visitor.page.select("#question-order label")]
    assert labels == ["Dewis 1", "Dewis 2", "Dewis 3"]
    assert [e.text_content() for e in visitor.page.select("#question-order li")] == [
        "Bwyd: cinio i bawb"
    ]
    press(visitor, **{"q-order": "food", "q-order-3": "time"})
    press(visitor)
    assert "1. Bwyd2. Amser" in visitor.page.text
    assert only_response().answers["order"] == {"ranked": ["food", "time"]}


def test_an_option_chosen_twice_is_explained_where_it_stands(visitor: Visitor, code: str) -> None:
    reach_the_first_question(visitor, code)
    press(visitor, status=422, **{"q-order": "food", "q-order-2": "food"})
    [error] = visitor.page.errors
    assert error.startswith("Question 1: You chose “Food” twice: as choice 1 and as choice 2.")
    assert visitor.page.select(".govuk-error-summary a")[0].get("href") == "#q-order-2"
    [wrong] = visitor.page.select("[aria-invalid]")
    assert wrong.get("id") == "q-order-2"
    assert wrong.cssselect("option[selected]")[0].get("value") == "food"
    press(visitor, **{"q-order-2": "bus"})
    assert visitor.page.h1 == "Two"


@pytest.mark.parametrize(
    ("lang", "typed", "error", "field"),
    [
        (
            "en",
            {"q-joined": "31", "q-joined-month": "4", "q-joined-year": "2026"},
            "Question 2: Check the day: the last day of this month is 30",
            "q-joined",
        ),
        (
            "cy",
            {"q-joined": "1", "q-joined-year": "2026"},
            "Cwestiwn 2: Ysgrifennwch y mis hefyd, fel rhif neu enw",
            "q-joined-month",
        ),
        (
            "cy",
            {"q-joined": "1", "q-joined-month": "Gorffennaf", "q-joined-year": "2026"},
            "Cwestiwn 2: Ni chaiff y dyddiad fod ar ôl 30 Mehefin 2026",
            "q-joined-month",
        ),
    ],
)
def test_the_part_of_a_date_that_is_wrong_is_marked_and_nothing_is_lost(
    visitor: Visitor, code: str, lang: str, typed: dict[str, str], error: str, field: str
) -> None:
    reach_the_first_question(visitor, code, lang)
    press(visitor, status=422, **typed)
    assert visitor.page.errors == [error]
    assert [e.get("id") for e in visitor.page.select("[aria-invalid]")] == [field]
    for name, value in typed.items():
        assert visitor.page.select(f"[name={name}]")[0].get("value") == value


def test_a_date_is_kept_in_one_form_and_shown_in_either_language(
    visitor: Visitor, code: str
) -> None:
    reach_the_first_question(visitor, code)
    press(visitor, **{"q-joined": "01", "q-joined-month": "Mawrth", "q-joined-year": "2026"})
    press(visitor)
    assert "1 March 2026" in visitor.page.text
    assert "1 Mawrth 2026" in visitor.open(f"/cy/s/{code}/check").text
    assert only_response().answers["joined"] == "2026-03-01"


def test_the_second_half_of_a_postcode_is_never_kept_nor_shown_again(
    visitor: Visitor, code: str
) -> None:
    reach_the_first_question(visitor, code)
    press(visitor)
    visitor.post(f"/en/s/{code}/3/autosave", {"q-area": "cf10 3nq"})
    assert only_response().unfinished == {"area": {"q-area": ["CF10"]}}
    visitor.open(f"/en/s/{code}/3")
    page = visitor.submit("Cymraeg", **{"q-area": "SA1 1AA, Abertawe"})
    assert page.select("[name=q-area]")[0].get("value") == "SA1, Abertawe"
    press(visitor, status=422, **{"q-area": "LL57 2DG Bangor"})
    assert "2DG" not in visitor.page.html and "LL57" in visitor.page.html
    assert "2DG" not in str(only_response().unfinished)
    press(visitor, **{"q-area": "LL57 2DG"})
    assert only_response().answers["area"] == "LL57"
    assert "2DG" not in visitor.page.html
