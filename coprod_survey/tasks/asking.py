"""Ask for work in the background."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from .. import clock
from ..extensions import db, queue
from ..questionnaire.text import Language
from .models import Job


def commit_and_ask(
    kind: str, *, lang: Language, at: datetime | None = None, **details: Any
) -> None:
    """Commit what the caller has done together with the work that follows from it, and ring for it.

    `lang` is the language of the person for whom it is done; `details` are plain values that tell
    the work what it is about. Whoever calls this holds no lock afterwards. Where the queue cannot
    be reached the work waits in the database, and a worker finds it within a minute.
    """
    job = Job(kind=kind, language=lang, details=details, due_at=at or clock.now())
    db.session.add(job)
    db.session.flush()
    job_id = job.id
    db.session.commit()
    queue.ring(job_id)
