"""The designer's forms: what a form holds of a part of a survey, and the part it describes.

A form follows the fields of the struct that it edits, so a new kind of question whose settings are
texts, ticks, numbers or options needs no form of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Generic, TypeVar, get_args

import msgspec
from flask_babel import gettext as _
from msgspec.structs import fields, replace

from .. import dates
from ..errors import Conflict
from ..questionnaire import lengths
from ..questionnaire.answers import plain_text
from ..questionnaire.document import CODE
from ..questionnaire.questions import Option
from ..questionnaire.questions.base import Picture
from ..questionnaire.questions.choice import Role
from ..questionnaire.questions.date import Part
from ..questionnaire.questions.number import A_NUMBER, tidy
from ..questionnaire.rules import Condition
from ..questionnaire.scales import Source
from ..questionnaire.text import LANGUAGES, Text
from . import places

Struct = TypeVar("Struct", bound=msgspec.Struct)

MOST_CODES = 100
"""The most codes that a form may tick in one list."""

TICKED = "y"

EVERYTHING = "same"
"""The tick that says of every sentence in a form that both languages were read and say the same."""


class DesignForm(Generic[Struct]):
    """A form over some fields of a struct: their values as they stand in the form, and what is wrong.

    Field names are those of the struct; a text has two, ``title-cy`` and ``title-en``, and the tick
    ``title-same`` for a translation that still fits. An option's stand behind its code:
    ``option-yes-text-cy``, and those of a question's other `lists` likewise: ``statement-…``. `sent` is what a browser sent, None for a form that nobody has touched.
    """

    def __init__(
        self,
        thing: Struct,
        names: Sequence[str] | None = None,
        sent: dict[str, list[str]] | None = None,
    ) -> None:
        self.thing = thing
        self.names = tuple(names or (f.name for f in fields(thing)))
        self.values = dict(_values(thing, self.names) if sent is None else sent)
        self.errors: dict[str, str] = {}
        self.clashes: dict[str, Any] = {}
        self.sources: Sequence[Source] = ()  # whose options the question may take
        self.prefix = ""  # in front of every id, where several forms may stand on one page

    # For templates

    def id(self, name: str) -> str:
        """The id of the element for a field."""
        return self.prefix + name

    def value(self, name: str) -> str:
        """What stands in a field."""
        return (self.values.get(name) or [""])[0]

    def ticked(self, name: str) -> bool:
        """Whether a tick box is ticked."""
        return self.value(name) == TICKED

    def error(self, name: str) -> str:
        """What is wrong with a field; empty if nothing is."""
        return self.errors.get(name, "")

    def text(self, name: str) -> Text:
        """A text of the struct (or ``option-<code>-<name>`` of an option) as it was before."""
        if name in self.names:
            return getattr(self.thing, name)
        row, field = places.find_row(self.thing, name)
        return getattr(row, field) if row else Text()

    def longest(self, name: str) -> int:
        """The most characters of a text, or of a text of one of the rows."""
        row, field = places.find_row(self.thing, name)
        return lengths.longest(field, in_row=True) if row else lengths.longest(name)

    def holds_any(self, *names: str) -> bool:
        """Whether any of these fields (a text's in either language) holds something or is wrong."""
        fields_ = [f for name in names for f in (name, *(f"{name}-{lang}" for lang in LANGUAGES))]
        return any(self.value(name) or self.error(name) for name in fields_)

    def rows(self, name: str) -> list[str]:
        """The codes of the rows of a list such as ``options``, in their order."""
        return self.values.get(places.row_name(name), [])

    @property
    def lines(self) -> list[dict[str, str]]:
        """The lines of the error summary."""
        return [{"text": words, "href": f"#{self.id(name)}"} for name, words in self.errors.items()]

    # For views

    def read(self) -> Struct:
        """The struct with what the form says in place of its fields.

        What cannot be read stays as it was and is told in `errors`. A field that the form does not
        show stays as it was too.
        """
        return self._read(self.thing, self.names, "")

    def over(self, latest: Struct) -> DesignForm[Struct]:
        """The form with the same words typed, over the struct as somebody else has left it since.

        A field that the person did not touch shows what the other one wrote.
        """
        untouched, now = _values(self.thing, self.names), _values(latest, self.names)
        typed = {
            name: now[name] if name in now and _same(sent, untouched.get(name)) else sent
            for name, sent in self.values.items()
        }
        for row in map(places.row_name, getattr(latest, "lists", ())):
            added = [c for c in now[row] if c not in untouched.get(row, [])]
            if row in typed:
                typed[row] = [*typed[row], *(c for c in added if c not in typed[row])]
        return DesignForm(latest, self.names, {**now, **typed})

    def show_conflict(self, conflict: Conflict) -> None:
        """Tell at each field that two people changed what the other one wrote."""
        for clash in conflict.clashes:
            name = places.field_name(clash.place)
            self.clashes[name] = clash.theirs
            first = f"{name}-cy" if isinstance(clash.theirs, Text) else name
            self.errors[first] = _(
                "Somebody else has changed the same words while you were writing. Decide what shall stay"
            )
        if conflict.revision is not None:
            self.values["revision"] = [str(conflict.revision)]

    def read_code(self, taken: Sequence[str]) -> str:
        """The code that the form asks for; tells in `errors` why it cannot be had."""
        code = self.value("code").strip()
        if not CODE.fullmatch(code):
            self.errors["code"] = _(
                "Write a code of letters, figures and low lines that begins with a letter"
            )
        elif code.casefold() in {other.casefold() for other in taken}:
            self.errors["code"] = _("Another question has this code. Write a different one")
        return code

    def _read(self, thing: Any, names: Sequence[str], prefix: str) -> Any:
        changed = {}
        for field in fields(thing):
            if field.name in names:
                before = getattr(thing, field.name)
                changed[field.name] = READERS[field.type](self, prefix + field.name, before)
        return replace(thing, **changed)

    def _text(self, name: str, before: Text) -> Text:
        faces, limit = {}, self.longest(name)
        for lang in LANGUAGES:
            field = f"{name}-{lang}"
            faces[lang] = (
                plain_text(self.value(field)) if field in self.values else before.face(lang)
            )
            if len(faces[lang]) > limit:
                self.errors[field] = _("Shorten this to %(limit)s characters or fewer", limit=limit)
                faces[lang] = faces[lang][:limit]
        return before.write(**faces, confirm=self.ticked(f"{name}-same") or self.ticked(EVERYTHING))

    def _tick(self, name: str, before: bool) -> bool:
        return self.ticked(name) if f"{name}-shown" in self.values else before

    def _number(self, name: str, before: float | None) -> int | float | None:
        if name not in self.values:
            return before
        typed = self.value(name).replace(" ", "").replace("−", "-")
        if not typed:
            return None
        if not A_NUMBER.fullmatch(typed):
            self.errors[name] = _("Write a number in figures, such as 12")
            return before
        return tidy(float(typed))

    def _whole(self, name: str, before: int | None) -> int | None:
        value = self._number(name, before)
        if isinstance(value, float):
            self.errors[name] = _("Write a whole number, such as 12")
            return before
        return value

    def _needed_whole(self, name: str, before: int) -> int:
        value = self._whole(name, before)
        if value is None:
            self.errors[name] = _("Write a number in figures, such as 12")
            return before
        return value

    def _word(self, name: str, before: str) -> str:
        if name.endswith("code") or name not in self.values:
            return before
        return " ".join(plain_text(self.value(name)).split())[:200]

    def _codes(self, name: str, before: tuple[str, ...]) -> tuple[str, ...]:
        """The codes that are ticked, each once; what looks like no code is none."""
        if f"{name}-shown" not in self.values:
            return before
        sent = dict.fromkeys(self.values.get(name, [])[:MOST_CODES])
        return tuple(code for code in sent if CODE.fullmatch(code))

    def _day(self, name: str, before: date | None) -> date | None:
        if name not in self.values:
            return before
        typed = self.value(name).strip()
        try:
            return dates.read_day(typed) if typed else None
        except ValueError:
            self.errors[name] = _("Write a date like this: 27/03/2026")
            return before

    def _role(self, name: str, before: Role) -> Role:
        sent = self.value(name) if name in self.values else before
        return sent if sent in get_args(Role) else before  # type: ignore[return-value]

    def _part(self, name: str, before: Part) -> Part:
        sent = self.value(name) if name in self.values else before
        return sent if sent in get_args(Part) else before  # type: ignore[return-value]

    def _options(self, name: str, before: tuple[Option, ...]) -> tuple[Option, ...]:
        """The rows of a list in the order in which the form has them.

        A row that the form does not know (somebody has added it since) is not in the result;
        merging brings it back.
        """
        row = places.row_name(name)
        if row not in self.values:
            return before
        known = {o.code: o for o in before}
        return tuple(
            self._read(known[code], ("text", "hint", "role", "value"), f"{row}-{code}-")
            for code in dict.fromkeys(self.rows(name))
            if code in known
        )


READERS: dict[Any, Callable[..., Any]] = {
    Text: DesignForm._text,
    bool: DesignForm._tick,
    int: DesignForm._needed_whole,
    int | None: DesignForm._whole,
    int | float | None: DesignForm._number,
    Role: DesignForm._role,
    Part: DesignForm._part,
    tuple[Option, ...]: DesignForm._options,
    tuple[str, ...]: DesignForm._codes,
    date | None: DesignForm._day,
    str: DesignForm._word,
    Condition | None: lambda form, name, before: before,
    Picture | None: lambda form, name, before: before,
}
"""How the value of a field is read from a form, by the field's type.

Codes, rules and pictures are not read here: they are changed elsewhere.
"""


def _same(sent: list[str], before: list[str] | None) -> bool:
    """Whether a field still holds what it held before; browsers change the ends of lines."""
    return [plain_text(v) for v in sent] == [plain_text(v) for v in before or []]


def _values(thing: Any, names: Sequence[str], prefix: str = "") -> dict[str, list[str]]:
    """What an untouched form over a struct holds."""
    values: dict[str, list[str]] = {}
    for name in names:
        value, here = getattr(thing, name), prefix + name
        if isinstance(value, Text):
            values |= {f"{here}-{lang}": [value.face(lang)] for lang in LANGUAGES}
        elif isinstance(value, tuple) and name not in getattr(thing, "lists", ()):
            values[here] = list(value)  # codes that are ticked
        elif isinstance(value, tuple):
            row = places.row_name(name)
            values[row] = [option.code for option in value]
            for option in value:
                names_ = [f.name for f in fields(option)]
                values |= _values(option, names_, f"{row}-{option.code}-")
        elif isinstance(value, msgspec.Struct):
            continue  # a rule or a picture: no field of this form
        elif isinstance(value, date):
            values[here] = [f"{value:%d/%m/%Y}"]
        elif isinstance(value, bool):
            values[here] = [TICKED] if value else []
        else:
            values[here] = ["" if value is None else str(value)]
    return values
