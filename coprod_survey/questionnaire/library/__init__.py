"""Ready-made surveys and sets of questions: documents like any other.

Each is stored as it is encoded. Their sources, made to be read, are in ``tests/library/``.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

from ..document import SurveyDocument, decode
from ..text import Text
from .constructs import CONSTRUCTS, construct_of
from .entries import ENTRIES, MOMENTS, Entry
from .scales import scales

__all__ = [
    "CONSTRUCTS",
    "ENTRIES",
    "MOMENTS",
    "Entry",
    "construct_of",
    "constructs",
    "entry",
    "load",
    "names",
    "scales",
    "sets",
]

_BY_NAME = {entry.name: entry for entry in ENTRIES}


@lru_cache
def load(name: str) -> SurveyDocument:
    """The ready-made survey or set with this name. Raises `KeyError` where there is none."""
    file = f"{entry(name).name}.json"
    return decode(resources.files(__package__).joinpath(file).read_bytes())


def entry(name: str) -> Entry:
    """What there is to know of a ready-made survey or set. Raises `KeyError` where there is none."""
    return _BY_NAME[name]


def names() -> tuple[str, ...]:
    """The names of the ready-made surveys, in the order in which they are offered."""
    return tuple(entry.name for entry in ENTRIES if entry.whole)


def sets() -> tuple[str, ...]:
    """The names of the sets of questions that are only added to a survey.

    Such a set is a document whose title and introduction say to a designer what it is for.
    """
    return tuple(entry.name for entry in ENTRIES if not entry.whole)


def constructs(document: SurveyDocument) -> list[Text]:
    """What the questions of a ready-made survey ask about, each named once, in their order."""
    keys = dict.fromkeys(construct_of(code) for code in document.questions)
    return [CONSTRUCTS[key][0] for key in keys if key]
