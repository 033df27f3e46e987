"""What the states of a translation are called, and how they are told apart."""

from __future__ import annotations

from ..questionnaire.text import N_, State

STATE_WORDS: dict[State, str] = {
    "missing": N_("Missing"),
    "draft": N_("Unfinished"),
    "translated": N_("Translated"),
    "checked": N_("Checked"),
    "stale": N_("Out of date"),
}

COLOURS: dict[State, str] = {
    "missing": "govuk-tag--red",
    "draft": "govuk-tag--grey",
    "translated": "govuk-tag--blue",
    "checked": "govuk-tag--green",
    "stale": "govuk-tag--yellow",
}
"""The colour of each state's tag, which is never its only sign."""
