"""What a person can best do next with a survey: the one thing that its page puts at the top."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from flask import url_for
from flask_babel import gettext as _

from ...accounts.policy import Permission as P
from ...feedback import queries as feedback
from ...projects import overview
from ...review import queries as review
from ...review import signing
from ...web.access import may
from ...web.numbers import figures
from ...web.words import say
from .studio import Studio


class NextStep(NamedTuple):
    """A sentence in the language of the page, and the link to where it is done."""

    words: str
    link: str
    address: str


def next_step(studio: Studio, standing: overview.Standing) -> NextStep | None:
    """The first thing that waits to be done by the person of this request; None while nothing does."""
    if studio.survey.archived_at:
        return None
    return next((step for permission, step in _steps(studio, standing) if may(permission)), None)


def _steps(studio: Studio, standing: overview.Standing) -> Iterator[tuple[P, NextStep]]:
    """Everything that waits, the most urgent first, each with what a person needs to do it."""
    if not studio.document.questions:
        yield (
            P.DESIGN,
            _to(studio, _("Add the questions."), _("Design the survey"), "design.outline"),
        )
        return
    if not studio.survey.current_version_id or studio.is_changed:
        yield from _before_publishing(studio)
    if standing.state == "closed" and standing.sent and not studio.survey.has_findings:
        yield from _telling(studio)
    step = overview.step_of(standing)
    if step and step.endpoint != "design.survey":
        yield step.permission, _to(studio, _(step.words), _(step.link), step.endpoint)
    if studio.versions:
        words = _("Hand it out, and see who has answered.")
        yield P.DISTRIBUTE, _to(studio, words, _("Hand it out"), "distribution.channels")


def _telling(studio: Studio) -> Iterator[tuple[P, NextStep]]:
    """What lies between the answers and telling people what was heard."""
    if feedback.findings(studio.id):
        words = _("What you heard is written, and nobody can read it yet. Check it and publish it.")
        yield P.PUBLISH, _to(studio, words, _("Publish what you heard"), "findings.page")
    else:
        words = _("This survey is closed. Say what you heard, and what you will do about it.")
        yield P.DESIGN, _to(studio, words, _("Say what you heard"), "findings.page")


def _before_publishing(studio: Studio) -> Iterator[tuple[P, NextStep]]:
    """What lies between the draft and its next version."""
    if waiting := len(review.open_comments(studio.id)):
        words = _("Comments that wait for an answer: %(number)s", number=figures(waiting))
        yield P.DESIGN, _to(studio, words, _("Read the comments"), "review.comments")
    mend = _("Things to mend before publishing: %(number)s", number=figures(len(studio.problems)))
    if studio.structure:
        yield P.DESIGN, _to(studio, mend, _("Design the survey"), "design.outline")
    if number := studio.untranslated:
        words = _("Sentences without a translation: %(number)s", number=figures(number))
        yield P.TRANSLATE, _to(studio, words, _("Translate"), "translation.page", state="missing")
    if number := studio.unchecked:
        words = _(
            "Sentences that nobody has checked in both languages: %(number)s",
            number=figures(number),
        )
        yield P.TRANSLATE, _to(studio, words, _("Read both languages"), "translation.check")
    if studio.problems:
        yield P.DESIGN, _to(studio, mend, _("See what to mend"), "design.publish")
    elif hindrance := signing.hindrance(studio.survey, studio.document):
        link = _("Approval by a community partner")
        yield P.PUBLISH, _to(studio, say(hindrance), link, "review.approval")
    elif studio.survey.current_version_id:
        words = _("The draft has changes that people do not see yet.")
        yield P.PUBLISH, _to(studio, words, _("Check and publish"), "design.publish")
    else:
        words = _("Look at it once more in both languages, and publish it.")
        yield P.PUBLISH, _to(studio, words, _("Check and publish"), "design.publish")


def _to(studio: Studio, words: str, link: str, endpoint: str, **values: Any) -> NextStep:
    address = url_for(endpoint, project_id=studio.survey.project_id, survey_id=studio.id, **values)
    return NextStep(words, link, address)
