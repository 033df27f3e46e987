"""Questions that come and go with an answer: on the same page, on later ones, from the check."""

from __future__ import annotations

import pytest
from flask import Flask

from coprod_survey.questionnaire.answers import SKIPPED
from coprod_survey.questionnaire.document import Section, SurveyDocument
from coprod_survey.questionnaire.questions import Number, ShortText, SingleChoice
from coprod_survey.questionnaire.rules import Answered, Chosen, Compared, Not
from coprod_survey.questionnaire.text import Text
from tests.factories import make_document, make_published, option
from tests.responses.people import begin, only_response, press
from tests.visitor import Visitor

HELP = SingleChoice(
    code="help",
    text=Text.both("Gawsoch chi help?", "Did you have help?"),
    options=(option("yes", "Do", "Yes"), option("no", "Naddo", "No")),
)
WHO = ShortText(
    code="who",
    text=Text.both("Pa fath o help?", "What kind of help?"),
    required=True,
    show_when=Chosen(question="help", options=("yes",)),
)
ENOUGH = ShortText(
    code="enough",
    text=Text.both("Oedd hynny’n ddigon?", "Was that enough?"),
    show_when=Answered(question="who"),
)
HOURS = Number(code="hours", text=Text.both("Sawl awr?", "How many hours?"))
LONG = ShortText(code="long", text=Text.both("Pam cymaint?", "Why so many?"))
LAST = ShortText(code="last", text=Text.both("Rhywbeth arall?", "Anything else?"))


def survey() -> SurveyDocument:
    """Three pages: follow-ups on the first, the second only for long hours, the last for all."""
    return make_document(
        sections=(
            Section(code="one", title=Text.both("Un", "One"), questions=(HELP, WHO, ENOUGH, HOURS)),
            Section(
                code="two",
                title=Text.both("Dau", "Two"),
                questions=(LONG,),
                show_when=Compared(question="hours", number=10, how="gt"),
            ),
            Section(code="three", title=Text.both("Tri", "Three"), questions=(LAST,)),
        )
    )


@pytest.fixture
def code(app: Flask) -> str:
    """The short code of a survey whose path depends on the answers."""
    return make_published(document=survey())[2].code


def asked(visitor: Visitor) -> list[str]:
    """The codes of the questions on the page, in order."""
    return [e.get("id").removeprefix("question-") for e in visitor.page.select(".app-question")]


def test_a_follow_up_has_a_number_of_its_own_below_its_question() -> None:
    assert survey().numbers == {
        "help": "1", "who": "1a", "enough": "1b", "hours": "2", "long": "2a", "last": "3",
    }  # fmt: skip


def test_without_script_the_page_is_shown_again_with_the_follow_up_and_says_why(
    visitor: Visitor, code: str
) -> None:
    assert "Number of questions: about 3" in visitor.open(f"/en/s/{code}").text
    begin(visitor, code)
    assert asked(visitor) == ["help", "hours"]
    assert "Questions 1 to 2 of about 3" in visitor.page.text
    press(visitor, **{"q-help": "yes", "q-hours": "3"})
    assert visitor.page.address == f"/en/s/{code}/1"
    assert asked(visitor) == ["help", "who", "hours"]
    assert "because of your answer to question 1." in visitor.page.text
    assert visitor.page.link("1a. What kind of help?") == "#question-who"
    assert not visitor.page.errors, "nobody did anything wrong"
    press(visitor, **{"q-who": "A friend"})
    assert asked(visitor) == ["help", "who", "enough", "hours"]
    press(visitor)
    assert visitor.page.h1 == "Three"
    assert only_response().answers == {
        "help": {"chosen": ["yes"]},
        "who": "A friend",
        "enough": SKIPPED,
        "hours": 3,
    }


def test_a_required_follow_up_asks_for_its_answer_once_it_was_shown(
    visitor: Visitor, code: str
) -> None:
    begin(visitor, code)
    press(visitor, **{"q-help": "yes"})
    press(visitor, status=422)
    assert visitor.page.errors == ["Question 1a: Write your answer"]
    press(visitor, **{"q-help": "no"})  # and nothing is asked of who had no help
    assert visitor.page.h1 == "Three"


def test_with_htmx_the_follow_up_comes_with_the_autosave_and_goes_again(
    visitor: Visitor, code: str
) -> None:
    begin(visitor, code)
    headers = {"HX-Request": "true"}
    token = visitor.page.select("input[name=csrf_token]")[0].get("value")

    def autosave(**fields: str) -> str:
        answer = visitor.client.post(
            f"/en/s/{code}/1/autosave", data={"csrf_token": token, **fields}, headers=headers
        )
        assert answer.status_code == 200
        assert "HX-Request" in answer.headers["Vary"]
        return answer.get_data(as_text=True)

    came = autosave(**{"q-help": "yes"})
    assert "Kept at" in came
    assert "A question has been added to this page" in came
    assert '<hx-partial hx-target="#follow-up-who">' in came
    assert 'name="shown" value="who"' in came
    assert "follow-up-enough" not in came, "that place is empty already"
    still = autosave(**{"q-help": "yes", "shown": "who", "q-who": "A fr"})
    assert "#follow-up-who" not in still, "what a person writes in is left alone"
    assert "#follow-up-enough" in still
    gone = autosave(**{"q-help": "no", "shown": "who", "q-who": "A fr"})
    assert '<hx-partial hx-target="#follow-up-who"></hx-partial>' in gone
    assert "has been added" not in gone
    back = autosave(**{"q-help": "yes"})
    assert 'value="A fr"' in back, "what was written there comes back with it"


