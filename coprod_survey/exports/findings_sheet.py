"""The sheet of a workbook that holds what was published of a survey's findings."""

from __future__ import annotations

from flask_babel import gettext as _

from .. import dates
from ..feedback.telling import STATE_WORDS, Heard, Promise, Told
from ..questionnaire.text import Language
from .sheet import NOT_ASKED, Grid, Line, Sheet, Value, Words


def findings(name: str, told: Told, back: Line, lang: Language) -> Sheet:
    """One row for each commitment, and one for each finding without any; call inside `force_locale`."""
    headings = (
        _("Finding"),
        _("What we heard"),
        _("What we will do"),
        _("Who will do it"),
        _("By which month"),
        _("How far it is"),
        _("What happened"),
        _("Question"),
    )
    rows = [
        _row(number, heard, promise, lang)
        for number, heard in enumerate(told.findings, start=1)
        for promise in (heard.promises or (None,))
    ]
    lines: list[Line | Grid] = [
        Line(name, "title"),
        Line(_("This worksheet contains one table.")),
        back,
        Grid("findings", headings, rows),
    ]
    return Sheet(
        name, _("What was heard, and what will be done about it"), lines, widths=(12, 60, 50, 30)
    )


def _row(number: int, heard: Heard, promise: Promise | None, lang: Language) -> tuple[Value, ...]:
    said = Words(heard.heard.words(lang))
    question = Words(heard.question.words(lang)) if not heard.question.blank else NOT_ASKED
    if promise is None:
        return (number, said, *[NOT_ASKED] * 5, question)
    month = promise.by_month
    return (
        number,
        said,
        Words(promise.promise.words(lang)),
        Words(promise.who.words(lang)),
        dates.month_in_words(month, lang) if month else NOT_ASKED,
        _(STATE_WORDS[promise.state]),
        Words(promise.outcome.words(lang)) if not promise.outcome.blank else NOT_ASKED,
        question,
    )
