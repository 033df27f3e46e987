"""Find workbooks that are made in the background."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import sqlalchemy as sa
from flask import current_app

from .. import clock
from ..design.models import Survey
from ..errors import NotFound
from ..extensions import db
from ..responses.models import COUNTED, Response
from .models import READY, Export


def path_of(export: Export, ending: str = "xlsx") -> Path:
    """Where the file of a workbook is, once it is made."""
    return Path(current_app.config["INSTANCE"], "exports", f"{export.code}.{ending}")


def export_of(export_id: int, *, survey_id: int, project_id: int) -> Export:
    """A workbook of a survey. Raises `NotFound` where this survey of this project has no such one."""
    export = db.session.scalar(
        sa.select(Export)
        .join(Survey, Survey.id == Export.survey_id)
        .where(Export.id == export_id, Survey.id == survey_id, Survey.project_id == project_id)
    )
    if export is None:
        raise NotFound
    return export


def is_there(export: Export, at: datetime | None = None) -> bool:
    """Whether a workbook may still be downloaded."""
    lasts = export.expires_at is not None and export.expires_at > (at or clock.now())
    return export.state == READY and lasts and path_of(export).exists()


def sent_count(survey_id: int) -> int:
    """How many responses a workbook would be made of."""
    query = sa.select(sa.func.count()).where(
        Response.survey_id == survey_id, Response.completed_at.is_not(None), COUNTED
    )
    return db.session.scalar(query) or 0
