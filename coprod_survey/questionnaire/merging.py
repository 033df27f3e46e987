"""Merging: two people's changes to one document become one, and what both changed is told apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from msgspec.structs import replace

from .document import Section, SurveyDocument
from .questions import BaseQuestion, Option

Plan = dict[str, list[str]]
"""Which questions each section holds, by their codes, in order."""


class Clash(msgspec.Struct, frozen=True):
    """A place that two people changed in different ways: what each of them wrote there."""

    place: str
    mine: Any
    theirs: Any


def merge(
    base: SurveyDocument, mine: SurveyDocument, theirs: SurveyDocument
) -> tuple[SurveyDocument, list[Clash]]:
    """The document with the changes that two people made to `base`, each on their own.

    A sentence or setting that only one of them changed is taken from that one. Where both changed
    the same one differently, it is taken from `theirs` and named in the list of clashes, so that a
    person decides. What one deleted and the other reworded is kept: nothing written is lost.
    """
    clashes: list[Clash] = []
    merged = _struct(base, mine, theirs, "settings", clashes)
    was, here, there = (list(d.questions.values()) for d in (base, mine, theirs))
    questions = {q.code: q for q in _things(was, here, there, "", clashes)}
    old, one, other = ([replace(s, questions=()) for s in d.sections] for d in (base, mine, theirs))
    kept = {s.code: s for s in _things(old, one, other, "", clashes)}
    heads = {**{s.code: s for s in (*one, *other)}, **kept}
    plan = {
        name: [code for code in codes if code in questions]
        for name, codes in _plan(base, mine, theirs).items()
    }
    sections = tuple(
        replace(heads[name], questions=tuple(questions[code] for code in codes))
        for name, codes in plan.items()
        if codes or name in kept
    )
    return replace(merged, sections=sections), clashes


def _plan(base: SurveyDocument, mine: SurveyDocument, theirs: SurveyDocument) -> Plan:
    """Where each section and question stands: as in the plan of whoever changed the plan.

    What only the other one has comes behind what precedes it there.
    """
    was, first, second = (
        {s.code: [q.code for q in s.questions] for s in d.sections} for d in (base, mine, theirs)
    )
    if list(first.items()) == list(was.items()):
        first, second = second, first
    placed = {code for codes in first.values() for code in codes}
    extra = {name: [c for c in codes if c not in placed] for name, codes in second.items()}
    plan = {}
    for name in _joined(list(first), list(second)):
        here = first.get(name, [])
        around = [c for c in second.get(name, []) if c in here or c in extra[name]]
        plan[name] = _joined(here, around)
    return plan


def _struct(base: Any, mine: Any, theirs: Any, place: str, clashes: list[Clash]) -> Any:
    """One struct of the tree, field by field; questions whose kind was changed count as one value."""
    if type(mine) is not type(theirs) or type(base) is not type(theirs):
        return _value(base, mine, theirs, place, clashes)
    changed = {}
    for name in theirs.__struct_fields__:
        three = getattr(base, name), getattr(mine, name), getattr(theirs, name)
        here = f"{place}.{name}"
        if isinstance(theirs, BaseQuestion) and name in theirs.lists:
            changed[name] = _things(*three, here, clashes)
        elif name in ("sections", "questions"):
            changed[name] = getattr(theirs, name)
        elif name == "purpose":
            changed[name] = _struct(*three, name, clashes)
        else:
            changed[name] = _value(*three, here, clashes)
    return replace(theirs, **changed)


def _value(base: Any, mine: Any, theirs: Any, place: str, clashes: list[Clash]) -> Any:
    """One sentence or setting."""
    if mine in (base, theirs):
        return theirs
    if theirs == base:
        return mine
    clashes.append(Clash(place, mine, theirs))
    return theirs


def _things(
    base: Sequence[Any],
    mine: Sequence[Any],
    theirs: Sequence[Any],
    place: str,
    clashes: list[Clash],
) -> tuple[Any, ...]:
    """Sections, questions or rows of a list: matched by code, in the order of whoever changed the order."""
    was, here, there = ({thing.code: thing for thing in things} for things in (base, mine, theirs))
    merged = []
    for code in _order(list(was), list(here), list(there)):
        old, one, other = was.get(code), here.get(code), there.get(code)
        if one is None or other is None:
            left = one or other
            if (
                old is None or left != old
            ):  # added by one, or reworded by one and deleted by the other
                merged.append(left)
        else:
            merged.append(_struct(old or other, one, other, _place(one, place), clashes))
    return tuple(merged)


def _order(base: list[str], mine: list[str], theirs: list[str]) -> list[str]:
    """Every code of either list: in my order if I changed it, else in theirs."""
    return _joined(theirs, mine) if mine == base else _joined(mine, theirs)


def _joined(first: list[str], second: list[str]) -> list[str]:
    """The first list with what only the second has, each behind the one that precedes it there."""
    order = list(first)
    for place, code in enumerate(second):
        if code not in order:
            before = [c for c in second[:place] if c in order]
            order.insert(order.index(before[-1]) + 1 if before else 0, code)
    return order


def _place(thing: Any, parent: str) -> str:
    """Where a thing is, as problems say it."""
    if isinstance(thing, Section):
        return f"section.{thing.code}"
    if isinstance(thing, BaseQuestion):
        return f"question.{thing.code}"
    assert isinstance(thing, Option)
    return f"{parent}.{thing.code}"
