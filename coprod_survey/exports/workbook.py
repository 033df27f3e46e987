"""Decide what a survey's workbook holds: its sheets, in order, in one language.

Cover, contents, notes and summary are for reading and may be passed on: they follow the rules for
accessible spreadsheets of the UK Government Analysis Function. Responses, comments and codebook are
data. Every function here is called inside `force_locale`, so that all words are in one language.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from flask_babel import gettext as _

from .. import dates
from ..analysis.summary import question_tables
from ..analysis.table import Cell, Mark, Table, TableColumn
from ..feedback.telling import Told
from ..questionnaire.text import N_, Language, Text
from . import data_sheets
from .dataset import Dataset
from .findings_sheet import findings
from .sheet import HIDDEN, NOT_ASKED, SKIPPED, Gap, Grid, Line, Sheet, Value, Words, Workbook

NAMES = {
    "cover": N_("Cover"),
    "contents": N_("Contents"),
    "notes": N_("Notes"),
    "summary": N_("Summary"),
    "findings": N_("Findings"),
    "responses": N_("Responses"),
    "comments": N_("Comments"),
    "codebook": N_("Codebook"),
}
"""The names of the worksheets: at most 31 characters in either language, none of []:*?/\\ in them."""

GENERAL_NOTES = (
    N_("Percentages are rounded to whole numbers, so they may not add up to 100."),
    N_(
        "The base is everyone who answered the question. Where people wrote words, it is everyone who was asked."
    ),
)
"""Notes about every table of the summary."""


@dataclass(frozen=True)
class About:
    """What the cover says beside the survey's title."""

    lang: Language
    organisation: Text
    controller: Text
    contact: Text
    email: str
    telephone: str
    privacy_email: str
    project: Text
    demonstration: bool
    made_at: datetime


def workbook(
    about: About,
    dataset: Dataset,
    facts: list[Table],
    *,
    people: bool,
    told: Told | None = None,
) -> Workbook:
    """The workbook of a survey.

    `facts` are the tables of who answered; `people` says whether the sheets with one row for each
    person or comment are in it. Those are read from the database only when they are written. `told`
    are the findings that are published, if there are any.
    """
    names = {key: _(name) for key, name in NAMES.items()}
    title = dataset.survey.latest.title.words(about.lang)
    tables = [*facts, *question_tables(dataset.survey, dataset.tally)]
    notes = _numbered_notes(tables)
    headings = [_heading(table, notes, about.lang) for table in tables]
    back = Line(_("Back to contents"), link=names["contents"])
    sheets = [
        _notes(names["notes"], notes, back),
        _summary(names["summary"], title, tables, headings, back, about.lang),
    ]
    if told:
        sheets.append(findings(names["findings"], told, _again(back), about.lang))
    if people:
        sheets.append(data_sheets.responses(names["responses"], dataset, _again(back)))
        sheets.append(data_sheets.comments(names["comments"], dataset, _again(back)))
    sheets.append(data_sheets.codebook(names["codebook"], dataset))
    cover = _cover(about, dataset, names, title, people, told=bool(told))
    contents = _contents(
        names["contents"], [cover, *sheets], names["summary"], tables, headings, about.lang
    )
    return Workbook(
        title=title,
        author=about.organisation.words(about.lang),
        lang=about.lang,
        sheets=[cover, contents, *sheets],
    )


def _cover(
    about: About, dataset: Dataset, names: dict[str, str], title: str, people: bool, *, told: bool
) -> Sheet:
    """What the workbook is, when it was made, whom to ask, and what its shorthand means."""
    lang = about.lang
    contact = about.contact.words(lang)
    facts = {
        N_("Organisation: %(words)s"): about.organisation.words(lang),
        N_("Project: %(words)s"): about.project.words(lang),
        N_("Responses sent: %(words)s"): f"{dataset.tally.responses:,}",
        N_("Responses withdrawn: %(words)s"): f"{dataset.withdrawn:,}" if dataset.withdrawn else "",
        N_("First answers sent: %(words)s"): _date(dataset.first, lang),
        N_("Last answers sent: %(words)s"): _date(dataset.last, lang),
        N_("Workbook made: %(words)s"): dates.in_words(about.made_at, lang),
        N_("Contact: %(words)s"): contact,
        # Said once: the words of the contact often hold both already.
        N_("E-mail: %(words)s"): "" if about.email in contact else about.email,
        N_("Telephone: %(words)s"): "" if about.telephone in contact else about.telephone,
        N_("Data controller: %(words)s"): about.controller.words(lang),
        N_("Questions about privacy: %(words)s"): about.privacy_email,
    }
    reports = ("cover", "contents", "notes", "summary", "findings", "codebook")
    shared = [names[key] for key in reports if told or key != "findings"]
    kept = [names[key] for key in ("responses", "comments")]
    lines = [Line(Words(title), "title")]
    if about.demonstration:
        lines.append(
            Line(
                _("Demonstration: the people and the answers in this workbook are made up."),
                "heading",
            )
        )
    lines.append(Line(_("What people said in a survey, in tables and as data")))
    lines += [Line(Words(_(label, words=words))) for label, words in facts.items() if words]
    lines += [
        Line(
            _(
                "This workbook can also be downloaded in the other language, with the same codes and figures."
            )
        ),
        Line(_("Each download is made anew from the answers sent until then.")),
        Line(_("Before you share this workbook"), "heading"),
        Line(
            _(
                "Small numbers are hidden in these worksheets, so they can be shared: %(sheets)s",
                sheets=", ".join(shared),
            )
        ),
    ]
    if people:
        lines += [
            Line(
                _(
                    "These worksheets have a row for each person or comment, so they stay with the people who evaluate the project: %(sheets)s",
                    sheets=", ".join(kept),
                )
            ),
            Line(_("Do not try to work out who anybody is.")),
        ]
        if dataset.survey.sensitive:
            lines.append(
                Line(
                    _(
                        "Answers to sensitive questions, such as those about equality, are in no row: they are only counted in the summary."
                    )
                )
            )
    lines += [
        Line(_("Shorthand"), "heading"),
        Line(_("%(mark)s means hidden, so that nobody can be recognised", mark=HIDDEN)),
        Line(_("%(mark)s means asked and not answered", mark=SKIPPED)),
        Line(_("%(mark)s means not asked, or does not apply", mark=NOT_ASKED)),
    ]
    return Sheet(
        names["cover"],
        _("What this workbook is, whom to ask, and what its shorthand means"),
        lines,
        widths=(100, 20),
    )


