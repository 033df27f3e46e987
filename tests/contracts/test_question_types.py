"""The contract of a question type: whatever is in the registry can do all that the house asks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import lxml.html
import msgspec
import pytest
from flask import Flask, g
from msgspec.structs import replace

from coprod_survey.accounts.models import User
from coprod_survey.questionnaire.answers import Answer, is_answered
from coprod_survey.questionnaire.column import LONGEST
from coprod_survey.questionnaire.document import Section
from coprod_survey.questionnaire.problem import Problem
from coprod_survey.questionnaire.questions import (
    TYPES,
    BaseQuestion,
    Consent,
    Contact,
    Date,
    Dropdown,
    Ladder,
    LongText,
    MultipleChoice,
    Note,
    Number,
    PostcodeArea,
    Ranking,
    Scale,
    ShortText,
    SingleChoice,
    Statements,
    YesNo,
)
from coprod_survey.questionnaire.questions.base import FAMILIES
from coprod_survey.questionnaire.summary import ANSWERED, ASKED, Tally
from coprod_survey.questionnaire.text import LANGUAGES, Language, Text
from coprod_survey.responses import faces
from tests.factories import make_document, make_member, make_project, make_published, option
from tests.sending import send
from tests.visitor import Visitor

LONG = "a" * 32
WORDS = Text.both("Cwestiwn?", "A question?")
OPTIONS = (
    option("one", "Un", "One", value=1),
    option("two", "Dau", "Two", value=2),
    option("else", "Arall", "Other", role="other"),
    option("dk", "Ddim yn gwybod", "Don’t know", role="dont_know"),
)

EXAMPLES: dict[str, list[tuple[Any, list[dict[str, list[str]]]]]] = {
    "single_choice": [
        (
            SingleChoice(code=LONG, text=WORDS, options=OPTIONS),
            [{"": ["two"]}, {"": ["else"], "-else-other": ["=1+1 ŵ"]}],
        )
    ],
    "yes_no": [
        (YesNo(code=LONG, text=WORDS, pair="oes").settled(), [{"": ["yes"]}, {"": ["no"]}]),
        (
            YesNo(code="y", text=WORDS, pair="do", dont_know=True, prefer_not=True).settled(),
            [{"": ["dont_know"]}, {"": ["no"]}],
        ),
    ],
    "dropdown": [
        (
            Dropdown(code=LONG, text=WORDS, options=OPTIONS),
            [{"": ["two"]}, {"": ["else"], "-else-other": ["=1+1 ŵ"]}],
        ),
        (
            Dropdown(
                code="long",
                text=WORDS,
                alphabetical=False,
                options=tuple(option(f"o{n}", f"Lle {n}", f"Place {n}") for n in range(40)),
            ),
            [{"": ["o7"]}],
        ),
    ],
    "ladder": [
        (
            replace(Ladder.fresh(), code=LONG, text=WORDS),
            [{"-then": ["coercion"], "-now": ["co_design"], "-hoped": ["co_production"]}],
        ),
        (
            replace(Ladder.fresh(), code="l", text=WORDS, moments=Ladder.fresh().moments[1:2]),
            [{"-now": ["dont_know"]}],
        ),
    ],
    "multiple_choice": [
        (
            MultipleChoice(code=LONG, text=WORDS, options=OPTIONS),
            [{"": ["two", "one"]}, {"": ["dk"]}, {"": ["one", "else"], "-else-other": ["x"]}],
        )
    ],
    "scale": [
        (Scale(code=LONG, text=WORDS, options=OPTIONS), [{"": ["two"]}, {"": ["dk"]}]),
        (Scale(code="short", text=WORDS, options=OPTIONS[:2]), [{"": ["one"]}]),
    ],
    "statements": [
        (
            Statements(
                code=LONG,
                text=WORDS,
                statements=(
                    option("a" * 32, "Cefais lais.", "I had a say."),
                    option("b", "B", "B"),
                ),
                options=(*OPTIONS[:2], OPTIONS[3]),
            ),
            [{"-" + "a" * 32: ["two"], "-b": ["dk"]}, {"-b": ["one"]}],
        )
    ],
    "number": [
        (Number(code=LONG, text=WORDS), [{"": ["12"]}, {"": ["-3"]}]),
        (Number(code="n", whole=False, unit=WORDS, text=WORDS), [{"": ["0.25"]}]),
    ],
    "short_text": [(ShortText(code=LONG, text=WORDS), [{"": ["dau air"]}])],
    "long_text": [(LongText(code=LONG, text=WORDS), [{"": ["un\n\ndau 😀"]}])],
    "ranking": [
        (
            Ranking(code=LONG, text=WORDS, options=OPTIONS[:2], places=1),
            [{"": ["two"]}, {"": ["one"]}],
        ),
        (Ranking(code="order", text=WORDS, options=OPTIONS[:2]), [{"": ["two"], "-2": ["one"]}]),
    ],
    "date": [
        (
            Date(code=LONG, text=WORDS, earliest="2020", latest="2026-11-30"),
            [{"": ["29"], "-month": ["2"], "-year": ["2024"]}],
        ),
        (
            Date(code="month", text=WORDS, precision="month"),
            [{"": ["12"], "-year": ["1999"]}, {"": ["1"], "-year": ["2026"]}],
        ),
        (Date(code="year", text=WORDS, precision="year", latest="1950"), [{"": ["1948"]}]),
    ],
    "postcode_area": [(PostcodeArea(code=LONG, text=WORDS), [{"": ["CF10"]}, {"": ["SA1"]}])],
    "consent": [(Consent(code=LONG, text=WORDS, options=Consent.fresh().options), [{"": ["yes"]}])],
    "contact": [
        (
            Contact(code=LONG, text=WORDS),
            [{"": ["yes"], "-name": ["Siân"], "-email": ["sian@example.org"]}],
        ),
        (
            Contact(code="call", text=WORDS, ask_name=False, ask_email=False),
            [{"": ["yes"], "-telephone": ["+44 1632 960001"]}],
        ),
    ],
    "note": [(Note(code=LONG, text=WORDS, body=WORDS), [])],
}
"""For each type: questions, and what a form may send for them (field name after the main one's)."""

CASES = [
    pytest.param(question, [{question.name + k: v for k, v in s.items()} for s in sent], id=name)
    for name, examples in EXAMPLES.items()
    for question, sent in examples
]

ASKING = [case for case in CASES if case.values[0].asks]  # type: ignore[attr-defined]
COUNTED = [case for case in CASES if case.values[0].counted]  # type: ignore[attr-defined]


def answers_of(question: BaseQuestion, sent: list[dict[str, list[str]]]) -> list[Answer]:
    """What the question makes of each thing that a form sent."""
    answers = [question.parse(raw) for raw in sent]
    assert not any(isinstance(a, Problem) for a in answers), answers
    return answers


def test_every_type_has_examples_here() -> None:
    assert set(EXAMPLES) == set(TYPES)


@pytest.mark.parametrize("name", TYPES)
def test_a_type_says_what_it_is_and_when_to_choose_it(name: str) -> None:
    assert TYPES[name].label and TYPES[name].purpose.endswith(".")
    assert TYPES[name].family in FAMILIES


@pytest.mark.parametrize(("question", "sent"), CASES)
def test_an_answer_can_be_put_back_into_its_form(question: BaseQuestion, sent: Any) -> None:
    for answer in answers_of(question, sent):
        assert question.parse(question.raw(answer)) == answer


@pytest.mark.parametrize(("question", "sent"), CASES)
def test_an_answer_is_the_same_after_it_was_stored(question: BaseQuestion, sent: Any) -> None:
    for answer in answers_of(question, sent):
        assert msgspec.json.decode(msgspec.json.encode(answer)) == answer


@pytest.mark.parametrize(("question", "sent"), CASES)
def test_an_answer_can_be_read_in_both_languages(question: BaseQuestion, sent: Any) -> None:
    for answer in answers_of(question, sent):
        for lang in LANGUAGES:
            lines = question.show(answer, lang)
            assert lines and all(isinstance(line, str) for line in lines) and any(lines)


@pytest.mark.parametrize(("question", "sent"), CASES)
def test_cells_fit_their_columns(question: BaseQuestion, sent: Any) -> None:
    columns = question.columns()
    names = [column.name for column in columns]
    assert len(set(names)) == len(names)
    for name in names:
        assert name.isascii() and name[0].isalpha() and len(name) <= LONGEST, name
    for answer in answers_of(question, sent):
        for lang in LANGUAGES:
            cells = question.cells(answer, lang)
            assert len(cells) == len(columns)
            for column, cell in zip(columns, cells, strict=True):
                expected = {"number": (int, float), "flag": int}.get(column.kind, str)
                assert cell is None or isinstance(cell, expected), (column, cell)


@pytest.mark.parametrize(("question", "sent"), CASES)
def test_codes_are_the_same_in_both_languages(question: BaseQuestion, sent: Any) -> None:
    for answer in answers_of(question, sent):
        both = [
            [
                cell
                for column, cell in zip(
                    question.columns(), question.cells(answer, lang), strict=True
                )
                if column.kind != "label"
            ]
            for lang in LANGUAGES
        ]
        assert both[0] == both[1]


@pytest.mark.parametrize(("question", "sent"), COUNTED)
def test_tallies_of_parts_make_the_tally_of_all(question: BaseQuestion, sent: Any) -> None:
    answers = answers_of(question, sent * 3)
    tallies = [question.tally(answer) for answer in answers]
    whole = sum(tallies, Tally())
    assert sum(tallies[:2], Tally()) + sum(tallies[2:], Tally()) == whole
    assert whole[ANSWERED] == len(answers)
    assert all(isinstance(key, str) for key in whole)
    whole[ASKED] = len(answers)
    summaries = list(question.summaries(whole))
    assert [part for part, _summary in summaries] == list(question.parts or [None])
    for part, summary in summaries:
        assert bool(summary.items) != bool(summary.measures)
        assert summary.base == len(answers) if part is None else 0 < summary.base <= len(answers)
    assert all(summary.base == 0 for _part, summary in question.summaries(Tally()))


@pytest.mark.parametrize("name", TYPES)
@pytest.mark.parametrize("face", ["ask", "design", "print", "result"])
def test_a_type_has_every_face(root: Path, name: str, face: str) -> None:
    assert (root / "templates" / "questions" / face / f"{name}.html").is_file()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("question", "sent"), CASES)
