"""Ready-made surveys and sets of questions: documents like any other.

Each is stored as it is encoded. The sources of some, made to be read, are in ``tests/library/``.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

from ..document import SurveyDocument, decode

NAMES = ("evaluation", "after-one-session", "pulse", "every-kind")
"""The surveys of the library, in the order in which they are offered."""

SETS = ("equality",)
"""The sets of questions that can be added to a survey, in the order in which they are offered.

A set is a document whose title and introduction say to a designer what it is for.
"""


@lru_cache
def load(name: str) -> SurveyDocument:
    """The ready-made survey or set with this name. Raises `KeyError` where there is none."""
    if name not in NAMES and name not in SETS:
        raise KeyError(name)
    return decode(resources.files(__package__).joinpath(f"{name}.json").read_bytes())


def names() -> tuple[str, ...]:
    """The names of the ready-made surveys."""
    return NAMES


def sets() -> tuple[str, ...]:
    """The names of the sets of questions."""
    return SETS
