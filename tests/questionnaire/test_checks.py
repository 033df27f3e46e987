"""What stands in the way of publishing."""

from __future__ import annotations

import msgspec
import pytest

from coprod_survey.questionnaire.checks import check
from coprod_survey.questionnaire.document import Section, SurveyDocument
from coprod_survey.questionnaire.questions import Option, ShortText, SingleChoice
from coprod_survey.questionnaire.text import Text
from tests.factories import make_document


def places(document: SurveyDocument) -> list[str]:
    return [problem.place for problem in check(document)]


def test_a_complete_survey_may_be_published() -> None:
    assert check(make_document()) == []


def test_an_empty_survey_lists_everything_it_needs() -> None:
    found = places(SurveyDocument())
    assert "settings.privacy" in found
    assert "settings.contact" in found
    assert any("at least one question" in p.message for p in check(SurveyDocument()))


def test_words_that_are_missing_are_named_by_what_they_belong_to() -> None:
    question = SingleChoice(code="q", text=Text(), options=(Option(code="a"), Option(code="b")))
    section = Section(code="s", title=Text(), questions=(question,))
    found = check(make_document(sections=(section,)))
    assert [(p.message, p.params) for p in found][:4] == [
        ("Give the section a title", {}),
        ("Write the question", {}),
        ("Write the words of option %(number)s", {"number": 1}),
        ("Write the words of option %(number)s", {"number": 2}),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (Text(en="Only English"), "The Welsh is missing"),
        (Text(cy="Dim ond Cymraeg"), "The English is missing"),
        (Text(cy="Hen", en="New", confirmed="0"), "The English has changed"),
        (Text(cy="Newydd", en="Old", source="cy", confirmed="0"), "The Welsh has changed"),
        (Text().write(cy="Wedi’i gyfieithu", en="Translated"), "Nobody has checked"),
        (Text(cy="Drafft", en="Draft"), "Nobody has checked"),
    ],
)
def test_a_sentence_that_is_not_there_in_both_languages_blocks_and_names_itself(
    text: Text, message: str
) -> None:
    document = make_document(thanks=text)
    assert [p.place for p in check(document)] == ["settings.thanks"]
    assert message in check(document)[0].message


def test_an_address_may_be_put_right_without_the_other_one_growing_old() -> None:
    video = Text.both("https://ffilm.example/cy", "https://film.example/en")
    words = Text.both("Geiriau", "Words")
    after = video.write(cy=video.cy, en="https://film.example/better")
    question = ShortText(code="q", text=words, video=after, transcript=words)
    section = Section(code="s", title=words, questions=(question,))
    assert check(make_document(sections=(section,))) == []


def test_what_is_to_be_mended_stands_in_the_order_of_the_survey() -> None:
    one = SingleChoice(code="one", text=Text.both("Un", "One"))
    two = ShortText(code="two", text=Text())
    section = Section(code="s", title=Text.both("Un", "One"), questions=(one, two))
    assert places(make_document(sections=(section,), thanks=Text())) == [
        "settings.thanks",
        "question.one.options",
        "question.two.text",
    ]


def test_a_code_used_twice_is_found_whatever_its_capitals() -> None:
    document = make_document()
    twin = ShortText(code="HEARD", text=Text.both("Eto", "Again"))
    more = msgspec.structs.replace(
        document.sections[1], questions=(*document.sections[1].questions, twin)
    )
    document = make_document(sections=(document.sections[0], more))
    assert places(document) == ["question.HEARD"]


def test_an_empty_section_is_found() -> None:
    document = make_document()
    empty = Section(code="gap", title=Text.both("Bwlch", "Gap"))
    assert places(make_document(sections=(*document.sections, empty))) == ["section.gap"]


def test_the_question_about_groups_must_be_there() -> None:
    assert places(make_document(group_question="nowhere")) == ["settings.group_question"]