def test_the_face_that_asks_holds_what_was_answered(
    app: Flask, question: Any, sent: list[dict[str, list[str]]], lang: Language
) -> None:
    for answer in answers_of(question, sent):
        values = question.raw(answer)
        with app.test_request_context(f"/{lang}/"):
            g.lang = lang
            html = lxml.html.fromstring(f"<form>{faces.ask(question, 7, values=values)}</form>")
        heading = html.cssselect("legend, label")[0].text_content()
        assert WORDS.face(lang) in heading
        assert "7" in heading
        held: dict[str, list[str]] = {}
        for name, value in html.form_values():
            if value:  # a browser drops the line end that a text area begins with
                held.setdefault(name, []).append(value.removeprefix("\n"))
        assert held == values


@pytest.mark.parametrize(("question", "sent"), ASKING)
def test_an_error_is_part_of_what_describes_the_field(
    app: Flask, question: Any, sent: list[dict[str, list[str]]]
) -> None:
    problem = Problem("Choose an answer", field=question.name)
    with app.test_request_context("/cy/"):
        g.lang = "cy"
        html = lxml.html.fromstring(f"<form>{faces.ask(question, 1, problem=problem)}</form>")
    [described] = {
        e.get("aria-describedby")
        for e in html.cssselect("fieldset, input, select, textarea")
        if "-error" in (e.get("aria-describedby") or "")
    }
    error = html.get_element_by_id(f"{question.name}-error")
    assert f"{question.name}-error" in described.split()
    assert "Dewiswch ateb" in error.text_content()
    assert html.cssselect(f"#{question.name}"), "the error summary links here"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("question", "sent"), CASES)
