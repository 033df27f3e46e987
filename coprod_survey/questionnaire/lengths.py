"""How long each sentence of a survey may be: the same in every form, file and check."""

from __future__ import annotations

LONGEST = 10_000
"""The most characters of a passage, and of every sentence that has no shorter limit."""

TITLE = 200
"""A title stands in lists, on posters and in the name of a window."""

ROW = 500
"""An option or a statement stands beside a button, in a list that opens and at the top of a column."""

UNIT = 60
"""A unit stands behind a small field."""

SUBJECT = 200
"""The subject of an e-mail stands on one line."""

MESSAGE = 2000
"""An e-mail program may refuse a longer message from a link."""

_SHORTER = {
    "title": TITLE,
    "unit": UNIT,
    "invitation_subject": SUBJECT,
    "reminder_subject": SUBJECT,
    "invitation": MESSAGE,
    "reminder": MESSAGE,
}


def longest(name: str, *, in_row: bool = False) -> int:
    """The most characters of the text in the field `name`, of a part of a survey or of one row."""
    return ROW if in_row and name == "text" else _SHORTER.get(name, LONGEST)


def longest_at(place: str) -> int:
    """The most characters of the sentence in a place, as `SurveyDocument.texts` names it."""
    kind, *names = place.split(".")
    names = names if kind == "settings" else names[1:]
    if names[:1] == ["picture"] or len(names) < 2:
        return longest(names[-1] if names else "")
    return longest(names[2] if len(names) > 2 else "text", in_row=True)
