"""Many options at once: lines that are pasted, and the answers of another question."""

from __future__ import annotations

from typing import Any, cast

from flask import g
from flask_babel import gettext as _

from ...questionnaire import edits
from ...questionnaire.edits import Edit
from ...questionnaire.pasting import Pasted, read_pasted
from ...questionnaire.questions import Question
from ...questionnaire.scales import has_own_options, sources
from ...questionnaire.text import LANGUAGES, Language
from ...web.words import say
from ..forms import DesignForm
from .studio import Studio

PASTED = "pasted"
FIRST = "pasted-first"
TAKEN = "taken"


def pasted(form: DesignForm[Any]) -> Pasted:
    """What the form has pasted; lines that are not understood are told in its errors."""
    sent = form.value(FIRST)
    first = cast(Language, sent if sent in LANGUAGES else "cy")
    read = read_pasted(form.value(PASTED), cast(Language, g.lang), first)
    if read.problems and has_own_options(form.thing):
        form.errors[PASTED] = "; ".join(say(problem) for problem in read.problems[:5])
    return read


def told(read: Pasted, before: Question, after: Question) -> str:
    """What was understood of pasted lines, in words."""
    added = len({o.code for o in after.offered} - {o.code for o in before.offered})
    lines = [_("Options added: %(count)s", count=added)]
    if len(read.texts) > added:
        lines.append(_("Already in the list: %(count)s", count=len(read.texts) - added))
    for lang, words in (
        ("cy", _("Still without Welsh: %(count)s")),
        ("en", _("Still without English: %(count)s")),
    ):
        count = sum(not text.face(cast(Language, lang)) for text in read.texts)
        if count:
            lines.append(words % {"count": count})
    return ". ".join(lines)


def taking(studio: Studio, form: DesignForm[Any], code: str) -> Edit | None:
    """The edit that takes the answers which the form chose; tells in its errors if it chose none.

    None for a question that is offered no answers.
    """
    chosen = form.value(TAKEN)
    offered = sources(studio.document, form.thing)
    if not offered:
        return None
    for source in offered:
        if source.key == chosen:
            options = source.options
            return lambda document: edits.take_options(document, code, options)
    form.errors[TAKEN] = _("Choose whose answers to use")
    return lambda document: document
