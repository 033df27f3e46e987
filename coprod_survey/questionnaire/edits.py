"""What a designer does to a document: pure functions, document in, document out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, Literal, TypeVar, cast

from msgspec.structs import replace

from .codes import make_code, unused
from .document import Section, SurveyDocument
from .pasting import with_pasted
from .questions import ChoiceQuestion, Option, Question, SingleChoice
from .questions.base import Picture
from .rules import Condition, renamed
from .text import Text

Step = Literal[-1, 1]
"""Which way to move something: -1 towards the start, 1 towards the end."""

Edit = Callable[[SurveyDocument], SurveyDocument]
"""One thing that a designer does."""

OPTIONS = "options"
"""The list that is meant where none is named.

The codes of rows without words begin with the name of one row, such as ``option_``; a row gets a
code of its own with its words.
"""

NO_WORDS = Text()

GROUP_CODE = "group"

GROUP_WORDS = Text.both("Pa grŵp sy’n eich disgrifio chi orau?", "Which group describes you best?")

PREFER_NOT_WORDS = Text.both("Mae’n well gen i beidio â dweud", "Prefer not to say")


class Gone(LookupError):
    """The section, question or option to be edited is not in the document."""


Coded = TypeVar("Coded", Section, Option)


# The survey as a whole


def write_settings(document: SurveyDocument, **words: Text) -> SurveyDocument:
    """The survey with these sentences (names as in `document.SETTINGS`) in place of its own."""
    return replace(document, **words)


def ask_group(
    document: SurveyDocument, groups: Sequence[tuple[str, Text]], taken: Collection[str] = ()
) -> SurveyDocument:
    """The survey with a question that asks people which stakeholder group they are in.

    `groups` are the codes and names of the project's groups. A survey that asks already gets the
    groups that are new to it, before "prefer not to say"; else the question is put first.
    """
    asked = document.question(document.group_question)
    if isinstance(asked, ChoiceQuestion):
        new = [Option(code=c, text=name) for c, name in groups if not asked.option(c)]
        ordinary = [o for o in asked.options if not o.role]
        special = [o for o in asked.options if o.role]
        whole = cast(Question, replace(asked, options=(*ordinary, *new, *special)))
        return write_question(document, asked.code, whole)
    question = SingleChoice(
        code=unused(GROUP_CODE, {*document.questions, *taken}),
        text=GROUP_WORDS,
        options=(
            *(Option(code=code, text=name) for code, name in groups),
            Option(
                code=unused("prefer_not", {code for code, _ in groups}),
                text=PREFER_NOT_WORDS,
                role="prefer_not",
            ),
        ),
    )
    if not document.sections:
        document = add_section(document, Text.both("Amdanoch chi", "About you"))
    first = document.sections[0]
    with_it = replace(first, questions=(question, *first.questions))
    return replace(
        document, group_question=question.code, sections=(with_it, *document.sections[1:])
    )


# Sections


def add_section(
    document: SurveyDocument, title: Text, introduction: Text = NO_WORDS, after: str = ""
) -> SurveyDocument:
    """The survey with a new, empty section, behind the section `after` or else at the end."""
    code = make_code(title, [s.code for s in document.sections], "section")
    new = Section(code=code, title=title, introduction=introduction)
    sections = list(document.sections)
    place = _index(document.sections, after) + 1 if after else len(sections)
    sections.insert(place, new)
    return replace(document, sections=tuple(sections))


def write_section(
    document: SurveyDocument, code: str, *, title: Text, introduction: Text
) -> SurveyDocument:
    """The survey with other words at the head of one section."""
    return _with_section(
        document, code, lambda section: replace(section, title=title, introduction=introduction)
    )


def move_section(document: SurveyDocument, code: str, step: Step) -> SurveyDocument:
    """The survey with a section one place further; unchanged where there is no further place."""
    return replace(document, sections=_moved(document.sections, code, step))


def copy_section(
    document: SurveyDocument, code: str, taken: Collection[str] = ()
) -> SurveyDocument:
    """The survey with a copy of a section behind it, its questions under fresh codes."""
    place = _index(document.sections, code)
    [copy] = _under_fresh_codes(document, document.sections[place : place + 1], taken)
    sections = (*document.sections[: place + 1], copy, *document.sections[place + 1 :])
    return replace(document, sections=sections)


def add_set(
    document: SurveyDocument, sections: Sequence[Section], taken: Collection[str] = ()
) -> SurveyDocument:
    """The survey with the sections of a ready-made set at its end.

    Sections and questions whose codes the survey or `taken` (the codes of its published versions)
    knows get fresh ones, and the rules among them follow.
    """
    new = _under_fresh_codes(document, sections, taken)
    return replace(document, sections=(*document.sections, *new))


def delete_section(document: SurveyDocument, code: str) -> SurveyDocument:
    """The survey without a section and its questions."""
    place = _index(document.sections, code)
    sections = (*document.sections[:place], *document.sections[place + 1 :])
    return _without_lost_group(replace(document, sections=sections))


# Questions


def add_question(
    document: SurveyDocument, section: str, question: Question, taken: Collection[str] = ()
) -> SurveyDocument:
    """The survey with a question at the end of a section.

    The question gets a code made from its words that neither the survey nor `taken` (the codes of
    its published versions) knows; the code it came with is not used.
    """
    code = make_code(question.text, {*document.questions, *taken}, "question")
    new = replace(question, code=code)
    return _with_section(document, section, lambda s: replace(s, questions=(*s.questions, new)))


def write_question(document: SurveyDocument, code: str, question: Question) -> SurveyDocument:
    """The survey with `question` in the place of the question `code`, whose code it keeps.

    Options, and rows of other lists, that had no words until now get their codes from the words
    they have been given.
    """
    section = _home(document, code)
    before = document.questions[code]
    after, new_codes = _with_lasting_codes(before, replace(question, code=code).settled())
    document = _with_rules_after(document, code, code, new_codes)
    return _with_section(
        document,
        section.code,
        lambda s: replace(s, questions=tuple(after if q.code == code else q for q in s.questions)),
    )


def move_question(document: SurveyDocument, code: str, step: Step) -> SurveyDocument:
    """The survey with a question one place further, into the next section past the end of its own.

    Unchanged at the very start and the very end.
    """
    section = _home(document, code)
    codes = [q.code for q in section.questions]
    place = codes.index(code)
    if 0 <= place + step < len(codes):
        questions = list(section.questions)
        questions[place], questions[place + step] = questions[place + step], questions[place]
        return _with_section(
            document, section.code, lambda s: replace(s, questions=tuple(questions))
        )
    there = _index(document.sections, section.code) + step
    if not 0 <= there < len(document.sections):
        return document
    question = document.questions[code]
    neighbour = document.sections[there]
    joined = (question, *neighbour.questions) if step == 1 else (*neighbour.questions, question)
    left = tuple(q for q in section.questions if q.code != code)
    document = _with_section(document, section.code, lambda s: replace(s, questions=left))
    return _with_section(document, neighbour.code, lambda s: replace(s, questions=joined))


def copy_question(
    document: SurveyDocument, code: str, taken: Collection[str] = ()
) -> SurveyDocument:
    """The survey with a copy of a question right behind it, under a fresh code."""
    section = _home(document, code)
    copy = replace(document.questions[code], code=unused(code, {*document.questions, *taken}))
    questions: list[Question] = []
    for question in section.questions:
        questions += [question, copy] if question.code == code else [question]
    return _with_section(document, section.code, lambda s: replace(s, questions=tuple(questions)))


def delete_question(document: SurveyDocument, code: str) -> SurveyDocument:
    """The survey without a question."""
    section = _home(document, code)
    left = tuple(q for q in section.questions if q.code != code)
    return _without_lost_group(
        _with_section(document, section.code, lambda s: replace(s, questions=left))
    )


def recode_question(document: SurveyDocument, code: str, new: str) -> SurveyDocument:
    """The survey with another code for a question; the caller knows that `new` is free and proper."""
    section = _home(document, code)
    questions = tuple(replace(q, code=new) if q.code == code else q for q in section.questions)
    document = _with_section(document, section.code, lambda s: replace(s, questions=questions))
    document = _with_rules_after(document, code, new)
    return replace(document, group_question=new) if document.group_question == code else document


def set_rule(
    document: SurveyDocument, *, question: str = "", section: str = "", rule: Condition | None
) -> SurveyDocument:
    """The survey with another rule, or none, for when a question or a section is shown."""
    if section:
        return _with_section(document, section, lambda s: replace(s, show_when=rule))
    home = _home(document, question)
    questions = tuple(
        replace(q, show_when=rule) if q.code == question else q for q in home.questions
    )
    return _with_section(document, home.code, lambda s: replace(s, questions=questions))


def set_picture(document: SurveyDocument, code: str, picture: Picture | None) -> SurveyDocument:
    """The survey with another picture, or none, beside a question."""
    home = _home(document, code)
    questions = tuple(replace(q, picture=picture) if q.code == code else q for q in home.questions)
    return _with_section(document, home.code, lambda s: replace(s, questions=questions))


# Options, statements and the other rows of a question's lists (`name` is that of the list)


def add_option(document: SurveyDocument, code: str, name: str = OPTIONS) -> SurveyDocument:
    """The survey with a new row in a list, before those that stand apart from it."""
    question, rows = _list(document, code, name)
    last = len(rows)
    while last and rows[last - 1].role:
        last -= 1
    new = question.fresh_row(name)
    if new is None:
        return document
    return _with_rows(document, question, name, (*rows[:last], new, *rows[last:]))


def paste_options(
    document: SurveyDocument, code: str, texts: Sequence[Text], name: str = OPTIONS
) -> SurveyDocument:
    """The survey with a row for each of these sentences, unless the list has it already."""
    question, rows = _list(document, code, name)
    return _with_rows(document, question, name, with_pasted(rows, texts))


def write_option(
    document: SurveyDocument, code: str, option: Option, name: str = OPTIONS
) -> SurveyDocument:
    """The survey with `option` in the place of the row of the same code."""
    question, rows = _list(document, code, name, fixed=True)
    place = _index(rows, option.code)
    return _with_rows(document, question, name, (*rows[:place], option, *rows[place + 1 :]))


def move_option(
    document: SurveyDocument, code: str, option: str, step: Step, name: str = OPTIONS
) -> SurveyDocument:
    """The survey with a row one place further; the numbers of a scale's points stay in place."""
    question, rows = _list(document, code, name)
    moved = _moved(rows, option, step)
    if question.numbered:
        values = [row.value for row in rows]
        moved = tuple(replace(row, value=v) for row, v in zip(moved, values, strict=True))
    return _with_rows(document, question, name, moved)


