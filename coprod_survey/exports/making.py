"""Make a workbook in the background, in the language that was chosen for it."""

from __future__ import annotations

import time
from datetime import timedelta

import sqlalchemy as sa

from .. import clock
from ..extensions import db
from ..questionnaire.text import Language
from . import actions, queries
from .models import FAILED, READY, WAITING, Export

WAITS = (10,)
"""A workbook that fails twice fails for good, and somebody is waiting for it."""

LASTS = timedelta(days=1)
"""How long a workbook can be downloaded: it is made anew faster than it is looked after."""


def do(*, key: str, lang: Language, export_id: int) -> None:
    """Write the workbook beside its place, and put it there whole. Done again, it begins anew."""
    export = db.session.get(Export, export_id)
    if export is None or export.state != WAITING:
        return  # its survey has been deleted, or only the end was not noted
    survey_id, people = export.survey_id, export.people
    path, part = queries.path_of(export), queries.path_of(export, "part")
    count = queries.sent_count(survey_id)
    db.session.commit()
    path.parent.mkdir(parents=True, exist_ok=True)
    told = _Progress(export_id, count * (2 if people else 1))
    try:
        with part.open("wb") as file:
            name = actions.write(file, survey_id=survey_id, lang=lang, people=people, read=told)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    _change(export_id, state=READY, name=name, progress=100, expires_at=clock.now() + LASTS)


def give_up(*, export_id: int) -> None:
    """Say on its page that it was not made."""
    _change(export_id, state=FAILED)


class _Progress:
    """Counts the responses that are read, and notes now and then how much of the work that is."""

    def __init__(self, export_id: int, total: int) -> None:
        self.export_id, self.total, self.done, self.next = export_id, total or 1, 0, 0.0

    def __call__(self) -> None:
        self.done += 1
        if self.done % 100 == 0 and time.monotonic() > self.next:
            self.next = time.monotonic() + 1
            _change(self.export_id, progress=min(99, 100 * self.done // self.total))


def _change(export_id: int, **values: object) -> None:
    db.session.execute(sa.update(Export).where(Export.id == export_id).values(**values))
    db.session.commit()
