"""Somebody who answers in a browser: by pressing and typing, or by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from playwright.sync_api import Page

from coprod_survey.questionnaire.document import SurveyDocument
from coprod_survey.questionnaire.journey import Journey
from coprod_survey.questionnaire.questions import Question

Values = dict[str, list[str]]
Way = Callable[[Page, Values], None]
"""One way of giving an answer: on this page, these form values."""

MOST_TABS = 400


def main_button(page: Page) -> Any:
    """The page's one main button, whatever it is called in its language."""
    return page.locator("main form .govuk-button:visible").first


def by_hand(page: Page, values: Values) -> None:
    """Press what is chosen and type what is written, as with a finger or a mouse."""
    for name, wanted in values.items():
        fields = page.locator(f'main [name="{name}"]')
        kind = fields.first.evaluate("e => e.tagName == 'SELECT' ? 'select' : e.type")
        if kind in ("radio", "checkbox"):
            for value in wanted:
                page.locator(f'main [name="{name}"][value="{value}"]').check()
        elif kind == "select":
            fields.first.select_option(wanted[0])
        else:
            fields.first.fill(wanted[0])


def by_keyboard(page: Page, values: Values) -> None:
    """Reach each field with Tab, choose with Space and arrows, and type."""
    for name, wanted in values.items():
        _tab_to(page, name)
        kind = page.evaluate(
            "() => { const e = document.activeElement; return e.tagName == 'SELECT' ? 'select' : e.type }"
        )
        if kind == "radio":
            page.keyboard.press("Space")
            _arrow_to(page, wanted[0], "() => document.activeElement.value")
        elif kind == "select":
            _arrow_to(page, wanted[0], "() => document.activeElement.value")
        elif kind == "checkbox":
            for value in wanted:
                _tab_to(page, name, value)
                page.keyboard.press("Space")
        else:
            page.keyboard.press("Control+A")
            page.keyboard.type(wanted[0])


def _tab_to(page: Page, name: str, value: str = "") -> None:
    seen = "() => [document.activeElement.name || '', document.activeElement.value || '']"
    for _ in range(MOST_TABS):
        there, chosen = page.evaluate(seen)
        if there == name and value in ("", chosen):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never reaches {name} {value} on {page.url}")


def _arrow_to(page: Page, value: str, ask: str) -> None:
    for _ in range(300):
        if page.evaluate(ask) == value:
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"The arrow keys never reach {value} on {page.url}")


def answer_page(
    page: Page, document: SurveyDocument, seed: int, way: Way, done: set[str]
) -> Iterator[Question]:
    """Answer every question that the page shows and that is not in `done`, one after another.

    What an answer brings to the page is answered too. Gives each question after its answer.
    """
    waited = False
    while True:
        shown = [
            e.removeprefix("question-")
            for e in page.locator("main .app-question").evaluate_all("l => l.map(e => e.id)")
        ]
        waiting = [c for c in shown if c not in done and document.questions[c].asks]
        if not waiting:
            if waited:
                return
            page.wait_for_timeout(600)  # what the last answer brings is still on its way
            waited = True
            continue
        waited = False
        question = document.questions[waiting[0]]
        done.add(question.code)
        way(page, answer_to(question, seed))
        yield question


def answer_to(question: Question, seed: int) -> Values:
    """Form values for a real answer that does not end the survey: the same whenever it is asked."""
    rng = Random(f"{seed} {question.code}")
    for _ in range(100):
        values = question.sample(rng, "Llŷn 🌊")
        if not question.ends(question.parse(values)):
            return values
    raise AssertionError(f"{question.code} can only end the survey")


def seed_for_every_kind(document: SurveyDocument, first: int) -> int:
    """The first seed from `first` on whose answers lead past every kind of question of a survey."""
    kinds = {q.type for q in document.questions.values() if q.asks}
    for seed in range(first, first + 5_000):
        answers = {
            code: question.parse(answer_to(question, seed))
            for code, question in document.questions.items()
            if question.asks
        }
        if {q.type for q in Journey(document, answers).questions} == kinds:
            return seed
    raise AssertionError("no answers lead past every kind of question")
