"""Find surveys, their drafts and their published versions."""

from __future__ import annotations

from functools import lru_cache

import sqlalchemy as sa

from ..errors import NotFound
from ..extensions import db
from ..questionnaire.document import SurveyDocument, decode
from .models import Version


@lru_cache(maxsize=256)
def published(version_id: int) -> SurveyDocument:
    """The document of a published version.

    Versions never change, so each process keeps those it has met: answering a survey costs no
    query for the questionnaire. Raises `NotFound` for a version that does not exist.
    """
    document = db.session.scalar(sa.select(Version.document).where(Version.id == version_id))
    if document is None:
        raise NotFound
    return decode(document)