def test_the_face_on_paper_says_the_question_and_every_option(
    app: Flask, question: Any, sent: Any, lang: Language
) -> None:
    with app.test_request_context(f"/{lang}/"):
        g.lang = lang
        html = lxml.html.fromstring(f"<div>{faces.paper(question, '7a')}</div>")
    said = " ".join(html.text_content().split())
    assert WORDS.face(lang) in said
    assert "7a." in said or not question.asks
    for offered in question.offered:
        assert offered.text.face(lang) in said


@pytest.mark.parametrize(("question", "sent"), ASKING)
def test_a_sample_is_always_an_answer(question: BaseQuestion, sent: Any) -> None:
    rng = Random(question.code)
    for _ in range(50):
        answer = question.parse(question.sample(rng, "Llŷn a’r môr"))
        assert not isinstance(answer, Problem), answer
        assert is_answered(answer)


@pytest.mark.parametrize(("question", "sent"), CASES)
def test_what_is_not_counted_has_no_columns(question: BaseQuestion, sent: Any) -> None:
    assert bool(question.columns()) is question.counted


@pytest.mark.parametrize(("question", "sent"), CASES)
def test_what_conditions_may_look_at_is_told(question: BaseQuestion, sent: Any) -> None:
    known = {option.code for option in question.offered}
    for answer in answers_of(question, sent):
        for part in [p.code for p in question.parts] or [""]:
            assert question.codes(answer, part) <= known
            assert question.measurable or question.amount(answer, part) is None
    named = dict.fromkeys([p.code for p in question.parts] or [""], known)
    probes = question.probes(named, {1.0})
    assert bool(probes) is question.counted
    for probe in probes:
        assert question.parse(question.raw(probe)) == probe


@pytest.mark.parametrize("name", TYPES)
def test_the_studio_and_the_results_draw_every_type(
    visitor_as: Callable[[User], Visitor], name: str
) -> None:
    project = make_project()
    cases = [case.values for case in CASES if case.id == name]
    examples = [question for question, _sent in cases]
    section = Section(code="all", title=WORDS, questions=tuple(examples))
    survey, version, channel = make_published(project, make_document(sections=(section,)))
    answers = {q.code: answers_of(q, sent)[0] for q, sent in cases if sent}
    send(version, channel, count=10, **answers)
    visitor = visitor_as(make_member(project))
    for lang in LANGUAGES:
        place = f"/{lang}/projects/{project.id}/surveys/{survey.id}"
        counted = any(question.counted for question in examples)
        assert (WORDS.face(lang) in visitor.open(f"{place}/results").text) is counted
        for question in examples:
            page = visitor.open(f"{place}/questions/{question.code}")
            assert WORDS.cy in page.html and WORDS.en in page.html
