"""Rules: when a question or a section is shown, as a condition on answers that were given before.

A condition is data, stored in the document. It looks only at answers of questions on the person's
path: to a rule, what fell off the path was never answered. So the path needs one pass, and cannot
turn in a circle.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Literal

import msgspec
from msgspec.structs import replace

from .answers import Answer, is_answered

if TYPE_CHECKING:
    from .questions import BaseQuestion

DEEPEST = 6
"""How many conditions may stand inside one another."""

Ways = Literal["any", "all", "none"]
Comparison = Literal["eq", "ne", "lt", "le", "gt", "ge"]


class Chosen(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag="chosen"):
    """Holds where any, all or none of these options were chosen; only a real answer can hold.

    `part` is the code of one statement or moment within a question that has several.
    """

    question: str
    options: tuple[str, ...]
    how: Ways = "any"
    part: str = ""


class Compared(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag="compared"):
    """Holds where the number that was answered compares with `number` so."""

    question: str
    number: int | float
    how: Comparison = "eq"
    part: str = ""


class Answered(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag="answered"):
    """Holds where the question was answered, or (`given` false) where it was not."""

    question: str
    given: bool = True


class InGroup(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag="in_group"):
    """Holds for people of any of these stakeholder groups, as the survey's group question says."""

    groups: tuple[str, ...]


class All(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag="all"):
    """Holds where every one of these conditions does."""

    of: tuple[Condition, ...]


class AnyOf(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag="any"):
    """Holds where at least one of these conditions does."""

    of: tuple[Condition, ...]


class Not(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag="not"):
    """Holds where the condition does not."""

    of: Condition


Plain = Chosen | Compared | Answered | InGroup
"""A condition that looks at one question."""

Condition = Plain | All | AnyOf | Not
"""Any condition."""

COMPARE: dict[Comparison, Callable[[Any, Any], bool]] = {
    "eq": operator.eq,
    "ne": operator.ne,
    "lt": operator.lt,
    "le": operator.le,
    "gt": operator.gt,
    "ge": operator.ge,
}
"""What each comparison does."""


class Answering(msgspec.Struct, frozen=True):
    """What a condition is held against: the answers on the path so far, and how to read them.

    `questions` are those of the document by code, and `group_question` is the code of the one that
    asks for people's stakeholder group.
    """

    answers: Mapping[str, Answer]
    questions: Mapping[str, BaseQuestion]
    group_question: str = ""


def holds(condition: Condition | None, given: Answering) -> bool:
    """Whether a condition holds for these answers; no condition always does."""
    if condition is None:
        return True
    if isinstance(condition, Chosen):
        codes = _codes(condition.question, condition.part, given)
        return bool(codes) and _WAYS[condition.how](codes, condition.options)
    if isinstance(condition, Answered):
        return is_answered(given.answers.get(condition.question)) is condition.given
    if isinstance(condition, Compared):
        amount = _amount(condition, given)
        return amount is not None and COMPARE[condition.how](amount, condition.number)
    if isinstance(condition, InGroup):
        return not _codes(given.group_question, "", given).isdisjoint(condition.groups)
    if isinstance(condition, Not):
        return not holds(condition.of, given)
    every = (holds(one, given) for one in condition.of)
    return all(every) if isinstance(condition, All) else any(every)


def parts(condition: Condition | None) -> Iterator[Condition]:
    """The condition and all that stand inside it, the outer ones first."""
    if condition is None:
        return
    yield condition
    if isinstance(condition, Not):
        yield from parts(condition.of)
    elif isinstance(condition, All | AnyOf):
        for one in condition.of:
            yield from parts(one)


def plain(condition: Condition | None) -> Iterator[Plain]:
    """The conditions within a condition that each look at one question."""
    for one in parts(condition):
        if not isinstance(one, All | AnyOf | Not):
            yield one


def question_of(condition: Plain, group_question: str) -> str:
    """The code of the question that a plain condition looks at."""
    return group_question if isinstance(condition, InGroup) else condition.question


def picked(condition: Plain, question: BaseQuestion) -> tuple[str, frozenset[str]]:
    """The part of its question that a plain condition looks at, and the options that it tells from
    the others; none where it only asks whether there is an answer."""
    if isinstance(condition, InGroup):
        return "", frozenset(condition.groups)
    if isinstance(condition, Chosen):
        return condition.part, frozenset(condition.options)
    if isinstance(condition, Answered):
        return "", frozenset()
    fits, number = COMPARE[condition.how], condition.number
    numbered = [option for option in question.offered if option.value is not None]
    return condition.part, frozenset(o.code for o in numbered if fits(o.value, number))


def depth(condition: Condition | None) -> int:
    """How many conditions stand inside one another: 0 for none, 1 for a plain one."""
    if condition is None:
        return 0
    if isinstance(condition, Not):
        return 1 + depth(condition.of)
    if isinstance(condition, All | AnyOf):
        return 1 + max(map(depth, condition.of), default=0)
    return 1


def refers_to(condition: Condition | None, group_question: str = "") -> frozenset[str]:
    """The codes of the questions whose answers the condition looks at."""
    codes = set()
    for one in parts(condition):
        if isinstance(one, Chosen | Compared | Answered):
            codes.add(one.question)
        elif isinstance(one, InGroup):
            codes.add(group_question)
    return frozenset(codes)


def renamed(
    condition: Condition | None, question: str, new: str, rows: Mapping[str, str] | None = None
) -> Condition | None:
    """The condition after a question, and perhaps rows of its lists, have got other codes.

    `rows` are the new codes of options, statements and the like, by their old ones.
    """
    if condition is None:
        return None
    if isinstance(condition, Not):
        return Not(of=_renamed(condition.of, question, new, rows))
    if isinstance(condition, All | AnyOf):
        return replace(
            condition, of=tuple(_renamed(one, question, new, rows) for one in condition.of)
        )
    if isinstance(condition, InGroup) or condition.question != question:
        return condition
    if isinstance(condition, Answered):
        return replace(condition, question=new)
    rows = rows or {}
    part = rows.get(condition.part, condition.part)
    if isinstance(condition, Compared):
        return replace(condition, question=new, part=part)
    codes = tuple(rows.get(code, code) for code in condition.options)
    return replace(condition, question=new, part=part, options=codes)


def _renamed(
    condition: Condition, question: str, new: str, rows: Mapping[str, str] | None
) -> Condition:
    after = renamed(condition, question, new, rows)
    assert after is not None
    return after


_WAYS: dict[Ways, Callable[[frozenset[str], tuple[str, ...]], bool]] = {
    "any": lambda codes, options: not codes.isdisjoint(options),
    "all": lambda codes, options: codes.issuperset(options),
    "none": lambda codes, options: codes.isdisjoint(options),
}


def _codes(code: str, part: str, given: Answering) -> frozenset[str]:
    """The option codes that were chosen in a question (or one part of it); empty without an answer."""
    answer, question = given.answers.get(code), given.questions.get(code)
    if question is None or not is_answered(answer):
        return frozenset()
    return question.codes(answer, part)


def _amount(condition: Compared, given: Answering) -> float | None:
    """The number that was answered; None without one."""
    answer = given.answers.get(condition.question)
    question = given.questions.get(condition.question)
    if question is None or not is_answered(answer):
        return None
    return question.amount(answer, condition.part)
