"""Logos: pictures that people send us, made anew so that nothing hidden in them is passed on."""

from __future__ import annotations

import io

import msgspec

from ..errors import Refused
from ..questionnaire.problem import Problem
from ..questionnaire.text import N_

LARGEST = 5000
"""The most pixels of either side that are read: more could be a trap for our memory."""

SHOWN = (600, 200)
"""What a logo is made to fit into: twice the size at which it is shown."""

TYPES = {"PNG": "image/png", "JPEG": "image/jpeg"}

NOT_A_PICTURE = N_("Choose a picture that is a PNG or JPEG file")
TOO_MANY_PIXELS = N_("Choose a smaller picture, of at most %(most)s pixels in width and in height")


class Logo(msgspec.Struct, frozen=True):
    """A picture as we keep and send it."""

    data: bytes
    type: str


def read_logo(sent: bytes) -> Logo:
    """A logo from the bytes that a person sent.

    Only the pixels are kept: no place, camera or comment in the file comes along, and nothing that
    a browser might take for a page. Raises `Refused` for what is no PNG or JPEG, or too large.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        file = Image.open(io.BytesIO(sent), formats=list(TYPES))
        kind = file.format or ""
        if max(file.size) > LARGEST:
            raise Refused(Problem(TOO_MANY_PIXELS, {"most": LARGEST}, field="logo"))
        picture = ImageOps.exif_transpose(file).convert("RGBA" if kind == "PNG" else "RGB")
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Refused(Problem(TOO_MANY_PIXELS, {"most": LARGEST}, field="logo")) from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise Refused(Problem(NOT_A_PICTURE, field="logo")) from error
    picture.thumbnail(SHOWN)
    picture.info.clear()
    made = io.BytesIO()
    picture.save(made, kind, optimize=True)
    return Logo(made.getvalue(), TYPES[kind])
