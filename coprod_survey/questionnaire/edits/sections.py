"""Sections: add, word, move, copy, delete; and whole ready-made sets."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec.structs import replace

from ..codes import make_code
from ..document import Section, SurveyDocument
from ..text import Text
from .base import NO_WORDS, Step, index, moved, under_fresh_codes, with_section, without_lost_group


def add_section(
    document: SurveyDocument, title: Text, introduction: Text = NO_WORDS, after: str = ""
) -> SurveyDocument:
    """The survey with a new, empty section, behind the section `after` or else at the end."""
    code = make_code(title, [s.code for s in document.sections], "section")
    new = Section(code=code, title=title, introduction=introduction)
    sections = list(document.sections)
    place = index(document.sections, after) + 1 if after else len(sections)
    sections.insert(place, new)
    return replace(document, sections=tuple(sections))


def write_section(
    document: SurveyDocument, code: str, *, title: Text, introduction: Text
) -> SurveyDocument:
    """The survey with other words at the head of one section."""
    return with_section(
        document, code, lambda section: replace(section, title=title, introduction=introduction)
    )


def move_section(document: SurveyDocument, code: str, step: Step) -> SurveyDocument:
    """The survey with a section one place further; unchanged where there is no further place."""
    return replace(document, sections=moved(document.sections, code, step))


def place_section(document: SurveyDocument, code: str, after: str = "") -> SurveyDocument:
    """The survey with a section in another place: behind the section `after`, or first."""
    if after == code:
        return document
    section = document.sections[index(document.sections, code)]
    others = tuple(s for s in document.sections if s.code != code)
    place = index(others, after) + 1 if after else 0
    return replace(document, sections=(*others[:place], section, *others[place:]))


def copy_section(
    document: SurveyDocument, code: str, taken: Collection[str] = ()
) -> SurveyDocument:
    """The survey with a copy of a section behind it, its questions under fresh codes."""
    place = index(document.sections, code)
    [copy] = under_fresh_codes(document, document.sections[place : place + 1], taken)
    sections = (*document.sections[: place + 1], copy, *document.sections[place + 1 :])
    return replace(document, sections=sections)


def add_set(
    document: SurveyDocument, sections: Sequence[Section], taken: Collection[str] = ()
) -> SurveyDocument:
    """The survey with the sections of a ready-made set at its end.

    Sections and questions whose codes the survey or `taken` (the codes of its published versions)
    knows get fresh ones, and the rules among them follow.
    """
    new = under_fresh_codes(document, sections, taken)
    return replace(document, sections=(*document.sections, *new))


def delete_section(document: SurveyDocument, code: str) -> SurveyDocument:
    """The survey without a section and its questions."""
    place = index(document.sections, code)
    sections = (*document.sections[:place], *document.sections[place + 1 :])
    return without_lost_group(replace(document, sections=sections))
