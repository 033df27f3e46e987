"""The pages of translation: for people with an account, for those with a link, and the terms."""

from . import guest, links, staff, terms
from .blueprints import guests, terminology, translation

__all__ = ["guest", "links", "staff", "terms"]

blueprints = (translation, guests, terminology)