def delete_option(
    document: SurveyDocument, code: str, option: str, name: str = OPTIONS
) -> SurveyDocument:
    """The survey without a row of a list."""
    question, rows = _list(document, code, name)
    place = _index(rows, option)
    return _with_rows(document, question, name, (*rows[:place], *rows[place + 1 :]))


# What these share


def _under_fresh_codes(
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


def _with_rules_after(
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


def _with_section(
    document: SurveyDocument, code: str, change: Callable[[Section], Section]
) -> SurveyDocument:
    place = _index(document.sections, code)
    changed = change(document.sections[place])
    sections = (*document.sections[:place], changed, *document.sections[place + 1 :])
    return replace(document, sections=sections)


def _index(things: Sequence[Any], code: str) -> int:
    for place, thing in enumerate(things):
        if thing.code == code:
            return place
    raise Gone(code)


def _moved(things: tuple[Coded, ...], code: str, step: Step) -> tuple[Coded, ...]:
    place = _index(things, code)
    there = place + step
    if not 0 <= there < len(things):
        return things
    changed = list(things)
    changed[place], changed[there] = changed[there], changed[place]
    return tuple(changed)


def _home(document: SurveyDocument, code: str) -> Section:
    section = document.section_of(code)
    if section is None:
        raise Gone(code)
    return section


def _list(
    document: SurveyDocument, code: str, name: str, *, fixed: bool = False
) -> tuple[Question, tuple[Option, ...]]:
    """A question and the rows of one of its lists; of a fixed one only where `fixed` says so."""
    question = document.question(code)
    if question is None or name not in question.lists or (name in question.fixed and not fixed):
        raise Gone(code)
    return question, question.lists[name]


def _with_rows(
    document: SurveyDocument, question: Question, name: str, rows: tuple[Option, ...]
) -> SurveyDocument:
    changed = cast(Question, replace(question, **{name: rows}))
    return write_question(document, question.code, changed)


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


def _without_lost_group(document: SurveyDocument) -> SurveyDocument:
    """The survey, no longer asking for people's group with a question that has been deleted."""
    if document.group_question and not document.question(document.group_question):
        return replace(document, group_question="")
    return document
