"""Places: where in a survey something is, as a form field or an address can say it."""

from __future__ import annotations

from typing import NamedTuple

from ..questionnaire.document import SurveyDocument
from ..questionnaire.questions import LISTS, Option
from ..questionnaire.text import Text


class Place(NamedTuple):
    """A part of a survey: what it belongs to (settings, section, question), its code, its field.

    `page` is the view of a page of its own that shows it; empty where the form of its part does.
    """

    part: str
    code: str
    field: str
    page: str = ""


def find(document: SurveyDocument, place: str) -> Place:
    """The page and the field that show a place such as ``question.heard.options.yes``.

    The field of a text is the face that is missing, or else the Welsh one.
    """
    part, _, rest = place.partition(".")
    if part == "settings":
        return Place(part, "", _face(rest, getattr(document, rest, None)))
    if part == "purpose":
        return Place(part, "", _face(rest, getattr(document.purpose, rest, None)), part)
    code, _, rest = rest.partition(".")
    thing = document.section(code) if part == "section" else document.question(code)
    if thing and rest == "show_when":
        return Place(part, code, "mode", f"{part}_rule")
    picture = getattr(thing, "picture", None)
    if picture and rest.startswith("picture"):
        field = _face("alt", picture.alt) if rest == "picture.alt" else "file"
        return Place(part, code, field, "question_picture")
    name = field_name(place)
    row, field = find_row(thing, name)
    if row:
        return Place(part, code, _face(name, getattr(row, field, None)))
    return Place(part, code, _face(name, getattr(thing, name, None)))


def field_name(place: str) -> str:
    """The name of the form field for a place, without its language."""
    part, *rest = place.split(".")
    if part not in ("settings", "purpose"):
        rest = rest[1:]
    if len(rest) > 1 and rest[0] in LISTS:
        return f"{row_name(rest[0])}-{rest[1]}-{rest[2] if len(rest) > 2 else 'text'}"
    return rest[0] if rest else ""


def row_name(name: str) -> str:
    """What one row of a list is called in forms and buttons: option for options."""
    return name.removesuffix("s")


def find_row(thing: object, name: str) -> tuple[Option | None, str]:
    """The row of a question's lists, and its field, that a form field is about.

    None where ``<row>-<code>-<field>`` names no row of this question.
    """
    row, _, rest = name.partition("-")
    code, _, field = rest.partition("-")
    rows = getattr(thing, "lists", {}).get(f"{row}s", ())
    return next((o for o in rows if o.code == code), None), field


def _face(name: str, value: object) -> str:
    """The field of a text that needs attention; the name itself for what is no text."""
    if isinstance(value, Text):
        return f"{name}-en" if value.cy.strip() and not value.en.strip() else f"{name}-cy"
    return name
