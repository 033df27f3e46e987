"""A walk past every page in its main states, for the gallery of pictures, for axe and for the HTML checker.

Each part is a generator: whenever it gives a name, the page of that name is on show.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from playwright.sync_api import Page

from . import (
    entry,
    feedback,
    files,
    library,
    project,
    public,
    publishing,
    review,
    staff,
    studio,
    translation,
    writing,
)
from .places import Places, make_app

Part = Callable[[Page, str, Places], Iterator[str]]

PARTS: dict[str, Part] = {
    "public": public.public,
    "answering": public.answering,
    "facilitator": staff.facilitator,
    "outline": studio.outline,
    "questions": studio.questions,
    "rules": studio.rules,
    "keeping": studio.keeping,
    "writing": writing.writing,
    "advice": writing.advice,
    "internal": publishing.internal,
    "publishing": publishing.publishing,
    "library": library.library,
    "translation": translation.translation,
    "settled": translation.settled,
    "files": files.files,
    "translator": translation.translator,
    "review": review.review,
    "reviewer": review.reviewer,
    "approval": review.approval,
    "project": project.project,
    "entry": entry.entry,
    "findings": feedback.findings,
    "told": feedback.told,
    "manager": staff.manager,
    "administrator": staff.administrator,
}
"""The parts of the walk by their names."""

__all__ = ["PARTS", "Part", "Places", "make_app"]
