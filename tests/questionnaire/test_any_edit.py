"""Whatever a designer does to whatever survey: codes stay, and it can be stored and read again."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from coprod_survey.questionnaire.document import SurveyDocument, decode, encode
from coprod_survey.questionnaire.merging import merge
from tests.questionnaire.any_edit import any_edit
from tests.questionnaire.test_paths import documents

MAY_LOSE_ROWS = {"delete_option", "take_options"}
MAY_LOSE_QUESTIONS = {"delete_question", "delete_section", "recode_question"}


def codes_of(document: SurveyDocument) -> Iterator[list[str]]:
    """The codes of every scope in which they must differ."""
    yield [s.code for s in document.sections]
    yield [q.code for s in document.sections for q in s.questions]
    for question in document.questions.values():
        for rows in question.lists.values():
            yield [row.code for row in rows]


@given(documents(), st.data())
@settings(max_examples=120, deadline=None)
def test_codes_stay_unique_and_stable_and_the_survey_can_be_stored(
    document: SurveyDocument, data: st.DataObject
) -> None:
    for _ in range(data.draw(st.integers(1, 6))):
        name, edit = data.draw(any_edit(document))
        whole = encode(document)
        after = edit(document)
        assert encode(document) == whole, "an edit changes no document that it is given"
        assert decode(encode(after)) == after
        for codes in codes_of(after):
            assert len({code.casefold() for code in codes}) == len(codes), (name, codes)
        if name not in MAY_LOSE_QUESTIONS:
            assert set(document.questions) <= set(after.questions), name
        for code, question in after.questions.items():
            before = document.question(code)
            if before is None or name in MAY_LOSE_ROWS:
                continue
            assert before.type == question.type, name
            for list_name, rows in before.lists.items():
                written = {row.code for row in rows if not row.text.blank}
                assert written <= {row.code for row in question.lists[list_name]}, name
        document = after


@given(documents(), st.data())
@settings(max_examples=60, deadline=None)
def test_what_two_people_do_to_any_survey_can_be_merged_stored_and_read(
    document: SurveyDocument, data: st.DataObject
) -> None:
    mine, theirs = document, document
    for _ in range(data.draw(st.integers(1, 3))):
        mine = data.draw(any_edit(mine))[1](mine)
        theirs = data.draw(any_edit(theirs))[1](theirs)
    merged, _clashes = merge(document, mine, theirs)
    assert decode(encode(merged)) == merged
    for codes in list(codes_of(merged))[:2]:
        assert len(set(codes)) == len(codes)
