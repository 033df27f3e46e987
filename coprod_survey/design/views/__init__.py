"""The studio's pages, one module per noun, all in one blueprint."""

from . import (
    advice,
    exchange,
    groups,
    history,
    library,
    managing,
    outline,
    paper,
    pictures,
    placing,
    preview,
    publishing,
    purpose,
    questions,
    rules,
    sections,
    sets,
    settings,
    surveys,
)
from .blueprint import design

__all__ = [
    "advice",
    "exchange",
    "groups",
    "history",
    "library",
    "managing",
    "outline",
    "paper",
    "pictures",
    "placing",
    "preview",
    "publishing",
    "purpose",
    "questions",
    "rules",
    "sections",
    "sets",
    "settings",
    "surveys",
]

blueprints = (design, exchange.schemas)
