"""A page to which the changes of an edit are applied shows what a fresh page would."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from coprod_survey.design import outlines
from coprod_survey.questionnaire.document import Section, SurveyDocument
from coprod_survey.questionnaire.questions import Question
from tests.questionnaire.any_edit import any_edit
from tests.questionnaire.test_paths import documents


class Plain:
    """A survey whose parts look as they are written."""

    def __init__(self, document: SurveyDocument) -> None:
        self.document = document

    def look_of_settings(self) -> Any:
        return self.document.title

    def look_of_section(self, section: Section) -> Any:
        return section.title, section.introduction, section.show_when, len(section.questions)

    def look_of_question(self, question: Question) -> Any:
        return question


class Shown:
    """What a browser shows of an outline, and how it puts changes in their places."""

    def __init__(self, outline: Plain, opened: set[str]) -> None:
        document = outline.document
        self.heads = {s.code: outline.look_of_section(s) for s in document.sections}
        self.cards = {
            s.code: [(q.code, outline.look_of_question(q)) for q in s.questions]
            for s in document.sections
            if s.code in opened
        }
        self.settings = outline.look_of_settings()
        self.numbers = {**outlines._numbers(document)}

    def apply(self, changes: outlines.Changes, outline: Plain) -> None:
        """Do to the page what htmx and studio.js do."""
        cards = {code: look for shown in self.cards.values() for code, look in shown}
        for section in changes.heads:
            self.heads[section.code] = outline.look_of_section(section)
        for section in changes.new_sections:
            self.heads[section.code] = outline.look_of_section(section)
        for question in changes.cards:
            assert question.code in cards
            cards[question.code] = outline.look_of_question(question)
        homes = {code: home for home, shown in self.cards.items() for code, _ in shown}
        for home, question in changes.new:
            assert question.code not in homes, "nothing stands on a page twice"
            homes[question.code] = home
            cards[question.code] = outline.look_of_question(question)
        for element in changes.gone:
            part, _, code = element.partition("-")
            if part == "section":
                del self.heads[code]
                self.cards.pop(code, None)
            else:
                homes.pop(code, None)
        for home, codes in changes.places.items():
            self.cards[home] = [(code, cards[code]) for code in codes]
        for home, shown in self.cards.items():
            self.cards[home] = [(code, cards[code]) for code, _ in shown if code in homes]
        if changes.order:
            self.heads = {code: self.heads[code] for code in changes.order}
        self.numbers.update(changes.numbers)
        if changes.settings:
            self.settings = outline.look_of_settings()


@given(documents(), st.data())
@settings(max_examples=120, deadline=None)
def test_changes_lead_to_what_a_fresh_page_shows(
    document: SurveyDocument, data: st.DataObject
) -> None:
    opened = {s.code for s in document.sections if data.draw(st.booleans())}
    before = after = document
    for _ in range(data.draw(st.integers(1, 4))):
        after = data.draw(any_edit(after))[1](after)
    page = Shown(Plain(before), opened)
    page.apply(outlines.changes(Plain(before), Plain(after), opened), Plain(after))
    kept = opened & {s.code for s in before.sections} & {s.code for s in after.sections}
    fresh = Shown(Plain(after), kept)
    assert list(page.heads.items()) == list(fresh.heads.items())
    assert page.cards == fresh.cards
    assert page.settings == fresh.settings
    assert {n: page.numbers[n] for n in fresh.numbers} == fresh.numbers


def test_the_same_survey_twice_changes_nothing() -> None:
    document = SurveyDocument(sections=(Section(code="one"),))
    changes = outlines.changes(Plain(document), Plain(document), {"one"})
    assert not any(changes)
