"""What every kind of question has in common."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from random import Random
from typing import TYPE_CHECKING, ClassVar, Literal, Self

import msgspec

from ..answers import Answer, Raw
from ..column import Column, Value
from ..problem import Problem
from ..rules import Condition
from ..summary import ANSWERED, Summary, Tally
from ..text import LANGUAGES, N_, Language, Text
from .settings import NOT_SET, SETTINGS, Said, in_words

if TYPE_CHECKING:
    from .choice import Option


PICTURE_FILE = re.compile(r"[0-9a-f]{32}\.(png|jpg)")
"""The name of a picture's file: a digest of what is in it, so that it never changes."""

MEDIA_ADDRESS = re.compile(r"https://[^\s/]+\.[^\s]+")
"""What the address of a sound or a film must look like."""


Family = Literal["choose", "measure", "write", "place", "words"]

FAMILIES: dict[Family, str] = {
    "choose": N_("Choose among answers"),
    "measure": N_("Say how much"),
    "write": N_("Write"),
    "place": N_("Dates and places"),
    "words": N_("Words and consent"),
}
"""What kinds of question have in common, so that a designer finds one among many."""


class Picture(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A picture beside a question: its file, and words that say the same for who cannot see it."""

    file: str
    alt: Text = Text()


class BaseQuestion(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type"):
    """A question: its stable code, its words, when it is shown, and whether it must be answered.

    A kind of question is one subclass that owns everything about its kind: settings, `parse`,
    `raw`, `show`, `check`, `columns`, `cells`, `tally`. Its faces are the templates
    ``templates/questions/{ask,design,print,result}/<type>.html``.

    `why` says why it is asked. `audio` and `video` are the addresses of a recording and of a film
    in sign language for each language, and `transcript` says in writing what is in them.
    `show_when` is the condition on earlier answers under which it is asked, None for always.
    `standard` names the published standard that it follows, with its version, or is empty.
    `sensitive` says that answers are only ever counted: no row of any workbook holds them.
    `goals` are the codes of the project's goals that its answers tell about.
    """

    label: ClassVar[str]
    """What this kind is called in the designer (a sentence of ours)."""
    purpose: ClassVar[str]
    """When a designer should choose it, in one sentence of ours."""
    family: ClassVar[Family] = "choose"
    """Among which kinds a designer finds it."""
    seconds: ClassVar[int] = 12
    """About how long an answer takes, to tell people how long a survey is."""
    asks: ClassVar[bool] = True
    """Whether it asks for an answer; what does not has no number, no answer and no columns."""
    apart: ClassVar[bool] = False
    """Whether what is answered says who the person is, and so is never kept among the answers."""
    several: ClassVar[bool] = False
    """Whether several of the offered options may be in one answer."""
    may_end: ClassVar[bool] = False
    """Whether an answer to it can end the survey."""
    always: ClassVar[bool | None] = None
    """Whether an answer is always or never needed, whatever a document says; None: as it says."""
    numbered: ClassVar[bool] = False
    """Whether each option stands for a number (`Option.value`)."""
    open: ClassVar[bool] = False
    """Whether people answer in sentences of their own."""
    opens: ClassVar[bool] = False
    """Whether its options stand in a list that opens, not one below the other."""
    own_settings: ClassVar[dict[str, str]] = {}
    """The labels (sentences of ours) of the settings that only this kind has, by their fields."""
    fixed: ClassVar[tuple[str, ...]] = ()
    """The `lists` whose rows may be reworded, but not added, moved or deleted."""

    code: str
    text: Text = Text()
    hint: Text = Text()
    why: Text = Text()
    picture: Picture | None = None
    audio: Text = Text()
    video: Text = Text()
    transcript: Text = Text()
    required: bool = False
    show_when: Condition | None = None
    standard: Text = Text()
    sensitive: bool = False
    goals: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Hold the question to what its kind says about needing an answer."""
        if self.always is not None:
            msgspec.structs.force_setattr(self, "required", self.always)

    @classmethod
    def fresh(cls) -> Self:
        """A new question of this kind as the designer first shows it, with its usual settings."""
        return cls(code="question")

    @property
    def type(self) -> str:
        """The name of this kind: its tag in the document and the name of its templates."""
        return str(self.__struct_config__.tag)

    @property
    def settings(self) -> dict[str, str]:
        """The labels of all its settings, by their fields, as its form has them."""
        return {**SETTINGS, **self.own_settings}

    def say_setting(self, name: str) -> Said:
        """What a setting is, in words or as a number."""
        value = getattr(self, name)
        if isinstance(value, Picture):
            return NOT_SET if value.alt.blank else value.alt
        return in_words(value)

    @property
    def counted(self) -> bool:
        """Whether its answers are counted in results and stand in workbooks."""
        return self.asks and not self.apart

    @property
    def offered(self) -> tuple[Option, ...]:
        """The options that people choose among; none for a kind that offers none."""
        return ()

    @property
    def lists(self) -> dict[str, tuple[Option, ...]]:
        """Everything that a designer writes row by row: the lists by the names of their fields."""
        return {}

    def fresh_row(self, name: str) -> Option | None:
        """A new row for one of the `lists`; None where it can have no more."""
        return None

    @property
    def coarse(self) -> bool:
        """Whether it keeps only part of what it asks for, so that nobody is known by it."""
        return False

    def folded(self) -> BaseQuestion | None:
        """The same question with its options in a list that opens; None where it cannot be so."""
        return None

    def with_prefer_not(self) -> Self:
        """The question with the answer "prefer not to say", where it offers answers."""
        return self

    def with_none(self) -> Self:
        """The question with the answer "none of these", where several may be chosen."""
        return self

    def settled(self) -> Self:
        """The question after somebody has changed it, with what follows from its settings."""
        return self

    @property
    def name(self) -> str:
        """The name of the question's main form field."""
        return f"q-{self.code}"

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of all the question's form fields, the main one first."""
        return (self.name,)

    @property
    def parts(self) -> tuple[Option, ...]:
        """The statements or moments that are each answered by themselves; none for most kinds."""
        return ()

    @property
    def measurable(self) -> bool:
        """Whether an answer stands for a number that conditions can compare."""
        return False

    def probes(self, options: Mapping[str, set[str]], numbers: set[float]) -> list[Answer]:
        """Real answers that differ in all that conditions may ask about.

        `options` are the option codes that conditions name, by the part they ask about ("" where
        there are no parts), and `numbers` what they compare with.
        """
        return ["x"]

    def codes(self, answer: Answer, part: str = "") -> frozenset[str]:
        """The option codes in a real answer, for conditions; `part` is one statement of several."""
        return frozenset()

    def amount(self, answer: Answer, part: str = "") -> float | None:
        """The number that a real answer stands for, for conditions; None where it is none."""
        return None

    def ends(self, answer: Answer) -> bool:
        """Whether this real answer ends the survey for the person."""
        return False

    def sample(self, rng: Random, words: str = "") -> dict[str, list[str]]:
        """What a form might send for a real answer, at random; `words` where it asks for some."""
        raise NotImplementedError

    def tidied(self, typed: dict[str, list[str]]) -> dict[str, list[str]]:
        """What somebody is still typing, by field, without what must not be kept of it."""
        return typed

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

    def summaries(self, tally: Tally) -> Iterable[tuple[Option | None, Summary]]:
        """What all answers together say, for each of the `parts`; for None where there are none."""
        return [(None, self.summarise(tally))]

    def texts(self) -> Iterator[tuple[str, Text, bool]]:
        """Every sentence of the question: (place within it, Text, whether it must be written)."""
        yield "text", self.text, True
        yield "hint", self.hint, False
        yield "why", self.why, False
        yield "audio", self.audio, False
        yield "video", self.video, False
        yield "transcript", self.transcript, not (self.audio.blank and self.video.blank)
        yield "standard", self.standard, False
        if self.picture:
            yield "picture.alt", self.picture.alt, True

    def check(self) -> Iterator[Problem]:
        """What must be mended in this kind's settings before the survey may be published.

        A kind with settings of its own yields from this first.
        """
        for place in ("audio", "video"):
            for lang in LANGUAGES:
                address = getattr(self, place).face(lang)
                if address and not MEDIA_ADDRESS.fullmatch(address):
                    yield Problem(
                        N_("Write a whole address that begins with https://: %(address)s"),
                        {"address": address},
                        place=place,
                    )
        if self.picture and not PICTURE_FILE.fullmatch(self.picture.file):
            yield Problem(N_("Choose the picture again"), place="picture")

    def first(self, raw: Raw, field: str = "") -> str:
        """The first value sent for a field (the main one), without outer space."""
        values = raw.get(field or self.name) or [""]
        return values[0].strip()

    def problem(self, message: str, /, field: str = "", **params: object) -> Problem:
        """A `Problem` at one of this question's fields: the first unless another is named."""
        return Problem(message, params, field=field or self.name)
