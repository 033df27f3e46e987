"""How questions look: every type, in every state, in both languages."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask, g
from msgspec import structs

from coprod_survey.questionnaire.document import Section
from coprod_survey.questionnaire.questions import TYPES, ChoiceQuestion, Number, ShortText
from coprod_survey.questionnaire.questions.base import Picture
from coprod_survey.questionnaire.text import Text
from coprod_survey.responses import faces
from tests.factories import make_document
from tests.visitor import Visitor


def draw(app: Flask, lang: str, *arguments: object) -> str:
    """A question in one language."""
    with app.test_request_context("/"):
        g.lang = lang
        return faces.ask(*arguments)


@pytest.mark.parametrize("kind", sorted({q.type for q in make_document().questions.values()}))
@pytest.mark.parametrize("lang", ["cy", "en"])
def test_every_type_has_a_face_that_shows_what_was_typed(app: Flask, kind: str, lang: str) -> None:
    question = next(q for q in make_document().questions.values() if q.type == kind)
    answer = {"number": 7}.get(kind, "da <b>")
    if isinstance(question, ChoiceQuestion):
        answer = {"chosen": [question.options[0].code]}
    html = draw(app, lang, question, 4, "", question.raw(answer), question.problem("Oh dear"))
    assert f"4. {question.text.face(lang)}" in html
    assert 'class="govuk-error-message"' in html
    assert f'id="question-{question.code}"' in html
    assert f'id="{question.name}"' in html
    shown = "checked" if isinstance(question, ChoiceQuestion) else {"number": '"7"'}.get(kind)
    assert (shown or "da &lt;b&gt;") in html


def test_words_that_are_missing_are_marked_as_the_other_language(app: Flask) -> None:
    html = draw(app, "cy", ShortText(code="a", text=Text(en="How?")), 1)
    assert '<span lang="en">How?</span>' in html


def test_a_number_says_its_unit_and_asks_for_the_right_keys(app: Flask) -> None:
    unit = Text(en="hours")
    html = draw(app, "en", Number(code="a", text=Text(en="How many?"), unit=unit, least=0), 1)
    assert 'inputmode="numeric"' in html
    assert 'aria-describedby="q-a-unit"' in html
    html = draw(app, "en", Number(code="a", text=Text(en="How many?"), least=0, whole=False), 1)
    assert 'inputmode="decimal"' in html
    assert "inputmode" not in draw(app, "en", Number(code="a", text=Text(en="How cold?")), 1)


@pytest.mark.parametrize(
    ("required", "must", "marked"),
    [
        ((), "none", ["", "", ""]),
        ((0,), "few", ["required", "", ""]),
        ((0, 1), "most", ["", "", "optional"]),
        ((0, 1, 2), "all", ["", "", ""]),
    ],
)
def test_only_the_exception_is_marked(
    required: tuple[int, ...], must: str, marked: list[str]
) -> None:
    questions = tuple(ShortText(code=f"q{n}", required=n in required) for n in range(3))
    document = make_document(sections=(Section(code="s", questions=questions),))
    assert faces.must_answer(document) == must
    assert list(faces.marks(document).values()) == marked


def test_the_length_of_a_survey_is_told_in_minutes() -> None:
    assert faces.minutes(make_document(sections=())) == 1
    many = tuple(ShortText(code=f"q{n}") for n in range(30))
    assert faces.minutes(make_document(sections=(Section(code="s", questions=many),))) == 10


def test_a_scale_stands_in_a_list_with_words_at_each_point(visitor: Visitor, code: str) -> None:
    visitor.open(f"/en/s/{code}")
    page = visitor.submit("Start")
    labels = [label.text_content() for label in page.select("#question-voice label")]
    assert labels == ["None at all", "Some", "A lot"]


@pytest.fixture
def pictures(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """The address of pictures, where nothing serves them yet."""
    if "pictures.show" not in app.view_functions:
        addresses = {"pictures.show": "/pictures/{file}"}
        monkeypatch.setattr(
            "coprod_survey.web.language.url_for",
            lambda endpoint, **values: addresses[endpoint].format(**values),
        )


RICH = {
    "text": Text.both("Sut oedd hi?", "How was it?"),
    "why": Text.both("I ddysgu **gyda chi**.", "To learn **with you**."),
    "picture": Picture(file="0" * 32 + ".png", alt=Text.both("Bwrdd <crwn>", "A round <table>")),
    "audio": Text.both("https://sain.example/cy", "https://sound.example/en"),
    "video": Text.both("https://ffilm.example/cy", "https://film.example/en"),
    "transcript": Text.both("Sut oedd hi?", "How was it?"),
}


@pytest.mark.usefixtures("pictures")
@pytest.mark.parametrize("kind", TYPES)
def test_what_helps_to_understand_stands_in_the_language_of_the_page(app: Flask, kind: str) -> None:
    question = structs.replace(TYPES[kind].fresh(), **RICH)
    for lang, alt, media, why in (
        ("cy", "Bwrdd &lt;crwn&gt;", ("https://sain.example/cy", "https://ffilm.example/cy"), "I"),
        (
            "en",
            "A round &lt;table&gt;",
            ("https://sound.example/en", "https://film.example/en"),
            "To",
        ),
    ):
        html = draw(app, lang, question, "4")
        assert f'src="/pictures/{"0" * 32}.png" alt="{alt}"' in html
        for address in media:
            assert f'href="{address}" target="_blank" rel="noopener noreferrer"' in html
        assert f"<p>{why} " in html
        assert html.count("<details") == 2


@pytest.mark.parametrize("kind", TYPES)
def test_nothing_is_drawn_where_nothing_helps(app: Flask, kind: str) -> None:
    html = draw(app, "en", structs.replace(TYPES[kind].fresh(), text=RICH["text"]), "4")
    for part in ("<details", "<img", "app-question__media"):
        assert part not in html


def test_a_recording_in_the_other_language_is_not_offered(app: Flask) -> None:
    words: dict[str, Any] = {"text": RICH["text"], "audio": Text(en="https://sound.example/en")}
    assert "sound.example" not in draw(app, "cy", ShortText(code="a", **words), "1")
    assert "sound.example" in draw(app, "en", ShortText(code="a", **words), "1")
