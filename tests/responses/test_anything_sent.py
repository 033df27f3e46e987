"""Whatever a form sends, people get a page that helps them, never one that says we broke."""

from __future__ import annotations

from typing import Any

from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coprod_survey.questionnaire.document import Section
from tests.contracts.test_question_types import EXAMPLES, WORDS
from tests.factories import make_document, make_published
from tests.responses.people import begin
from tests.visitor import Visitor

from msgspec.structs import replace  # isort: skip

KINDS = [question for examples in EXAMPLES.values() for question, _sent in examples]
QUESTIONS = tuple(replace(question, code=f"q{n}") for n, question in enumerate(KINDS))
FIELDS = [name for question in QUESTIONS for name in question.fields]
VALUES = st.text(max_size=30) | st.sampled_from(
    ["", "one", "yes", "\x00", "’" * 300, "1" * 5000, "=HYPERLINK()", "<b>", "2026", "%(x)s", "{n}"]
)
BUTTONS = st.sampled_from(["", "back", "later", "leave", "clear", "switch_to", "both", "hide"])
ROUTES = st.sampled_from(["1", "1/autosave", "2", "check", "99", "0"])


@given(
    route=ROUTES,
    sent=st.dictionaries(
        st.sampled_from(FIELDS) | st.text(max_size=10), st.lists(VALUES, max_size=3), max_size=12
    ),
    button=BUTTONS,
    value=VALUES | st.sampled_from(["cy", "en", "q0"]),
)
@settings(max_examples=120, suppress_health_check=list(HealthCheck))
def check_one(visitor: Visitor, code: str, route: str, sent: Any, button: str, value: str) -> None:
    token = visitor.page.select("input[name=csrf_token]")[0].get("value")
    data = {**sent, "csrf_token": token, **({button: value} if button else {})}
    response = visitor._send("post", f"/cy/s/{code}/{route}", data=data)
    assert response.status_code < 500, (route, data)
    shown = visitor._send("get", f"/cy/s/{code}/1?put_right=1")
    assert shown.status_code < 500, (route, data)


def test_nothing_that_is_sent_breaks_a_page(app: Flask, visitor: Visitor) -> None:
    section = Section(code="all", title=WORDS, questions=QUESTIONS)
    more = make_document().sections[1]
    code = make_published(document=make_document(sections=(section, more)))[2].code
    begin(visitor, code, "cy")
    check_one(visitor, code)
