"""Sentences: every text of a survey with what a translator has to know about it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
from msgspec.structs import replace

from ..document import SurveyDocument
from ..questions import BaseQuestion
from ..text import N_, Language, State, Text

KINDS: dict[str, str] = {
    "settings.title": N_("Title of the survey"),
    "settings.introduction": N_("Introduction: why people are asked"),
    "settings.who_sees": N_("Who will see the answers"),
    "settings.privacy": N_("Privacy notice"),
    "settings.contact": N_("Contact for help or another format"),
    "settings.thanks": N_("Thanks, and what happens next"),
    "settings.invitation_subject": N_("Subject of the invitation"),
    "settings.invitation": N_("The invitation"),
    "settings.reminder_subject": N_("Subject of the reminder"),
    "settings.reminder": N_("The reminder"),
    "section.title": N_("Title of the section"),
    "section.introduction": N_("Words before the questions"),
    "text": N_("The question"),
    "hint": N_("Help below the question"),
    "why": N_("Why it is asked"),
    "audio": N_("Address of a recording"),
    "video": N_("Address of a film in British Sign Language"),
    "transcript": N_("What the recording or the film says, in writing"),
    "standard": N_("Published standard that the question follows"),
    "picture.alt": N_("What the picture shows"),
    "body": N_("Words of the note"),
    "unit": N_("Unit behind the number"),
    "options": N_("Option"),
    "options.hint": N_("Help below an option"),
    "statements": N_("Statement"),
    "statements.hint": N_("Help below a statement"),
    "moments": N_("Question of the ladder"),
    "moments.hint": N_("Help below a question of the ladder"),
}
"""What a sentence is, by its place without the codes."""

HEADING = N_("Heading")
ADDRESSES = ("audio", "video")
"""Texts that are addresses: one is no translation of the other."""


class Sentence(msgspec.Struct, frozen=True):
    """A text of a survey in its surroundings.

    `kind` says what it is (a sentence of ours). `part` is the place of the section or question it
    belongs to, or ``settings``; `number` the number that people see beside that question, `of` the
    words of the question that a hint or an option belongs to, `row` its turn among the options.
    """

    place: str
    text: Text
    kind: str
    part: str
    section: str = ""
    number: str = ""
    of: Text = Text()
    row: int = 0

    @property
    def state(self) -> State:
        """How far its translation is; an address needs only to be there in both languages."""
        state = self.text.state
        return "checked" if self.is_address and state != "missing" else state

    @property
    def source(self) -> Language:
        """The language that has the words to translate."""
        text = self.text
        return text.source if text.face(text.source).strip() else text.target

    @property
    def is_address(self) -> bool:
        """Whether it is an address, which nobody translates."""
        return self.place.rsplit(".", 1)[-1] in ADDRESSES and self.part.startswith("question")

    @property
    def size(self) -> int:
        """How many words its source has."""
        return len(self.text.face(self.source).split())


def sentences(document: SurveyDocument) -> list[Sentence]:
    """Every sentence that somebody has written in at least one language, in the order of the survey."""
    found = []
    for place, text, _required in document.texts():
        if not text.blank:
            found.append(_sentence(document, place, text))
    return found


def _sentence(document: SurveyDocument, place: str, text: Text) -> Sentence:
    part, code, *rest = place.split(".")
    if part == "settings":
        return Sentence(place, text, KINDS[place], "settings")
    if part == "section":
        return Sentence(place, text, KINDS[f"section.{rest[0]}"], f"section.{code}", section=code)
    question = document.questions[code]
    home = document.section_of(code)
    name = ".".join(rest)
    of, row = question.text, 0
    if rest[0] in question.lists:
        name = ".".join([rest[0], *rest[2:]])
        row = [o.code for o in question.lists[rest[0]]].index(rest[1]) + 1
    elif rest[0] == "text":
        of = Text()
    return Sentence(
        place,
        text,
        HEADING if name == "text" and not question.asks else KINDS[name],
        f"question.{code}",
        section=home.code if home else "",
        number=document.numbers.get(code, ""),
        of=of,
        row=row,
    )


def with_texts(document: SurveyDocument, texts: Mapping[str, Text]) -> SurveyDocument:
    """The survey with these texts in their places (as `SurveyDocument.texts` names them).

    Places that are not in the survey are left out, and so is what a question does not let anybody
    reword: yes and no follow from the pair that was chosen.
    """
    inside: dict[str, dict[str, Text]] = {}
    settings = {}
    for place, text in texts.items():
        part, _dot, inner = place.partition(".")
        code, _dot, rest = inner.partition(".")
        if part == "settings" and isinstance(getattr(document, code, None), Text):
            settings[code] = text
        elif rest:
            inside.setdefault(f"{part}.{code}", {})[rest] = text
    sections = tuple(
        replace(
            _with(section, inside.get(f"section.{section.code}", {})),
            questions=tuple(
                _with(question, inside[f"question.{question.code}"]).settled()
                if f"question.{question.code}" in inside
                else question
                for question in section.questions
            ),
        )
        for section in document.sections
    )
    return replace(document, sections=sections, **settings)


def _with(thing: Any, texts: Mapping[str, Text]) -> Any:
    """A section or a question with texts in its own places: ``hint``, ``options.yes.hint``."""
    for place, text in texts.items():
        name, *rest = place.split(".")
        value = getattr(thing, name, None)
        if not rest and isinstance(value, Text):
            thing = replace(thing, **{name: text})
        elif name == "picture" and rest == ["alt"] and value:
            thing = replace(thing, picture=replace(value, alt=text))
        elif isinstance(thing, BaseQuestion) and name in thing.lists:
            field = rest[1] if len(rest) > 1 else "text"
            if field in ("text", "hint"):
                rows = [
                    replace(row, **{field: text}) if row.code == rest[0] else row
                    for row in thing.lists[name]
                ]
                thing = replace(thing, **{name: tuple(rows)})
    return thing
