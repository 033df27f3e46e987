"""What a designer does to a document, and that no chain of edits leads anywhere bad."""

from __future__ import annotations

from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from coprod_survey.questionnaire import edits
from coprod_survey.questionnaire.checks import check
from coprod_survey.questionnaire.codes import make_code
from coprod_survey.questionnaire.document import SurveyDocument, decode, encode
from coprod_survey.questionnaire.questions import TYPES, ChoiceQuestion, Question, Scale
from coprod_survey.questionnaire.text import Text
from tests.factories import make_document, option


def order(document: SurveyDocument) -> list[list[str]]:
    return [[q.code for q in s.questions] for s in document.sections]


def fresh(kind: str, cy: str, en: str) -> Question:
    return cast(Question, replace(TYPES[kind].fresh(), text=Text.both(cy, en)))


@pytest.mark.parametrize(
    ("cy", "en", "code"),
    [
        ("Oedd y lle’n hygyrch?", "Was the place accessible?", "place_accessible"),
        ("Sut oedd y tŷ?", "", "ty"),
        ("", "2 + 2 = 4", "question"),
        ("", "Who are you?", "who_are_you"),
        ("", "Supercalifragilisticexpialidocious", "supercalifragilistic"),
        ("", "Were you heard?", "heard_2"),
        ("日本", "日本", "question"),
    ],
)
def test_a_code_is_made_from_the_words(cy: str, en: str, code: str) -> None:
    assert make_code(Text(cy=cy, en=en), ["HEARD"], "question") == code


def test_a_new_question_gets_a_code_that_no_version_ever_used() -> None:
    document = edits.add_question(
        make_document(),
        "more",
        fresh("scale", "A gawsoch groeso?", "Did you feel welcome?"),
        ["feel_welcome"],
    )
    assert order(document)[1][-1] == "feel_welcome_2"


def test_questions_move_within_and_across_sections_and_stop_at_the_ends() -> None:
    document = make_document()
    down = edits.move_question(document, "voice", 1)
    assert order(down) == [["heard", "formats"], ["voice", "hours", "word", "change"]]
    assert edits.move_question(down, "voice", -1) == document
    assert edits.move_question(document, "heard", -1) == document
    assert edits.move_question(document, "change", 1) == document
    assert order(edits.move_question(document, "heard", 1))[0] == ["formats", "heard", "voice"]


def test_a_copied_section_brings_its_questions_under_fresh_codes() -> None:
    document = edits.copy_section(make_document(), "more")
    assert [s.code for s in document.sections] == ["welcome", "more", "more_2"]
    assert order(document)[2] == ["hours_2", "word_2", "change_2"]
    assert check(document) == []


def test_deleting_the_question_for_groups_leaves_no_loose_end() -> None:
    document = edits.ask_group(make_document(), [("staff", Text.both("Staff", "Staff"))])
    assert document.group_question == "group"
    assert order(document)[0][0] == "group"
    assert edits.delete_question(document, "group").group_question == ""
    assert edits.delete_section(document, "welcome").group_question == ""


def test_asking_for_groups_again_adds_only_the_new_ones() -> None:
    groups = [("staff", Text.both("Staff", "Staff")), ("carers", Text.both("Gofalwyr", "Carers"))]
    document = edits.ask_group(SurveyDocument(), groups[:1])
    again = edits.ask_group(document, groups)
    asked = cast(ChoiceQuestion, again.question("group"))
    assert [o.code for o in asked.options] == ["staff", "carers", "prefer_not"]
    assert edits.ask_group(again, groups) == again


def test_an_option_gets_its_code_with_its_first_words_and_keeps_it() -> None:
    document = edits.add_option(make_document(), "formats")
    question = cast(ChoiceQuestion, document.question("formats"))
    assert [o.code for o in question.options] == ["easy", "large", "option_1", "none"]
    document = edits.write_option(document, "formats", option("option_1", "Fideo", "A video"))
    document = edits.write_option(document, "formats", option("video", "Ffilm", "A film"))
    question = cast(ChoiceQuestion, document.question("formats"))
    assert [(o.code, o.text.en) for o in question.options][2] == ("video", "A film")


