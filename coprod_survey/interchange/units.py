"""Units: a survey's sentences as a neutral list that any format for translators can carry."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from msgspec.structs import replace

from ..questionnaire.answers import plain_text
from ..questionnaire.document import SurveyDocument
from ..questionnaire.lengths import LONGEST, longest_at
from ..questionnaire.problem import Problem
from ..questionnaire.text import N_, Language, Text, other_language
from .contexts import context_of

Say = Callable[[Problem | str], str]
"""Says a marked sentence of ours in the language of the person who will read the file."""

FORMAT = 1
"""The version of what we write into files for translators."""

OPEN: tuple[str, ...] = ("missing", "draft", "stale")
"""The states of a translation that still needs somebody."""

FIRST_WRITTEN = {
    "cy": N_("The Welsh was written first."),
    "en": N_("The English was written first."),
}
AT_MOST = N_("It may have %(limit)s characters at most.")
FIXED = N_("These words follow from the settings of the question and cannot be changed here.")


class Unit(msgspec.Struct, frozen=True, kw_only=True):
    """One sentence on its way between two languages.

    `key` is its place in the document and never changes; `context` says in words where it stands;
    `note` says what else a translator should know; `max_length` is the most characters that the
    translation may have, 0 for no limit of its own; `fixed` says that it is shown and not for
    change. `fault` names what a reader found instead of words.
    """

    key: str
    source_lang: Language
    source: str
    target: str = ""
    state: str = "missing"
    context: str = ""
    note: str = ""
    max_length: int = 0
    fixed: bool = False
    fault: str = ""


class Stamp(msgspec.Struct, frozen=True, kw_only=True):
    """What a file says of itself: which survey it was made of, when in its history, and from what
    language into which; `whole` says whether it holds every sentence."""

    survey: int
    revision: int
    fingerprint: str
    source: Language
    whole: bool = True
    format: int = FORMAT

    @property
    def target(self) -> Language:
        """The language that the file is for translating into."""
        return other_language(self.source)

    def line(self) -> str:
        """The stamp as one line that survives every format."""
        extent = "whole" if self.whole else "open"
        return (
            f"cydlais:{self.format}:{self.survey}:{self.revision}"
            f":{self.source}:{self.target}:{extent}:{self.fingerprint}"
        )


_LINE = re.compile(
    r"cydlais:(?P<format>\d{1,4}):(?P<survey>\d{1,12}):(?P<revision>\d{1,9})"
    r":(?P<source>cy|en):(?P<target>cy|en):(?P<extent>whole|open):(?P<fingerprint>[0-9a-f]{16})"
)


def find_stamp(words: str) -> Stamp | None:
    """The stamp that stands somewhere in these words."""
    found = _LINE.search(words)
    if found is None or found["source"] == found["target"]:
        return None
    return Stamp(
        survey=int(found["survey"]),
        revision=int(found["revision"]),
        fingerprint=found["fingerprint"],
        source="cy" if found["source"] == "cy" else "en",
        whole=found["extent"] == "whole",
        format=int(found["format"]),
    )


class Sent(msgspec.Struct, frozen=True):
    """What a file that came back holds."""

    stamp: Stamp
    units: tuple[Unit, ...]


def fingerprint_of(document: SurveyDocument) -> str:
    """A short digest of every word of a survey, whatever its settings are."""
    digest = hashlib.blake2b(digest_size=8)
    for place, text, _required in document.texts():
        digest.update(msgspec.json.encode((place, text.cy, text.en)))
    return digest.hexdigest()


def stamp_of(
    document: SurveyDocument, *, survey: int, revision: int, source: Language, whole: bool = True
) -> Stamp:
    """The stamp of a file that is about to be made of this document."""
    return Stamp(
        survey=survey,
        revision=revision,
        fingerprint=fingerprint_of(document),
        source=source,
        whole=whole,
    )


def units_of(
    document: SurveyDocument, source: Language, say: Say, *, whole: bool = True
) -> list[Unit]:
    """The sentences of a survey for translating from `source`, in the order of the survey.

    Without `whole` only those that are missing, a draft or stale. A sentence that has no words in
    `source` is left out: a translator would have nothing to go by (see `left_out`). Which face was
    written first may differ from sentence to sentence; a note says so where it is the other one.
    """
    fixed, target = fixed_keys(document), other_language(source)
    return [
        Unit(
            key=key,
            context=say(context_of(document, key)),
            source_lang=source,
            source=plain_text(text.face(source)),
            target=plain_text(text.face(target)),
            state=text.state,
            note=_note(text, source, key in fixed, limit, say),
            max_length=limit,
            fixed=key in fixed,
        )
        for key, text, _required in document.texts()
        for limit in (_limit(key),)
        if text.face(source).strip() and (whole or (text.state in OPEN and key not in fixed))
    ]


def left_out(document: SurveyDocument, source: Language) -> int:
    """How many sentences are written only in the language that is translated into."""
    return sum(
        not text.face(source).strip() and not text.blank
        for _key, text, _required in document.texts()
    )


def fixed_keys(document: SurveyDocument) -> frozenset[str]:
    """The keys of the sentences that follow from a question's settings, so nobody can reword them."""
    probe = Text(cy="?", en="?")
    keys = [key for key, text, _required in document.texts() if not text.blank]
    after = texts_by_key(with_texts(document, dict.fromkeys(keys, probe)))
    return frozenset(key for key in keys if after.get(key) != probe)


