"""Words for people: texts and problems in their language, dates and times in fixed forms."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from typing import Any, cast

import nh3
from flask_babel import force_locale, gettext
from markdown_it import MarkdownIt
from markupsafe import Markup, escape

from .. import dates
from ..questionnaire.problem import Problem
from ..questionnaire.text import Language, Text, other_language
from .catalogue import OTHER
from .language import both, current
from .numbers import in_figures

_markdown = MarkdownIt("zero", {"html": False, "linkify": False, "breaks": True}).enable(
    ["paragraph", "list", "emphasis", "link", "autolink", "heading", "newline", "escape", "entity"]
)
_TAGS = {"p", "ul", "ol", "li", "strong", "em", "a", "h3", "h4", "br"}


def in_language(text: Text) -> Markup:
    """A text's words as a page shows them: its own language, and below it the other if asked for."""
    return in_one(text) + below(text)


def in_one(text: Text) -> Markup:
    """A text's words, marked up as the other language where this one is missing."""
    lang = cast(Language, current())
    if text.face(lang):
        return escape(text.face(lang))
    other = other_language(lang)
    if not text.face(other):
        return Markup("")
    return Markup('<span lang="{}">{}</span>').format(other, text.face(other))


def below(text: Text) -> Markup:
    """A text's words in the other language, marked up as such, where a person asked for both."""
    lang = cast(Language, current())
    other = other_language(lang)
    if not both() or not text.face(lang) or text.face(other) in ("", text.face(lang)):
        return Markup("")
    return Markup(OTHER).format(other, text.face(other))


def beside(text: Text) -> str:
    """As `below`, after a dash, where nothing can be marked up: in the options of a list."""
    lang = cast(Language, current())
    other = text.face(other_language(lang))
    shown = both() and text.face(lang) and other not in ("", text.face(lang))
    return f" – {other}" if shown else ""


def plain(text: Text) -> str:
    """A text's words alone, for titles and attributes, where nothing can be marked up."""
    return text.words(cast(Language, current()))


def say(problem: Problem | str) -> str:
    """A problem, or a marked sentence of ours, in the language of the request."""
    return _say(problem, cast(Language, current()))


def say_in_both(problem: Problem) -> Markup:
    """A problem in the language of the request, and below it in the other if a person sees both."""
    here = escape(say(problem))
    if not both():
        return here
    other = other_language(cast(Language, current()))
    with force_locale(other):
        return here + Markup(OTHER).format(other, _say(problem, other))


def _say(problem: Problem | str, lang: Language) -> str:
    if isinstance(problem, str):
        return gettext(problem)
    words = {
        name: value.words(lang) if isinstance(value, Text) else value
        for name, value in problem.params.items()
    }
    return (
        gettext(problem.message, **in_figures(words, lang)) if words else gettext(problem.message)
    )


@lru_cache(maxsize=2048)
def prose(words: str) -> Markup:
    """A few paragraphs that a designer wrote, as safe HTML.

    Blank lines part paragraphs, and a new line begins a line; lists, emphasis, links and small headings are understood, and raw
    HTML is shown as the letters it is made of.
    """
    html = _markdown.render(words)
    return Markup(nh3.clean(html, tags=_TAGS, attributes={"a": {"href"}}, link_rel="noopener"))


def in_prose(text: Text) -> Markup:
    """A text as paragraphs: this language, the other where it is missing, or both if asked for.

    What is in the other language stands in a passage that is marked up as such.
    """
    lang = cast(Language, current())
    here, other = text.face(lang), other_language(lang)
    there = text.face(other) if not here or both() else ""
    if not there or there == here:
        return prose(here)
    passage = Markup('<div lang="{}"{}>{}</div>').format(
        other, Markup(' class="app-other"') if here else "", prose(there)
    )
    return prose(here) + passage


def local_date(moment: datetime | date, lang: str | None = None) -> str:
    """A date as it is written in running words: 1 Mawrth 2026, 1 March 2026."""
    return dates.in_words(moment, lang or current())


def local_month(day: date) -> str:
    """A month as it is written in running words: Mawrth 2026, March 2026."""
    return dates.month_in_words(day, current())


def filters() -> dict[str, Any]:
    """The template filters of this module by their names."""
    return {
        "beside": beside,
        "words": in_language,
        "face": in_one,
        "below": below,
        "plain": plain,
        "say": say,
        "say_in_both": say_in_both,
        "prose": in_prose,
        "date": local_date,
        "month": local_month,
        "time": dates.time_of_day,
    }
