"""The coach in the studio: what it says beside a question and on its page, and what people do about it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from msgspec.structs import replace

from coprod_survey.accounts.models import User
from coprod_survey.design import advising, queries
from coprod_survey.design.models import Survey
from coprod_survey.extensions import db
from coprod_survey.projects.models import Project
from coprod_survey.questionnaire.document import Section, SurveyDocument
from coprod_survey.questionnaire.questions import LongText, Option, SingleChoice, YesNo
from coprod_survey.questionnaire.text import Text
from tests.factories import make_document, make_member, make_project, make_survey
from tests.visitor import Page, Visitor, words_of

SignIn = Callable[[User], Visitor]

RELIGION = SingleChoice(
    code="religion",
    text=Text.both("Beth yw eich crefydd?", "What is your religion?"),
    options=(
        Option(code="none", text=Text.both("Dim crefydd", "No religion")),
        Option(code="other", text=Text.both("Crefydd", "A religion")),
    ),
)
HEARD = YesNo(
    code="heard",
    text=Text.both(
        "A gawsoch chi wrandawiad a pharch?", "Were you listened to and given your costs?"
    ),
    pair="do",
).settled()
OPEN = LongText(code="more", text=Text.both("Beth arall?", "What else?"), required=True)


@pytest.fixture
def survey(app: Flask) -> Survey:
    sections = (
        Section(code="first", title=Text.both("Chi", "You"), questions=(RELIGION, HEARD, OPEN)),
    )
    return make_survey(make_project(), make_document(sections=sections))


@pytest.fixture
def facilitator(survey: Survey, visitor_as: SignIn) -> Visitor:
    return visitor_as(make_member(db.session.get_one(Project, survey.project_id)))


def press(visitor: Visitor, page: Page, button: str, about: str = "") -> Page:
    """Press the first button of the page whose words begin so and tell of `about`."""
    pressed = next(
        b
        for b in page.select("main button")
        if words_of(b).startswith(button) and about in words_of(b)
    )
    form = pressed.getparent()
    key = form.cssselect("input[name=key]")[0].get("value")
    return visitor.post(form.get("action"), {"key": key, "do": pressed.get("value")})


def typed(page: Page, **words: str) -> dict[str, str]:
    """What the question's form sends after somebody has typed these words."""
    fields = page.select("main form [name]:not(button):not([type=checkbox])")
    values = {f.get("name"): f.get("value") or f.text or "" for f in fields}
    return {**values, **{name.replace("_", "-"): said for name, said in words.items()}}


def home(survey: Survey, lang: str = "en") -> str:
    return f"/{lang}/projects/{survey.project_id}/surveys/{survey.id}"


def draft(survey: Survey) -> SurveyDocument:
    db.session.rollback()
    return queries.draft(survey.id).document


@pytest.mark.parametrize("lang", ["cy", "en"])
def test_the_page_lists_all_advice_by_section_with_the_minutes(
    facilitator: Visitor, survey: Survey, lang: str
) -> None:
    page = facilitator.open(home(survey, lang) + "/advice")
    said = words_of(page.select("main")[0])
    assert ("Estimated minutes to answer: 2" if lang == "en" else "Amcangyfrif") in said
    assert ("This may ask about two things at once" in said) == (lang == "en")
    assert ("Let people leave it empty" in said) == (lang == "en")


def test_the_outline_says_how_much_advice_there_is(facilitator: Visitor, survey: Survey) -> None:
    facilitator.open(home(survey) + "/design")
    page = facilitator.follow("Advice: 6")
    assert page.h1 == "Advice on the survey"


def test_one_press_mends_and_undo_takes_it_back(facilitator: Visitor, survey: Survey) -> None:
    before = draft(survey)
    page = facilitator.open(home(survey) + "/advice")
    press(facilitator, page, "Add “prefer not to say”")
    mended = draft(survey).questions["religion"]
    assert [o.role for o in mended.offered] == ["", "", "prefer_not"]
    assert queries.last_edit(survey.id).action == "advice"
    facilitator.open(home(survey) + "/design")
    facilitator.submit("Undo the last change")
    assert draft(survey) == before


def test_a_mend_in_the_form_saves_what_was_typed_with_it(
    facilitator: Visitor, survey: Survey
) -> None:
    facilitator.open(home(survey) + "/questions/more")
    facilitator.submit(
        "Let people leave it empty", **{"text-en": "What else would you like to say?"}
    )
    more = draft(survey).questions["more"]
    assert (more.text.en, more.required) == ("What else would you like to say?", False)


def test_advice_that_is_left_is_quiet_until_the_words_change(
    facilitator: Visitor, survey: Survey
) -> None:
    page = facilitator.open(home(survey) + "/advice")
    page = press(facilitator, page, "Leave it as it is", "two things at once")
    assert "Left as it is: 1" in words_of(page.select("main")[0])
    document = draft(survey)
    reworded = replace(HEARD, text=Text.both(HEARD.text.cy, "Were you heard and were you paid?"))
    section = replace(document.sections[0], questions=(RELIGION, reworded, OPEN))
    after = advising.Advising(
        replace(document, sections=(section,)), survey.id, goals=(), group_sizes={}
    )
    now = advising.Advising(document, survey.id, goals=(), group_sizes={})
    assert "double" not in {a.rule for a in now.open}
    assert "double" in {a.rule for a in after.open}
    page = press(facilitator, page, "Show this advice again")
    assert "Left as it is" not in words_of(page.select("main")[0])


def test_advice_left_in_the_form_keeps_what_was_typed(facilitator: Visitor, survey: Survey) -> None:
    page = facilitator.open(home(survey) + "/questions/more")
    key = next(
        b.get("value")
        for b in page.select("button[name=leave]")
        if "write something" in words_of(b)
    )
    fields = typed(page, text_en="Anything else?", leave=key, required="y")
    page = facilitator.post(home(survey) + "/questions/more/advice", fields)
    assert page.select("textarea[name=text-en]")[0].text == "Anything else?"
    assert advising.waved(survey.id) == {key}
    assert draft(survey).questions["more"] == OPEN


def test_while_somebody_types_the_advice_follows_and_nothing_is_stored(
    facilitator: Visitor, survey: Survey
) -> None:
    before = draft(survey), queries.last_edit(survey.id)
    page = facilitator.open(home(survey) + "/questions/heard")
    fields = typed(page, text_en="Don’t you agree that you were heard?")
    db.session.commit()
    answer = facilitator.client.post(
        home(survey) + "/questions/heard/advice", data=fields, headers={"HX-Request": "true"}
    )
    html = answer.get_data(as_text=True)
    assert "may lead people" in html
    assert "<html" not in html
    assert '<hx-partial hx-target="#advice-count-heard"' in html
    assert (draft(survey), queries.last_edit(survey.id)) == before


def test_an_unknown_key_changes_nothing(facilitator: Visitor, survey: Survey) -> None:
    before = draft(survey)
    facilitator.open(home(survey) + "/advice")
    page = facilitator.post(home(survey) + "/advice", {"key": "no such key", "do": "leave"})
    assert "This advice is no longer needed" in words_of(page.select("main")[0])
    assert advising.waved(survey.id) == frozenset()
    assert draft(survey) == before
