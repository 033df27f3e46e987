"""The map of a survey: where each page leads, and which answers decide."""

from __future__ import annotations

import pytest

from coprod_survey.questionnaire import library
from coprod_survey.questionnaire.document import Section, SurveyDocument
from coprod_survey.questionnaire.paths import END, stops, watched
from coprod_survey.questionnaire.questions import Consent, ShortText, YesNo
from coprod_survey.questionnaire.rules import Answered, Chosen, Condition
from coprod_survey.questionnaire.text import Text

IF = Answered(question="q1")


def page(code: str, when: Condition | None = None, inside: Condition | None = None) -> Section:
    return Section(
        code=f"s{code}", show_when=when, questions=(ShortText(code=f"q{code}", show_when=inside),)
    )


def survey(*sections: Section) -> SurveyDocument:
    return SurveyDocument(title=Text(en="Map"), sections=sections)


EMPTY = Section(code="empty")


@pytest.mark.parametrize(
    ("sections", "expected"),
    [
        ([], {}),
        ([EMPTY], {}),
        ([page("1")], {1: (END,)}),
        ([page("1"), EMPTY, page("3")], {1: (3,), 3: (END,)}),
        ([page("1"), page("2", IF), page("3")], {1: (2, 3), 2: (3,), 3: (END,)}),
        ([page("1"), page("2", None, IF), page("3")], {1: (2, 3), 2: (3,), 3: (END,)}),
        ([page("1"), page("2", IF), page("3", IF)], {1: (2, 3, END), 2: (3, END), 3: (END,)}),
    ],
)
def test_a_page_leads_to_each_later_one_up_to_the_first_for_everybody(
    sections: list[Section], expected: dict[int, tuple[int, ...]]
) -> None:
    assert {stop.number: stop.leads_to for stop in stops(survey(*sections))} == expected


def test_a_question_knows_which_pages_its_answer_decides_about() -> None:
    document = survey(page("1", None), page("2", IF), page("3", None, IF), page("4"))
    first, second, *_ = stops(document)
    assert first.asked[0].looked_at == (2, 3)
    assert second.asked[0].looked_at == ()
    assert second.show_when == IF
    assert not second.everybody


def test_what_decides_the_path_is_watched() -> None:
    rule = Chosen(question="yes", options=("yes",))
    agrees = Section(
        code="a", questions=(Consent(code="consent"), YesNo(code="yes"), ShortText(code="other"))
    )
    document = survey(agrees, page("1", rule))
    assert [q.code for q in watched(document)] == ["consent", "yes"]
    assert stops(document)[0].ends[0].code == "consent"


@pytest.mark.parametrize("name", library.names())
def test_every_page_of_the_library_can_be_reached_on_the_map(name: str) -> None:
    pages = stops(library.load(name))
    led_to = {number for stop in pages for number in stop.leads_to}
    assert led_to == {stop.number for stop in pages[1:]} | {END}
    for stop in pages:
        assert stop.leads_to == tuple(sorted(stop.leads_to, key=lambda n: n or 10**6))