def test_what_is_typed_brings_its_follow_up_when_the_page_is_loaded_again(
    visitor: Visitor, code: str
) -> None:
    begin(visitor, code)
    token = visitor.page.select("input[name=csrf_token]")[0].get("value")
    typed = {"csrf_token": token, "q-help": "yes"}
    assert visitor.client.post(f"/en/s/{code}/1/autosave", data=typed).status_code == 200
    visitor.open(f"/en/s/{code}/1")
    assert asked(visitor) == ["help", "who", "hours"]
    visitor.submit("Cymraeg", **{"q-who": "Ffrind"})
    assert visitor.page.address == f"/cy/s/{code}/1"
    assert asked(visitor) == ["help", "who", "enough", "hours"]
    assert visitor.page.select("#q-who")[0].get("value") == "Ffrind"


def test_a_page_is_only_shown_when_its_condition_holds(visitor: Visitor, code: str) -> None:
    begin(visitor, code)
    press(visitor, **{"q-hours": "11"})
    assert visitor.page.h1 == "Two"
    assert "Question 2a of about 3" in visitor.page.text
    press(visitor, **{"q-long": "Much to do"})
    press(visitor, **{"q-last": "No"})
    assert visitor.page.h1 == "Check your answers"
    visitor.open(f"/en/s/{code}/1?from=check")
    press(visitor, **{"q-hours": "1"})
    assert visitor.page.h1 == "Check your answers"
    assert "Much to do" not in visitor.page.text, "what fell off the path is not shown"
    assert only_response().answers["long"] == "Much to do", "and is kept"
    assert visitor.open(f"/en/s/{code}/2").address == f"/en/s/{code}/check"


def test_what_newly_applies_after_a_change_from_the_check_is_asked_and_leads_back(
    visitor: Visitor, code: str
) -> None:
    begin(visitor, code)
    press(visitor, **{"q-help": "no", "q-hours": "1"})
    press(visitor)
    assert visitor.page.h1 == "Check your answers"
    visitor.open(f"/en/s/{code}/1?from=check")
    press(visitor, **{"q-help": "yes", "q-hours": "20"})
    assert asked(visitor) == ["help", "who", "hours"]
    press(visitor, **{"q-who": "A nurse"})
    press(visitor)
    assert visitor.page.h1 == "Two"
    press(visitor, **{"q-long": "A long road"})
    assert visitor.page.h1 == "Check your answers"
    press(visitor)
    assert only_response().completed_at


def test_a_needed_answer_can_be_left_for_the_end_where_the_check_asks_for_it(
    visitor: Visitor, code: str
) -> None:
    begin(visitor, code)
    press(visitor, **{"q-help": "yes"})
    press(visitor, status=422)
    visitor.submit("Leave it empty for now and go on")
    assert visitor.page.h1 == "Three"
    press(visitor)
    assert visitor.page.h1 == "Check your answers"
    assert visitor.page.text.count("This question needs an answer") == 1
    press(visitor, status=422)
    assert visitor.page.errors == ["Question 1a: Write your answer"]
    assert only_response().completed_at is None
    press(visitor, **{"q-who": "A neighbour"})
    press(visitor)
    assert visitor.page.h1 == "Check your answers"
    press(visitor)
    assert only_response().completed_at


def test_coming_back_lands_on_the_first_question_that_was_not_answered(
    visitor: Visitor, code: str
) -> None:
    begin(visitor, code)
    press(visitor, **{"q-help": "yes", "q-hours": "3"})
    visitor.open(f"/en/s/{code}")
    token = visitor.page.select("input[name=csrf_token]")[0].get("value")
    key = visitor.page.select("input[name=key]")[0].get("value")
    carry_on = {"csrf_token": token, "key": key, "carry_on": "1"}
    answer = visitor.client.post(f"/en/s/{code}", data=carry_on)
    assert answer.headers["Location"] == f"/en/s/{code}/1#question-who"


def test_an_answer_that_hides_itself_is_no_trap(app: Flask, visitor: Visitor) -> None:
    """A follow-up that shows while another is empty goes once that is answered, and stays gone."""
    first = ShortText(code="first", text=Text.both("Enw’r grŵp?", "The group’s name?"))
    other = ShortText(
        code="other",
        text=Text.both("Pam nad oes enw?", "Why has it no name?"),
        required=True,
        show_when=Not(of=Answered(question="first")),
    )
    page = Section(code="s", title=Text.both("Grŵp", "Group"), questions=(first, other))
    code = make_published(document=make_document(sections=(page,)))[2].code
    begin(visitor, code)
    assert asked(visitor) == ["first", "other"]
    press(visitor, **{"q-first": "Hafan"})
    assert visitor.page.h1 == "Check your answers"
    assert "Why has it no name" not in visitor.page.text
