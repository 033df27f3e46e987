"""The kinds of question that touch on who somebody is: postcode area, consent, contact; and the note."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_survey.questionnaire.answers import SKIPPED
from coprod_survey.questionnaire.checks import check
from coprod_survey.questionnaire.document import Section, decode, encode
from coprod_survey.questionnaire.joined import Joined
from coprod_survey.questionnaire.journey import Journey
from coprod_survey.questionnaire.problem import Problem
from coprod_survey.questionnaire.questions import Consent, Contact, Note, PostcodeArea
from coprod_survey.questionnaire.questions.postcode_area import first_half
from coprod_survey.questionnaire.text import Text
from tests.factories import make_document

AREA = PostcodeArea(code="q")
TELL = Contact(code="q")
WORDS = Text.both("Geiriau", "Words")


@pytest.mark.parametrize(
    ("typed", "area"),
    [
        ("CF10", "CF10"),
        ("cf10 3nq", "CF10"),
        ("CF103NQ", "CF10"),
        ("sa1", "SA1"),
        ("SA1 2AB", "SA1"),
        ("SA12AB", "SA1"),
        ("SA12 9ZZ", "SA12"),
        ("SA1 2", "SA1"),
        ("LL 57 2DG", "LL57"),
        ("w1a 1aa", "W1A"),
        ("EC1A1BB", "EC1A"),
        ("", SKIPPED),
    ],
)
def test_the_first_half_of_a_postcode_is_taken(typed: str, area: object) -> None:
    assert AREA.parse({"q-q": [typed]}) == area


@pytest.mark.parametrize(
    "typed", ["Caerdydd", "10", "CF", "CFX10", "C", "12345", "QX1", "CF10 3NQ x"]
)
def test_what_is_no_postcode_is_told(typed: str) -> None:
    assert isinstance(AREA.parse({"q-q": [typed]}), Problem)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("CF10 3NQ", "CF10"),
        ("CF10 3", "CF10"),
        ("CF103", "CF10"),
        ("CF10 3N", "CF10"),
        ("1 Stryd Fawr, CF10 3NQ", "1 Stryd Fawr, CF10"),
        ("CF10-3NQ", "CF10"),
        ("CF10 - 3NQ.", "CF10."),
        ("cf10,3nq", "cf10"),
        ("Caerdydd", "Caerdydd"),
    ],
)
def test_the_second_half_is_gone_before_anything_is_kept(typed: str, kept: str) -> None:
    assert AREA.tidied({"q-q": [typed]}) == {"q-q": [kept]}


@given(st.from_regex(r"(CF10|SA1|LL57|W1A|SY23) ?[0-9][A-Z]{2}", fullmatch=True))
def test_no_whole_postcode_survives(typed: str) -> None:
    assert first_half(typed) == AREA.parse({"q-q": [typed]}) == typed[:-3].strip()


@given(st.text(max_size=40))
def test_whatever_is_typed_for_a_postcode_is_understood_or_told(typed: str) -> None:
    answer = AREA.parse({"q-q": [typed]})
    assert answer == SKIPPED or isinstance(answer, str | Problem)


def test_a_new_question_about_the_area_puts_it_beside_no_other_answers() -> None:
    assert PostcodeArea.fresh().sensitive


def test_areas_are_counted_in_order() -> None:
    tally = AREA.tally("SA1") + AREA.tally("CF10") + AREA.tally("SA1")
    assert [(i.words.en, i.count) for i in AREA.summarise(tally).items] == [("CF10", 1), ("SA1", 2)]


def test_consent_is_always_needed_whatever_a_document_says() -> None:
    question = Consent(code="q", options=Consent.fresh().options, required=False)
    assert question.required
    document = make_document(sections=(Section(code="s", questions=(question,)),))
    assert decode(encode(document)).questions["q"].required
    assert isinstance(question.parse({}), Problem)


def test_consent_keeps_its_two_options() -> None:
    one = Consent(code="q", options=Consent.fresh().options[::-1])
    assert [p.place for p in one.check()] == ["options"]
    assert list(Consent.fresh().check()) == []


def test_who_does_not_agree_comes_to_an_end() -> None:
    question = Consent(code="q", options=Consent.fresh().options)
    sections = (Section(code="s", questions=(question,)), *make_document().sections)
    document = make_document(sections=sections)
    assert len(Journey(document, {"q": question.parse({"q-q": ["yes"]})}).pages) == 3
    ended = Journey(document, {"q": question.parse({"q-q": ["no"]})})
    assert ended.ended_by is not None and len(ended.pages) == 1 and not ended.is_complete


@pytest.mark.parametrize(
    ("sent", "answer"),
    [
        ({}, SKIPPED),
        ({"": "yes", "-email": "siân@example.org"}, {"email": "siân@example.org"}),
        ({"": "yes", "-telephone": "(01632) 960 001"}, {"telephone": "(01632) 960 001"}),
        (
            {"": "yes", "-name": " Siân  Owen ", "-email": "s@example.org"},
            {"name": "Siân Owen", "email": "s@example.org"},
        ),
    ],
)
def test_details_are_taken_from_who_ticks(sent: dict[str, str], answer: object) -> None:
    assert TELL.parse({f"q-q{end}": [words] for end, words in sent.items()}) == answer


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"-email": "s@example.org"}, "q-q"),
        ({"": "no", "-name": "Siân"}, "q-q"),
        ({"": "yes"}, "q-q-email"),
        ({"": "yes", "-name": "Siân"}, "q-q-email"),
        ({"": "yes", "-email": "siân"}, "q-q-email"),
        ({"": "yes", "-telephone": "rhywbryd"}, "q-q-telephone"),
        ({"": "yes", "-telephone": "123"}, "q-q-telephone"),
        ({"": "yes", "-name": "x" * 201, "-email": "s@example.org"}, "q-q-name"),
    ],
)
def test_what_is_wrong_with_details_is_told_at_their_field(
    sent: dict[str, str], field: str
) -> None:
    problem = TELL.parse({f"q-q{end}": [words] for end, words in sent.items()})
    assert isinstance(problem, Problem)
    assert problem.field == field


def test_a_contact_asks_for_a_way_to_reach_people() -> None:
    assert [p.place for p in Contact(code="q", ask_email=False, ask_telephone=False).check()] == [
        "ask_email"
    ]
    assert not Contact(code="q", required=True).required


def test_what_is_apart_and_what_asks_nothing_stand_in_no_table() -> None:
    note = Note(code="n", text=WORDS, body=WORDS, required=True)
    section = Section(code="s", title=WORDS, questions=(note, Contact(code="c", text=WORDS)))
    document = make_document(sections=(section, *make_document().sections))
    assert check(document) == []
    assert not note.required
    joined = Joined({1: document})
    assert not {"n", "c"} & set(joined.questions)
    assert list(joined.numbers)[:2] == ["c", "heard"] and "n" not in document.numbers
    assert set(joined.asked(1, {"c": {"name": "Siân"}})) == set(joined.questions)


def test_a_survey_of_notes_asks_nothing() -> None:
    section = Section(code="s", title=WORDS, questions=(Note(code="n"),))
    messages = [p.message for p in check(make_document(sections=(section,)))]
    assert messages == ["Add at least one question", "Write the heading of the note"]