def _contents(
    name: str,
    sheets: list[Sheet],
    summary: str,
    tables: list[Table],
    headings: list[Line],
    lang: Language,
) -> Sheet:
    """A link to every worksheet, and to every table of the summary."""
    rows: list[tuple[Value | Line, ...]] = []
    for sheet in sheets:
        rows.append((Line(sheet.name, link=sheet.name), sheet.purpose))
        if sheet.name == summary:
            rows += [
                (
                    Line(heading.words, link=heading),
                    _("Base (people): %(number)s", number=_say(table.base, lang)),
                )
                for heading, table in zip(headings, tables, strict=True)
            ]
    lines: list[Line | Grid] = [
        Line(name, "title"),
        Line(_("This worksheet contains one table.")),
        Grid("contents", (_("Worksheet or table"), _("What it holds")), rows),
    ]
    return Sheet(name, "", lines, widths=(70, 80, 20))


def _notes(name: str, notes: dict[str, int], back: Line) -> Sheet:
    """The notes of all tables, by their numbers."""
    rows = [(_("Note %(number)s", number=number), _(note)) for note, number in notes.items()]
    lines: list[Line | Grid] = [
        Line(name, "title"),
        Line(_("This worksheet contains one table.")),
        _again(back),
        Grid("notes", (_("Note number"), _("Note")), rows),
    ]
    return Sheet(name, _("What to know when reading the figures"), lines, widths=(36, 100, 20))


def _summary(
    name: str,
    title: str,
    tables: list[Table],
    headings: list[Line],
    back: Line,
    lang: Language,
) -> Sheet:
    """A table for each question, one below the other."""
    general = " ".join(_mark(number) for number in range(1, len(GENERAL_NOTES) + 1))
    parts: list[Line | Gap | Grid] = [
        Line(Words(f"{name}: {title}"), "title"),
        Line(_("Number of tables in this worksheet: %(number)s", number=len(tables))),
        Line(_("One empty row stands between two tables.")),
        Line(_("Notes on all tables: %(notes)s", notes=general)),
        Line(_("%(mark)s means hidden, so that nobody can be recognised", mark=HIDDEN)),
        _again(back),
    ]
    for table, heading in zip(tables, headings, strict=True):
        parts.append(Gap())
        parts.append(heading)
        parts.append(
            Grid(
                _table_name(table),
                [_column_title(column, lang) for column in table.columns],
                [[_say(cell, lang) for cell in row] for row in table.rows],
            )
        )
    return Sheet(
        name,
        _("A table for each question: count, percentage and base"),
        parts,
        widths=(70, 18),
    )


def _numbered_notes(tables: list[Table]) -> dict[str, int]:
    """Every note that is needed and its number, in the order in which they are first used."""
    notes = dict.fromkeys((*GENERAL_NOTES, *(note for table in tables for note in table.notes)))
    return {note: number for number, note in enumerate(notes, start=1)}


def _heading(table: Table, notes: dict[str, int], lang: Language) -> Line:
    """A table's number and title, with the numbers of its notes."""
    title = _say(table.title, lang)
    marks = [_mark(notes[note]) for note in table.notes]
    number = [f"{table.number}."] if table.number else []
    return Line(Words(" ".join([*number, str(title), *marks])), "heading")


def _mark(number: int) -> str:
    """What stands beside a heading for one note: [note 1]."""
    return _("[note %(number)s]", number=number)


def _table_name(table: Table) -> str:
    """A table's name for Excel, the same in both languages; a dot stands before a part's code."""
    if table.number:
        return f"question_{table.code.replace('-', '.')}"
    return table.code.replace("-", "_")


def _column_title(column: TableColumn, lang: Language) -> str:
    """A column's heading, with the unit of its figures."""
    title, unit = _(column.title), column.unit.words(lang)
    return f"{title} ({unit})" if unit else title


def _say(cell: Cell, lang: Language) -> Value:
    """A cell of a table of figures, in the language of the workbook."""
    if isinstance(cell, Text):
        return Words(cell.words(lang))
    if isinstance(cell, Mark):
        return cell.value
    return _(cell) if isinstance(cell, str) else cell


def _date(day: object, lang: Language) -> str:
    """A day in words, or nothing where there is none."""
    return dates.in_words(day, lang) if day else ""  # type: ignore[arg-type]


def _again(line: Line) -> Line:
    """The same line, to stand in another place."""
    return Line(line.words, line.style, line.link)
