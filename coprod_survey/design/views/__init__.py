"""The studio's pages, one module per noun, all in one blueprint."""

from . import (
    groups,
    history,
    outline,
    paper,
    pictures,
    placing,
    preview,
    publishing,
    questions,
    rules,
    sections,
    sets,
    settings,
    surveys,
)
from .blueprint import design

__all__ = [
    "groups",
    "history",
    "outline",
    "paper",
    "pictures",
    "placing",
    "preview",
    "publishing",
    "questions",
    "rules",
    "sections",
    "sets",
    "settings",
    "surveys",
]

blueprints = (design,)
