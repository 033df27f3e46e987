"""Find a picture by the name of its file."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa

from ..errors import NotFound
from ..extensions import db
from ..questionnaire import library
from ..questionnaire.questions.base import PICTURE_FILE
from .models import Picture

READY_MADE = Path(library.__file__).parent / "pictures"
"""The pictures of ready-made surveys."""


def data_of(file: str) -> bytes:
    """What is in a picture's file: one that was sent to us, or one of a ready-made survey.

    Raises `NotFound` for a name that no picture can have, or that none has.
    """
    if not PICTURE_FILE.fullmatch(file):
        raise NotFound
    data = db.session.scalar(sa.select(Picture.data).where(Picture.file == file))
    if data is not None:
        return data
    try:
        return (READY_MADE / file).read_bytes()
    except OSError as error:
        raise NotFound from error
