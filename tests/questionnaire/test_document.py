"""A document is the same after a trip through JSON, and strange JSON is refused."""

from __future__ import annotations

import pytest

from coprod_survey.questionnaire.document import FORMAT, DocumentError, decode, encode
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
