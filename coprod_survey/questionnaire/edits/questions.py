"""Questions: add, write, move, copy, delete; their codes, rules and pictures."""

from __future__ import annotations

from collections.abc import Collection

from msgspec.structs import replace

from ..codes import make_code, unused
from ..document import Section, SurveyDocument
from ..questions import Option, Question
from ..questions.base import Picture
from ..rules import Condition
from .base import (
    Step,
    home,
    index,
    with_rules_after,
    with_section,
    without_lost_group,
)


def add_question(
    document: SurveyDocument,
    section: str,
    question: Question,
    taken: Collection[str] = (),
    after: str | None = None,
) -> SurveyDocument:
    """The survey with a question in a section: behind the question `after`, at the start if that is
    empty, at the end if it is None or is not in the section (any more).

    The question gets a code made from its words that neither the survey nor `taken` (the codes of
    its published versions) knows; the code it came with is not used.
    """
    code = make_code(question.text, {*document.questions, *taken}, "question")
    new = replace(question, code=code)
    return with_section(document, section, lambda s: _with_question(s, new, after))


def write_question(document: SurveyDocument, code: str, question: Question) -> SurveyDocument:
    """The survey with `question` in the place of the question `code`, whose code it keeps.

    Options, and rows of other lists, that had no words until now get their codes from the words
    they have been given.
    """
    section = home(document, code)
    before = document.questions[code]
    after, new_codes = _with_lasting_codes(before, replace(question, code=code).settled())
    document = with_rules_after(document, code, code, new_codes)
    return with_section(
        document,
        section.code,
        lambda s: replace(s, questions=tuple(after if q.code == code else q for q in s.questions)),
    )


def move_question(document: SurveyDocument, code: str, step: Step) -> SurveyDocument:
    """The survey with a question one place further, into the next section past the end of its own.

    Unchanged at the very start and the very end.
    """
    section = home(document, code)
    codes = [q.code for q in section.questions]
    place = codes.index(code)
    if 0 <= place + step < len(codes):
        questions = list(section.questions)
        questions[place], questions[place + step] = questions[place + step], questions[place]
        return with_section(
            document, section.code, lambda s: replace(s, questions=tuple(questions))
        )
    there = index(document.sections, section.code) + step
    if not 0 <= there < len(document.sections):
        return document
    question = document.questions[code]
    neighbour = document.sections[there]
    joined = (question, *neighbour.questions) if step == 1 else (*neighbour.questions, question)
    left = tuple(q for q in section.questions if q.code != code)
    document = with_section(document, section.code, lambda s: replace(s, questions=left))
    return with_section(document, neighbour.code, lambda s: replace(s, questions=joined))


def place_question(
    document: SurveyDocument, code: str, section: str, after: str = ""
) -> SurveyDocument:
    """The survey with a question in another place: in `section`, behind the question `after` or first.

    At the end of the section where `after` is not in it (any more). Raises `Gone` for a section that
    is not there.
    """
    if after == code:
        return document
    question = document.questions.get(code)
    old = home(document, code)
    index(document.sections, section)
    assert question is not None
    left = tuple(q for q in old.questions if q.code != code)
    document = with_section(document, old.code, lambda s: replace(s, questions=left))
    return with_section(document, section, lambda s: _with_question(s, question, after))


def copy_question(
    document: SurveyDocument, code: str, taken: Collection[str] = ()
) -> SurveyDocument:
    """The survey with a copy of a question right behind it, under a fresh code."""
    section = home(document, code)
    copy = replace(document.questions[code], code=unused(code, {*document.questions, *taken}))
    questions: list[Question] = []
    for question in section.questions:
        questions += [question, copy] if question.code == code else [question]
    return with_section(document, section.code, lambda s: replace(s, questions=tuple(questions)))


def delete_question(document: SurveyDocument, code: str) -> SurveyDocument:
    """The survey without a question."""
    section = home(document, code)
    left = tuple(q for q in section.questions if q.code != code)
    return without_lost_group(
        with_section(document, section.code, lambda s: replace(s, questions=left))
    )


def recode_question(document: SurveyDocument, code: str, new: str) -> SurveyDocument:
    """The survey with another code for a question; the caller knows that `new` is free and proper."""
    section = home(document, code)
    questions = tuple(replace(q, code=new) if q.code == code else q for q in section.questions)
    document = with_section(document, section.code, lambda s: replace(s, questions=questions))
    document = with_rules_after(document, code, new)
    return replace(document, group_question=new) if document.group_question == code else document


def set_rule(
    document: SurveyDocument, *, question: str = "", section: str = "", rule: Condition | None
) -> SurveyDocument:
    """The survey with another rule, or none, for when a question or a section is shown."""
    if section:
        return with_section(document, section, lambda s: replace(s, show_when=rule))
    around = home(document, question)
    questions = tuple(
        replace(q, show_when=rule) if q.code == question else q for q in around.questions
    )
    return with_section(document, around.code, lambda s: replace(s, questions=questions))


def set_picture(document: SurveyDocument, code: str, picture: Picture | None) -> SurveyDocument:
    """The survey with another picture, or none, beside a question."""
    around = home(document, code)
    questions = tuple(
        replace(q, picture=picture) if q.code == code else q for q in around.questions
    )
    return with_section(document, around.code, lambda s: replace(s, questions=questions))


def _with_question(section: Section, question: Question, after: str | None) -> Section:
    """A section with one question more: behind `after`, first if that is empty, else last."""
    codes = [q.code for q in section.questions]
    place = len(codes) if after is None else 0
    if after:
        place = codes.index(after) + 1 if after in codes else len(codes)
    questions = (*section.questions[:place], question, *section.questions[place:])
    return replace(section, questions=questions)


def _with_lasting_codes(before: Question, after: Question) -> tuple[Question, dict[str, str]]:
    """The question with codes from their words for rows that have just been given words.

    The new codes are given too, by the provisional ones that they replace.
    """
    had_words = {row.code for rows in before.lists.values() for row in rows if not row.text.blank}
    new_codes: dict[str, str] = {}
    changed: dict[str, tuple[Option, ...]] = {}
    for name, given in after.lists.items():
        stem, rows = name.removesuffix("s"), list(given)
        for place, row in enumerate(rows):
            provisional = row.code.startswith(f"{stem}_") and row.code not in had_words
            if provisional and not row.text.blank:
                others = [other.code for other in rows if other is not row]
                new_codes[row.code] = make_code(row.text, others, stem)
                rows[place] = replace(row, code=new_codes[row.code])
        changed[name] = tuple(rows)
    return replace(after, **changed), new_codes
