"""Sets: questions of the library that a designer adds to a survey, perhaps without some of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec.structs import replace

from . import edits
from .document import Section, SurveyDocument
from .rules import refers_to


def pick(
    offered: SurveyDocument, codes: Collection[str], *, opening: bool = True
) -> tuple[Section, ...]:
    """The sections of a set with only the questions of these codes; empty sections fall away.

    `opening` says that the first section's words open the set: they stay in front, whichever
    section is then the first.
    """
    picked = [
        replace(section, questions=tuple(q for q in section.questions if q.code in codes))
        for section in offered.sections
    ]
    picked = [section for section in picked if section.questions]
    if picked and opening:
        picked[0] = replace(picked[0], introduction=offered.sections[0].introduction)
    return tuple(picked)


def take(
    document: SurveyDocument,
    offered: SurveyDocument,
    sections: Sequence[Section],
    taken: Collection[str] = (),
) -> SurveyDocument:
    """The survey with these sections of a set at its end, under their own codes where those are free.

    A question that asks for people's group does so here too, unless the survey has one that does.
    """
    after = edits.add_set(document, sections, taken)
    if document.group_question:
        return after
    added = after.sections[len(document.sections) :]
    before = [q.code for section in sections for q in section.questions]
    now = [q.code for section in added for q in section.questions]
    group = dict(zip(before, now, strict=True)).get(offered.group_question, "")
    return replace(after, group_question=group)


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
    seen = offered.looked_at(offered.questions[code])
    seen |= refers_to(section.show_when, offered.group_question)
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
