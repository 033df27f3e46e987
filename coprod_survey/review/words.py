"""What comments, and what became of them, are called; and the sentence that a comment is about."""

from __future__ import annotations

from typing import cast

from msgspec.structs import replace

from ..questionnaire import edits
from ..questionnaire.document import SurveyDocument
from ..questionnaire.edits import Gone
from ..questionnaire.questions import Question
from ..questionnaire.text import N_, Text
from .models import ANSWERED, CHANGED, DECLINED, OPEN, QUESTION, SECTION, TAKEN

KINDS: dict[str, str] = {
    "change": N_("I would change this"),
    "unclear": N_("I don’t understand this"),
    "missing": N_("This is missing"),
}
"""What a person may say of a place in a draft."""

STATES: dict[str, str] = {
    OPEN: N_("Not answered yet"),
    TAKEN: N_("Your wording is now in the survey"),
    CHANGED: N_("We changed the survey"),
    ANSWERED: N_("We answered"),
    DECLINED: N_("We did not change this"),
}
"""What became of a comment, in words for the person who wrote it."""

STAFF_STATES: dict[str, str] = {
    OPEN: N_("Not answered yet"),
    TAKEN: N_("Wording taken"),
    CHANGED: N_("Survey changed"),
    ANSWERED: N_("Answered"),
    DECLINED: N_("Not changed"),
}
"""The same for a facilitator."""


def sentence(document: SurveyDocument, part: str, code: str) -> Text | None:
    """The sentence that a comment is about: a question's, a section's title, or the survey's.

    None where the document has no such part.
    """
    if part == QUESTION:
        question = document.question(code)
        return question.text if question else None
    if part == SECTION:
        section = document.section(code)
        return section.title if section else None
    return document.title


def reworded(document: SurveyDocument, part: str, code: str, wanted: Text) -> SurveyDocument:
    """The document with the wanted words in that place; a face that is empty stays as it was.

    Raises `Gone` where the document has no such part.
    """
    now = sentence(document, part, code)
    if now is None:
        raise Gone(code)
    text = now.write(cy=wanted.cy or now.cy, en=wanted.en or now.en)
    if part == QUESTION:
        question = cast(Question, replace(document.questions[code], text=text))
        return edits.write_question(document, code, question)
    section = document.section(code) if part == SECTION else None
    if section:
        return edits.write_section(document, code, title=text, introduction=section.introduction)
    return edits.write_settings(document, title=text)


def same_words(one: Text, other: Text) -> bool:
    """Whether two sentences read the same in both languages."""
    return (one.cy, one.en) == (other.cy, other.en)
