"""Pasted lines: what is understood becomes options, what is not is told, and nothing is lost."""

from __future__ import annotations

from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_survey.questionnaire import edits
from coprod_survey.questionnaire.checks import check
from coprod_survey.questionnaire.lengths import ROW
from coprod_survey.questionnaire.pasting import MOST, read_pasted
from coprod_survey.questionnaire.questions import Scale
from coprod_survey.questionnaire.text import LANGUAGES, Language
from tests.factories import make_document


@pytest.mark.parametrize(
    ("pasted", "first", "texts"),
    [
        ("Bob dydd / Every day", "cy", [("Bob dydd", "Every day")]),
        ("Every day / Bob dydd", "en", [("Bob dydd", "Every day")]),
        ("he/she\tond/neu", "en", [("ond/neu", "he/she")]),
        ("ac/neu", "cy", [("", "ac/neu")]),
        ("a / b | c", "cy", [("a / b", "c")]),
        ("a | b\tc / d", "cy", [("a | b", "c / d")]),
        ("Ie\tYes\t\t", "cy", [("Ie", "Yes")]),
        ("• Ie | Yes\n- Na | No\n* Efallai | Perhaps", "cy",
         [("Ie", "Yes"), ("Na", "No"), ("Efallai", "Perhaps")]),
        ("-5 i 0 | -5 to 0", "cy", [("-5 i 0", "-5 to 0")]),
        ("Ie /", "cy", [("Ie", "")]),
        ("/ Yes", "cy", [("", "Yes")]),
    ],
)  # fmt: skip
def test_lines_are_parted_by_the_surest_sign(
    pasted: str, first: Language, texts: list[tuple[str, str]]
) -> None:
    read = read_pasted(pasted, "en", first)
    assert [(t.cy, t.en) for t in read.texts] == texts
    assert read.problems == []


def test_what_is_not_understood_is_told_by_its_line() -> None:
    read = read_pasted("Ie | Yes\n\na | b | c\n" + "x" * (ROW + 1), "cy")
    assert [(t.cy, t.en) for t in read.texts] == [("Ie", "Yes")]
    assert [p.params["number"] for p in read.problems] == [2, 3]


def test_more_lines_than_can_be_read_are_told() -> None:
    read = read_pasted("\n".join(f"gair {n}" for n in range(MOST + 1)), "cy")
    assert len(read.texts) == MOST
    assert [p.params for p in read.problems] == [{"limit": MOST}]


def test_pasted_points_of_a_scale_go_on_counting() -> None:
    texts = read_pasted("Popeth | Everything\nMwy fyth | Even more", "cy").texts
    document = edits.paste_options(make_document(), "voice", texts)
    assert cast(Scale, document.questions["voice"]).points == (1, 2, 3, 4, 5)
    pasted = document.questions["voice"].options[-2:]
    assert [o.text.state for o in pasted] == ["translated", "translated"]
    assert {p.place for p in check(document)} == {
        f"question.voice.options.{o.code}" for o in pasted
    }, "somebody reads both languages before it is published"


@given(st.text(alphabet="ab |/\t\n-•ŵ", max_size=60), st.sampled_from(LANGUAGES))
def test_no_letter_of_any_line_is_lost(pasted: str, lang: Language) -> None:
    read = read_pasted(pasted, lang)
    told = "".join(str(problem.params.get("words", "")) for problem in read.problems)
    kept = "".join(text.cy + text.en for text in read.texts) + told
    for letter in "abŵ":
        assert kept.count(letter) == pasted.count(letter)
