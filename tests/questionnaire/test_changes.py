"""What differs between two versions."""

from __future__ import annotations

from typing import cast

import pytest
from msgspec.structs import replace

from coprod_survey.questionnaire import changes as c
from coprod_survey.questionnaire import edits
from coprod_survey.questionnaire.document import SurveyDocument
from coprod_survey.questionnaire.questions import ChoiceQuestion, LongText, Number
from coprod_survey.questionnaire.rules import Answered
from coprod_survey.questionnaire.text import Text
from coprod_survey.questionnaire.wording import apart
from tests.factories import make_document, option

BASE = make_document()
CHOICE = cast(ChoiceQuestion, BASE.questions["formats"])


def choice(**values: object) -> SurveyDocument:
    return edits.write_question(BASE, "formats", replace(CHOICE, **values))


def flipped(document: SurveyDocument) -> SurveyDocument:
    return edits.move_question(document, "heard", 1)


@pytest.mark.parametrize(
    ("after", "message", "breaks"),
    [
        (replace(BASE, privacy=Text.both("Arall", "Other")), c.SETTING_MESSAGES["privacy"], False),
        (edits.delete_section(BASE, "more"), c.DELETED_SECTION, False),
        (edits.move_section(BASE, "more", -1), c.MOVED_SECTION, False),
        (edits.add_section(BASE, Text.both("Un", "One")), c.ADDED_SECTION, False),
        (edits.delete_question(BASE, "word"), c.DELETED, False),
        (edits.copy_question(BASE, "word"), c.ADDED, False),
        (flipped(BASE), c.MOVED, False),
        (choice(text=Text.both("A", "B")), c.REWORDED, False),
        (choice(most=2), c.SETTINGS_CHANGED, False),
        (choice(options=CHOICE.options[1:]), c.OPTIONS_DELETED, True),
        (choice(options=(option("new", "N", "N"), *CHOICE.options)), c.OPTIONS_ADDED, False),
        (choice(options=CHOICE.options[::-1]), c.OPTIONS_MOVED, False),
        (
            choice(options=(option("easy", "X", "Y"), *CHOICE.options[1:])),
            c.OPTIONS_REWORDED,
            False,
        ),
        (edits.write_question(BASE, "word", Number(code="word")), c.RETYPED, True),
        (edits.write_question(BASE, "change", LongText(code="change")), c.REWORDED, False),
        (edits.ask_group(BASE, []), c.GROUP_CHANGED, False),
    ],
)
def test_each_difference_is_named(after: SurveyDocument, message: str, breaks: bool) -> None:
    found = {change.message: change.breaks for change in c.changes(BASE, after)}
    assert found.get(message) is breaks, found


def test_the_same_document_has_no_changes() -> None:
    assert c.changes(BASE, make_document()) == []


def test_one_question_that_moves_does_not_drag_its_neighbours_along() -> None:
    far = BASE
    for _ in range(4):
        far = edits.move_question(far, "heard", 1)
    moved = [x.place for x in c.changes(BASE, far) if x.message == c.MOVED]
    assert moved == ["question.heard"]


SCALE = cast(ChoiceQuestion, BASE.questions["voice"])


def scale(**values: object) -> SurveyDocument:
    return edits.write_question(BASE, "voice", replace(SCALE, **values))


def renumbered() -> SurveyDocument:
    first, *rest = SCALE.options
    return scale(options=(replace(first, value=0), *rest))


COUNTS = "breaks"
PERHAPS = "unsure"
NOTHING = ""


@pytest.mark.parametrize(
    ("after", "message", "means"),
    [
        (scale(options=SCALE.options[::-1]), c.OPTIONS_MOVED, COUNTS),
        (choice(options=CHOICE.options[::-1]), c.OPTIONS_MOVED, NOTHING),
        (scale(options=(*SCALE.options, option("p4", "P", "P", value=4))), c.OPTIONS_ADDED, COUNTS),
        (choice(options=(*CHOICE.options, option("new", "N", "N"))), c.OPTIONS_ADDED, PERHAPS),
        (renumbered(), c.VALUES_CHANGED, COUNTS),
        (choice(text=Text.both("A", "B")), c.REWORDED, PERHAPS),
        (choice(hint=Text.both("A", "B")), c.REWORDED, PERHAPS),
        (
            choice(options=(option("easy", "X", "Y"), *CHOICE.options[1:])),
            c.OPTIONS_REWORDED,
            PERHAPS,
        ),
        (choice(most=2), c.SETTINGS_CHANGED, PERHAPS),
        (choice(why=Text.both("A", "B")), c.SETTINGS_CHANGED, NOTHING),
        (
            edits.set_rule(BASE, question="word", rule=Answered(question="heard")),
            c.RULE_CHANGED,
            COUNTS,
        ),
        (edits.write_question(BASE, "word", Number(code="word")), c.RETYPED, COUNTS),
    ],
)
def test_each_difference_says_what_it_means_for_comparing(
    after: SurveyDocument, message: str, means: str
) -> None:
    [change] = [x for x in c.changes(BASE, after) if x.message == message]
    assert (change.breaks, change.unsure) == (means == COUNTS, means == PERHAPS)


@pytest.mark.parametrize(
    ("text", "only", "languages"),
    [
        (Text.both("Beth helpodd?", "What helped you?"), "cy", ["cy"]),
        (Text.both("Beth helpodd chi?", "What was of help?"), "en", ["en"]),
        (Text.both("Beth helpodd?", "What was of help?"), None, ["cy", "en"]),
    ],
)
def test_a_rewording_says_in_which_language(
    text: Text, only: str | None, languages: list[str]
) -> None:
    [change] = c.changes(BASE, choice(text=text))
    assert change.only == only
    assert [one.language for one in change.reworded] == languages
    for one in change.reworded:
        assert one.was == CHOICE.text.face(one.language)
        assert one.now == text.face(one.language)


def test_goals_and_who_confirmed_a_translation_are_no_differences() -> None:
    assert c.changes(BASE, choice(goals=("voice",))) == []
    text = Text(cy="Achos", en="Because")
    assert c.changes(choice(why=text), choice(why=text.confirm())) == []


@pytest.mark.parametrize(
    ("was", "now", "gone", "came"),
    [
        ("Were you heard?", "Were you listened to?", ["heard?"], ["listened to?"]),
        ("A gawsoch chi lais?", "A gawsoch chi lais?", [], []),
        ("", "New", [], ["New"]),
        ("Old words", "", ["Old words"], []),
        ("one  two three", "one two four three", [], ["four"]),
        ("a " * 300, "b " * 300, [("a " * 300).strip()], [("b " * 300).strip()]),
    ],
)
def test_sentences_are_told_apart_word_by_word(
    was: str, now: str, gone: list[str], came: list[str]
) -> None:
    before, after = apart(was, now)
    assert [piece.words for piece in before if piece.differs] == gone
    assert [piece.words for piece in after if piece.differs] == came
    assert " ".join(p.words for p in before).split() == was.split()
    assert " ".join(p.words for p in after).split() == now.split()
