"""Rules in words: whole sentences in either language, and nothing of ours bent to fit another word."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask
from flask_babel import force_locale
from msgspec.structs import replace

from coprod_survey.questionnaire import edits
from coprod_survey.questionnaire.document import SurveyDocument
from coprod_survey.questionnaire.rules import (
    All,
    Answered,
    AnyOf,
    Chosen,
    Compared,
    Condition,
    InGroup,
    Not,
)
from coprod_survey.rule_words import Said, say_rule, say_whole_rule
from tests.factories import make_document

HEARD = Chosen(question="heard", options=("yes",))
FORMATS = Chosen(question="formats", options=("easy", "large"), how="all")


def say(
    app: Flask, rule: Condition, lang: Any = "en", document: SurveyDocument | None = None
) -> Said:
    with force_locale(lang):
        return say_rule(rule, document or make_document(), lang)


@pytest.mark.parametrize(
    ("rule", "english", "welsh"),
    [
        (
            HEARD,
            "Question 1 (Were you heard?): “Yes” was chosen",
            "Cwestiwn 1 (A gawsoch chi eich clywed?): dewiswyd “Do”",
        ),
        (
            FORMATS,
            "Question 2 (What helped you?): all of these – Easy Read; Large print",
            "Cwestiwn 2 (Beth helpodd chi?): pob un o’r rhain – Hawdd ei ddeall; Print bras",
        ),
        (
            Chosen(question="formats", options=("easy", "gone"), how="none"),
            "Question 2 (What helped you?): answered, but none of these – Easy Read; gone",
            "Cwestiwn 2 (Beth helpodd chi?): wedi’i ateb, ond dim un o’r rhain – Hawdd ei ddeall; gone",
        ),
        (
            Compared(question="voice", number=2, how="ge"),
            "Question 3 (How much of a say did you have?): 2 (Some) or more",
            "Cwestiwn 3 (Faint o lais oedd gennych?): 2 (Peth) neu fwy",
        ),
        (
            Compared(question="hours", number=1.5, how="lt"),
            "Question 4 (How many hours did you give?): less than 1.5",
            "Cwestiwn 4 (Faint o oriau roesoch chi?): llai na’r rhif 1.5",
        ),
        (
            Answered(question="word", given=False),
            "Question 5 (Describe the work in a word): not answered",
            "Cwestiwn 5 (Disgrifiwch y gwaith mewn gair): heb ei ateb",
        ),
        (
            InGroup(groups=("carers",)),
            "People’s group: “carers” was chosen",
            "I ba grŵp mae pobl yn perthyn: dewiswyd “carers”",
        ),
        (
            Answered(question="gone"),
            "A question that is not in the survey (gone): answered",
            "Cwestiwn nad yw yn yr arolwg (gone): wedi’i ateb",
        ),
    ],
)
def test_every_comparison_is_one_sentence(
    app: Flask, rule: Condition, english: str, welsh: str
) -> None:
    assert say(app, rule, "en") == Said(english)
    assert say(app, rule, "cy") == Said(welsh)


def test_people_of_a_group_are_said_by_the_question_that_asks_for_it(app: Flask) -> None:
    document = edits.ask_group(make_document(), [("carers", make_document().title)])
    said = say(app, InGroup(groups=("carers",)), document=document)
    assert said.sentence.startswith(
        "Question 1 (Which group describes you best?): “How did it go?”"
    )


@pytest.mark.parametrize(
    ("rule", "lead"),
    [
        (All(of=(HEARD, FORMATS)), "All of these are true:"),
        (AnyOf(of=(HEARD, FORMATS)), "At least one of these is true:"),
        (Not(of=All(of=(HEARD, FORMATS))), "Not all of these are true:"),
        (Not(of=AnyOf(of=(HEARD, FORMATS))), "None of these is true:"),
    ],
)
def test_a_group_is_a_sentence_with_sentences_below_it(
    app: Flask, rule: Condition, lead: str
) -> None:
    said = say(app, rule)
    assert said.sentence == lead
    assert [inner.sentence for inner in said.inside] == [
        say(app, HEARD).sentence,
        say(app, FORMATS).sentence,
    ]


def test_a_group_of_one_is_said_without_the_group(app: Flask) -> None:
    assert say(app, All(of=(HEARD,))) == say(app, HEARD)
    assert say(app, Not(of=AnyOf(of=(HEARD,)))) == say(app, Not(of=HEARD))
    assert say(app, Not(of=HEARD)).line == (
        "This is not true: (Question 1 (Were you heard?): “Yes” was chosen)"
    )
    assert say(app, All(of=())).sentence == "A group of conditions with nothing in it"


def test_a_question_in_a_conditional_section_waits_for_both_rules(app: Flask) -> None:
    document = edits.set_rule(make_document(), section="more", rule=HEARD)
    document = edits.set_rule(document, question="change", rule=FORMATS)
    with force_locale("en"):
        both = say_whole_rule("change", document, "en")
        assert both == say_rule(All(of=(HEARD, FORMATS)), document, "en")
        assert say_whole_rule("hours", document, "en") == say_rule(HEARD, document, "en")
        assert say_whole_rule("heard", document, "en") is None
        assert say_whole_rule("hours", replace(document, sections=()), "en") is None
