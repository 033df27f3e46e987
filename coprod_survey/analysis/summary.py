"""Make the tables of a survey's results from its tally: the step at which small numbers are hidden."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from ..questionnaire.joined import Joined
from ..questionnaire.questions import Question
from ..questionnaire.summary import Item, Summary, Tally
from ..questionnaire.text import LANGUAGES, N_, Text
from .following import is_withheld
from .suppression import SMALLEST_PERCENTAGE_BASE, hidden_items, percentage, pooled
from .table import HIDDEN, NOT_APPLICABLE, Cell, Table, TableColumn, Words
from .tally import SurveyTally

COUNT = N_("Count (people)")
PERCENTAGE = N_("Percentage (%)")
BASE = N_("Base (people)")
ANSWER = N_("Answer")
FIGURE = N_("Figure")
VALUE = N_("Value")

SMALL_COUNTS = N_(
    "Counts of 1 to 4 people are hidden, and so is any other count from which they could be worked out."
)
SMALL_BASE = N_("Percentages and averages are hidden where fewer than 10 people answered.")
FEW_WERE_ASKED = N_(
    "This question follows answers whose counts are hidden, and its figures would tell them, so they are hidden too."
)
SEVERAL = N_("People could choose several answers, so counts do not add up to the base.")


def question_tables(joined: Joined, tally: SurveyTally) -> Iterator[Table]:
    """The tables of each question, in the order of the survey."""
    for code in joined.questions:
        yield from tables_of(joined, code, tally)


def tables_of(joined: Joined, code: str, tally: SurveyTally) -> Iterator[Table]:
    """What a question's answers say, with nothing in it that says something about one person.

    One table, or one for each statement or moment of a question that has several.
    """
    telling = is_withheld(joined, code, tally)
    for table in _tables(joined.questions[code], joined.numbers[code], tally.of(code)):
        yield _withheld(table) if telling else table


def _tables(question: Question, number: str, tally: Tally) -> Iterator[Table]:
    for part, summary in question.summaries(tally):
        if summary.items:
            columns, rows, notes = _counts(summary)
        else:
            columns, rows, notes = _measures(summary)
        yield Table(
            code=f"{question.code}-{part.code}" if part else question.code,
            title=_of_part(question.text, part.text) if part else question.text,
            part=part.text if part else "",
            columns=columns,
            rows=rows,
            base=summary.base,
            number=number,
            notes=notes,
        )


def _withheld(table: Table) -> Table:
    """A table without its figures, the number of people included."""
    rows = tuple((row[0], *(HIDDEN for _ in row[1:])) for row in table.rows)
    return replace(table, rows=rows, base=HIDDEN, notes=(FEW_WERE_ASKED,))


def _of_part(question: Text, part: Text) -> Text:
    """A question and one of its statements in one line, in each language."""
    cy, en = (f"{question.words(lang)} – {part.words(lang)}" for lang in LANGUAGES)
    return Text(cy=cy, en=en)


def fact_table(
    code: str, title: str, heading: str, counts: Mapping[str, int], words: Mapping[str, Words]
) -> Table:
    """How many responses there are by something known beside the answers, such as the language.

    `words` names the values that can occur, in the order of the rows; `heading` is the heading of
    their column.
    """
    items = tuple(Item(words[value], counts.get(value, 0)) for value in words)
    summary = Summary(base=sum(item.count for item in items), items=items)
    columns, rows, notes = _counts(summary, heading)
    return Table(code=code, title=title, columns=columns, rows=rows, base=summary.base, notes=notes)


def _counts(
    summary: Summary, heading: str = ANSWER
) -> tuple[tuple[TableColumn, ...], tuple[tuple[Cell, ...], ...], tuple[str, ...]]:
    """Count, percentage and base of each answer."""
    summary = pooled(summary)
    items, base, hidden = summary.items, summary.base, hidden_items(summary)
    rows: list[tuple[Cell, ...]] = []
    for place, item in enumerate(items):
        share = percentage(item.count, base)
        if place in hidden:
            rows.append((item.words, HIDDEN, HIDDEN, base))
        else:
            part: Cell = share if share is not None else HIDDEN if base else NOT_APPLICABLE
            rows.append((item.words, item.count, part, base))
    notes = []
    if not all(item.alone for item in items):
        notes.append(SEVERAL)
    if hidden:
        notes.append(SMALL_COUNTS)
    if 0 < base < SMALLEST_PERCENTAGE_BASE:
        notes.append(SMALL_BASE)
    columns = (
        TableColumn(heading, figures=False),
        TableColumn(COUNT, short=N_("People")),
        TableColumn(PERCENTAGE, short="%"),
        TableColumn(BASE),
    )
    return columns, tuple(rows), tuple(notes)


def _measures(
    summary: Summary,
) -> tuple[tuple[TableColumn, ...], tuple[tuple[Cell, ...], ...], tuple[str, ...]]:
    """Figures such as the median, where enough people answered."""
    base = summary.base
    small = base < SMALLEST_PERCENTAGE_BASE
    rows: list[tuple[Cell, ...]] = []
    for measure in summary.measures:
        value: Cell = NOT_APPLICABLE if measure.value is None else measure.value
        rows.append((measure.words, HIDDEN if small and base else value, base))
    columns = (
        TableColumn(FIGURE, figures=False),
        TableColumn(VALUE, unit=summary.unit),
        TableColumn(BASE),
    )
    return columns, tuple(rows), (SMALL_BASE,) if small and base else ()
