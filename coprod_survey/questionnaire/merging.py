"""Merging: two people's changes to one document become one, and what both changed is told apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from msgspec.structs import replace

from .document import Section, SurveyDocument
from .questions import BaseQuestion, Option


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
    return merged, clashes


def _struct(base: Any, mine: Any, theirs: Any, place: str, clashes: list[Clash]) -> Any:
    """One struct of the tree, field by field; questions whose kind was changed count as one value."""
    if type(mine) is not type(theirs) or type(base) is not type(theirs):
        return _value(base, mine, theirs, place, clashes)
    changed = {}
    for name in theirs.__struct_fields__:
        three = getattr(base, name), getattr(mine, name), getattr(theirs, name)
        here = f"{place}.{name}"
        if name in ("sections", "questions", "options"):
            changed[name] = _things(*three, here, clashes)
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
    """Sections, questions or options: matched by code, in the order of whoever changed the order."""
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
    """Every code of either list: the order of mine if I changed it, else of theirs.

    What only the other list has comes behind the one that precedes it there.
    """
    first, second = (theirs, mine) if mine == base else (mine, theirs)
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
