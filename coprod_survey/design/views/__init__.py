"""The studio's pages, one module per noun, all in one blueprint."""

from . import (
    groups,
    history,
    kept_sets,
    outline,
    paper,
    paths,
    pictures,
    preview,
    publishing,
    purpose,
    questions,
    rules,
    sections,
    sets,
    settings,
    surveys,
    waves,
)
from .blueprint import design

__all__ = [
    "groups",
    "history",
    "kept_sets",
    "outline",
    "paper",
    "paths",
    "pictures",
    "preview",
    "publishing",
    "purpose",
    "questions",
    "rules",
    "sections",
    "sets",
    "settings",
    "surveys",
    "waves",
]

blueprints = (design,)
