"""Whether the figures of a question that follows certain answers would tell how many gave them.

How many people were asked such a question is a count of those answers. It may be shown only where
that count may: neither itself, nor by what is left when it is taken from another number that a
reader sees.
"""

from __future__ import annotations

from ..questionnaire.joined import Joined, Look
from ..questionnaire.questions import Question
from ..questionnaire.summary import ASKED, Summary
from .suppression import SMALLEST_COUNT, hidden_items, is_telling
from .tally import SurveyTally


def is_withheld(
    joined: Joined, code: str, tally: SurveyTally, before: frozenset[str] = frozenset()
) -> bool:
    """Whether a question follows answers of which its figures would tell too much.

    `before` are questions that are being looked at already.
    """
    if code not in joined.follows or code in before:
        return False
    asked = tally.of(code)[ASKED]
    if is_telling(asked, tally.responses):
        return True
    looks = joined.looks(code)
    return any(
        is_withheld(joined, look.question, tally, before | {code})
        or _tells(asked, look, joined.questions[look.question], tally, alone=len(looks) == 1)
        for look in looks
    )


def _tells(asked: int, look: Look, question: Question, tally: SurveyTally, *, alone: bool) -> bool:
    """Whether so many people asked would tell a hidden count of the question that a rule looks at.

    `alone` says that this is all that the rule looks at: who was asked is then who chose so.
    """
    summary = _summary(question, look.part, tally)
    if is_telling(asked, summary.base):
        return True
    options = [option.code for option in question.offered]
    if len(options) != len(summary.items):
        return False
    hidden = {options[place] for place in hidden_items(summary)}
    if hidden & look.options and not hidden <= look.options:
        return True
    if alone:
        return False
    pairs = zip(options, summary.items, strict=True)
    chose = sum(item.count for option, item in pairs if option in look.options)
    return any(0 < abs(asked - n) < SMALLEST_COUNT for n in (chose, summary.base - chose))


def _summary(question: Question, part: str, tally: SurveyTally) -> Summary:
    """What is said of a question, or of one part of it."""
    summaries = list(question.summaries(tally.of(question.code)))
    return next((s for one, s in summaries if one and one.code == part), summaries[0][1])
