"""The forms of reviewing: what somebody says of a draft, what is answered, links, and the about-page."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from flask import request
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, ValidationError

from ..dates import LONDON, beginning
from ..questionnaire.text import Text
from ..web.forms import (
    AtMost,
    DayField,
    Form,
    Needed,
    ParagraphField,
    RadioField,
    TextField,
    choices,
    pair,
)
from ..web.words import say
from .about import FIELDS, About
from .models import ANSWERED, CHANGED, DECLINED, TAKEN, Comment, ReviewLink
from .words import KINDS, STAFF_STATES

LONGEST_WORDS = 2_000
LONGEST_WORDING = 1_000
LONGEST_NAME = 80
LONGEST_PASSAGE = 5_000


@pair(
    ParagraphField,
    "suggested",
    _l("Better words"),
    validators=[AtMost(LONGEST_WORDING)],
    rows=2,
)
class CommentForm(Form):
    """What somebody says of one place in a draft."""

    kind = RadioField(
        _l("What do you want to say?"), validators=[Needed(_l("Choose what you want to say"))]
    )
    words = ParagraphField(_l("In your own words"), validators=[AtMost(LONGEST_WORDS)])
    name = TextField(
        _l("Your name (optional)"),
        description=_l("Only the people who write the survey see it."),
        validators=[AtMost(LONGEST_NAME)],
        render_kw={"autocomplete": "name", "classes": "govuk-input--width-20"},
    )

    def __init__(self, **values: Any) -> None:
        super().__init__(**values)
        self.kind.choices = choices((code, say(words)) for code, words in KINDS.items())

    def validate_words(self, field: Field) -> None:
        """Something is said, unless not understanding says it all."""
        said = field.data or self.suggested_cy.data or self.suggested_en.data
        if not said and self.kind.data and self.kind.data != "unclear":
            raise ValidationError(_("Write what you would change, or what is missing"))

    @property
    def suggested(self) -> Text:
        """The wording that the person would like better."""
        return Text(cy=self.suggested_cy.data or "", en=self.suggested_en.data or "")


@pair(ParagraphField, "answer", _l("Your answer"), validators=[AtMost(LONGEST_WORDS)], rows=3)
class AnswerForm(Form):
    """What became of a comment, said to the person who wrote it."""

    state = RadioField(
        _l("What became of it?"), validators=[Needed(_l("Choose what became of the comment"))]
    )

    def __init__(self, comment: Comment, **values: Any) -> None:
        self.comment = comment
        super().__init__(data=self._start(comment), **values)
        offered = [CHANGED, ANSWERED, DECLINED]
        if comment.state == TAKEN:
            offered.insert(0, TAKEN)
        self.state.choices = choices((state, say(STAFF_STATES[state])) for state in offered)

    def validate(self, extra_validators: Any = None) -> bool:
        """Who is answered, or told no, is told so in the language in which they wrote."""
        fine = super().validate(extra_validators)
        mine = self[f"answer_{self.comment.language}"]
        if self.state.data in (ANSWERED, DECLINED) and not mine.data:
            mine.errors = [
                _("Write an answer in Welsh: the comment was made in Welsh")
                if self.comment.language == "cy"
                else _("Write an answer in English: the comment was made in English")
            ]
            return False
        return fine

    @staticmethod
    def _start(comment: Comment) -> dict[str, str]:
        state = comment.state if comment.state in (TAKEN, CHANGED, ANSWERED, DECLINED) else ""
        return {
            "state": state,
            "answer_cy": comment.answer_cy,
            "answer_en": comment.answer_en,
        }


class ClosingForm(Form):
    """The last day on which a review link leads to the draft."""

    closes_on = DayField(
        _l("Last day (optional)"),
        description=_l(
            "For example, 27/3/2026. People can read the draft until the end of this day."
        ),
    )

    @property
    def closes_at(self) -> datetime | None:
        """The moment at which the last day is over."""
        return beginning(self.closes_on.data + timedelta(days=1)) if self.closes_on.data else None


def closing_form(link: ReviewLink | None = None) -> ClosingForm:
    """The form of a link, holding its last day as it is; several can stand on one page."""
    if link is None:
        return ClosingForm(prefix="new-")
    last = (
        (link.closes_at.astimezone(LONDON) - timedelta(seconds=1)).date()
        if link.closes_at
        else None
    )
    sent = request.endpoint == "review.set_day"
    return ClosingForm(
        formdata=request.form if sent else None,
        prefix=f"link{link.id}-",
        data={"closes_on": last},
    )


_PASSAGE: dict[str, Any] = {"validators": [AtMost(LONGEST_PASSAGE)]}


@pair(ParagraphField, "purpose", _l("What the survey is for"), rows=4, **_PASSAGE)
@pair(ParagraphField, "makers", _l("Who made it, and with whom"), rows=4, **_PASSAGE)
@pair(ParagraphField, "changed", _l("What reviewers changed"), rows=10, **_PASSAGE)
class AboutForm(Form):
    """What a survey says of itself, in both languages."""

    @classmethod
    def holding(cls, about: About) -> AboutForm:
        """The form with what has been written so far."""
        data: dict[str, str] = {}
        for name in FIELDS:
            text = getattr(about, name)
            data |= {f"{name}_cy": text.cy, f"{name}_en": text.en}
        return cls(formdata=None, data=data)

    @property
    def about(self) -> About:
        """What the form says."""
        return About(*(self.texts(name) for name in FIELDS))
