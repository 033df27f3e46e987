"""Ready-made surveys: documents like any other, written for this step of co-production."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

from ..document import SurveyDocument, decode

NAMES = ("evaluation", "after-one-session", "pulse")
"""The surveys of the library, in the order in which they are offered."""


@lru_cache
def load(name: str) -> SurveyDocument:
    """The ready-made survey with this name. Raises `KeyError` for a name that is not in `NAMES`."""
    if name not in NAMES:
        raise KeyError(name)
    return decode(resources.files(__package__).joinpath(f"{name}.json").read_bytes())


def names() -> tuple[str, ...]:
    """The names of the ready-made surveys."""
    return NAMES
