"""The registry of question types: the one place that lists them all."""

from __future__ import annotations

from .base import BaseQuestion
from .choice import ChoiceQuestion, Option
from .consent import Consent
from .contact import Contact
from .date import Date
from .dropdown import Dropdown
from .ladder import Ladder
from .long_text import LongText
from .multiple_choice import MultipleChoice
from .note import Note
from .number import Number
from .postcode_area import PostcodeArea
from .ranking import Ranking
from .scale import Scale
from .short_text import ShortText
from .single_choice import SingleChoice
from .statements import Statements
from .yes_no import YesNo

Question = (
    YesNo
    | SingleChoice
    | MultipleChoice
    | Dropdown
    | Scale
    | Statements
    | Ladder
    | Ranking
    | Number
    | Date
    | ShortText
    | LongText
    | PostcodeArea
    | Consent
    | Contact
    | Note
)
"""Any question. A new kind is added here and nowhere else in the code."""

TYPES: dict[str, type[BaseQuestion]] = {
    str(kind.__struct_config__.tag): kind
    for kind in (
        YesNo,
        SingleChoice,
        MultipleChoice,
        Dropdown,
        Scale,
        Statements,
        Ladder,
        Ranking,
        Number,
        Date,
        ShortText,
        LongText,
        PostcodeArea,
        Consent,
        Contact,
        Note,
    )
}
"""Every kind of question by the name it has in documents and templates, in the designer's order."""

LISTS: frozenset[str] = frozenset(name for kind in TYPES.values() for name in kind.fresh().lists)
"""The names of all settings that are lists of rows: options, statements and the like."""

__all__ = [
    "LISTS",
    "TYPES",
    "BaseQuestion",
    "ChoiceQuestion",
    "Consent",
    "Contact",
    "Date",
    "Dropdown",
    "Ladder",
    "LongText",
    "MultipleChoice",
    "Note",
    "Number",
    "Option",
    "PostcodeArea",
    "Question",
    "Ranking",
    "Scale",
    "ShortText",
    "SingleChoice",
    "Statements",
    "YesNo",
]
