"""How questions look: every type, in every state, in both languages."""

from __future__ import annotations

import pytest
from flask import Flask, g

from coprod_survey.questionnaire.document import Section
from coprod_survey.questionnaire.questions import ChoiceQuestion, Number, ShortText
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
