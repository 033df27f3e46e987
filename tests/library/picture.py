"""The library's own pictures, in flat shapes: people around a table, and those of the Easy Read survey."""

from __future__ import annotations

import hashlib
import io
import math
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from coprod_survey.questionnaire import library

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

FOLDER = Path(library.__file__).parent / "pictures"
SIZE = (640, 400)
LARGE = 4
"""How many times larger a picture is drawn than it is kept, so that its edges are smooth."""

TEAL, GOLD, PLUM, BRICK, BLUE, GREEN = (
    "#00665e",
    "#ffb81c",
    "#7a3b8f",
    "#c8553d",
    "#2f6690",
    "#5b8c2a",
)
PEOPLE = (TEAL, GOLD, PLUM, BRICK, BLUE, GREEN)
"""A colour for each person; none of them means anything."""
INK, SKY, WOOD, CREAM, WHITE = "#1f2a36", "#f3f6f5", "#c9a66b", "#dcc08c", "#ffffff"

FILES = {
    "table": "de3ab357a2c453cd48f80d75464ad130.png",
    "door": "e04178f9dd0016b7e2d9d200115dbf8d.png",
    "page": "40d5ea3aeec56fb650cf8da3a3e507eb.png",
    "talk": "1f9d3c6fc7ae6a1553f8cc1f82b29085.png",
    "row": "0e21faeee7b6b92fe14a2ba48ab0255e.png",
    "ramp": "6a76b9e3566f4c2d993bdafb01cc52e9.png",
    "calendar": "e9aa42e6de79d8da15baab75f2588325.png",
    "pencil": "9e3205724b3b755a4f243d62a598cbb8.png",
    "helper": "3abbf09819942e8da8c0ee45bebd2431.png",
}
"""The file that holds each picture. A drawing program of another year may make other bytes of the
same shapes, so a file that is there is kept."""


class Pen:
    """Draws flat shapes on a sheet of 640 by 400."""

    def __init__(self, draw: ImageDraw) -> None:
        self._draw = draw

    def disc(self, x: float, y: float, wide: float, high: float, colour: str) -> None:
        """An ellipse around a point."""
        self._draw.ellipse(_large(x - wide, y - high, x + wide, y + high), fill=colour)

    def box(
        self, left: float, top: float, right: float, bottom: float, colour: str, r: float = 0
    ) -> None:
        """A rectangle, with round corners if `r` says so."""
        self._draw.rounded_rectangle(_large(left, top, right, bottom), r * LARGE, fill=colour)

    def shape(self, *points: tuple[float, float], colour: str) -> None:
        """What these corners enclose."""
        self._draw.polygon([tuple(_large(*point)) for point in points], fill=colour)

    def line(self, *points: tuple[float, float], colour: str = INK, wide: float = 10) -> None:
        """A line with round ends."""
        corners = [tuple(_large(*point)) for point in points]
        self._draw.line(corners, fill=colour, width=round(wide * LARGE), joint="curve")
        for x, y in points:
            self.disc(x, y, wide / 2, wide / 2, colour)

    def person(self, x: float, foot: float, size: float, colour: str) -> None:
        """Somebody from the front: a head, shoulders and a body."""
        self.disc(x, foot - size * 0.82, size * 0.17, size * 0.17, INK)
        self.box(x - size * 0.27, foot - size * 0.6, x + size * 0.27, foot, colour, size * 0.2)
        self.box(x - size * 0.27, foot - size * 0.3, x + size * 0.27, foot, colour)


def _large(*places: float) -> list[float]:
    return [place * LARGE for place in places]


def table(pen: Pen) -> None:
    """People around a table."""
    for place, colour in enumerate(PEOPLE):
        turn = math.tau * (place + 0.5) / len(PEOPLE)
        x, y = 320 + 215 * math.cos(turn), 200 + 147.5 * math.sin(turn)
        pen.disc(x, y, 47.5, 32.5, colour)
        pen.disc(x, y, 22.5, 22.5, INK)
    pen.disc(320, 200, 190, 125, WOOD)
    pen.disc(320, 200, 175, 112.5, CREAM)
    for place in range(len(PEOPLE)):
        turn = math.tau * (place + 0.5) / len(PEOPLE)
        pen.disc(320 + 130 * math.cos(turn), 200 + 82.5 * math.sin(turn), 27.5, 20, WHITE)
    pen.disc(320, 200, 52.5, 37.5, TEAL)
    pen.disc(320, 200, 40, 27.5, "#e9b44c")


def door(pen: Pen) -> None:
    """An open door, with somebody waiting inside."""
    pen.box(0, 340, 640, 400, CREAM)
    pen.box(200, 40, 440, 340, INK, 6)
    pen.box(216, 56, 424, 340, GOLD)
    pen.person(320, 340, 200, TEAL)
    pen.shape((216, 56), (120, 90), (120, 372), (216, 340), colour=BRICK)
    pen.disc(138, 225, 8, 8, WHITE)


