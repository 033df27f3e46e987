"""Faces: how a question looks to the person who answers it.

The face of a question that nobody has answered yet never changes once its survey is published, so
each process draws it once in each language; that is most of what answering costs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import zip_longest
from typing import Any, NamedTuple, cast

import msgspec
from flask import current_app, g
from markupsafe import Markup

from ..design import queries as design
from ..questionnaire.answers import Answer
from ..questionnaire.coach import duration
from ..questionnaire.document import Section, SurveyDocument
from ..questionnaire.journey import Page
from ..questionnaire.problem import Problem
from ..questionnaire.questions import Option, Question
from ..questionnaire.text import Language, other_language
from ..web.language import both

Values = Mapping[str, list[str]]


class Face(msgspec.Struct, frozen=True):
    """What the template of a type needs: the question, and how it stands.

    `values` are form values by field name; `mark` says whether the question is marked as
    ``optional`` or ``required``.
    """

    question: Any
    number: str
    mark: str = ""
    values: Values = {}
    problem: Problem | None = None

    @property
    def described_by(self) -> str:
        """The ids of the hint and the error, for `aria-describedby`."""
        name, ids = self.question.name, []
        if not self.question.hint.blank:
            ids.append(f"{name}-hint")
        if self.problem:
            ids.append(f"{name}-error")
        return " ".join(ids)

    @property
    def has_more(self) -> bool:
        """Whether more stands below its words and hint: a picture, why it is asked, a recording."""
        q = self.question
        return bool(q.picture) or not (q.why.blank and q.audio.blank and q.video.blank)

    @property
    def audio(self) -> str:
        """The address of the recording in the language of the page, if there is one."""
        return str(self.question.audio.face(cast(Language, g.lang)))

    @property
    def whole(self) -> Face:
        """The same without a problem that stands at one of the question's parts."""
        if self.problem and self.problem.field != self.question.name:
            return msgspec.structs.replace(self, problem=None)
        return self

    def lacks(self, part: Option) -> bool:
        """Whether one part is to be pointed out because it has no answer, and needs one."""
        at_parts = self.problem and self.problem.field in self.question.fields
        return bool(at_parts) and not self.value(self.question.field(part))

    @property
    def lang(self) -> Language:
        """The language of the request."""
        return cast(Language, g.lang)

    @property
    def chosen(self) -> list[str]:
        """The option codes that are ticked."""
        return self.values.get(self.question.name, [])

    def value(self, name: str = "") -> str:
        """What stands in a text field: the main one unless another is named."""
        return (self.values.get(name or self.question.name) or [""])[0]

    def is_wrong(self, name: str) -> bool:
        """Whether the problem is in this field, of several that the question has."""
        return self.problem is not None and self.problem.field == name

    def id_of(self, place: int) -> str:
        """The id of the option at a place from 1: the first has the question's own name."""
        name: str = self.question.name
        return name if place == 1 else f"{name}-{place}"


def ask(
    question: Question,
    number: str,
    mark: str = "",
    values: Values | None = None,
    problem: Problem | None = None,
) -> Markup:
    """A question as HTML in the language of the request, with what was typed and what is wrong."""
    template = current_app.jinja_env.get_template(f"questions/ask/{question.type}.html")
    face = Face(question, number, mark, values or {}, problem)
    return Markup(template.module.ask(face))  # type: ignore[attr-defined]


def paper(question: Question, number: str) -> Markup:
    """A question as HTML for paper, in the language of the request."""
    template = current_app.jinja_env.get_template(f"questions/print/{question.type}.html")
    return Markup(template.module.paper(Face(question, number)))  # type: ignore[attr-defined]


@lru_cache(maxsize=8192)
def ask_afresh(version_id: int, code: str, lang: Language, both: bool) -> Markup:
    """A question of a published survey that nobody has touched.

    `lang` is the request's language, and `both` says whether it shows the other one too.
    """
    document = design.published(version_id)
    number, mark = document.numbers.get(code, ""), marks(document).get(code, "")
    return ask(document.questions[code], number, mark)


class Row(NamedTuple):
    """What stands before and after an answer on the check of the answers."""

    before: Markup
    after: Markup


