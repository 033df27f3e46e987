"""What every kind of question has in common."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Self

import msgspec

from ..answers import Answer, Raw
from ..column import Column, Value
from ..problem import Problem
from ..summary import ANSWERED, Summary, Tally
from ..text import Language, Text

if TYPE_CHECKING:
    from .choice import Option


class BaseQuestion(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type"):
    """A question: its stable code, its words, and whether an answer must be given.

    A kind of question is one subclass that owns everything about its kind: settings, `parse`,
    `raw`, `show`, `check`, `columns`, `cells`, `tally`. Its faces are the templates
    ``templates/questions/{ask,design,result}/<type>.html``.
    """

    label: ClassVar[str]
    """What this kind is called in the designer (a sentence of ours)."""
    purpose: ClassVar[str]
    """When a designer should choose it, in one sentence of ours."""
    seconds: ClassVar[int] = 12
    """About how long an answer takes, to tell people how long a survey is."""

    code: str
    text: Text = Text()
    hint: Text = Text()
    required: bool = False

    @classmethod
    def fresh(cls) -> Self:
        """A new question of this kind as the designer first shows it, with its usual settings."""
        return cls(code="question")

    @property
    def type(self) -> str:
        """The name of this kind: its tag in the document and the name of its templates."""
        return str(self.__struct_config__.tag)

    @property
    def offered(self) -> tuple[Option, ...]:
        """The options that people choose among; none for a kind that offers none."""
        return ()

    @property
    def name(self) -> str:
        """The name of the question's main form field."""
        return f"q-{self.code}"

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of all the question's form fields, the main one first."""
        return (self.name,)

    def parse(self, raw: Raw) -> Answer | Problem:
        """What a form sent, as an answer, `SKIPPED`, or a `Problem` in words for the person."""
        raise NotImplementedError

    def raw(self, answer: Answer) -> dict[str, list[str]]:
        """The form values that would give this answer: the inverse of `parse`."""
        raise NotImplementedError

    def show(self, answer: Answer, lang: Language) -> list[str]:
        """A real answer as lines of words in `lang`."""
        raise NotImplementedError

    def columns(self) -> tuple[Column, ...]:
        """The variables that hold this question's answers in a table of responses."""
        raise NotImplementedError

    def cells(self, answer: Answer, lang: Language) -> tuple[Value, ...]:
        """A real answer as one value for each of the `columns`, labels in `lang`."""
        raise NotImplementedError

    def tally(self, answer: Answer) -> Tally:
        """A real answer as counts: those of all answers are these added together."""
        return Tally({ANSWERED: 1})

    def summarise(self, tally: Tally) -> Summary:
        """What all answers together say, before anything is hidden."""
        raise NotImplementedError

    def texts(self) -> Iterator[tuple[str, Text, bool]]:
        """Every sentence of the question: (place within it, Text, whether it must be written)."""
        yield "text", self.text, True
        yield "hint", self.hint, False

    def check(self) -> Iterator[Problem]:
        """What must be mended in this kind's settings before the survey may be published."""
        yield from ()

    def first(self, raw: Raw) -> str:
        """The first value sent for the main field, without outer space."""
        values = raw.get(self.name) or [""]
        return values[0].strip()

    def problem(self, message: str, **params: object) -> Problem:
        """A `Problem` at this question's first field."""
        return Problem(message, params, field=self.name)