def test_the_numbers_of_a_scale_stay_in_place_when_its_points_move() -> None:
    document = edits.move_option(make_document(), "voice", "p1", 1)
    points = cast(Scale, document.question("voice"))
    assert [(o.code, o.value) for o in points.options] == [("p2", 1), ("p1", 2), ("p3", 3)]
    longer = cast(Scale, edits.add_option(document, "voice").question("voice"))
    assert longer.points == (1, 2, 3, 4)


def test_a_question_may_get_another_code_and_what_points_at_it_follows() -> None:
    document = edits.ask_group(make_document(), [])
    renamed = edits.recode_question(document, "group", "who")
    assert renamed.group_question == "who"
    assert "group" not in renamed.questions


@pytest.mark.parametrize("kind", TYPES)
def test_a_fresh_question_of_each_kind_lacks_nothing_but_words(kind: str) -> None:
    problems = [p for p in TYPES[kind].fresh().check() if p.place != "pair"]
    assert problems == []  # the Welsh pair for yes and no is a matter of words


def test_editing_what_is_gone_says_so() -> None:
    with pytest.raises(edits.Gone):
        edits.delete_question(make_document(), "nothing")
    with pytest.raises(edits.Gone):
        edits.add_option(make_document(), "word")


WORDS = st.text(max_size=12)
STEP = st.sampled_from([-1, 1])


@st.composite
def edited(draw: st.DrawFn) -> tuple[SurveyDocument, SurveyDocument]:
    """A document before and after some edit of it."""
    document = make_document()
    for _ in range(draw(st.integers(1, 8))):
        before = document
        document = draw(one_edit(document))
    return before, document


def one_edit(document: SurveyDocument) -> st.SearchStrategy[SurveyDocument]:
    texts = st.builds(Text, cy=WORDS, en=WORDS)
    possible = [st.builds(edits.add_section, st.just(document), texts)]
    d = st.just(document)
    if document.sections:
        section = st.sampled_from([s.code for s in document.sections])
        kinds = st.sampled_from(list(TYPES.values()))
        new = st.builds(lambda k, t: replace(k.fresh(), text=t), kinds, texts)
        possible += [
            st.builds(edits.move_section, d, section, STEP),
            st.builds(edits.copy_section, d, section),
            st.builds(edits.delete_section, d, section),
            st.builds(edits.add_question, d, section, new),
        ]
    if document.questions:
        code = st.sampled_from(list(document.questions))
        possible += [
            st.builds(edits.move_question, d, code, STEP),
            st.builds(edits.copy_question, d, code),
            st.builds(edits.delete_question, d, code),
            st.builds(edits.ask_group, d, st.just([("staff", Text.both("Staff", "Staff"))])),
        ]
    for question in document.questions.values():
        for name, rows in question.lists.items():
            if not rows or name in question.fixed:
                continue
            q, o = st.just(question.code), st.sampled_from([row.code for row in rows])
            n = st.just(name)
            written = st.builds(replace, st.sampled_from(rows), text=texts)
            possible += [
                st.builds(edits.add_option, d, q, n),
                st.builds(edits.move_option, d, q, o, STEP, n),
                st.builds(edits.delete_option, d, q, o, n),
                st.builds(edits.write_option, d, q, written, n),
            ]
    return st.one_of(possible)


@given(edited())
def test_any_chain_of_edits_decodes_and_every_code_stays_unique(
    both: tuple[SurveyDocument, SurveyDocument],
) -> None:
    _, document = both
    assert decode(encode(document)) == document
    codes = [q.code.casefold() for s in document.sections for q in s.questions]
    assert len(codes) == len(set(codes))
    assert not any("the code" in problem.message for problem in check(document))


@given(st.data())
def test_an_edit_leaves_the_document_it_was_given_as_it_was(data: st.DataObject) -> None:
    before, document = data.draw(edited())
    whole = encode(document)
    data.draw(one_edit(document))
    assert encode(document) == whole
    assert decode(encode(before)) == before
