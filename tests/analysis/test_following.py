"""What follows certain answers does not tell how few people gave them."""

from __future__ import annotations

import itertools

import pytest
from msgspec.structs import replace

from coprod_survey.analysis.summary import FEW_WERE_ASKED, question_tables
from coprod_survey.analysis.suppression import SMALLEST_COUNT
from coprod_survey.analysis.table import HIDDEN, Table
from coprod_survey.analysis.tally import SurveyTally
from coprod_survey.questionnaire.answers import SKIPPED
from coprod_survey.questionnaire.joined import Joined
from coprod_survey.questionnaire.rules import All, Answered, Chosen, Compared, Condition, Not
from tests.factories import make_document

OPTIONS = ("yes", "no", "else")
"""The options of `heard`, the first question of the factories' survey."""


def followed_by(rule: Condition, again: Condition | None = None) -> Joined:
    """The factories' survey, in which `word` follows `rule`, and `change` follows `again`."""
    document = make_document()
    first, second = document.sections
    hours, word, change = second.questions
    questions = (hours, replace(word, show_when=rule), replace(change, show_when=again))
    return Joined({1: replace(document, sections=(first, replace(second, questions=questions)))})


def tables(joined: Joined, counts: tuple[int, ...], *, skipped: int = 0, few: int = 0):
    """What is shown after so many people chose each option; `few` of the first wrote 0 hours."""
    tally = SurveyTally()
    chosen = [{"chosen": [o]} for o, n in zip(OPTIONS, counts, strict=True) for _ in range(n)]
    for place, heard in enumerate([*chosen, *[SKIPPED] * skipped]):
        answers = {"heard": heard, "hours": 0 if place < few else 9, "word": "da", "change": "x"}
        tally.add(joined, joined.asked(1, answers))
    return {table.code: table for table in question_tables(joined, tally)}


def is_withheld(table: Table) -> bool:
    return table.base is HIDDEN


YES = Chosen(question="heard", options=("yes",))
NO_OR_ELSE = Chosen(question="heard", options=("no", "else"))


@pytest.mark.parametrize(
    ("rule", "counts", "skipped", "withheld"),
    [
        (YES, (15, 3, 0), 4, True),  # 18 people answered: 3 said no
        (YES, (20, 6, 3), 0, False),
        (NO_OR_ELSE, (20, 6, 3), 0, False),
        (Chosen(question="heard", options=("no",)), (20, 6, 3), 0, True),
        (Not(of=Chosen(question="heard", options=("no",))), (20, 6, 3), 0, True),
        (Chosen(question="heard", options=("else",)), (2, 1, 0), 9, True),
        (Answered(question="heard"), (20, 6, 3), 6, False),
        (YES, (20, 10, 0), 0, False),
    ],
)
def test_a_follow_up_is_withheld_where_its_base_would_tell_a_hidden_count(
    rule: Condition, counts: tuple[int, ...], skipped: int, withheld: bool
) -> None:
    found = tables(followed_by(rule), counts, skipped=skipped)["word"]
    assert is_withheld(found) is withheld
    assert (FEW_WERE_ASKED in found.notes) is withheld


def test_two_conditions_do_not_tell_how_few_meet_only_one_of_them() -> None:
    both = followed_by(All(of=(YES, Compared(question="hours", number=1, how="ge"))))
    assert is_withheld(tables(both, (20, 10, 0), few=2)["word"])
    assert not is_withheld(tables(both, (20, 10, 0), few=5)["word"])


def test_what_follows_something_withheld_is_withheld_too() -> None:
    joined = followed_by(Chosen(question="heard", options=("no",)), Answered(question="word"))
    found = tables(joined, (20, 6, 3))
    assert is_withheld(found["word"]) and is_withheld(found["change"])


@pytest.mark.parametrize("base", [6, 13, 19])
@pytest.mark.parametrize("options", [c for n in (1, 2) for c in itertools.combinations(OPTIONS, n)])
def test_nobody_can_work_out_a_small_count_from_a_follow_up(
    options: tuple[str, ...], base: int
) -> None:
    joined = followed_by(Chosen(question="heard", options=options))
    splits = [(a, b, base - a - b) for a in range(base + 1) for b in range(base + 1 - a)]
    asks = [option in options for option in OPTIONS]
    for counts in splits:
        found = tables(joined, counts, skipped=6)
        shown = [row[1] for row in found["heard"].rows]
        asked = found["word"].base
        if all(cell is not HIDDEN for cell in shown):
            continue
        possible = [
            split
            for split in splits
            if all(
                n == cell or (cell is HIDDEN and n) for n, cell in zip(split, shown, strict=True)
            )
            and (asked is HIDDEN or sum(itertools.compress(split, asks)) == asked)
        ]
        for place, count in enumerate(counts):
            if shown[place] is HIDDEN and 0 < count < SMALLEST_COUNT:
                assert len({split[place] for split in possible}) > 1, (counts, shown, asked)
