"""What must not be shown, because it would say something about one person.

Every number that a page or a workbook shows has passed through this module. The rules, with their
source (the usual practice of patient and census surveys in Wales and England):

- a count of 1 to 4 people is hidden; a count of 0 is shown, for it is about nobody;
- when hidden counts could be worked out from what is shown beside them, the next smallest count is
  hidden too, until they no longer can; where that does not help, the whole question is withheld;
- where people write a value of their own, such as a year, those that 1 to 4 people wrote are not
  named but counted together;
- where fewer than 5 people answered a question, all of its counts are withheld;
- percentages are whole, and hidden where fewer than 10 people answered;
- what a person said or wrote stands beside a group or language only where at least 10 people share
  the combination.

How many people answered at all is shown, for that somebody answered is not what they said; but a
question that follows certain answers is withheld, with the number of people, where that number would
tell a hidden count of those answers (see `following`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TypeVar

from msgspec.structs import replace

from ..questionnaire.summary import Item, Summary

SMALLEST_COUNT = 5
"""Counts below this, other than 0, are hidden."""

SMALLEST_PERCENTAGE_BASE = 10
"""Percentages and averages of fewer people than this are hidden."""

SMALLEST_SHARED = 10
"""A group or a language is shown beside answers where at least this many people share it."""

Pair = tuple[str, str]
"""The group and the language of a response."""

Part = TypeVar("Part", bound=str | None)


def hidden_items(summary: Summary) -> frozenset[int]:
    """The places of the items of a summary whose counts must not be shown."""
    if not summary.revealing:
        return frozenset()
    counts, alone = [i.count for i in summary.items], [i.alone for i in summary.items]
    return hidden_counts(counts, alone, summary.base, summary.each)


def pooled(summary: Summary) -> Summary:
    """A summary in which no value is named that a few people wrote, where values are their own words.

    Those that nobody wrote go too: a gap in a row of years would name a year that is not told.
    """
    rare = sum(i.count for i in summary.items if 0 < i.count < SMALLEST_COUNT)
    if not summary.rest or not rare:
        return summary
    named = (i for i in summary.items if i.count >= SMALLEST_COUNT)
    return replace(summary, items=(*named, Item(summary.rest, rare)))


def hidden_counts(
    counts: Sequence[int], alone: Sequence[bool], base: int, each: int = 0
) -> frozenset[int]:
    """The places in `counts` that must not be shown.

    `counts` says how many people chose each option and `alone` which options cannot stand beside
    another, so that the counts of a single choice (all alone) add up to `base`, the number of
    people who answered. `each` is how many options everybody may have chosen, where that is known:
    a reader takes the counts to add up to so many times the base.
    """
    everything = frozenset(range(len(counts)))
    if base < SMALLEST_COUNT:
        return everything if base else frozenset()
    hidden = {i for i, count in enumerate(counts) if 0 < count < SMALLEST_COUNT}
    while hidden and not (
        _is_safe(hidden, counts, alone, base) and _leaves_room(hidden, counts, base * each)
    ):
        left = [counts[i] for i in everything - hidden if counts[i]]
        if not left:
            return everything
        # Equal counts go together: which of them was hidden would otherwise give them away.
        hidden |= {i for i in everything if counts[i] == min(left)}
    return frozenset(hidden)


def _is_safe(hidden: set[int], counts: Sequence[int], alone: Sequence[bool], base: int) -> bool:
    """Whether every small count that is hidden may still be one of several numbers.

    A reader knows that nobody chose two options when one of them stands alone, and that who
    answered chose something: whoever is left after the lonely options chose at least one of the
    others. What is known of each hidden count is only that it is not 0.
    """
    if len(hidden) > 1 and all(counts[i] == SMALLEST_COUNT - 1 for i in hidden):
        return False  # their sum is the largest that small counts can have, and says so
    seen = set(range(len(counts))) - hidden
    lonely = [i for i in hidden if alone[i]]
    social = [i for i in hidden if not alone[i]]
    left = base - sum(counts[i] for i in seen if alone[i])
    others = [counts[i] for i in seen if not alone[i]]
    if all(alone):
        # A single choice: the hidden counts add up to what is left. That sum is itself a number
        # that is shown, and it must leave room to shift people between the hidden options.
        return len(lonely) > 1 and left >= max(SMALLEST_COUNT, 2 * len(lonely))
    most_lonely = left - max([*others, 1 if social else 0])
    least_lonely = len(lonely) if social else max(len(lonely), left - sum(others))
    if len(lonely) == 1 and not _leaves_choice(least_lonely, most_lonely, len(hidden)):
        return False
    if len(lonely) > 1 and most_lonely < 2 * len(lonely):
        return False
    if not social:
        return True
    # The hidden others must together reach whoever is left: with room to spare even where all of
    # them are small, so that it cannot force each of them to be as large as a small count can be.
    needed = 0 if lonely else left - sum(others)
    if needed > (SMALLEST_COUNT - 1) * len(social) - 2:
        return False
    least_social = 1 if len(social) > 1 else max(1, needed)
    return _leaves_choice(least_social, left - len(lonely), len(hidden))


def _leaves_room(hidden: set[int], counts: Sequence[int], total: int) -> bool:
    """Whether counts that add up to `total` (0 where that is not known) leave the hidden ones open."""
    left = total - sum(count for i, count in enumerate(counts) if i not in hidden)
    return not total or (len(hidden) > 1 and left >= max(SMALLEST_COUNT, 2 * len(hidden)))


def _leaves_choice(least: int, most: int, hidden: int) -> bool:
    """Whether a hidden count may be more than one number; the only one hidden is surely small."""
    return least < (min(most, SMALLEST_COUNT - 1) if hidden == 1 else most)


def is_telling(asked: int, everyone: int) -> bool:
    """Whether it must not be shown how many of everyone were asked what follows certain answers."""
    return 0 < asked < SMALLEST_COUNT or 0 < everyone - asked < SMALLEST_COUNT


def percentage(count: int, base: int) -> int | None:
    """The whole percentage, halves rounded up; None where too few people answered to give one."""
    if base < SMALLEST_PERCENTAGE_BASE:
        return None
    return (200 * count + base) // (2 * base)


def shown_attributes(people: Mapping[Pair, int]) -> dict[Pair, tuple[str | None, str | None]]:
    """Which group and language may stand beside what people of each group and language said.

    `people` counts them; the answer has None for what is hidden. Small groups are hidden
    together: at least two groups and ten people of them, so that "hidden" names no group. The
    language is hidden for all people of a group in which either language is rare, and then not in
    that group only. Every combination that is shown is shared by at least ten people.
    """
    groups: Counter[str] = Counter()
    for (group, _), count in people.items():
        groups[group] += count
    pooled = _pool(groups, {g for g, count in groups.items() if count < SMALLEST_SHARED})
    parts: dict[str | None, Counter[str]] = {}
    for (group, language), count in people.items():
        parts.setdefault(None if group in pooled else group, Counter())[language] += count
    sizes = Counter({part: sum(languages.values()) for part, languages in parts.items()})
    rare = {
        part
        for part, languages in parts.items()
        if any(0 < count < SMALLEST_SHARED for count in languages.values())
    }
    silent = _pool(sizes, rare)
    shown: dict[Pair, tuple[str | None, str | None]] = {}
    for group, language in people:
        part = None if group in pooled else group
        shown[group, language] = (part, None if part in silent else language)
    return shown


def _pool(sizes: Mapping[Part, int], small: set[Part]) -> set[Part]:
    """The parts to hide together: the small ones, and the next smallest while these are too few to
    hide each other."""
    pooled = set(small)
    rest = sorted((p for p in sizes if p not in pooled), key=lambda p: (sizes[p], str(p)))
    while (
        pooled
        and rest
        and (len(pooled) < 2 or sum(sizes[part] for part in pooled) < SMALLEST_SHARED)
    ):
        pooled.add(rest.pop(0))
    return pooled
