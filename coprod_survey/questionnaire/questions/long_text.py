"""Long text: an answer in people's own words, over several lines."""

from __future__ import annotations

from ..text import N_
from .short_text import TextQuestion


class LongText(TextQuestion, frozen=True, kw_only=True, omit_defaults=True, tag="long_text"):
    """Asks for sentences, in a box of several lines that counts the characters left."""

    label = N_("Long text")
    purpose = N_("People answer in their own words, in as many sentences as they like.")
    family = "write"
    seconds = 75
    open = True

    limit: int = 2000
