"""The pages of reviewing: one module for each thing that people do, in four blueprints."""

from . import aboutpage, commenting, comments, links, reading, signing, trial
from .blueprints import about, choosing, review
from .blueprints import reading as reading_rooms

__all__ = ["aboutpage", "commenting", "comments", "links", "reading", "signing", "trial"]

blueprints = (choosing, reading_rooms, about, review)