@lru_cache(maxsize=8192)
def row(version_id: int, code: str, lang: Language, both: bool, put_right: bool) -> Row:
    """The row of a question; `put_right` says that its link leads to what is wrong with the answer.

    The rest is as for `ask_afresh`.
    """
    document = design.published(version_id)
    question, number = document.questions[code], document.numbers[code]
    page = document.sections.index(cast(Section, document.section_of(code))) + 1
    macros = current_app.jinja_env.get_template("responses/_row.html").module
    before = macros.before(question, number)  # type: ignore[attr-defined]
    after = macros.after(question, number, page, put_right)  # type: ignore[attr-defined]
    return Row(Markup(before), Markup(after))


class Slot(NamedTuple):
    """A place on a page: the question that stands there now, drawn.

    `follow_up` is the code of a follow-up question, whose place stays when it goes; empty for
    others.
    """

    follow_up: str
    html: Markup


def slots(
    here: Page,
    document: SurveyDocument,
    values: Mapping[str, Values],
    wrong: Mapping[str, Problem] | None = None,
    version_id: int | None = None,
    marked: Mapping[str, str] | None = None,
) -> list[Slot]:
    """The questions of a page in their places, with what was typed and what is wrong.

    Those that nobody has touched are drawn once for a published version, where one is given.
    `marked` says how questions are marked that are not drawn so, by their codes.
    """
    wrong = wrong or {}
    numbers = document.numbers
    marked = marks(document) if marked is None else marked
    lang, in_both = cast(Language, g.lang), both()
    drawn = []
    for question in here.section.questions:
        code = question.code
        follow_up = code if code in document.follow_ups else ""
        if question not in here.questions:
            if follow_up:
                drawn.append(Slot(follow_up, Markup("")))
            continue
        typed, problem = values.get(code), wrong.get(code)
        if version_id is None or typed or problem:
            html = ask(question, numbers.get(code, ""), marked.get(code, ""), typed, problem)
        else:
            html = ask_afresh(version_id, code, lang, in_both)
        drawn.append(Slot(follow_up, html))
    return drawn


def lines(question: Question, answer: Answer) -> list[tuple[str, str]]:
    """A real answer as lines of words in the request's language, each with its other face.

    The other face is empty unless the person sees both languages and the two differ.
    """
    lang = cast(Language, g.lang)
    here = question.show(answer, lang)
    if not both():
        return [(line, "") for line in here]
    there = question.show(answer, other_language(lang))
    return [(a, b if a != b else "") for a, b in zip_longest(here, there, fillvalue="")]


def without_autocomplete(drawn: list[Slot]) -> list[Slot]:
    """The same places for a tablet that people share: nobody's browser fills in somebody's name."""
    return [
        Slot(s.follow_up, Markup(_AUTOCOMPLETE.sub(' autocomplete="off"', s.html))) for s in drawn
    ]


_AUTOCOMPLETE = re.compile(r' autocomplete="[^"]*"')
"""The attribute as our own templates write it; in words of other people its quotes are escaped."""


def must_answer(document: SurveyDocument) -> str:
    """How many of the questions need an answer: none, few (at most half), most or all."""
    asking = [q for q in document.questions.values() if q.asks]
    required, total = sum(q.required for q in asking), len(asking)
    if not required:
        return "none"
    if required == total:
        return "all"
    return "few" if required * 2 <= total else "most"


def marks(document: SurveyDocument) -> dict[str, str]:
    """How each question is marked, by its code: only the exception is, ``required`` or ``optional``.

    Where most questions may be left empty, the few that may not are marked; where most need an
    answer, the others are. Found out once, and kept with the document.
    """
    kept: dict[str, str] | None = document.__dict__.get("_marks")
    if kept is None:
        kept = document.__dict__["_marks"] = _marks(document)
    return kept


def _marks(document: SurveyDocument) -> dict[str, str]:
    must = must_answer(document)
    return {
        q.code: "required"
        if q.required and must == "few"
        else "optional"
        if not q.required and must == "most"
        else ""
        for q in document.questions.values()
        if q.asks
    }


def minutes(document: SurveyDocument) -> int:
    """About how many minutes it takes to answer; of what depends on answers, half is expected."""
    return duration.minutes(document)
