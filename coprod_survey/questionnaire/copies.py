"""Copies of surveys that lists can tell from what they were made of."""

from __future__ import annotations

from msgspec.structs import replace

from .document import SurveyDocument


def duplicate(document: SurveyDocument) -> SurveyDocument:
    """A copy that lists can tell from the survey it was made from, by its title."""
    title = document.title
    cy, en = (title.cy and f"{title.cy} (copi)"), (title.en and f"{title.en} (copy)")
    return replace(document, title=title.write(cy=cy, en=en, confirm=title.state == "checked"))
