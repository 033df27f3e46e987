"""A document is the same after a trip through JSON, and strange JSON is refused."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from coprod_survey.questionnaire.checks import check
from coprod_survey.questionnaire.document import FORMAT, DocumentError, decode, encode
from coprod_survey.questionnaire.purpose import Purpose, with_goals_among
from coprod_survey.questionnaire.text import Text
from tests.factories import make_document


def test_a_document_survives_storage_unchanged() -> None:
    document = make_document()
    assert decode(encode(document)) == document
    assert encode(decode(encode(document))) == encode(document)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"\xff\xfe",
        b'{"sections": [{"code": "s", "questions": [{"type": "magic", "code": "q"}]}]}',
        b'{"sections": [{"code": "<script>"}]}',
        b'{"sections": [{"code": "s", "questions": [{"type": "number", "code": "1st"}]}]}',
        b'{"purpose": {"goals": ["<script>"]}}',
        b'{"purpose": {"by_when": "soon"}}',
        b'{"sections": [{"code": "s", "questions": [{"type": "number", "code": "n", "goals": ["1"]}]}]}',
        b'{"format": %d}' % (FORMAT + 1),
        b"[" * 100_000,
    ],
)
def test_what_is_not_a_survey_is_refused(data: bytes) -> None:
    with pytest.raises(DocumentError):
        decode(data)


def test_questions_are_numbered_through_the_whole_survey() -> None:
    document = make_document()
    assert document.numbers == {
        "heard": "1", "formats": "2", "voice": "3", "hours": "4", "word": "5", "change": "6",
    }  # fmt: skip


def test_the_purpose_survives_storage_and_is_none_of_the_sentences_of_a_survey() -> None:
    purpose = Purpose(
        decision=Text(cy="Yr oriau"), by_when=date(2026, 3, 1), by_whom=Text(en="Us"), goals=("a",)
    )
    document = make_document(purpose=purpose)
    assert decode(encode(document)) == document
    assert list(document.texts()) == list(make_document().texts())
    assert check(document) == []
    assert b"purpose" not in encode(make_document())


def test_a_survey_for_another_project_names_only_its_goals() -> None:
    document = make_document(purpose=Purpose(goals=("a", "b")))
    first = document.sections[0]
    tied = replace(first.questions[0], goals=("b", "c"))
    document = replace(document, sections=(replace(first, questions=(tied,)),))
    after = with_goals_among(document, ["b"])
    assert after.purpose.goals == ("b",)
    assert after.questions["heard"].goals == ("b",)
    assert with_goals_among(make_document(), []) == make_document()
