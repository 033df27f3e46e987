"""Any edit of any survey, for property tests: what a designer could do next."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import strategies as st
from msgspec.structs import replace

from coprod_survey.questionnaire import edits
from coprod_survey.questionnaire.document import SurveyDocument
from coprod_survey.questionnaire.edits import Edit
from coprod_survey.questionnaire.questions import TYPES
from coprod_survey.questionnaire.scales import sources
from coprod_survey.questionnaire.text import Text

WORDS = st.text(max_size=12)
TEXTS = st.builds(Text, cy=WORDS, en=WORDS)
STEPS = st.sampled_from([-1, 1])

Named = tuple[str, Edit]
"""An edit, and what it is called."""


@st.composite
def any_edit(draw: st.DrawFn, document: SurveyDocument) -> Named:
    """One edit that can be made to this document."""
    possible = ["add_section", "write_settings"]
    if document.sections:
        possible += ["move_section", "place_section", "copy_section", "delete_section"]
        possible += ["write_section", "add_question", "add_set"]
    if document.questions:
        possible += ["move_question", "place_question", "copy_question", "delete_question"]
        possible += ["write_question", "recode_question", "ask_group", "set_rule"]
    lists = list(_lists(document))
    if lists:
        possible += ["add_option", "move_option", "delete_option", "write_option", "paste_options"]
    if any(sources(document, q) for q in document.questions.values()):
        possible.append("take_options")
    name = draw(st.sampled_from(possible))
    return name, draw(_edit(name, document))


@st.composite
def _edit(draw: st.DrawFn, name: str, document: SurveyDocument) -> Edit:
    sections = [s.code for s in document.sections]
    section = draw(st.sampled_from(sections)) if sections else ""
    code = draw(st.sampled_from(list(document.questions))) if document.questions else ""
    text, step = draw(TEXTS), draw(STEPS)
    match name:
        case "add_section":
            after = draw(st.sampled_from(["", *sections]))
            return lambda d: edits.add_section(d, text, after=after)
        case "write_settings":
            return lambda d: edits.write_settings(d, title=text)
        case "write_section":
            return lambda d: edits.write_section(d, section, title=text, introduction=text)
        case "move_section":
            return lambda d: edits.move_section(d, section, step)
        case "place_section":
            after = draw(st.sampled_from(["", *sections]))
            return lambda d: edits.place_section(d, section, after)
        case "copy_section":
            return lambda d: edits.copy_section(d, section)
        case "delete_section":
            return lambda d: edits.delete_section(d, section)
        case "add_set":
            return lambda d: edits.add_set(d, d.sections[-1:])
        case "add_question":
            kind = draw(st.sampled_from(list(TYPES.values())))
            after = draw(st.sampled_from([None, "", *document.questions]))
            new = replace(kind.fresh(), text=text)
            return lambda d: edits.add_question(d, section, new, after=after)
        case "write_question":
            return lambda d: edits.write_question(d, code, replace(d.questions[code], text=text))
        case "move_question":
            return lambda d: edits.move_question(d, code, step)
        case "place_question":
            after = draw(st.sampled_from(["", *document.questions]))
            return lambda d: edits.place_question(d, code, section, after)
        case "copy_question":
            return lambda d: edits.copy_question(d, code)
        case "delete_question":
            return lambda d: edits.delete_question(d, code)
        case "recode_question":
            return lambda d: edits.recode_question(d, code, f"new{len(d.questions)}_{code}"[:32])
        case "ask_group":
            return lambda d: edits.ask_group(d, [("staff", Text.both("Staff", "Staff"))])
        case "set_rule":
            rules = [q.show_when for q in document.questions.values()]
            rule = draw(st.sampled_from([None, *filter(None, rules)]))
            return lambda d: edits.set_rule(d, question=code, rule=rule)
        case "take_options":
            takers = [q for q in document.questions.values() if sources(document, q)]
            taker = draw(st.sampled_from(takers))
            source = draw(st.sampled_from(sources(document, taker)))
            return lambda d: edits.take_options(d, taker.code, source.options)
    question, list_name = draw(st.sampled_from(list(_lists(document))))
    rows = document.questions[question].lists[list_name]
    row = draw(st.sampled_from(rows))
    if name == "add_option":
        return lambda d: edits.add_option(d, question, list_name)
    if name == "move_option":
        return lambda d: edits.move_option(d, question, row.code, step, list_name)
    if name == "delete_option":
        return lambda d: edits.delete_option(d, question, row.code, list_name)
    if name == "write_option":
        return lambda d: edits.write_option(d, question, replace(row, text=text), list_name)
    assert name == "paste_options"
    texts = draw(st.lists(TEXTS.filter(lambda t: not t.blank), max_size=3))
    return lambda d: edits.paste_options(d, question, texts, list_name)


def _lists(document: SurveyDocument) -> Iterator[tuple[str, str]]:
    """The lists that have rows which may be added and deleted: question and list."""
    for question in document.questions.values():
        for name, rows in question.lists.items():
            if rows and name not in question.fixed:
                yield question.code, name