def texts_by_key(document: SurveyDocument) -> dict[str, Text]:
    """Every sentence of a survey by its key."""
    return {key: text for key, text, _required in document.texts()}


def with_texts(document: SurveyDocument, texts: Mapping[str, Text]) -> SurveyDocument:
    """The survey with other sentences at these keys; what follows from settings stays as it is."""
    sections = []
    for section in document.sections:
        section = _with(section, f"section.{section.code}", texts)
        questions = []
        for question in section.questions:
            place = f"question.{question.code}"
            after = _with(question, place, texts)
            for name, rows in question.lists.items():
                changed = tuple(_with_row(row, f"{place}.{name}.{row.code}", texts) for row in rows)
                after = replace(after, **{name: changed}) if changed != rows else after
            if question.picture and f"{place}.picture.alt" in texts:
                alt = texts[f"{place}.picture.alt"]
                after = replace(after, picture=replace(question.picture, alt=alt))
            questions.append(after.settled() if after != question else question)
        sections.append(replace(section, questions=tuple(questions)))
    return replace(_with(document, "settings", texts), sections=tuple(sections))


def _with(thing: Any, place: str, texts: Mapping[str, Text]) -> Any:
    """A part of a survey with other sentences in its own fields."""
    changed = {
        name: texts[f"{place}.{name}"]
        for name in thing.__struct_fields__
        if f"{place}.{name}" in texts and isinstance(getattr(thing, name), Text)
    }
    return replace(thing, **changed) if changed else thing


def _with_row(row: Any, place: str, texts: Mapping[str, Text]) -> Any:
    """A row of a list with other words: those of the row itself stand at its own place."""
    row = replace(row, text=texts[place]) if place in texts else row
    return replace(row, hint=texts[f"{place}.hint"]) if f"{place}.hint" in texts else row


def _limit(key: str) -> int:
    """The most characters of a sentence that may have fewer than a passage; 0 for any other."""
    limit = longest_at(key)
    return limit if limit < LONGEST else 0


def _note(text: Text, source: Language, fixed: bool, limit: int, say: Say) -> str:
    notes = [say(FIRST_WRITTEN[text.source])] if text.source != source else []
    if limit and not fixed:
        notes.append(say(Problem(AT_MOST, {"limit": limit})))
    return " ".join([*notes, say(FIXED)] if fixed else notes)