def page(pen: Pen) -> None:
    """A page with pictures and short words."""
    pen.box(180, 30, 460, 370, INK, 14)
    pen.box(188, 38, 452, 362, WHITE, 8)
    for top in (70, 170, 270):
        pen.box(210, top, 280, top + 64, (TEAL, GOLD, PLUM)[(top - 70) // 100], 8)
        pen.line((306, top + 18), (426, top + 18), wide=14)
        pen.line((306, top + 48), (386, top + 48), wide=14)


def talk(pen: Pen) -> None:
    """Two people talking to each other."""
    pen.person(150, 400, 240, BLUE)
    pen.person(490, 400, 240, BRICK)
    pen.box(180, 20, 330, 116, TEAL, 26)
    pen.shape((206, 110), (250, 110), (196, 152), colour=TEAL)
    pen.box(350, 70, 460, 150, GOLD, 26)
    pen.shape((410, 144), (446, 144), (456, 182), colour=GOLD)
    for x in (218, 255, 292):
        pen.disc(x, 68, 10, 10, WHITE)
    for x in (380, 405, 430):
        pen.disc(x, 110, 8, 8, INK)


def row(pen: Pen) -> None:
    """Three people side by side, all the same size."""
    pen.box(0, 350, 640, 400, CREAM)
    for x, colour in ((150, PLUM), (320, TEAL), (490, GOLD)):
        pen.person(x, 352, 270, colour)


def ramp(pen: Pen) -> None:
    """A ramp beside some steps."""
    pen.box(0, 340, 640, 400, CREAM)
    pen.box(260, 160, 380, 340, INK)
    for step in range(4):
        pen.box(380 + 50 * step, 160 + 45 * step, 430 + 50 * step, 340, BLUE)
    pen.shape((40, 340), (260, 160), (260, 340), colour=TEAL)
    pen.line((64, 270), (262, 104), (378, 104), wide=12, colour=GOLD)
    for x, y in ((64, 312), (162, 232), (262, 155), (378, 155)):
        pen.line((x, y), (x, y - (50 if x > 70 else 42)), wide=12, colour=GOLD)


def calendar(pen: Pen) -> None:
    """A calendar with one day marked."""
    pen.box(150, 50, 490, 370, INK, 18)
    pen.box(160, 130, 480, 360, WHITE, 8)
    for x in (230, 410):
        pen.line((x, 34), (x, 84), colour=GOLD, wide=16)
    for place in range(15):
        x, y = 196 + 62 * (place % 5), 170 + 72 * (place // 5)
        pen.box(x - 20, y - 20, x + 20, y + 20, "#d5dedb", 6)
    pen.disc(382, 242, 36, 36, BRICK)
    pen.line((366, 243), (378, 256), (400, 228), colour=WHITE, wide=9)


def pencil(pen: Pen) -> None:
    """A pencil writing."""
    pen.box(110, 60, 470, 370, INK, 14)
    pen.box(118, 68, 462, 362, WHITE, 8)
    for y, end in ((130, 400), (190, 350), (250, 260)):
        pen.line((160, y), (end, y), wide=12, colour=TEAL)
    pen.shape((300, 270), (318, 214), (500, 32), (540, 72), (358, 254), colour=GOLD)
    pen.shape((300, 270), (318, 214), (358, 254), colour=CREAM)
    pen.shape((300, 270), (307, 248), (323, 264), colour=INK)
    pen.shape((500, 32), (520, 12), (560, 52), (540, 72), colour=BRICK)


def helper(pen: Pen) -> None:
    """Two people looking at a page."""
    pen.person(215, 400, 310, TEAL)
    pen.person(425, 400, 310, PLUM)
    pen.box(240, 240, 400, 390, INK, 10)
    pen.box(247, 247, 393, 400, WHITE, 6)
    for y, end in ((280, 370), (312, 350), (344, 370)):
        pen.line((272, y), (end, y), wide=10)


DRAWINGS: dict[str, Callable[[Pen], None]] = {
    "table": table,
    "door": door,
    "page": page,
    "talk": talk,
    "row": row,
    "ramp": ramp,
    "calendar": calendar,
    "pencil": pencil,
    "helper": helper,
}
"""What draws each picture, by its name."""


def draw(name: str) -> bytes:
    """A picture as a small PNG file."""
    from PIL import Image, ImageDraw

    large = Image.new("RGB", (SIZE[0] * LARGE, SIZE[1] * LARGE), SKY)
    DRAWINGS[name](Pen(ImageDraw.Draw(large)))
    small = large.resize(SIZE, Image.Resampling.LANCZOS).quantize(32)
    file = io.BytesIO()
    small.save(file, "PNG", optimize=True)
    return file.getvalue()


def name_of(data: bytes) -> str:
    """The name under which a picture is kept: a digest of what is in it."""
    return f"{hashlib.blake2b(data, digest_size=16).hexdigest()}.png"


def store() -> None:
    """Draw into the library the pictures that have no file yet, and say what is to stand in `FILES`."""
    FOLDER.mkdir(exist_ok=True)
    for name in DRAWINGS:
        if name in FILES and (FOLDER / FILES[name]).exists():
            continue
        data = draw(name)
        (FOLDER / name_of(data)).write_bytes(data)
        print(f'    "{name}": "{name_of(data)}",')
