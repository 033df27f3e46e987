"""Words to send: a survey's invitation and reminder with the link, in both languages, ready to copy."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple
from urllib.parse import quote

from flask_babel import force_locale
from flask_babel import gettext as _

from .. import dates
from ..questionnaire.coach.duration import minutes
from ..questionnaire.document import SurveyDocument
from ..questionnaire.text import LANGUAGES, N_, Language, Text

KINDS: dict[str, str] = {"invitation": N_("The invitation"), "reminder": N_("The reminder")}
"""What a survey has words for, by the names of their fields."""


class Letter(NamedTuple):
    """Words to send: which they are, the subject, and the whole message with Welsh above English."""

    kind: str
    label: str
    subject: str
    message: str

    @property
    def mailto(self) -> str:
        """An address that opens the message in whatever program people write e-mail with."""
        message = self.message.replace("\n", "\r\n")  # RFC 6068, section 5
        return f"mailto:?subject={quote(self.subject, safe='')}&body={quote(message, safe='')}"


def letters(survey: SurveyDocument, address: str, last_day: date | None) -> list[Letter]:
    """What a survey says to those whom it asks, with the link `address` on a line of its own.

    What the survey has no words for is left out. How long it takes and the last day are said as
    they are now.
    """
    return [
        Letter(kind, label, _subject(survey, kind), _message(survey, kind, address, last_day))
        for kind, label in KINDS.items()
        if not _words(survey, kind).blank
    ]


def _words(survey: SurveyDocument, field: str) -> Text:
    text = getattr(survey, field)
    assert isinstance(text, Text)
    return text


def _subject(survey: SurveyDocument, kind: str) -> str:
    """Both languages on one line; the survey's title where no subject was written."""
    text = _words(survey, f"{kind}_subject")
    text = survey.title if text.blank else text
    faces = dict.fromkeys(" ".join(text.words(lang).split()) for lang in LANGUAGES)
    return " / ".join(faces)


def _message(survey: SurveyDocument, kind: str, address: str, last_day: date | None) -> str:
    text = _words(survey, kind)
    return "\n\n---\n\n".join(
        "\n\n".join((text.words(lang).strip(), *_added(survey, lang, address, last_day)))
        for lang in LANGUAGES
    )


def _added(
    survey: SurveyDocument, lang: Language, address: str, last_day: date | None
) -> Iterator[str]:
    """What we add to the words: how long it takes, until when, and the link."""
    with force_locale(lang):
        about = _("How long it takes, in minutes: about %(minutes)s", minutes=minutes(survey))
        until = _("Last day: %(day)s", day=dates.in_words(last_day, lang)) if last_day else ""
        yield "\n".join(line for line in (about, until) if line)
        here = _("Answer here:")
        yield f"{here}\n{address}"
