"""The forms of findings and commitments, and the question before something is deleted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from msgspec.structs import replace

from ..questionnaire.questions import Question
from ..questionnaire.text import LANGUAGES, Text
from ..web.forms import (
    AtMost,
    Form,
    MonthField,
    ParagraphField,
    RadioField,
    SelectField,
    TextField,
    TickField,
    choices,
    pair,
)
from ..web.language import current
from ..web.words import say
from .models import DOING, PLANNED, STATES, Commitment, Finding
from .telling import STATE_WORDS, Promise

LONGEST = 1_000
LONGEST_NAME = 200
LONGEST_WORDS = 80
"""How much of a question's words a list of questions shows."""


class _Both(Form):
    """A form of sentences in both languages, which the person may say they have checked."""

    same = TickField(_l("I have read both languages of everything here, and they say the same"))

    order: ClassVar[tuple[str, ...]] = ()
    """The fields as they stand on the page: so does the summary of what is wrong name them."""

    def __init__(self, **values: Any) -> None:
        super().__init__(**values)
        fields: dict[str, Any] = self._fields  # type: ignore[has-type]
        self._fields = {name: fields[name] for name in self.order}

    def written(self, name: str, old: Text) -> Text:
        """The sentence as it is now, written over an old one."""
        faces = {lang: self[f"{name}_{lang}"].data or "" for lang in LANGUAGES}
        return old.write(cy=faces["cy"], en=faces["en"], confirm=bool(self.same.data))

    def needs(self, name: str, message: str) -> bool:
        """Whether a sentence is there in one language at least; says so at its field where not."""
        if any(self[f"{name}_{lang}"].data for lang in LANGUAGES):
            return True
        self.refuse_at(f"{name}_{current()}", message)
        return False

    def refuse_at(self, field: str, message: str) -> None:
        """Show what is wrong at a field, unless something is said there already."""
        if not self[field].errors:
            self[field].errors = [message]


@pair(ParagraphField, "heard", _l("What we heard"), validators=[AtMost(LONGEST)], rows=4)
class FindingForm(_Both):
    """One finding."""

    order = ("heard_cy", "heard_en", "question", "same")

    question = SelectField(
        _l("Which question does it rest on? (optional)"),
        description=_l("People then see the words of the question too."),
    )

    def __init__(
        self, questions: Mapping[str, Question], numbers: Mapping[str, str], row: Finding | None
    ) -> None:
        self.row = row
        start: dict[str, Any] = {}
        if row:
            known = row.question if row.question in questions else ""
            start = {"heard_cy": row.heard.cy, "heard_en": row.heard.en, "question": known}
        super().__init__(data=start)
        self.question.choices = choices(
            [("", _("No one question"))]
            + [(code, _line(numbers.get(code, ""), q)) for code, q in questions.items()]
        )

    def validate(self, extra_validators: Any = None) -> bool:
        """Something was heard."""
        fine = super().validate(extra_validators)
        return self.needs("heard", _("Write what you heard")) and fine

    @property
    def heard(self) -> Text:
        """What was heard."""
        return self.written("heard", self.row.heard if self.row else Text())


def _line(number: str, question: Question) -> str:
    words = question.text.words("cy" if current() == "cy" else "en")
    short = words if len(words) <= LONGEST_WORDS else f"{words[:LONGEST_WORDS].rstrip()}…"
    return f"{number}. {short}" if number else short


@pair(ParagraphField, "promise", _l("What we will do"), validators=[AtMost(LONGEST)], rows=3)
@pair(TextField, "who", _l("Who will do it"), validators=[AtMost(LONGEST_NAME)])
@pair(ParagraphField, "outcome", _l("What happened"), validators=[AtMost(LONGEST)], rows=3)
class CommitmentForm(_Both):
    """What will be done about a finding, and what came of it."""

    order = (
        *("promise_cy", "promise_en", "who_cy", "who_en", "by_month"),
        *("state", "outcome_cy", "outcome_en", "same"),
    )

    by_month = MonthField(
        _l("By which month?"), description=_l("A month and a year. For example, 3/2027")
    )
    state = RadioField(_l("How far is it?"))

    def __init__(self, row: Commitment | None) -> None:
        self.row = row
        start: dict[str, Any] = {"state": PLANNED}
        if row:
            start = {"by_month": row.by_month, "state": row.state}
            for name in ("promise", "who", "outcome"):
                text: Text = getattr(row, name)
                start |= {f"{name}_cy": text.cy, f"{name}_en": text.en}
        super().__init__(data=start)
        self.state.choices = choices((state, say(STATE_WORDS[state])) for state in STATES)

    def validate(self, extra_validators: Any = None) -> bool:
        """Something is promised, by somebody, and by some month while it is still to be done."""
        fine = super().validate(extra_validators)
        fine = self.needs("promise", _("Write what you will do")) and fine
        fine = self.needs("who", _("Write who will do it: a team or a role")) and fine
        if not self.state.data:
            self.refuse_at("state", _("Choose how far it is"))
            fine = False
        if self.state.data in (PLANNED, DOING) and not self.by_month.data:
            self.refuse_at("by_month", _("Write the month by which it will be done"))
            fine = False
        return fine

    @property
    def promise(self) -> Promise:
        """What the form says."""
        old = self.row or Promise()
        what = Promise(by_month=self.by_month.data, state=self.state.data)
        texts = {name: self.written(name, getattr(old, name)) for name in ("promise", "who")}
        return replace(what, **texts, outcome=self.written("outcome", old.outcome))
