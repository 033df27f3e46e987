"""What the edits of sections, questions and rows share."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, Literal, TypeVar

from msgspec.structs import replace

from ..codes import unused
from ..document import Section, SurveyDocument
from ..questions import Option
from ..rules import Condition, renamed
from ..text import Text

Step = Literal[-1, 1]
"""Which way to move something: -1 towards the start, 1 towards the end."""

Edit = Callable[[SurveyDocument], SurveyDocument]
"""One thing that a designer does."""

NO_WORDS = Text()

Coded = TypeVar("Coded", Section, Option)


class Gone(LookupError):
    """The section, question or option to be edited is not in the document."""


def with_section(
    document: SurveyDocument, code: str, change: Callable[[Section], Section]
) -> SurveyDocument:
    """The survey with one section changed. Raises `Gone`."""
    place = index(document.sections, code)
    changed = change(document.sections[place])
    sections = (*document.sections[:place], changed, *document.sections[place + 1 :])
    return replace(document, sections=sections)


def index(things: Sequence[Any], code: str) -> int:
    """The place of the thing with this code. Raises `Gone`."""
    for place, thing in enumerate(things):
        if thing.code == code:
            return place
    raise Gone(code)


def moved(things: tuple[Coded, ...], code: str, step: Step) -> tuple[Coded, ...]:
    """The things with one of them a place further; unchanged where there is no further place."""
    place = index(things, code)
    there = place + step
    if not 0 <= there < len(things):
        return things
    changed = list(things)
    changed[place], changed[there] = changed[there], changed[place]
    return tuple(changed)


def home(document: SurveyDocument, code: str) -> Section:
    """The section that holds a question. Raises `Gone`."""
    section = document.section_of(code)
    if section is None:
        raise Gone(code)
    return section


def under_fresh_codes(
    document: SurveyDocument, sections: Sequence[Section], taken: Collection[str]
) -> list[Section]:
    """These sections under codes that are free in the survey, with rules that follow the new codes.

    A rule that looks at a question outside the sections stays as it is.
    """
    used, used_sections = {*document.questions, *taken}, {s.code for s in document.sections}
    fresh_codes: dict[str, str] = {}

    def follow(rule: Condition | None) -> Condition | None:
        for old, new in fresh_codes.items():
            rule = renamed(rule, old, new)
        return rule

    fresh = []
    for section in sections:
        code, rule = unused(section.code, used_sections), follow(section.show_when)
        used_sections.add(code)
        questions = []
        for question in section.questions:
            new, when = unused(question.code, used), follow(question.show_when)
            used.add(new)
            fresh_codes[question.code] = new
            questions.append(replace(question, code=new, show_when=when))
        fresh.append(replace(section, code=code, show_when=rule, questions=tuple(questions)))
    return fresh


def with_rules_after(
    document: SurveyDocument, code: str, new: str, rows: Mapping[str, str] | None = None
) -> SurveyDocument:
    """The survey with every rule following a question, and its rows, to their new codes."""
    sections = tuple(
        replace(
            section,
            show_when=renamed(section.show_when, code, new, rows),
            questions=tuple(
                replace(q, show_when=renamed(q.show_when, code, new, rows)) if q.show_when else q
                for q in section.questions
            ),
        )
        for section in document.sections
    )
    return replace(document, sections=sections)


def without_lost_group(document: SurveyDocument) -> SurveyDocument:
    """The survey, no longer asking for people's group with a question that has been deleted."""
    if document.group_question and not document.question(document.group_question):
        return replace(document, group_question="")
    return document
