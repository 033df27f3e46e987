"""What a designer does to a document: pure functions, document in, document out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, Literal, TypeVar, cast

from msgspec.structs import replace

from .codes import make_code, unused
from .document import Section, SurveyDocument
from .questions import ChoiceQuestion, Option, Question, SingleChoice
from .questions.base import Picture
from .rules import Condition, renamed
from .text import Text

Step = Literal[-1, 1]
"""Which way to move something: -1 towards the start, 1 towards the end."""

Edit = Callable[[SurveyDocument], SurveyDocument]
"""One thing that a designer does."""

PROVISIONAL = "option"
"""How the codes of options without words begin; such an option gets a code of its own with its words."""

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
    section = document.sections[place]
    used = {*document.questions, *taken}
    questions: list[Question] = []
    fresh_codes: dict[str, str] = {}
    for question in section.questions:
        fresh = unused(question.code, used)
        used.add(fresh)
        rule = question.show_when
        for old, new in fresh_codes.items():  # a copy follows the copies before it
            rule = renamed(rule, old, new)
        fresh_codes[question.code] = fresh
        questions.append(replace(question, code=fresh, show_when=rule))
    copy = replace(
        section,
        code=unused(section.code, [s.code for s in document.sections]),
        questions=tuple(questions),
    )
    sections = (*document.sections[: place + 1], copy, *document.sections[place + 1 :])
    return replace(document, sections=sections)


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

    Options that had no words until now get their codes from the words they have been given.
    """
    section = _home(document, code)
    before = document.questions[code]
    after = replace(question, code=code)
    if isinstance(after, ChoiceQuestion):
        lasting = _with_lasting_codes(before, after)
        new_codes = {o.code: n.code for o, n in zip(after.options, lasting.options, strict=True)}
        document = _with_rules_after(document, code, code, new_codes)
        after = cast(Question, lasting)
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


# Options


def add_option(document: SurveyDocument, code: str) -> SurveyDocument:
    """The survey with an empty option in a question, before those that stand apart from the list."""
    question = _choice(document, code)
    last = len(question.options)
    while last and question.options[last - 1].role:
        last -= 1
    new = Option(code=unused(f"{PROVISIONAL}_1", [o.code for o in question.options]))
    if question.numbered:
        highest = max((o.value for o in question.options if o.value is not None), default=0)
        new = replace(new, value=highest + 1)
    return _with_options(
        document, question, (*question.options[:last], new, *question.options[last:])
    )


def write_option(document: SurveyDocument, code: str, option: Option) -> SurveyDocument:
    """The survey with `option` in the place of the question's option of the same code."""
    question = _choice(document, code)
    place = _index(question.options, option.code)
    options = (*question.options[:place], option, *question.options[place + 1 :])
    return write_question(document, code, cast(Question, replace(question, options=options)))


def move_option(document: SurveyDocument, code: str, option: str, step: Step) -> SurveyDocument:
    """The survey with an option one place further; the numbers of a scale's points stay in place."""
    question = _choice(document, code)
    moved = _moved(question.options, option, step)
    if question.numbered:
        values = [o.value for o in question.options]
        moved = tuple(replace(o, value=value) for o, value in zip(moved, values, strict=True))
    return _with_options(document, question, moved)


def delete_option(document: SurveyDocument, code: str, option: str) -> SurveyDocument:
    """The survey without an option."""
    question = _choice(document, code)
    place = _index(question.options, option)
    return _with_options(
        document, question, (*question.options[:place], *question.options[place + 1 :])
    )


# What these share


def _with_rules_after(
    document: SurveyDocument, code: str, new: str, options: Mapping[str, str] | None = None
) -> SurveyDocument:
    """The survey with every rule following a question, and its options, to their new codes."""
    sections = tuple(
        replace(
            section,
            show_when=renamed(section.show_when, code, new, options),
            questions=tuple(
                replace(q, show_when=renamed(q.show_when, code, new, options)) if q.show_when else q
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


def _choice(document: SurveyDocument, code: str) -> ChoiceQuestion:
    question = document.question(code)
    if not isinstance(question, ChoiceQuestion):
        raise Gone(code)
    return question


def _with_options(
    document: SurveyDocument, question: ChoiceQuestion, options: tuple[Option, ...]
) -> SurveyDocument:
    return write_question(
        document, question.code, cast(Question, replace(question, options=options))
    )


def _with_lasting_codes(before: Question, after: ChoiceQuestion) -> ChoiceQuestion:
    """The question with codes from their words for options that have just been given words."""
    had_words = {o.code for o in before.offered if not o.text.blank}
    options = list(after.options)
    for place, option in enumerate(options):
        provisional = option.code.startswith(f"{PROVISIONAL}_") and option.code not in had_words
        if provisional and not option.text.blank:
            others = [o.code for o in options if o is not option]
            options[place] = replace(option, code=make_code(option.text, others, PROVISIONAL))
    return replace(after, options=tuple(options))


def _without_lost_group(document: SurveyDocument) -> SurveyDocument:
    """The survey, no longer asking for people's group with a question that has been deleted."""
    if document.group_question and not document.question(document.group_question):
        return replace(document, group_question="")
    return document
