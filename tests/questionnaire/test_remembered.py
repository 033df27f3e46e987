"""What is remembered of questions that did not change says the same as looking at all of them anew."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from bench import instrument
from coprod_survey.questionnaire import checks, coach, library, reach
from coprod_survey.questionnaire.coach import reading, topics, wording
from coprod_survey.questionnaire.document import DocumentError, SurveyDocument
from coprod_survey.questionnaire.parity import pair, whole
from coprod_survey.questionnaire.problem import Problem
from coprod_survey.questionnaire.questions import SingleChoice
from coprod_survey.questionnaire.text import Text
from tests.questionnaire.any_edit import any_edit
from tests.questionnaire.test_paths import documents

ROOMS = (checks, reach, whole, pair, coach, reading, topics, wording)


def anew(document: SurveyDocument) -> tuple[list[Problem], list[coach.Advice]]:
    """What a process says that has never looked at anything."""
    for room in ROOMS:
        for thing in vars(room).values():
            if hasattr(thing, "cache_clear"):
                thing.cache_clear()
    return checks.check(document), coach.advise(document)


@settings(max_examples=60)
@given(st.data())
def test_after_any_edits_a_check_says_what_a_check_of_everything_says(data: st.DataObject) -> None:
    start = st.one_of(documents(), st.sampled_from(library.names()).map(library.load))
    document = data.draw(start)
    steps = [document]
    for _ in range(data.draw(st.integers(1, 4))):
        try:
            document = data.draw(any_edit(document))[1](document)
        except DocumentError:
            break
        steps.append(document)
    said = [(checks.check(step), coach.advise(step)) for step in steps]
    assert said == [anew(step) for step in steps]


@given(st.data())
def test_what_must_be_mended_is_what_is_serious_among_all_findings(data: st.DataObject) -> None:
    document = data.draw(documents())
    every = [f for found in whole.check_parity(document).values() for f in found]
    assert whole.serious(document) == [finding for finding in every if finding.serious]


def test_another_question_can_put_one_in_the_wrong_that_did_not_change() -> None:
    def asking(code: str, *rows: tuple[str, str]) -> SingleChoice:
        options = tuple(
            replace(option, text=Text.both(cy, en))
            for option, (cy, en) in zip(SingleChoice.fresh().options, rows, strict=False)
        )
        return SingleChoice(code=code, text=Text.both("Pa un?", "Which?"), options=options)

    swapped = asking("swapped", ("Oren mawr", "Blue sky"), ("Awyr las", "Big orange"))
    right = asking("right", ("Awyr las", "Blue sky"), ("Oren mawr", "Big orange"))
    section = instrument.document().sections[0]

    def survey(*questions: SingleChoice) -> SurveyDocument:
        return replace(instrument.document(), sections=(replace(section, questions=questions),))

    assert not checks.check(survey(swapped))
    places = {
        problem.place.rpartition(".options")[0] for problem in checks.check(survey(swapped, right))
    }
    assert "question.swapped" in places
    assert not checks.check(survey(swapped))
