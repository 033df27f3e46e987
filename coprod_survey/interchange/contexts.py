"""Contexts: where in a survey a sentence stands, in words for a translator."""

from __future__ import annotations

from ..questionnaire.document import SurveyDocument
from ..questionnaire.problem import Problem
from ..questionnaire.text import N_

SETTINGS = {
    "title": N_("Title of the survey"),
    "introduction": N_("Start page: why people are asked"),
    "who_sees": N_("Start page: who sees the answers"),
    "privacy": N_("Privacy notice"),
    "contact": N_("Whom to contact"),
    "thanks": N_("After sending: the closing words"),
    "invitation_subject": N_("Words to send: subject of the invitation"),
    "invitation": N_("Words to send: the invitation"),
    "reminder_subject": N_("Words to send: subject of the reminder"),
    "reminder": N_("Words to send: the reminder"),
}
SECTION = {
    "title": N_("Section %(number)s: heading"),
    "introduction": N_("Section %(number)s: introduction"),
}
QUESTION = {
    "text": N_("Question %(number)s"),
    "hint": N_("Question %(number)s: help below it"),
    "why": N_("Question %(number)s: why it is asked"),
    "audio": N_("Question %(number)s: address of the recording"),
    "video": N_("Question %(number)s: address of the film"),
    "transcript": N_("Question %(number)s: what is said in the recording or the film"),
    "standard": N_("Question %(number)s: the standard it follows"),
    "picture.alt": N_("Question %(number)s: what the picture shows"),
    "unit": N_("Question %(number)s: the unit of the number"),
}
NOTE = {
    "text": N_("Note: heading"),
    "hint": N_("Note: help below it"),
    "why": N_("Note: why it is there"),
    "audio": N_("Note: address of the recording"),
    "video": N_("Note: address of the film"),
    "transcript": N_("Note: what is said in the recording or the film"),
    "standard": N_("Note: the standard it follows"),
    "picture.alt": N_("Note: what the picture shows"),
    "body": N_("Note: text"),
}
ROW = {
    "options": N_("Question %(number)s, option. The question: %(words)s"),
    "statements": N_("Question %(number)s, statement. The question: %(words)s"),
    "moments": N_("Question %(number)s, question of the ladder. The question: %(words)s"),
}
ROW_HINT = {
    "options": N_("Question %(number)s, help below an option. The question: %(words)s"),
    "statements": N_("Question %(number)s, help below a statement. The question: %(words)s"),
    "moments": N_(
        "Question %(number)s, help below a question of the ladder. The question: %(words)s"
    ),
}
ELSEWHERE = N_("Another sentence of the survey")


def context_of(document: SurveyDocument, key: str) -> Problem:
    """Where the sentence with this key stands, as a sentence of ours that can be said."""
    part, _, rest = key.partition(".")
    if part == "settings":
        return Problem(SETTINGS.get(rest, ELSEWHERE), place=key)
    code, _, rest = rest.partition(".")
    section = document.section(code) if part == "section" else None
    if section:
        number = document.sections.index(section) + 1
        return Problem(SECTION.get(rest, ELSEWHERE), {"number": number}, place=key)
    question = document.question(code) if part == "question" else None
    if question is None:
        return Problem(ELSEWHERE, place=key)
    if not question.asks:
        return Problem(NOTE.get(rest, ELSEWHERE), place=key)
    name, _, row = rest.partition(".")
    number_of = document.numbers[code]
    if name in question.lists:
        message = (ROW_HINT if row.endswith(".hint") else ROW).get(name, ELSEWHERE)
        return Problem(message, {"number": number_of, "words": question.text}, place=key)
    return Problem(QUESTION.get(rest, ELSEWHERE), {"number": number_of}, place=key)
