"""What a screen reader is told about each kind of question, as Chromium hands it over.

The kinds come from the contract's examples, so that a new kind is held to the same at once.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest
from msgspec import structs
from playwright.sync_api import Browser, CDPSession, Page

from coprod_survey.questionnaire.document import Section
from coprod_survey.questionnaire.questions import TYPES, BaseQuestion
from coprod_survey.questionnaire.text import LANGUAGES, Language, Text
from tests.browser import House, settle, window
from tests.contracts.test_question_types import EXAMPLES, WORDS
from tests.factories import make_document, make_published

pytestmark = pytest.mark.browser

HINT = Text.both("Cofiwch hyn.", "Bear this in mind.")

FIELDS = {
    "checkbox",
    "combobox",
    "listbox",
    "radio",
    "searchbox",
    "spinbutton",
    "textbox",
}
GROUPS = {"group", "radiogroup"}
CHOICES = {"radio", "checkbox", "option", "menulistoption"}


class Node(NamedTuple):
    """One thing on the page as a screen reader has it."""

    role: str
    name: str
    description: str


def nodes_in(page: Page, css: str) -> list[Node]:
    """Everything inside an element, that element too, that a screen reader is told of."""
    chromium: CDPSession = page.context.new_cdp_session(page)
    root = chromium.send("DOM.getDocument")["root"]["nodeId"]
    place = chromium.send("DOM.querySelector", {"nodeId": root, "selector": css})["nodeId"]
    found = chromium.send("Accessibility.queryAXTree", {"nodeId": place})["nodes"]
    chromium.detach()
    return [
        Node(_value(n, "role").lower(), _value(n, "name"), _value(n, "description"))
        for n in found
        if not n["ignored"]
    ]


def _value(node: dict[str, Any], name: str) -> str:
    return " ".join(str(node.get(name, {}).get("value", "")).split())


def questions_of(kind: str) -> list[BaseQuestion]:
    """The examples of a kind, each with a hint, and each of them must be answered."""
    return [
        structs.replace(question, code=f"q{place}", hint=HINT, required=True)
        for place, (question, _sent) in enumerate(EXAMPLES[kind])
    ]


@pytest.fixture
def shown(browser: Browser, house: House, kind: str, lang: Language) -> Page:
    """The questions of one kind on a page that says what is wrong with them: nothing was answered."""
    section = Section(code="all", title=WORDS, questions=tuple(questions_of(kind)))
    with house.app.app_context():
        code = make_published(document=make_document(sections=(section,)))[2].code
    page = window(browser, house.address, lang=lang)
    page.goto(f"/{lang}/s/{code}")
    presses = 1 if TYPES[kind].always is False else 2  # what never needs an answer lets people past
    for _press in range(presses):
        page.locator("main form .govuk-button").first.click()
        settle(page)
    return page


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", [name for name, type_ in TYPES.items() if type_.asks])
def test_a_question_is_told_with_its_hint_its_error_and_all_its_answers(
    shown: Page, kind: str, lang: Language
) -> None:
    if TYPES[kind].always is not False:  # else it never needs an answer
        assert shown.locator(".govuk-error-message").count()
    for question in questions_of(kind):
        css = f"#question-{question.code}"
        nodes = nodes_in(shown, css)
        asked = [
            node
            for node in nodes
            if node.role in FIELDS | GROUPS and f". {WORDS.face(lang)}" in node.name
        ]
        assert asked, f"nothing is called by the words of the question: {nodes}"
        assert HINT.face(lang) in asked[0].description
        told = [node.description for node in nodes if node.role in FIELDS | GROUPS]
        for error in shown.locator(f"{css} .govuk-error-message").all_text_contents():
            assert any(" ".join(error.split()) in description for description in told)
        for node in nodes:
            assert node.name or node.role not in FIELDS | GROUPS, f"{node} has no name"
        called = {node.name for node in nodes if node.role in CHOICES}
        for option in question.offered:
            assert any(option.text.face(lang) in name for name in called)
        for part in question.parts:
            assert any(part.text.face(lang) in node.name for node in nodes if node.role in GROUPS)


@pytest.mark.parametrize("lang", ["en"])
@pytest.mark.parametrize("kind", ["scale"])
def test_the_ends_of_a_scale_are_spoken_words(shown: Page, kind: str, lang: Language) -> None:
    for question in questions_of(kind):
        points = [n for n in nodes_in(shown, f"#question-{question.code}") if n.role == "radio"]
        first, last = question.offered[0], question.offered[-1]
        assert (points[0].name, points[-1].name) == (first.text.face(lang), last.text.face(lang))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", ["single_choice"])
def test_in_both_languages_each_answer_is_called_by_both(
    shown: Page, kind: str, lang: Language
) -> None:
    shown.locator("button[name=both]").click()
    settle(shown)
    nodes = nodes_in(shown, "#question-q0")
    [group] = [node for node in nodes if node.role in GROUPS]
    assert WORDS.cy in group.name and WORDS.en in group.name
    assert HINT.cy in group.description and HINT.en in group.description
    first, second = ("Un", "One") if lang == "cy" else ("One", "Un")
    assert f"{first} {second}" in {node.name for node in nodes if node.role == "radio"}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", ["number"])
def test_every_error_is_listed_and_its_link_leads_to_its_field(
    shown: Page, kind: str, lang: Language
) -> None:
    assert shown.title().startswith("Gwall: " if lang == "cy" else "Error: ")
    assert shown.evaluate("document.activeElement.className").startswith("govuk-error-summary")
    links = shown.locator(".govuk-error-summary__list a")
    assert links.count() == len(questions_of(kind)) > 1
    for place, question in enumerate(questions_of(kind)):
        links.nth(place).click()
        assert shown.evaluate("document.activeElement.id") == question.name
