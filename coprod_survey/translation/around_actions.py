"""Translate and check the words around a survey."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, cast

import msgspec

from ..audit.actions import record
from ..errors import Conflict, Refused
from ..extensions import db
from ..projects.models import Project
from ..questionnaire.parity.finding import words_key
from ..questionnaire.problem import Problem
from ..questionnaire.text import LANGUAGES, N_, Language, Text, fingerprint
from .around import Held, around
from .around_models import AroundState
from .hands import NOT_THERE, REWORDED, Hand, translated

CHANGED = N_("Somebody else has changed these words in the meantime. Read them once more")
NO_WORDS = N_("Write the words in both languages")
NOT_YOURS = N_("Only an administrator can change the organisation’s words")


def write(
    project: Project,
    survey_id: int,
    place: str,
    words: str,
    lang: Language,
    *,
    hand: Hand,
    seen: str = "",
    do: str = "save",
    at: datetime | None = None,
) -> None:
    """Write the translation of one sentence into `lang`, as `actions.write` does for the document's.

    `seen` is what `seen_key` says of the words that the person's page showed. Raises `Conflict`
    where they read differently now, unless they read as they are to, and `Refused` where they are gone, are to be left empty, or are not for
    this person to change; saying that both languages say the same is for everybody who translates.
    """
    _hold(project)
    held = _found(project, survey_id, place)
    if seen and _changed_since(seen, held.text, {lang: words}):
        raise Conflict(Problem(CHANGED))
    if not words:
        raise Refused(Problem(NO_WORDS))
    if words != held.text.face(lang) and not held.may_be_written_by(hand.user):
        raise Refused(Problem(NOT_YOURS))
    after = translated(held.text, words, lang, do)
    held.put(after)
    _keep(project, survey_id, held, after)
    _note("words around translated", project, survey_id, hand, at, place=place)
    db.session.commit()


def mark(
    project: Project,
    survey_id: int,
    read: Mapping[str, str],
    *,
    hand: Hand,
    at: datetime | None = None,
) -> None:
    """Keep that somebody has read both languages of these sentences; the caller commits.

    `read` holds digests by place. Raises `Refused` where one reads differently now; none is kept.
    """
    here = {held.place: held for held in around(project, survey_id)}
    if any(place not in here or words_key(here[place].text) != key for place, key in read.items()):
        raise Refused(Problem(REWORDED))
    for place in read:
        _confirm(project, survey_id, here[place])
    if read:
        _note("words around checked", project, survey_id, hand, at, number=len(read))


def confirm_all(project: Project, survey_id: int) -> None:
    """Keep of everything around a survey that it was read in both languages; the caller commits.

    For words of our own and of the demonstration.
    """
    for held in around(project, survey_id):
        _confirm(project, survey_id, held)


def _confirm(project: Project, survey_id: int, held: Held) -> None:
    """Keep that both languages say the same, also where the words know that of themselves."""
    confirmed = held.text.confirm()
    held.put(confirmed)
    _keep(project, survey_id, held, confirmed)


def _hold(project: Project) -> None:
    """Hold the project, so that two people do not write over each other; read all of it anew."""
    db.session.get(Project, project.id, with_for_update={"of": Project}, populate_existing=True)
    db.session.expire_all()


def _changed_since(seen: str, text: Text, written: Mapping[str, str]) -> bool:
    """Whether a face reads differently from what was seen, and from what is being written there.

    Autosave may have kept the same words a moment before the button sends them.
    """
    then = dict(zip(LANGUAGES, seen.split("-"), strict=False))
    return any(
        then.get(lang) != fingerprint(text.face(lang)) and written.get(lang) != text.face(lang)
        for lang in LANGUAGES
    )


def _found(project: Project, survey_id: int, place: str) -> Held:
    held = next((h for h in around(project, survey_id) if h.place == place), None)
    if held is None:
        raise Refused(Problem(NOT_THERE))
    return held


def _keep(project: Project, survey_id: int, held: Held, text: Text) -> None:
    row = db.session.get(AroundState, held.place) or AroundState(place=held.place)
    row.project_id = project.id if held.scope != "organisation" else None
    row.survey_id = survey_id if held.scope == "survey" else None
    row.text = cast(dict, msgspec.to_builtins(text))
    db.session.add(row)


def _note(
    action: str, project: Project, survey_id: int, hand: Hand, at: datetime | None, **what: Any
) -> None:
    record(action, by=hand.user, project_id=project.id, survey_id=survey_id, at=at, **what)
