"""The map of a survey's paths as a picture: where its boxes and arrows stand.

The page that shows it says all of it in words too.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..questionnaire.paths import END, Stop

WIDTH = 300
BOX_WIDTH = 220
BOX_HEIGHT = 46
GAP = 26
BULGE = 100
"""How far out the longest arrows are pulled; all measures are those of the drawing itself."""


class Box(NamedTuple):
    """A page, or the check of the answers at the end (without a `stop`): how far down it stands."""

    stop: Stop | None
    top: int


class Arrow(NamedTuple):
    """A line from one box to another, and the corners of its head."""

    line: str
    head: str


class Drawing(NamedTuple):
    """The boxes in a column, and the arrows: straight to the next one, round the side past others."""

    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    height: int
    width: int = WIDTH
    box_width: int = BOX_WIDTH
    box_height: int = BOX_HEIGHT


def draw(stops: Sequence[Stop]) -> Drawing:
    """The map as a drawing that fits a phone."""
    places = {stop.number: place for place, stop in enumerate(stops)} | {END: len(stops)}
    boxes = [Box(stop, _top(place)) for place, stop in enumerate([*stops, None])]
    arrows = [
        _arrow(place, places[number])
        for place, stop in enumerate(stops)
        for number in stop.leads_to
    ]
    return Drawing(tuple(boxes), tuple(arrows), height=boxes[-1].top + BOX_HEIGHT + 1)


def _top(place: int) -> int:
    return 1 + place * (BOX_HEIGHT + GAP)


def _arrow(place: int, to: int) -> Arrow:
    if to == place + 1:
        x, y, below = 1 + BOX_WIDTH // 2, _top(place) + BOX_HEIGHT, _top(to)
        return Arrow(f"M{x} {y}V{below}", f"{x},{below} {x - 4},{below - 8} {x + 4},{below - 8}")
    x, y, below = 1 + BOX_WIDTH, _top(place) + BOX_HEIGHT - 12, _top(to) + 12
    out = x + min(BULGE, 30 + 14 * (to - place))
    line = f"M{x} {y}C{out} {y} {out} {below} {x} {below}"
    return Arrow(line, f"{x},{below} {x + 8},{below - 4} {x + 8},{below + 4}")
