"""Make one random answer to any question, always one that the question itself accepts."""

from __future__ import annotations

import math
from collections.abc import Callable
from random import Random
from typing import Any

from ..questionnaire.answers import SKIPPED, Answer
from ..questionnaire.problem import Problem
from ..questionnaire.questions import ChoiceQuestion, Option, Question
from .habits import Habit

Words = Callable[[str], str]
"""Gives what somebody writes for a question code, or beside its "other" option for ``<code>.other``;
empty when they write nothing."""

RARE = 0.05
"""How likely "don't know" and the like are beside an ordinary option."""

UNUSUAL = 0.35
"""How likely "other" is beside an ordinary option."""


def make_answer(question: Question, rng: Random, *, habit: Habit, words: Words) -> Answer:
    """A random answer that `question` accepts, or `SKIPPED` where it lets people skip."""
    if not question.required and rng.random() > habit.answered:
        return SKIPPED
    make = _RAW.get(question.type)
    raw = make(question, rng, habit, words) if make else question.sample(rng, words(question.code))
    answer = question.parse(raw)
    if isinstance(answer, Problem):
        raise ValueError(f"{question.code}: {answer.message}")
    return answer


Raw = dict[str, list[str]]


def _one_option(question: ChoiceQuestion, rng: Random, habit: Habit, words: Words) -> Raw:
    weights = [_weight(option, habit) for option in question.options]
    (chosen,) = rng.choices(question.options, weights)
    return {question.name: [chosen.code], **_said(question, [chosen], words)}


def _weight(option: Option, habit: Habit) -> float:
    """How likely an option is; once a habit names ordinary options, it names all that are chosen."""
    if option.code in habit.weights:
        return habit.weights[option.code]
    total = sum(habit.weights.values())
    if option.role == "other":
        return UNUSUAL * (total / len(habit.weights) if total else 1)
    if option.exclusive:
        return RARE * (total or 4)
    return 0.0 if habit.weights else 1.0


def _one_point(question: ChoiceQuestion, rng: Random, habit: Habit, words: Words) -> Raw:
    points = sorted((o for o in question.options if o.value is not None), key=_value)
    others = [o for o in question.options if o.value is None]
    if others and rng.random() < RARE:
        return {question.name: [rng.choice(others).code]}
    place = (rng.gauss(habit.centre, 0.9) - 1) / 4 * (len(points) - 1)
    nearest = min(max(round(place), 0), len(points) - 1)
    return {question.name: [points[nearest].code]}


def _value(option: Option) -> int:
    return option.value or 0


def _some_options(question: Any, rng: Random, habit: Habit, words: Words) -> Raw:
    chosen = [
        option
        for option in question.options
        if not option.exclusive
        and rng.random() < habit.weights.get(option.code, 0.06 if option.role else 0.3)
    ]
    alone = [option for option in question.options if option.role == "exclusive"]
    if not chosen:
        chosen = [rng.choice(alone or question.options)]
    chosen = chosen[: question.most or len(chosen)]
    return {question.name: [o.code for o in chosen], **_said(question, chosen, words)}


def _said(question: ChoiceQuestion, chosen: list[Option], words: Words) -> Raw:
    """What is written beside each chosen "other, please say"."""
    return {
        question.other_name(o): [words(f"{question.code}.other")]
        for o in chosen
        if o.role == "other"
    }


def _a_number(question: Any, rng: Random, habit: Habit, words: Words) -> Raw:
    value = rng.lognormvariate(math.log(habit.typical), 0.7)
    least = -math.inf if question.least is None else question.least
    most = math.inf if question.most is None else question.most
    number = min(max(value, least), most)
    if not question.whole:
        return {question.name: [f"{number:.2f}"]}
    whole = round(number)
    # within narrow limits such as 0.5 to 1.4 rounding may step outside
    whole += 1 if whole < least else -1 if whole > most else 0
    return {question.name: [str(whole)]}


def _some_words(question: Any, rng: Random, habit: Habit, words: Words) -> Raw:
    return {question.name: [words(question.code)[: question.limit]]}


_RAW: dict[str, Callable[[Any, Random, Habit, Words], Raw]] = {
    "single_choice": _one_option,
    "multiple_choice": _some_options,
    "scale": _one_point,
    "number": _a_number,
    "short_text": _some_words,
    "long_text": _some_words,
}
"""What a form would send, by the kind of question; the other kinds make a sample themselves."""
