"""What a survey keeps and what it leaves behind when it is copied or goes to another project."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from .document import SurveyDocument


def duplicate(document: SurveyDocument) -> SurveyDocument:
    """A copy that lists can tell from the survey it was made from, by its title."""
    title = document.title
    cy, en = (title.cy and f"{title.cy} (copi)"), (title.en and f"{title.en} (copy)")
    return replace(document, title=title.write(cy=cy, en=en, confirm=title.state == "checked"))


def uprooted(document: SurveyDocument) -> SurveyDocument:
    """The survey without what only its old project knows: which of its goals are served.

    Codes of stakeholder groups stay: they stand in answers and rules, and their words come along.
    """
    sections = tuple(
        replace(section, questions=tuple(map(_without_goals, section.questions)))
        for section in document.sections
    )
    changed: dict[str, Any] = {"sections": sections}
    if hasattr(document, "purpose"):
        changed["purpose"] = _without_goals(document.purpose)
    return replace(document, **changed)


def _without_goals(thing: Any) -> Any:
    return replace(thing, goals=()) if getattr(thing, "goals", ()) else thing
