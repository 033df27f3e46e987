"""The studio's pages, one module per noun, all in one blueprint."""

from . import (
    advice,
    exchange,
    groups,
    history,
    kept_sets,
    library,
    managing,
    outline,
    paper,
    paths,
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
    waves,
)
from .blueprint import design

__all__ = [
    "advice",
    "exchange",
    "groups",
    "history",
    "kept_sets",
    "library",
    "managing",
    "outline",
    "paper",
    "paths",
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
    "waves",
]

blueprints = (design, exchange.schemas)
