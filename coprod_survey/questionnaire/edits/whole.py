"""The survey as a whole: its own sentences, and the question that asks for people's group."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import cast

from msgspec.structs import replace

from ..codes import unused
from ..document import SurveyDocument
from ..questions import ChoiceQuestion, Option, Question, SingleChoice
from ..text import Text
from .questions import write_question
from .sections import add_section

GROUP_CODE = "group"

GROUP_WORDS = Text.both("Pa grŵp sy’n eich disgrifio chi orau?", "Which group describes you best?")


def write_settings(document: SurveyDocument, **words: Text) -> SurveyDocument:
    """The survey with these sentences (names as in `document.SETTINGS`) in place of its own."""
    return replace(document, **words)


def ask_group(
    document: SurveyDocument, groups: Sequence[tuple[str, Text]], taken: Collection[str] = ()
) -> SurveyDocument:
    """The survey with a question that asks people which stakeholder group they are in.

    `groups` are the codes and names of the project's groups. A survey that asks already gets the
    groups that are new to it, before "prefer not to say"; else the question is put first.
    """
    asked = document.question(document.group_question)
    if isinstance(asked, ChoiceQuestion):
        new = [Option(code=c, text=name) for c, name in groups if not asked.option(c)]
        ordinary = [o for o in asked.options if not o.role]
        special = [o for o in asked.options if o.role]
        whole = cast(Question, replace(asked, options=(*ordinary, *new, *special)))
        return write_question(document, asked.code, whole)
    question = SingleChoice(
        code=unused(GROUP_CODE, {*document.questions, *taken}),
        text=GROUP_WORDS,
        options=tuple(Option(code=code, text=name) for code, name in groups),
    ).with_prefer_not()
    if not document.sections:
        document = add_section(document, Text.both("Amdanoch chi", "About you"))
    first = document.sections[0]
    with_it = replace(first, questions=(question, *first.questions))
    return replace(
        document, group_question=question.code, sections=(with_it, *document.sections[1:])
    )
