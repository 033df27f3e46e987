"""The ready-made surveys are complete in both languages, and use what they are meant to use."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from coprod_survey.questionnaire import library
from coprod_survey.questionnaire.checks import check
from coprod_survey.questionnaire.document import decode, encode
from coprod_survey.questionnaire.questions import TYPES
from tests.library.__main__ import SOURCES

ALL = (*library.names(), *library.sets())


@pytest.mark.parametrize("name", library.names())
def test_a_ready_made_survey_could_be_published_as_it_is(name: str) -> None:
    document = library.load(name)
    assert check(document) == []
    assert decode(encode(document)) == document


@pytest.mark.parametrize("name", ALL)
def test_questions_are_short_enough_to_take_in(name: str) -> None:
    for question in library.load(name).questions.values():
        for lang in ("cy", "en"):
            assert len(question.text.face(lang).split()) <= 25, question.code


def test_the_evaluation_survey_is_whole() -> None:
    document = library.load("evaluation")
    assert len(document.sections) == 5
    assert len(document.questions) >= 24
    assert {q.type for q in document.questions.values()} <= set(TYPES)
    assert [q.code for q in document.questions.values() if q.required] == ["group"]


def test_a_survey_that_is_not_in_the_library_is_not_made_up() -> None:
    with pytest.raises(KeyError):
        library.load("../../config")


@pytest.mark.parametrize("name", ALL)
def test_a_ready_made_survey_is_stored_exactly_as_it_is_encoded(name: str) -> None:
    stored = (Path(library.__file__).parent / f"{name}.json").read_bytes()
    assert stored == msgspec.json.format(encode(library.load(name)), indent=1) + b"\n"


@pytest.mark.parametrize("name", ALL)
def test_words_are_set_as_a_typesetter_would(name: str) -> None:
    for place, text, _required in library.load(name).texts():
        for words in (text.cy, text.en):
            assert not any(wrong in words for wrong in ("'", "&", "  ")), place


@pytest.mark.parametrize("name", library.names())
def test_every_scale_has_five_points_with_words_of_their_own(name: str) -> None:
    for question in library.load(name).questions.values():
        if question.type == "scale":
            assert question.points == (1, 2, 3, 4, 5), question.code


@pytest.mark.parametrize("name", SOURCES)
def test_what_has_a_source_is_stored_as_its_source_makes_it(name: str) -> None:
    assert library.load(name) == SOURCES[name]()
