"""Comparing: what a file that came back would change in a survey, and doing the part that was chosen."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

from ..questionnaire.document import SurveyDocument
from ..questionnaire.lengths import longest_at
from ..questionnaire.parity.finding import Finding
from ..questionnaire.parity.terms import Term
from ..questionnaire.parity.whole import Parity
from ..questionnaire.problem import Problem
from ..questionnaire.text import N_, Language, Text
from .contexts import context_of
from .units import Sent, Unit, fingerprint_of, fixed_keys, texts_by_key, with_texts

Kind = Literal["new", "changed", "checked", "kept"]

KINDS: dict[Kind, str] = {
    "new": N_("New translation"),
    "changed": N_("Changed translation"),
    "checked": N_("Same words, now checked"),
    "kept": N_("Stays as it is"),
}

FLAGS: dict[str, str] = {
    "source_changed": N_(
        "The sentence has been reworded here since the file was made. The translation would be marked as out of date"
    ),
    "changed_here": N_("The translation has been changed here too since the file was made"),
    "moved": N_("The row has moved: the file shows the words of another sentence beside this key"),
    "source_edited": N_("The file shows other words to translate than it was sent out with"),
    "lost": N_("Missing in the translation: %(words)s"),
    "added": N_("In the translation only: %(words)s"),
    "twice": N_("The file has this key more than once"),
    "unknown": N_("The survey has no sentence with this key"),
    "guess": N_("The survey has no sentence with this key. It may belong to: %(words)s"),
    "gone": N_("This sentence has been deleted from the survey since the file was made"),
    "emptied": N_("The file has no translation here. The one in the survey is kept"),
    "not_words": N_("The cell holds a formula, a date or an error and no words"),
    "too_long": N_("The translation is longer than %(limit)s characters"),
    "fixed": N_("These words follow from the settings of the question"),
}
"""What a person should know of a sentence before they decide, by a short name."""

HINDER = frozenset({"unknown", "guess", "gone", "emptied", "not_words", "too_long", "fixed"})
"""The flags of what cannot be taken in; every other flag leaves the decision to the person."""

STRANGER = N_("In the file, and not in the survey")
OTHER_SURVEY = N_("The file was made of another survey")
CHOSEN_TWICE = N_("Choose only one of the translations with the same key: %(words)s")

_placeholder = re.compile(
    r"%\(\w+\)[a-z]|%[sd]|\{\{?[^{}\s]*\}?\}|https?://[^\s)>\]]+|\[[^\]]*\]\("
)


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One sentence of the file and what would become of it: as it is here (`source`, `before`) and
    as the file has it (`unit`). `flags` are what to know, each by its name; `findings` are what the
    checks of both languages would say of it; `ticked` is the proposal."""

    unit: Unit
    kind: Kind
    context: Problem
    source: str = ""
    before: str = ""
    flags: tuple[tuple[str, Problem], ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def names(self) -> frozenset[str]:
        """The names of the flags."""
        return frozenset(name for name, _problem in self.flags)

    @property
    def can(self) -> bool:
        """Whether it can be taken in."""
        return self.kind != "kept" and self.names.isdisjoint(HINDER)

    @property
    def ticked(self) -> bool:
        """Whether it is proposed: only what nothing serious speaks against."""
        return self.can and not self.flags and not any(f.serious for f in self.findings)


class Preview(msgspec.Struct, frozen=True):
    """What a file would change: the rows that differ, how many do not, and how many sentences of
    the survey the file does not have (they stay as they are)."""

    rows: tuple[Row, ...]
    same: int
    absent: tuple[str, ...]


def belongs(sent: Sent, base: SurveyDocument) -> bool:
    """Whether a file was made of this document."""
    return sent.stamp.fingerprint == fingerprint_of(base)


def compare(
    document: SurveyDocument, base: SurveyDocument, sent: Sent, terms: Iterable[Term] = ()
) -> Preview:
    """What a file would change in `document`; `base` is the document that the file was made of.

    What the translator has not touched is the same, even where people have changed it here since.
    What would change is checked as if it were all taken in; `terms` are what the project calls
    things.
    """
    look = _Looking(document, base, sent)
    rows = [row for unit in sent.units if (row := look.row(unit)) is not None]
    keys = {unit.key for unit in sent.units}
    absent = tuple(
        key
        for key, text in look.now.items()
        if key not in keys and not text.blank and (sent.stamp.whole or key in look.sent_out)
    )
    after = Parity(apply(document, base, rows, trust=False), terms)
    checked = tuple(_checked(row, after) if row.can else row for row in rows)
    return Preview(checked, len(sent.units) - len(rows), absent)


def _checked(row: Row, after: Parity) -> Row:
    """A row with what the checks would say; what the flags say of it already is not said twice."""
    told = {"placeholder", "link"} if row.names & {"lost", "added"} else set()
    found = (finding for finding in after.at(row.unit.key) if finding.rule not in told)
    return msgspec.structs.replace(row, findings=tuple(found))


class _Looking:
    """What is needed to look at every sentence of a file."""

    def __init__(self, document: SurveyDocument, base: SurveyDocument, sent: Sent) -> None:
        self.document = document
        self.source, self.target = sent.stamp.source, sent.stamp.target
        self.now, self.then = texts_by_key(document), texts_by_key(base)
        self.fixed = fixed_keys(document)
        self.times = Counter(unit.key for unit in sent.units)
        self.sent_out = {
            key
            for key, text in self.then.items()
            if text.face(self.source).strip() and text.state in ("missing", "draft", "stale")
        }
        self.sources: dict[str, list[str]] = {}
        for key, text in self.then.items():
            self.sources.setdefault(_plain(text.face(self.source)), []).append(key)

    def row(self, unit: Unit) -> Row | None:
        """What would become of one sentence; None where nothing would."""
        now, then = self.now.get(unit.key), self.then.get(unit.key)
        if now is None or then is None:
            return self._stranger(unit, then)
        before, source = now.face(self.target), now.face(self.source)
        if unit.fault:
            return self._kept(unit, "not_words", before, source)
        if not unit.target:
            return self._kept(unit, "emptied", before, source) if then.face(self.target) else None
        raised = unit.state == "checked" and then.state != "checked"
        untouched = _same(unit.target, then.face(self.target))
        displaced = self._displaced(unit, then)
        if _same(unit.target, before):
            if displaced:
                return self._kept(unit, self._displacement(unit), before, source)
            if not (raised and now.state != "checked"):
                return None
            kind: Kind = "checked"
        elif untouched and not displaced:
            return None
        else:
            kind = "changed" if before.strip() else "new"
        flags = tuple((name, problem) for name, problem in self._flags(unit, now, then))
        return Row(
            unit=msgspec.structs.replace(unit, state="checked" if raised else "translated"),
            kind=kind,
            context=context_of(self.document, unit.key),
            source=source,
            before=before,
            flags=flags,
        )

    def _stranger(self, unit: Unit, then: Text | None) -> Row | None:
        """A key that the survey does not have: deleted since, or edited in the file."""
        if then is not None and _same(unit.target, then.face(self.target)):
            return None
        alike = [key for key in self.sources.get(_plain(unit.source), []) if key in self.now]
        name = "gone" if then is not None else "guess" if len(alike) == 1 else "unknown"
        params = {"words": alike[0]} if name == "guess" else {}
        flags = ((name, Problem(FLAGS[name], params)),)
        return Row(
            unit=unit, kind="kept", context=Problem(STRANGER), source=unit.source, flags=flags
        )

    def _kept(self, unit: Unit, name: str, before: str, source: str) -> Row:
        context = context_of(self.document, unit.key)
        flags = ((name, Problem(FLAGS[name])),)
        return Row(
            unit=unit, kind="kept", context=context, source=source, before=before, flags=flags
        )

    def _displaced(self, unit: Unit, then: Text) -> bool:
        return not _same(unit.source, then.face(self.source))

    def _displacement(self, unit: Unit) -> str:
        return "moved" if _plain(unit.source) in self.sources else "source_edited"

    def _flags(self, unit: Unit, now: Text, then: Text) -> Iterable[tuple[str, Problem]]:
        if unit.key in self.fixed:
            yield "fixed", Problem(FLAGS["fixed"])
        if len(unit.target) > (limit := longest_at(unit.key)):
            yield "too_long", Problem(FLAGS["too_long"], {"limit": limit})
        if self.times[unit.key] > 1:
            yield "twice", Problem(FLAGS["twice"])
        if self._displaced(unit, then):
            name = self._displacement(unit)
            yield name, Problem(FLAGS[name])
        elif not _same(now.face(self.source), then.face(self.source)):
            yield "source_changed", Problem(FLAGS["source_changed"])
        if not _same(now.face(self.target), then.face(self.target)):
            yield "changed_here", Problem(FLAGS["changed_here"])
        yield from placeholders(now.face(self.source), unit.target)


def placeholders(source: str, target: str) -> Iterable[tuple[str, Problem]]:
    """The places for something, and the addresses, that only one of two sentences has."""
    one, other = Counter(_marks(source)), Counter(_marks(target))
    for name, only in (("lost", one - other), ("added", other - one)):
        if only:
            yield name, Problem(FLAGS[name], {"words": ", ".join(only.elements())})


def _marks(words: str) -> list[str]:
    """What must stand in both languages; of a link only that it is one."""
    found = (match.rstrip(".,;:") for match in _placeholder.findall(words))
    return ["[…](…)" if mark.startswith("[") else mark for mark in found]


def apply(
    document: SurveyDocument, base: SurveyDocument, rows: Iterable[Row], *, trust: bool
) -> SurveyDocument:
    """The survey with the translations of these rows.

    They count as translated; as checked only where the file says so and a person says (`trust`)
    that they take its word. A translation of words that have been reworded since is taken in as
    made from the old ones, so it shows as out of date at once.
    """
    now, then = texts_by_key(document), texts_by_key(base)
    texts: dict[str, Text] = {}
    for row in rows:
        unit = row.unit
        if not row.can or unit.key not in now:
            continue
        checked = trust and unit.state == "checked"
        texts[unit.key] = _translated(row, now[unit.key], then[unit.key], checked)
    return with_texts(document, texts)


def _translated(row: Row, now: Text, then: Text, checked: bool) -> Text:
    """A sentence with the translation of a row."""
    source, words = row.unit.source_lang, row.unit.target
    cy, en = _faces(source, now, words)
    if "source_changed" in row.names and now.source == source:
        old_cy, old_en = _faces(source, then, words)
        return then.write(cy=old_cy, en=old_en).write(cy=cy, en=en)
    return now.write(cy=cy, en=en, confirm=checked)


def _faces(source: Language, text: Text, words: str) -> tuple[str, str]:
    """The Welsh and the English of a sentence with other words in the language it is put into."""
    return (text.cy, words) if source == "cy" else (words, text.en)


def chosen(preview: Preview, ticks: Iterable[str]) -> list[Row]:
    """The rows with these numbers, counted from 0, that can be taken in."""
    wanted = set(ticks)
    return [row for at, row in enumerate(preview.rows) if str(at) in wanted and row.can]


def chosen_twice(rows: Iterable[Row]) -> str:
    """The key that more than one of these rows would write; empty if there is none."""
    counts: Mapping[str, int] = Counter(row.unit.key for row in rows)
    return next((key for key, count in counts.items() if count > 1), "")


def _same(one: str, other: str) -> bool:
    return _plain(one) == _plain(other)


def _plain(words: str) -> str:
    """Words as they are compared: however programs have encoded them and broken their lines."""
    lines = unicodedata.normalize("NFC", words).replace("\r\n", "\n").replace("\r", "\n")
    return lines.strip()
