"""Rules in words: when something is shown, as sentences for people who design, read and analyse.

Each sentence is whole in its language: what a designer wrote stands in brackets, between quotes or
after a dash, where no word of ours could change it (Welsh words change after others).
"""

from __future__ import annotations

import msgspec
from flask_babel import gettext as _

from .questionnaire.document import SurveyDocument
from .questionnaire.questions import Question
from .questionnaire.questions.number import tidy
from .questionnaire.rules import All, Answered, AnyOf, Chosen, Compared, Condition, InGroup, Not
from .questionnaire.text import N_, Language


class Said(msgspec.Struct, frozen=True):
    """A condition in words: a sentence, and what stands below it where the sentence ends in a colon."""

    sentence: str
    inside: tuple[Said, ...] = ()

    @property
    def line(self) -> str:
        """All of it in one line, what stands below in brackets."""
        return " ".join(
            (self.sentence, "; ".join(f"({said.line})" for said in self.inside))
        ).strip()


SEVERAL = {
    "any": N_("%(question)s: any of these – %(options)s"),
    "all": N_("%(question)s: all of these – %(options)s"),
    "none": N_("%(question)s: answered, but none of these – %(options)s"),
}
SINGLE = {
    "any": N_("%(question)s: “%(options)s” was chosen"),
    "all": N_("%(question)s: “%(options)s” was chosen"),
    "none": N_("%(question)s: answered, but not “%(options)s”"),
}
"""How a choice among options is said, of several options and of a single one."""

COMPARED = {
    "eq": N_("%(question)s: exactly %(number)s"),
    "ne": N_("%(question)s: answered, but not %(number)s"),
    "lt": N_("%(question)s: less than %(number)s"),
    "le": N_("%(question)s: %(number)s or less"),
    "gt": N_("%(question)s: more than %(number)s"),
    "ge": N_("%(question)s: %(number)s or more"),
}
"""How a comparison of numbers is said."""


def say_rule(condition: Condition, document: SurveyDocument, lang: Language) -> Said:
    """A condition of this document in words; `lang` is the language of the request."""
    if isinstance(condition, All | AnyOf | Not):
        return _say_group(condition, document, lang)
    question = document.question(
        document.group_question if isinstance(condition, InGroup) else condition.question
    )
    asked = _name(condition, question, document, lang)
    if isinstance(condition, Answered):
        if condition.given:
            return Said(_("%(question)s: answered", question=asked))
        return Said(_("%(question)s: not answered", question=asked))
    if isinstance(condition, Compared):
        number = _number(condition, question, lang)
        return Said(_(COMPARED[condition.how], question=asked, number=number))
    codes = condition.groups if isinstance(condition, InGroup) else condition.options
    how = "any" if isinstance(condition, InGroup) else condition.how
    words = {o.code: o.text.words(lang) or o.code for o in question.offered} if question else {}
    options = "; ".join(words.get(code, code) for code in codes)
    sentence = (SINGLE if len(codes) == 1 else SEVERAL)[how]
    return Said(_(sentence, question=asked, options=options))


def say_whole_rule(code: str, document: SurveyDocument, lang: Language) -> Said | None:
    """All that must hold for a question to be asked, that of its section included; None for nothing."""
    section, question = document.section_of(code), document.question(code)
    rules = [thing.show_when for thing in (section, question) if thing and thing.show_when]
    if not rules:
        return None
    return say_rule(rules[0] if len(rules) == 1 else All(of=tuple(rules)), document, lang)


def _say_group(group: All | AnyOf | Not, document: SurveyDocument, lang: Language) -> Said:
    """Several conditions, or the opposite of one or several."""
    inner = group.of if isinstance(group, Not) else group
    if isinstance(inner, All | AnyOf) and len(inner.of) > 1:
        every = isinstance(inner, All)
        if isinstance(group, Not):
            lead = _("Not all of these are true:") if every else _("None of these is true:")
        else:
            lead = _("All of these are true:") if every else _("At least one of these is true:")
        return Said(lead, tuple(say_rule(one, document, lang) for one in inner.of))
    if isinstance(inner, All | AnyOf) and not inner.of:
        return Said(_("A group of conditions with nothing in it"))
    only = inner.of[0] if isinstance(inner, All | AnyOf) else inner
    said = say_rule(only, document, lang)
    return Said(_("This is not true:"), (said,)) if isinstance(group, Not) else said


def _name(
    condition: Chosen | Compared | Answered | InGroup,
    question: Question | None,
    document: SurveyDocument,
    lang: Language,
) -> str:
    """The question that a condition looks at, by its number and its words."""
    if question is None:
        if isinstance(condition, InGroup):
            return _("People’s group")
        return _("A question that is not in the survey (%(code)s)", code=condition.question)
    words = question.text.words(lang) or question.code
    part_code = condition.part if isinstance(condition, Chosen | Compared) else ""
    if part_code:
        part = next((p.text.words(lang) for p in question.parts if p.code == part_code), "")
        words = f"{words} – {part or part_code}"
    number = document.numbers.get(question.code, "")
    return _("Question %(number)s (%(words)s)", number=number, words=words) if number else words


def _number(condition: Compared, question: Question | None, lang: Language) -> str:
    """The number that is compared with, and the words of the point of a scale that it stands for."""
    number = f"{tidy(condition.number)}"
    offered = question.offered if question else ()
    words = next((o.text.words(lang) for o in offered if o.value == condition.number), "")
    return f"{number} ({words})" if words else number
