"""What each kind of edit is called in the history and beside Undo."""

from __future__ import annotations

from ..questionnaire.text import N_

ACTIONS: dict[str, str] = {
    "created": N_("Survey created"),
    "purpose": N_("What the survey is for edited"),
    "settings": N_("Opening and closing words edited"),
    "group question": N_("Question about groups added"),
    "section added": N_("Section added"),
    "section": N_("Section edited"),
    "section moved": N_("Section moved"),
    "section copied": N_("Section copied"),
    "section deleted": N_("Section deleted"),
    "set added": N_("Ready-made questions added"),
    "rule": N_("Condition changed"),
    "picture": N_("Picture of a question changed"),
    "question added": N_("Question added"),
    "question": N_("Question edited"),
    "question moved": N_("Question moved"),
    "question copied": N_("Question copied"),
    "question deleted": N_("Question deleted"),
    "option added": N_("Option added"),
    "option moved": N_("Option moved"),
    "option deleted": N_("Option deleted"),
    "options reused": N_("Answers of another question used"),
    "options pasted": N_("Options pasted"),
    "statement added": N_("Statement added"),
    "statement moved": N_("Statement moved"),
    "statement deleted": N_("Statement deleted"),
    "moment added": N_("Question of the ladder added"),
    "moment deleted": N_("Question of the ladder deleted"),
    "translated": N_("Sentence translated"),
    "translations checked": N_("Translations checked"),
    "advice": N_("Advice taken"),
    "imported": N_("Survey read from a file"),
    "restored": N_("Earlier form of the survey restored"),
    "transferred": N_("Survey moved here from another project"),
    "file taken in": N_("Translations taken in from a file"),
    "suggestion taken": N_("Suggested wording taken"),
    "undone": N_("Last change undone"),
}
"""By the name that a revision keeps of its action."""
