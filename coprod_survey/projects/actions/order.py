"""The order of what a project lists."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from ..models import Goal, StakeholderGroup

Thing = TypeVar("Thing", Goal, StakeholderGroup)


def move(things: Sequence[Thing], thing: Thing, *, up: bool) -> None:
    """Move a thing one place up or down among its like; at the end of the list it stays.

    All places are counted anew, so that gaps and doubles left by deletions do no harm.
    """
    order = list(things)
    old = order.index(thing)
    new = old - 1 if up else old + 1
    if 0 <= new < len(order):
        order.insert(new, order.pop(old))
    for place, each in enumerate(order):
        each.position = place
