"""Two people edit one survey: both are heard, or told."""

from __future__ import annotations

from typing import cast

from msgspec.structs import replace

from coprod_survey.questionnaire import edits
from coprod_survey.questionnaire.document import SurveyDocument
from coprod_survey.questionnaire.merging import merge
from coprod_survey.questionnaire.questions import ChoiceQuestion
from coprod_survey.questionnaire.text import Text
from tests.factories import make_document, option

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
