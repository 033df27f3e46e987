"""Two people edit one survey: both are heard, or told."""

from __future__ import annotations

from typing import cast

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from coprod_survey.questionnaire import edits
from coprod_survey.questionnaire.document import SurveyDocument, decode, encode
from coprod_survey.questionnaire.merging import merge
from coprod_survey.questionnaire.questions import ChoiceQuestion
from coprod_survey.questionnaire.text import Text
from tests.factories import make_document, option
from tests.questionnaire.test_edits import one_edit

BASE = make_document()


def reworded(code: str, en: str, document: SurveyDocument = BASE) -> SurveyDocument:
    question = document.questions[code]
    text = question.text.write(cy=question.text.cy, en=en)
    return edits.write_question(document, code, replace(question, text=text))


def test_different_questions_are_both_reworded() -> None:
    merged, clashes = merge(BASE, reworded("heard", "Mine?"), reworded("word", "Theirs?"))
    assert clashes == []
    assert merged.questions["heard"].text.en == "Mine?"
    assert merged.questions["word"].text.en == "Theirs?"


def test_the_same_sentence_is_told_and_stays_as_it_was_saved_first() -> None:
    merged, clashes = merge(BASE, reworded("heard", "Mine?"), reworded("heard", "Theirs?"))
    assert [c.place for c in clashes] == ["question.heard.text"]
    assert clashes[0].mine.en == "Mine?"
    assert merged.questions["heard"].text.en == "Theirs?"


def test_the_same_change_twice_is_no_clash() -> None:
    once = reworded("heard", "Same?")
    assert merge(BASE, once, reworded("heard", "Same?")) == (once, [])


def test_an_option_added_by_each_stands_beside_the_other() -> None:
    def with_option(code: str) -> SurveyDocument:
        question = cast(ChoiceQuestion, BASE.questions["formats"])
        options = (*question.options, option(code, code, code))
        return edits.write_question(BASE, "formats", replace(question, options=options))

    merged, clashes = merge(BASE, with_option("mine"), with_option("theirs"))
    assert clashes == []
    codes = [o.code for o in cast(ChoiceQuestion, merged.questions["formats"]).options]
    assert codes == ["easy", "large", "none", "theirs", "mine"]


def test_a_move_by_one_and_words_by_the_other_both_happen() -> None:
    moved = edits.move_question(BASE, "heard", 1)
    merged, clashes = merge(BASE, reworded("heard", "Mine?"), moved)
    assert clashes == []
    assert merged == reworded("heard", "Mine?", moved)


def test_a_question_that_one_rewords_and_the_other_moves_to_another_section_stands_there_once() -> (
    None
):
    moved = edits.move_question(BASE, "voice", 1)
    for mine, theirs in ((reworded("voice", "Mine?"), moved), (moved, reworded("voice", "Mine?"))):
        merged, clashes = merge(BASE, mine, theirs)
        assert clashes == []
        assert merged == reworded("voice", "Mine?", moved)


def test_what_was_reworded_outlives_its_deletion_by_the_other() -> None:
    merged, _ = merge(BASE, reworded("heard", "Mine?"), edits.delete_question(BASE, "heard"))
    assert merged.questions["heard"].text.en == "Mine?"
    merged, _ = merge(BASE, edits.delete_section(BASE, "more"), reworded("heard", "Theirs?"))
    assert [s.code for s in merged.sections] == ["welcome"]


def test_the_settings_clash_by_sentence() -> None:
    mine = replace(BASE, title=Text.both("Fi", "Me"), thanks=Text.both("Diolch", "Thanks"))
    theirs = replace(BASE, title=Text.both("Nhw", "They"))
    merged, clashes = merge(BASE, mine, theirs)
    assert [c.place for c in clashes] == ["settings.title"]
    assert merged.thanks.en == "Thanks"


TEXTS = st.builds(Text.both, st.text(min_size=1, max_size=3), st.text(min_size=1, max_size=3))


@settings(max_examples=40)
@given(st.data())
def test_whatever_two_people_do_every_question_stands_once_and_no_new_words_are_lost(
    data: st.DataObject,
) -> None:
    mine, theirs = (data.draw(chain(BASE)) for _ in "ab")
    merged, clashes = merge(BASE, mine, theirs)
    codes = [q.code for s in merged.sections for q in s.questions]
    assert len(codes) == len(set(codes))
    assert len({s.code for s in merged.sections}) == len(merged.sections)
    assert decode(encode(merged)) == merged
    told = {clash.place for clash in clashes}
    for code, question in mine.questions.items():
        before = BASE.question(code)
        if before and question.text != before.text and f"question.{code}.text" not in told:
            assert merged.questions[code].text == question.text


@settings(max_examples=40)
@given(st.data())
def test_what_only_one_person_did_is_what_comes_out(data: st.DataObject) -> None:
    changed = data.draw(chain(BASE))
    assert merge(BASE, changed, BASE) == (changed, [])
    assert merge(BASE, BASE, changed) == (changed, [])


@st.composite
def chain(draw: st.DrawFn, document: SurveyDocument) -> SurveyDocument:
    """A document after a few edits."""
    for _ in range(draw(st.integers(0, 5))):
        document = draw(one_edit(document))
        if document.questions and draw(st.booleans()):
            code = draw(st.sampled_from(list(document.questions)))
            question = replace(document.questions[code], text=draw(TEXTS))
            document = edits.write_question(document, code, question)
    return document
