"""A question takes the answers of another one of its kind, with their codes."""

from __future__ import annotations

from typing import cast

from msgspec.structs import replace

from coprod_survey.questionnaire import edits, library
from coprod_survey.questionnaire.checks import check
from coprod_survey.questionnaire.document import Section, SurveyDocument
from coprod_survey.questionnaire.questions import TYPES, ChoiceQuestion, Question, Scale
from coprod_survey.questionnaire.scales import ready_made, sources
from coprod_survey.questionnaire.text import Text
from tests.factories import make_document


def test_only_answers_of_the_same_kind_are_offered_each_once() -> None:
    document = edits.copy_question(make_document(), "voice")
    document = edits.add_question(document, "more", cast(Question, Scale.fresh()))
    new = document.sections[1].questions[-1]
    assert [s.question.code for s in sources(document, new) if s.question] == ["voice"]
    formats = document.questions["formats"]
    assert [s.key for s in sources(document, formats)] == ["question-heard"]


def test_the_librarys_scales_are_offered_to_what_counts_in_points() -> None:
    scale = make_document().questions["voice"]
    ready = [s for s in sources(make_document(), scale) if not s.question]
    assert ready and {s.key for s in ready} <= {s.key for s in ready_made()}
    assert all(o.text.cy and o.text.en for s in ready for o in s.options)
    assert all(s.key.split("-")[1] for s in ready)


def test_a_question_whose_answers_are_fixed_takes_none() -> None:
    for kind in ("yes_no", "ladder", "number", "note"):
        question = cast(Question, TYPES[kind].fresh())
        assert sources(make_document(), question) == []


def test_taken_answers_bring_their_codes_and_hold() -> None:
    document = make_document()
    taker = cast(Question, replace(Scale.fresh(), text=Text.both("Faint?", "How much?")))
    document = edits.add_question(document, "more", taker)
    code = document.sections[1].questions[-1].code
    for source in sources(document, document.questions[code]):
        taken = edits.take_options(document, code, source.options)
        assert cast(ChoiceQuestion, taken.questions[code]).options == source.options
        assert check(taken) == []


def test_every_survey_of_the_library_can_be_asked_for_sources() -> None:
    for name in library.names():
        document = library.load(name)
        for question in document.questions.values():
            for source in sources(document, question):
                edits.take_options(document, question.code, source.options)
    assert sources(SurveyDocument(sections=(Section(code="s"),)), cast(Question, Scale.fresh()))
