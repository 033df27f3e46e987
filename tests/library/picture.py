"""The library's own picture: people around a table, in flat shapes."""

from __future__ import annotations

import hashlib
import io
import math
from pathlib import Path

from coprod_survey.questionnaire import library

FOLDER = Path(library.__file__).parent / "pictures"
SIZE = (640, 400)
PEOPLE = ("#00665e", "#ffb81c", "#7a3b8f", "#c8553d", "#2f6690", "#5b8c2a")
"""A colour for each person; none of them means anything."""


def draw() -> bytes:
    """The picture as a small PNG file."""
    from PIL import Image, ImageDraw

    large = Image.new("RGB", (SIZE[0] * 4, SIZE[1] * 4), "#f3f6f5")
    pen = ImageDraw.Draw(large)
    middle = large.width / 2, large.height / 2

    def disc(x: float, y: float, wide: float, high: float, colour: str) -> None:
        pen.ellipse((x - wide, y - high, x + wide, y + high), fill=colour)

    for place, colour in enumerate(PEOPLE):
        turn = math.tau * (place + 0.5) / len(PEOPLE)
        x, y = middle[0] + 860 * math.cos(turn), middle[1] + 590 * math.sin(turn)
        disc(x, y, 190, 130, colour)
        disc(x, y, 90, 90, "#1f2a36")
    disc(*middle, 760, 500, "#c9a66b")
    disc(*middle, 700, 450, "#dcc08c")
    for place in range(len(PEOPLE)):
        turn = math.tau * (place + 0.5) / len(PEOPLE)
        x, y = middle[0] + 520 * math.cos(turn), middle[1] + 330 * math.sin(turn)
        disc(x, y, 110, 80, "#ffffff")
    disc(*middle, 210, 150, "#00665e")
    disc(*middle, 160, 110, "#e9b44c")
    small = large.resize(SIZE, Image.Resampling.LANCZOS).quantize(32)
    file = io.BytesIO()
    small.save(file, "PNG", optimize=True)
    return file.getvalue()


def name_of(data: bytes) -> str:
    """The name under which a picture is kept: a digest of what is in it."""
    return f"{hashlib.blake2b(data, digest_size=16).hexdigest()}.png"


def stored() -> str:
    """The name of the picture that the library holds."""
    [file] = FOLDER.glob("*.png")
    return file.name


def store() -> None:
    """Draw the picture into the library, where there is none yet."""
    FOLDER.mkdir(exist_ok=True)
    if not any(FOLDER.glob("*.png")):
        data = draw()
        (FOLDER / name_of(data)).write_bytes(data)
