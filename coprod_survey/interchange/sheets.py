"""What the Excel and the Word file share: columns, what stands in them, and reading them back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..questionnaire.answers import plain_text
from ..questionnaire.text import N_, Language
from .hostile import refuse
from .units import Say, Sent, Stamp, Unit
from .xml import written

KEY = N_("Key")
WHERE = N_("Where it stands")
LANGUAGE_NAMES: dict[Language, str] = {"cy": N_("Welsh"), "en": N_("English")}
STATE = N_("State")
NOTE = N_("Note")

STATES: dict[str, str] = {
    "missing": N_("Missing"),
    "draft": N_("Unfinished"),
    "translated": N_("Translated"),
    "checked": N_("Checked"),
    "stale": N_("Out of date"),
}
"""What each state is called where people read and choose it."""

ABOUT = N_("About this file")
HOW = (
    N_("Write the translation beside each sentence. Leave the keys as they are."),
    N_(
        "If you have read both languages side by side and they say the same, choose the state: Checked."
    ),
    N_(
        "Send the file back on the page that it came from. You see there what would change before anything does."
    ),
    N_("Leave this line as it is. It says which survey the file belongs to:"),
)
"""What a translator needs to know, in the order in which a file says it."""

LABELS = (KEY, WHERE, *LANGUAGE_NAMES.values(), STATE, NOTE, *STATES.values())
"""Every word of ours that is read back."""

Known = Mapping[str, str]
"""The `LABELS` by how they are written in either language, in small letters."""

NO_TABLE = N_(
    "The file has no table with the columns Key, Welsh and English. Send back the file that was downloaded, with its headings"
)
NOT_WORDS = N_("This cell holds a formula, a date or an error and no words")


def headings(stamp: Stamp, say: Say) -> list[str]:
    """The headings of the table."""
    names = LANGUAGE_NAMES[stamp.source], LANGUAGE_NAMES[stamp.target]
    return [say(label) for label in (KEY, WHERE, *names, STATE, NOTE)]


def row(unit: Unit, say: Say) -> list[str]:
    """One sentence as the words of its row."""
    state = say(STATES[unit.state])
    return [unit.key, unit.context, unit.source, unit.target, state, unit.note]


def known_labels(says: Iterable[Say]) -> dict[str, str]:
    """The labels by how each of these languages writes them."""
    return {say(label).casefold(): label for say in says for label in LABELS}


def read_rows(rows: Iterable[Sequence[str | None]], stamp: Stamp, known: Known) -> Sent:
    """What a table holds, wherever its columns stand. None in a row is a cell without words.

    Raises `Refused` where there are no headings that we know.
    """
    lines = iter(rows)
    for line in lines:
        columns = {
            known.get((cell or "").strip().casefold(), ""): at for at, cell in enumerate(line)
        }
        source, target = LANGUAGE_NAMES[stamp.source], LANGUAGE_NAMES[stamp.target]
        if {KEY, source, target} <= set(columns):
            units = (_unit(line, columns, stamp, known) for line in lines)
            return Sent(stamp, written(u for u in units if u.key or u.source or u.target))
    raise refuse(NO_TABLE)


def _unit(
    line: Sequence[str | None], columns: Mapping[str, int], stamp: Stamp, known: Known
) -> Unit:
    def cell(label: str) -> str | None:
        at = columns.get(label, len(line))
        return plain_text(line[at] or "") if at < len(line) and line[at] is not None else None

    target = cell(LANGUAGE_NAMES[stamp.target])
    said = known.get((cell(STATE) or "").casefold(), "")
    state = next((state for state, label in STATES.items() if label == said), "translated")
    if target and state == "missing":
        state = "translated"
    return Unit(
        key=cell(KEY) or "",
        source_lang=stamp.source,
        source=cell(LANGUAGE_NAMES[stamp.source]) or "",
        target=target or "",
        state=state if target else "missing",
        context=cell(WHERE) or "",
        note=cell(NOTE) or "",
        fault=NOT_WORDS
        if target is None and columns[LANGUAGE_NAMES[stamp.target]] < len(line)
        else "",
    )
