"""Sets: ready-made questions that a designer adds to a survey, perhaps without some of them."""

from __future__ import annotations

from collections.abc import Collection

from msgspec.structs import replace

from .document import Section, SurveyDocument
from .rules import refers_to


def pick(offered: SurveyDocument, codes: Collection[str]) -> tuple[Section, ...]:
    """The sections of a set with only the questions of these codes; empty sections fall away.

    The words that open the set stay in front, whichever section is then the first.
    """
    picked = [
        replace(section, questions=tuple(q for q in section.questions if q.code in codes))
        for section in offered.sections
    ]
    picked = [section for section in picked if section.questions]
    if picked:
        picked[0] = replace(picked[0], introduction=offered.sections[0].introduction)
    return tuple(picked)


def pick_as_they_are(document: SurveyDocument, codes: Collection[str]) -> tuple[Section, ...]:
    """The sections of a survey with only the questions of these codes, each under its own words."""
    picked = (
        replace(section, questions=tuple(q for q in section.questions if q.code in codes))
        for section in document.sections
    )
    return tuple(section for section in picked if section.questions)


def needs(offered: SurveyDocument, code: str) -> tuple[str, ...]:
    """The codes of the questions that the rules of a question, or of its section, look at."""
    section = offered.section_of(code)
    assert section is not None
    seen = refers_to(offered.questions[code].show_when) | refers_to(section.show_when)
    return tuple(other for other in offered.questions if other in seen)


def unmet(
    offered: SurveyDocument, codes: Collection[str], document: SurveyDocument
) -> list[tuple[str, str]]:
    """Which of these questions look at one that is neither among them nor in the survey.

    Pairs of codes: the question, and the one that it cannot do without.
    """
    return [
        (code, needed)
        for code in offered.questions
        if code in codes
        for needed in needs(offered, code)
        if needed not in codes and needed not in document.questions
    ]


def present(offered: SurveyDocument, document: SurveyDocument) -> frozenset[str]:
    """The codes of the questions of a set that are in the survey already."""
    return frozenset(
        code
        for code, question in offered.questions.items()
        if (found := document.question(code)) is not None and found.type == question.type
    )
