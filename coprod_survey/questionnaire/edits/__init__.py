"""What a designer does to a document: pure functions, document in, document out."""

from .base import Edit, Gone, Step
from .questions import (
    add_question,
    copy_question,
    delete_question,
    move_question,
    place_question,
    recode_question,
    set_picture,
    set_rule,
    write_question,
)
from .rows import (
    OPTIONS,
    add_option,
    delete_option,
    move_option,
    paste_options,
    take_options,
    write_option,
)
from .sections import (
    add_section,
    add_set,
    copy_section,
    delete_section,
    move_section,
    place_section,
    write_section,
)
from .whole import ask_group, write_settings

__all__ = [
    "OPTIONS",
    "Edit",
    "Gone",
    "Step",
    "add_option",
    "add_question",
    "add_section",
    "add_set",
    "ask_group",
    "copy_question",
    "copy_section",
    "delete_option",
    "delete_question",
    "delete_section",
    "move_option",
    "move_question",
    "move_section",
    "paste_options",
    "place_question",
    "place_section",
    "recode_question",
    "set_picture",
    "set_rule",
    "take_options",
    "write_option",
    "write_question",
    "write_section",
    "write_settings",
]
