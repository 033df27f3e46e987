"""Reading pictures that people send us, and making them anew so that nothing hidden is passed on."""

from __future__ import annotations

import io

import msgspec

from ..errors import Refused
from ..questionnaire.problem import Problem
from ..questionnaire.text import N_

LARGEST_FILE = 10 * 1024 * 1024
"""The most bytes of a file that are looked at."""

MOST_PIXELS = 5000
"""The most pixels of either side that are read: more could be a trap for our memory."""

HEAVY = 300_000
"""A picture of more bytes than this is tried as a JPEG, for people on slow lines."""

TYPES = {"PNG": "image/png", "JPEG": "image/jpeg"}
ENDINGS = {"image/png": "png", "image/jpeg": "jpg"}

NOT_A_PICTURE = N_("Choose a picture that is a PNG or JPEG file")
TOO_MANY_PIXELS = N_("Choose a smaller picture, of at most %(most)s pixels in width and in height")
TOO_LARGE = N_("Choose a smaller file, of at most this many megabytes: %(most)s")


class Made(msgspec.Struct, frozen=True):
    """A picture as we keep and send it."""

    data: bytes
    type: str

    @property
    def ending(self) -> str:
        """What the name of its file ends in."""
        return ENDINGS[self.type]


def read_picture(sent: bytes, *, fit: tuple[int, int], field: str) -> Made:
    """A picture of at most the size `fit`, from the bytes that a person sent.

    Only the pixels are kept: no place, camera or comment in the file comes along, and nothing that
    a browser might take for a page. Raises `Refused`, at the form's `field`, for what is no PNG or
    JPEG, or too large.
    """
    from PIL import Image, ImageOps

    if len(sent) > LARGEST_FILE:
        raise Refused(Problem(TOO_LARGE, {"most": LARGEST_FILE // 1024**2}, field=field))
    try:
        file = Image.open(io.BytesIO(sent), formats=list(TYPES))
        kind = "PNG" if file.format == "PNG" else "JPEG"  # or several in one, as phones write
        if max(file.size) > MOST_PIXELS:
            raise Refused(Problem(TOO_MANY_PIXELS, {"most": MOST_PIXELS}, field=field))
        picture = ImageOps.exif_transpose(file).convert("RGBA" if kind == "PNG" else "RGB")
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Refused(Problem(TOO_MANY_PIXELS, {"most": MOST_PIXELS}, field=field)) from error
    except Refused:
        raise
    except Exception as error:  # a broken file can make Pillow stumble in any way
        raise Refused(Problem(NOT_A_PICTURE, field=field)) from error
    picture.thumbnail(fit)
    picture.info.clear()
    made = _saved(picture, kind)
    if kind == "PNG" and len(made.data) > HEAVY and picture.getchannel("A").getextrema()[0] == 255:
        lighter = _saved(picture.convert("RGB"), "JPEG")
        made = lighter if len(lighter.data) < len(made.data) else made
    return made


def _saved(picture: object, kind: str) -> Made:
    made = io.BytesIO()
    picture.save(made, kind, optimize=True)  # type: ignore[attr-defined]
    return Made(made.getvalue(), TYPES[kind])
