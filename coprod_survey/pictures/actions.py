"""Keep a picture that somebody has sent."""

from __future__ import annotations

import hashlib
from datetime import datetime

from sqlalchemy.exc import IntegrityError

from .. import clock
from ..extensions import db
from .models import Picture
from .reading import read_picture

WIDEST = (1200, 1600)
"""What a picture beside a question is made to fit into, in pixels."""

FIELD = "file"
"""The form field in which a picture is sent."""


def keep(sent: bytes, *, at: datetime | None = None) -> str:
    """Keep a picture and give its file's name; the same picture is kept once.

    Raises `Refused` for what is no PNG or JPEG, or too large.
    """
    made = read_picture(sent, fit=WIDEST, field=FIELD)
    file = f"{hashlib.blake2b(made.data, digest_size=16).hexdigest()}.{made.ending}"
    if db.session.get(Picture, file) is None:
        db.session.add(Picture(file=file, data=made.data, created_at=at or clock.now()))
        try:
            db.session.commit()
        except IntegrityError:  # somebody else has sent the same in this moment
            db.session.rollback()
    return file
