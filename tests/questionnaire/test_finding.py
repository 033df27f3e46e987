"""Questions are found by words in either language, whatever their accents; and by code and kind."""

from __future__ import annotations

import pytest

from coprod_survey.questionnaire.document import Section, SurveyDocument
from coprod_survey.questionnaire.finding import find
from coprod_survey.questionnaire.questions import LongText, Note, SingleChoice
from coprod_survey.questionnaire.text import Text
from tests.factories import option

DOCUMENT = SurveyDocument(
    sections=(
        Section(
            code="place",
            title=Text.both("Y lle a’r tŷ", "The place"),
            questions=(
                SingleChoice(
                    code="water",
                    text=Text.both("Oedd dŵr ar gael?", "Was there water?"),
                    options=(option("yes", "Oedd", "Yes"), option("no", "Nac oedd", "No")),
                ),
                LongText(code="why", text=Text.both("Pam?", "Why?")),
                Note(
                    code="end",
                    text=Text.both("Diolch", "Thanks"),
                    body=Text.both("Sesiwn nesa’", "It’s next week"),
                ),
            ),
        ),
    )
)
KINDS = {"long_text": "Testun hir"}


@pytest.mark.parametrize(
    ("looked_for", "questions", "sections"),
    [
        ("DWR", {"water"}, set()),
        ("dŵr", {"water"}, set()),
        ("nac oedd", {"water"}, set()),
        ("oedd nac", {"water"}, set()),
        ("a’r ty", set(), {"place"}),
        ("tŷ lle", set(), {"place"}),
        ("why", {"why"}, set()),
        ("testun HIR", {"why"}, set()),
        ("long_text", {"why"}, set()),
        ("it's", {"end"}, set()),
        ("it’s", {"end"}, set()),
        ("water why", set(), set()),
        ("%", set(), set()),
    ],
)
def test_what_holds_every_word_is_found(
    looked_for: str, questions: set[str], sections: set[str]
) -> None:
    found = find(DOCUMENT, looked_for, KINDS)
    assert found is not None
    assert (set(found.questions), set(found.sections)) == (questions, sections)


def test_looking_for_nothing_is_no_search() -> None:
    assert find(DOCUMENT, "  ", KINDS) is None
