"""How long a sentence may be is the same in forms, files and checks."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from coprod_survey.interchange.units import units_of
from coprod_survey.questionnaire import library
from coprod_survey.questionnaire.checks import structure
from coprod_survey.questionnaire.lengths import LONGEST, ROW, TITLE, UNIT, longest, longest_at
from coprod_survey.questionnaire.parity.sentences import with_texts
from coprod_survey.questionnaire.text import Text
from tests.factories import make_document
from tests.interchange.saying import say


@pytest.mark.parametrize(
    ("place", "limit"),
    [
        ("settings.title", TITLE),
        ("settings.privacy", LONGEST),
        ("section.more.title", TITLE),
        ("section.more.introduction", LONGEST),
        ("question.heard.text", LONGEST),
        ("question.heard.unit", UNIT),
        ("question.heard.options.yes", ROW),
        ("question.heard.options.title", ROW),
        ("question.heard.options.yes.hint", LONGEST),
        ("question.heard.picture.alt", LONGEST),
        ("settings", LONGEST),
    ],
)
def test_a_sentence_has_the_limit_of_its_kind(place: str, limit: int) -> None:
    assert longest_at(place) == limit


def test_forms_name_the_same_limits_by_their_fields() -> None:
    assert longest("title") == TITLE
    assert longest("text", in_row=True) == ROW
    assert longest("text") == longest("hint", in_row=True) == LONGEST


@pytest.mark.parametrize("name", [*library.names(), *library.sets()])
def test_everything_of_our_own_fits(name: str) -> None:
    for place, text, _required in library.load(name).texts():
        assert max(len(text.cy), len(text.en)) <= longest_at(place), place


def test_what_came_too_long_from_elsewhere_must_be_shortened_before_publishing() -> None:
    long = Text.both("a" * (ROW + 1), "Yes")
    document = with_texts(make_document(), {"question.heard.options.yes": long})
    [problem] = structure(document)
    assert problem.place == "question.heard.options.yes"
    assert problem.params["limit"] == ROW
    assert structure(replace(document, title=Text.both("a" * TITLE, "b"))) == [problem]


def test_files_for_translators_say_the_limit() -> None:
    by_key = {unit.key: unit for unit in units_of(make_document(), "en", say)}
    option = by_key["question.heard.options.yes"]
    assert option.max_length == ROW
    assert str(ROW) in option.note
    assert by_key["settings.privacy"].max_length == 0
