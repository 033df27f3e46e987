"""Whether the rules of a survey make sense: each looks back at what exists, and can come true."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from . import rules
from .document import Section, SurveyDocument
from .problem import Problem
from .questions import Question
from .rules import All, Answering, AnyOf, Chosen, Compared, Condition, InGroup
from .text import N_

MOST_TRIES = 4_000
"""After so many combinations of answers without success a rule is taken to be possible."""

MISSING = N_("This rule looks at a question that is not in the survey: %(code)s")
ITSELF = N_("This rule looks at the answer to its own question")
CIRCLE = N_("These wait for each other’s answers, so neither is ever shown: %(codes)s")
LATER = N_("This rule looks at a question that comes later: %(question)s")
NOT_ASKED = N_("This rule looks at something that keeps no answer: %(question)s")
NO_OPTION = N_("This rule names an option that is not there: %(code)s")
NO_OPTIONS = N_("This rule names no option")
NO_NUMBER = N_("This rule compares numbers, and the answer is not a number: %(question)s")
NO_PART = N_("This rule must say which of several statements it looks at: %(question)s")
NO_GROUPS = N_("This rule looks at people’s group, and no question asks for it")
EMPTY = N_("This rule has an empty group of conditions")
TOO_DEEP = N_("This rule has conditions inside conditions, more than %(most)s deep")
NEVER = N_("This can never be shown: its rule contradicts itself or the rules before it")


def check_rules(document: SurveyDocument) -> list[Problem]:
    """What is wrong with the rules of a document, in the order of the survey."""
    order = {code: place for place, code in enumerate(document.questions)}
    problems = []
    for section in document.sections:
        first = order[section.questions[0].code] if section.questions else len(order)
        found = list(_faults(document, section, f"section.{section.code}", first, order))
        for question in section.questions:
            here = f"question.{question.code}"
            found += _faults(document, question, here, order[question.code], order)
        problems += found
    return problems or list(_never_shown(document, order))


def _faults(
    document: SurveyDocument,
    thing: Section | Question,
    place: str,
    limit: int,
    order: dict[str, int],
) -> Iterator[Problem]:
    """What is wrong with one rule by itself; it may look at questions before place `limit`."""
    place = f"{place}.show_when"
    if rules.depth(thing.show_when) > rules.DEEPEST:
        yield Problem(TOO_DEEP, {"most": rules.DEEPEST}, place=place)
    for condition in rules.parts(thing.show_when):
        if isinstance(condition, All | AnyOf):
            if not condition.of:
                yield Problem(EMPTY, place=place)
            continue
        if isinstance(condition, rules.Not):
            continue
        code = document.group_question if isinstance(condition, InGroup) else condition.question
        question = document.question(code)
        if question is None:
            lost = NO_GROUPS if isinstance(condition, InGroup) else MISSING
            yield Problem(lost, {} if lost is NO_GROUPS else {"code": code}, place=place)
        elif isinstance(thing, Question) and code == thing.code:
            yield Problem(ITSELF, place=place)
        elif order[code] >= limit:
            if _waits_for(document, code, thing):
                yield Problem(CIRCLE, {"codes": f"{thing.code}, {code}"}, place=place)
            else:
                yield Problem(LATER, {"question": question.text}, place=place)
        elif not question.counted:
            yield Problem(NOT_ASKED, {"question": question.text}, place=place)
        else:
            yield from _misread(condition, question, place)


def _misread(condition: Condition, question: Question, place: str) -> Iterator[Problem]:
    """What a condition asks of a question that the question cannot tell."""
    known = {option.code for option in question.offered}
    named = (
        condition.options
        if isinstance(condition, Chosen)
        else condition.groups
        if isinstance(condition, InGroup)
        else ()
    )
    for code in named:
        if code not in known:
            yield Problem(NO_OPTION, {"code": code}, place=place)
    if isinstance(condition, Chosen | InGroup) and not named:
        yield Problem(NO_OPTIONS, place=place)
    if isinstance(condition, Compared) and not question.measurable:
        yield Problem(NO_NUMBER, {"question": question.text}, place=place)
    if isinstance(condition, Chosen | Compared):
        wanted = {part.code for part in question.parts} or {""}
        if condition.part not in wanted:
            yield Problem(NO_PART, {"question": question.text}, place=place)


def _waits_for(document: SurveyDocument, code: str, thing: Section | Question) -> bool:
    """Whether the question `code` is only shown after an answer in `thing`."""
    within = (
        {question.code for question in thing.questions}
        if isinstance(thing, Section)
        else {thing.code}
    )
    seen: set[str] = set()
    waiting = [code]
    while waiting:
        current = waiting.pop()
        if current in within:
            return True
        if current not in seen:
            seen.add(current)
            waiting += _looked_at(document, current)
    return False


def _looked_at(document: SurveyDocument, code: str) -> frozenset[str]:
    """The questions on whose answers it depends whether the question `code` is shown."""
    question, section = document.question(code), document.section_of(code)
    if question is None or section is None:
        return frozenset()
    group = document.group_question
    return rules.refers_to(question.show_when, group) | rules.refers_to(section.show_when, group)


def _never_shown(document: SurveyDocument, order: dict[str, int]) -> Iterator[Problem]:
    """The sections and questions whose rules no answers can make true."""
    for section in document.sections:
        if section.show_when and not _possible(document, section.show_when, order):
            yield Problem(NEVER, place=f"section.{section.code}.show_when")
            continue
        for question in section.questions:
            if question.show_when:
                both = All(of=tuple(filter(None, (section.show_when, question.show_when))))
                if not _possible(document, both, order):
                    yield Problem(NEVER, place=f"question.{question.code}.show_when")


def _possible(document: SurveyDocument, goal: Condition, order: dict[str, int]) -> bool:
    """Whether some answers to the questions that matter lead to a place where this condition holds.

    `order` is the place of each question in the survey.
    """
    group = document.group_question
    matters: set[str] = set()
    waiting = list(rules.refers_to(goal, group))
    while waiting:
        code = waiting.pop()
        if code not in matters and document.question(code):
            matters.add(code)
            waiting += _looked_at(document, code)
    before = []
    for code in sorted(matters, key=order.__getitem__):
        section = document.section_of(code)
        assert section is not None
        before.append((document.questions[code], section.show_when))
    return _can_hold(goal, tuple(before), group)


@lru_cache(maxsize=4096)
def _can_hold(
    goal: Condition, before: tuple[tuple[Question, Condition | None], ...], group: str
) -> bool:
    """Whether some answers to the questions `before` make a condition hold.

    With each question stands the condition of its section. While these are the same, no edit of the
    rest of the survey asks for another search.

    Tries telling answers (`Question.probes`) to every question, in the order of the survey; one that
    is not shown under the answers before it has none. Each part of the condition that must hold is
    looked at as soon as its last question has an answer, so a part that fails ends at once all tries
    that would begin alike.
    """
    conditions = [goal]
    for question, of_section in before:
        conditions += filter(None, (of_section, question.show_when))
    asked = _asked_about(conditions, group)
    plan = [(question, of, _probes(question, asked[question.code])) for question, of in before]
    places = {question.code: place for place, (question, *_rest) in enumerate(plan)}
    due: defaultdict[int, list[Condition]] = defaultdict(list)
    for needed in _needed(goal):
        seen = [places[code] for code in rules.refers_to(needed, group) if code in places]
        due[max(seen, default=len(plan))].append(needed)
    answers: dict[str, Any] = {}
    given = Answering(answers, {question.code: question for question, _of in before}, group)
    tries = 0

    def search(place: int) -> bool:
        nonlocal tries
        tries += 1
        if tries > MOST_TRIES:
            return True
        if place == len(plan):
            return all(rules.holds(one, given) for one in due[place])
        question, of_section, probes = plan[place]
        shown = rules.holds(of_section, given) and rules.holds(question.show_when, given)
        for answer in probes if shown else [None]:
            answers[question.code] = answer
            if all(rules.holds(one, given) for one in due[place]) and search(place + 1):
                return True
        answers.pop(question.code, None)
        return False

    return search(0)


def _needed(goal: Condition) -> Iterator[Condition]:
    """The parts of a condition that must each hold."""
    if isinstance(goal, All):
        for one in goal.of:
            yield from _needed(one)
    else:
        yield goal


class _Asked:
    """What conditions ask about a question: options by part, and numbers to compare with."""

    def __init__(self) -> None:
        self.options: defaultdict[str, set[str]] = defaultdict(set)
        self.numbers: set[float] = set()


def _asked_about(conditions: list[Condition], group_question: str) -> defaultdict[str, _Asked]:
    """What all these conditions ask, by the code of the question."""
    asked: defaultdict[str, _Asked] = defaultdict(_Asked)
    for outer in conditions:
        for one in rules.parts(outer):
            if isinstance(one, Chosen):
                asked[one.question].options[one.part].update(one.options)
            elif isinstance(one, Compared):
                asked[one.question].numbers.add(one.number)
                asked[one.question].options[one.part].update(())
            elif isinstance(one, InGroup):
                asked[group_question].options[""].update(one.groups)
    return asked


def _probes(question: Question, asked: _Asked) -> list[Any]:
    """Answers to a question among which every condition can tell all it wants to tell."""
    told = [a for a in question.probes(asked.options, asked.numbers) if not question.ends(a)]
    return told if question.required else [*told, None]
