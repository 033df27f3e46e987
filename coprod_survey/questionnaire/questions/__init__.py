"""The registry of question types: the one place that lists them all."""

from __future__ import annotations

from .base import BaseQuestion
from .choice import ChoiceQuestion, Option
from .long_text import LongText
from .multiple_choice import MultipleChoice
from .number import Number
from .scale import Scale
from .short_text import ShortText
from .single_choice import SingleChoice

Question = SingleChoice | MultipleChoice | Scale | Number | ShortText | LongText
"""Any question. A new kind is added here and nowhere else in the code."""

TYPES: dict[str, type[BaseQuestion]] = {
    str(kind.__struct_config__.tag): kind
    for kind in (SingleChoice, MultipleChoice, Scale, Number, ShortText, LongText)
}
"""Every kind of question by the name it has in documents and templates, in the designer's order."""

__all__ = [
    "TYPES",
    "BaseQuestion",
    "ChoiceQuestion",
    "LongText",
    "MultipleChoice",
    "Number",
    "Option",
    "Question",
    "Scale",
    "ShortText",
    "SingleChoice",
]
