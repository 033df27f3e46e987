"""What differs between two versions."""

from __future__ import annotations

from typing import cast

import pytest
from msgspec.structs import replace

from coprod_survey.questionnaire import changes as c
from coprod_survey.questionnaire import edits
from coprod_survey.questionnaire.document import SurveyDocument
from coprod_survey.questionnaire.questions import ChoiceQuestion, LongText, Number
from coprod_survey.questionnaire.text import Text
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
