"""What showing one page costs: of the 30-question survey, of every kind of question, of a long one.

Each survey is half answered; shown is the page that comes next, as nobody has touched it, and the
page before, with its answers. Beside them stands what checking the rules of the long survey takes.
"""

from __future__ import annotations

import statistics
import time
from pathlib import Path
from random import Random

from flask import Flask

from coprod_survey.design import queries as design
from coprod_survey.distribution import queries as distribution
from coprod_survey.questionnaire import library, reach
from coprod_survey.questionnaire.answers import Raw
from coprod_survey.questionnaire.document import Section, SurveyDocument
from coprod_survey.questionnaire.journey import Journey
from coprod_survey.responses import actions, keys, queries
from coprod_survey.responses.keys import Key

from . import instrument, store
from .answering import SLICES, Site, cost
from .figures import Figure
from .processes import free_port, server

EVERY_KIND = "every-kind"
"""The survey of the library that uses every kind of question."""

USUAL = "30 questions"
CODES = {USUAL: store.CODE, "300 questions, 150 rules": "HIRAF3", "every kind": "POBMATH"}


def measure(folder: Path, *, times: int) -> list[Figure]:
    """Show the pages of each survey by turns, `times` in all; the middle turn counts."""
    surveys = {USUAL: instrument.document(), "300 questions, 150 rules": instrument.long_document()}
    if EVERY_KIND in library.names():
        surveys["every kind"] = library.load(EVERY_KIND)
    more = {CODES[name]: document for name, document in surveys.items() if name != USUAL}
    app = store.make(folder, more=more)
    plans = {
        (name, what): plan
        for name, document in surveys.items()
        for what, plan in _half_answered(app, CODES[name], document).items()
    }
    port = free_port()
    command = ["-m", "coprod_survey", "serve", "--port", str(port)]
    seconds: dict[tuple[str, str], list[float]] = {which: [] for which in plans}
    with server(command, port, "/healthz", store.settings(folder)) as process:
        site = Site(port, (process.pid,))
        each = max(2, times // SLICES)
        for turn in range(SLICES + 1):  # the first warms up, and is not shown
            for which, plan in plans.items():
                used = cost({**plan, "port": port, "responses": each}, site.pids).seconds
                if turn:
                    seconds[which].append(used)
    middle = {which: statistics.median(values) * 1000 for which, values in seconds.items()}
    figures = [
        Figure(f"page {what}, {name}: CPU", value, "ms", middle[USUAL, what])
        for (name, what), value in middle.items()
    ]
    checked = Figure("check of 150 rules: CPU", _checking() * 1000, "ms")
    return [*figures, checked]


def _half_answered(app: Flask, code: str, document: SurveyDocument) -> dict[str, dict[str, object]]:
    """Somebody who has answered half of a survey, as plans for the client that shows their pages."""
    key, half = keys.new_key(), len(document.sections) // 2
    with app.app_context():
        door = distribution.door(code)
        assert door is not None
        actions.start(door=door, key=key, lang="cy")
        for number, section in enumerate(document.sections[:half], start=1):
            actions.save_page(key=key, number=number, raw=_sent(document, section), lang="cy")
        row = queries.progress(key)
        assert row is not None
        journey = Journey(design.published(row.version_id), row.answers)
    following = journey.next_page
    assert following is not None
    before = journey.before(following.number)
    assert before is not None
    return {
        what: _plan(code, number, key)
        for what, number in (("untouched", following.number), ("answered", before.number))
    }


def _sent(document: SurveyDocument, section: Section) -> Raw:
    """What somebody sends on one page, answers to all follow-ups among it."""
    raw: dict[str, list[str]] = {actions.SHOWN: list(document.follow_ups)}
    if document.title == instrument.TITLE:
        for name, value in instrument.answers_of(section):
            raw.setdefault(name, []).append(value)
        return raw
    rng = Random(section.code)
    for question in section.questions:
        raw.update(question.sample(rng, instrument.SAID) if question.asks else {})
    return raw


def _plan(code: str, number: int, key: Key) -> dict[str, object]:
    secret = store.settings(Path())["COPROD_SECRET_KEY"]
    return {
        "site": "look",
        "code": f"/cy/s/{code}/{number}",
        "pages": [],
        "at_once": 1,
        "cookies": {f"response-{code}": keys.sign(key, code=code, secret_key=secret)},
    }


def _checking() -> float:
    """Processor seconds that it takes to look through the rules of the long survey."""
    document = instrument.long_document()
    began = time.process_time()
    problems = reach.check_rules(document)
    if problems:
        raise RuntimeError(f"The rules of the long survey do not hold: {problems[0]}")
    return time.process_time() - began
