"""The worksheets of data: one row for each response, each comment, each variable and its options.

They begin with their headings, so that other programs can read them as they are. Names of variables
and codes are the same in both languages.
"""

from __future__ import annotations

from collections.abc import Iterator

from flask_babel import gettext as _

from ..questionnaire.column import Column
from ..questionnaire.questions import Question
from ..questionnaire.text import N_, Language
from ..rule_words import say_whole_rule
from .dataset import BASE_COLUMNS, Dataset
from .sheet import HIDDEN, NOT_ASKED, SKIPPED, Grid, Line, Sheet, Value, Words

SENSITIVE = N_("Sensitive: only counted in the summary, in no row")
TELLING = N_("In no row: whether it was asked would give away a sensitive answer")
"""The notes in the codebook at questions whose answers stand in no row."""

LANGUAGE_NAMES = {"cy": N_("Welsh"), "en": N_("English")}


def responses(name: str, dataset: Dataset, back: Line) -> Sheet:
    """One row for each response: codes, labels and numbers, and nothing that people wrote."""
    headings = [column.name for column in dataset.row_columns]
    purpose = _(
        "One row for each person, in a random order: codes and labels. Group and language are hidden where fewer than 10 people share them."
    )
    if not dataset.tally.responses:
        return _empty(name, purpose, back)
    grid = Grid("responses", headings, dataset.rows())
    return Sheet(name, purpose, [grid], widths=(18, 18, 20, 20, 24), data=True, wraps=False)


def comments(name: str, dataset: Dataset, back: Line) -> Sheet:
    """One row for each comment, apart from the other answers of the person who wrote it."""
    purpose = _(
        "What people wrote, question by question, in a random order and apart from their other answers. Group and language are hidden where fewer than 10 people share them."
    )
    grouped = bool(dataset.survey.group_question)
    headings = [_("Variable"), _("Question number"), _("Question"), _("Comment")]
    headings += [_("Group")] if grouped else []
    if not dataset.comment_count:
        return _empty(name, purpose, back)
    grid = Grid("comments", [*headings, _("Language")], _comment_rows(dataset, grouped))
    return Sheet(name, purpose, [grid], widths=(22, 12, 50, 90, 40, 14), data=True)


def codebook(name: str, dataset: Dataset) -> Sheet:
    """One row for each variable, and for each option that its codes can name."""
    headings = [
        _("Variable"),
        _("Question number"),
        _("Kind of question"),
        _("Question in Welsh"),
        _("Question in English"),
        _("What the variable holds"),
        _("Option code"),
        _("Option in Welsh"),
        _("Option in English"),
        _("Option number"),
        _("First version"),
        _("Asked when"),
        _("Standard"),
        _("Note"),
    ]
    purpose = _("Every variable: its code, its kind, its words in both languages and its options")
    grid = Grid("codebook", headings, _codebook_rows(dataset))
    return Sheet(
        name,
        purpose,
        [grid],
        widths=(24, 12, 20, 50, 50, 40, 22, 40, 40, 12, 12, 60, 50, 40),
        data=True,
    )


def _number(dataset: Dataset, code: str) -> Value:
    """The number of a question: a figure, or text such as 3a for one that depends on an answer."""
    number = dataset.survey.numbers[code]
    return int(number) if number.isdecimal() else number


def _empty(name: str, purpose: str, back: Line) -> Sheet:
    """A sheet that says in words that it has no rows, for a table without rows is none."""
    lines = [Line(name, "title"), Line(_("There is nothing here yet.")), back]
    return Sheet(name, purpose, lines, widths=(60, 20))


def _comment_rows(dataset: Dataset, grouped: bool) -> Iterator[list[Value]]:
    lang = dataset.lang
    groups = dataset.survey.questions.get(dataset.survey.group_question)
    languages = {code: _(words) for code, words in LANGUAGE_NAMES.items()}
    for comment in dataset.comments():
        row: list[Value] = [
            comment.column.name,
            _number(dataset, comment.question.code),
            Words(comment.question.text.words(lang)),
            comment.words,
        ]
        if grouped:
            row.append(_group(groups, comment.group, lang))
        row.append(languages[comment.language] if comment.language else HIDDEN)
        yield row


def _group(groups: Question | None, code: str | None, lang: Language) -> Value:
    """The words of a group; hidden where it is None, skipped where it is empty."""
    if code is None:
        return HIDDEN
    option = next((o for o in groups.offered if o.code == code), None) if groups else None
    return Words(option.text.words(lang)) if option else SKIPPED


def _codebook_rows(dataset: Dataset) -> Iterator[list[Value]]:
    for column in BASE_COLUMNS:
        about: list[Value] = [column.name, *[NOT_ASKED] * 4, _(column.meaning)]
        if column.name == "response_language":
            yield [*about, "cy", "Cymraeg", "Welsh", NOT_ASKED, 1, *[NOT_ASKED] * 3]
            yield [*about, "en", "Saesneg", "English", NOT_ASKED, 1, *[NOT_ASKED] * 3]
        else:
            yield [*about, *[NOT_ASKED] * 4, 1, *[NOT_ASKED] * 3]
    for code, columns in dataset.columns.items():
        question = dataset.survey.questions[code]
        for column in columns:
            about = [
                column.name,
                _number(dataset, code),
                _(question.label),
                _asked(question, column, "cy"),
                _asked(question, column, "en"),
                _meaning(column, dataset.lang),
            ]
            after = [
                dataset.survey.first_version(code),
                _asked_when(dataset, code),
                _words(question.standard.words(dataset.lang)),
                _note(dataset, code, column),
            ]
            for option in _options(question, column):
                yield [*about, *option, *after]


def _note(dataset: Dataset, code: str, column: Column) -> Value:
    """Why a variable is not among the rows, where it is not; what people wrote never is."""
    if code in dataset.survey.sensitive:
        return _(SENSITIVE)
    telling = code in dataset.survey.kept_from_rows and not column.free_text
    return _(TELLING) if telling else NOT_ASKED


def _asked(question: Question, column: Column, lang: Language) -> Value:
    """What a variable asks: the question, and the statement or moment where it has several."""
    words, part = question.text.face(lang), column.part_words.face(lang)
    return _words(f"{words} – {part}" if part else words)


def _asked_when(dataset: Dataset, code: str) -> Value:
    """The condition under which a question is asked, as the latest version that asks it has it."""
    document, own = dataset.survey.home(code)
    said = say_whole_rule(own, document, dataset.lang)
    return Words(said.line) if said else _("Always")


def _options(question: Question, column: Column) -> Iterator[list[Value]]:
    """Code, Welsh, English and number of each option that a variable is about; at least one row."""
    if column.option:
        yield [column.option, _words(column.words.cy), _words(column.words.en), NOT_ASKED]
    elif column.kind == "code" and question.offered:
        for option in question.offered:
            number = NOT_ASKED if option.value is None else option.value
            yield [option.code, _words(option.text.cy), _words(option.text.en), number]
    else:
        yield [NOT_ASKED] * 4


def _meaning(column: Column, lang: Language) -> Value:
    """What a variable holds, with the unit of a number."""
    unit = column.words.words(lang) if column.kind == "number" else ""
    return Words(f"{_(column.meaning)}: {unit}") if unit else _(column.meaning)


def _words(words: str) -> Value:
    return Words(words) if words else NOT_ASKED
