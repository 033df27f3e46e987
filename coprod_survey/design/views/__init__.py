"""The studio's pages, one module per noun, all in one blueprint."""

from . import (
    exchange,
    groups,
    history,
    managing,
    outline,
    paper,
    pictures,
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
    "exchange",
    "groups",
    "history",
    "managing",
    "outline",
    "paper",
    "pictures",
    "preview",
    "publishing",
    "questions",
    "rules",
    "sections",
    "sets",
    "settings",
    "surveys",
]

blueprints = (design, exchange.schemas)
