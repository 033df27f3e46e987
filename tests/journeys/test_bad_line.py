"""People on a bad line, and the follow-up questions that come and go while they answer."""

from __future__ import annotations

import re

import pytest
import sqlalchemy as sa
from playwright.sync_api import Browser, Page, Route, expect

from coprod_survey.distribution.models import Channel
from coprod_survey.extensions import db
from coprod_survey.questionnaire.document import Section, SurveyDocument
from coprod_survey.questionnaire.questions import LongText, ShortText, SingleChoice
from coprod_survey.questionnaire.rules import Chosen
from coprod_survey.questionnaire.text import Text
from coprod_survey.responses.models import Response
from tests.browser import House, focused_name, look_at, window
from tests.factories import make_document, make_published, option

pytestmark = pytest.mark.browser

LISTEN = """() => {
  window.heard = [];
  const voice = document.querySelector("body > [aria-live=polite]");
  new MutationObserver(() => voice.textContent && heard.push(voice.textContent))
    .observe(voice, {childList: true, characterData: true, subtree: true});
}"""
"""Write down whatever a screen reader would speak by itself."""


def with_follow_up() -> SurveyDocument:
    """A survey of one page, on which one answer brings a question of its own."""
    yes, no = option("yes", "Do", "Yes"), option("no", "Naddo", "No")
    questions = (
        SingleChoice(
            code="barrier",
            text=Text.both("A oedd rhywbeth yn eich rhwystro?", "Did anything get in your way?"),
            options=(yes, no),
        ),
        LongText(
            code="what",
            text=Text.both("Beth oedd yn eich rhwystro?", "What got in your way?"),
            show_when=Chosen(question="barrier", options=("yes",)),
        ),
        ShortText(code="word", text=Text.both("Un gair", "One word")),
    )
    section = Section(code="all", title=Text.both("Eich profiad", "Your time"), questions=questions)
    return make_document(sections=(section,))


def begin(browser: Browser, house: House, document: SurveyDocument | None = None) -> tuple:
    """Somebody on the first page of a survey, in English, and the survey's code."""
    with house.app.app_context():
        code = make_published(document=document)[2].code
    page = window(browser, house.address, lang="en")
    page.goto(f"/en/s/{code}")
    go_on(page)
    page.wait_for_url("**/1")
    page.evaluate(LISTEN)
    return page, code


def go_on(page: Page) -> None:
    """Press the page's main button."""
    page.locator("main form .govuk-button").first.click()


def heard(page: Page) -> list[str]:
    """What was spoken since the page was opened."""
    page.wait_for_timeout(300)
    return page.evaluate("heard")


def responses(house: House, code: str) -> list[Response]:
    """The responses to the survey behind this code."""
    with house.app.app_context():
        rows = db.session.scalars(
            sa.select(Response)
            .join(Channel, Channel.id == Response.channel_id)
            .where(Channel.code == code)
        ).all()
        db.session.expunge_all()
    return list(rows)


def test_who_goes_on_without_a_line_loses_nothing(browser: Browser, house: House) -> None:
    page, code = begin(browser, house)
    page.get_by_label("Yes", exact=True).check()
    page.context.set_offline(True)
    page.get_by_label("Large print").check()
    go_on(page)
    expect(page.locator(".app-status")).to_contain_text("as soon as there is a connection")
    assert focused_name(page) == "Continue"
    look_at(page)
    go_on(page)  # as often as somebody likes
    page.get_by_label("Easy Read").check()  # and while it waits, more can be answered
    go_on(page)
    page.context.set_offline(False)
    page.wait_for_url("**/2")
    [row] = responses(house, code)
    assert row.answers["heard"] == {"chosen": ["yes"]}
    assert row.answers["formats"] == {"chosen": ["easy", "large"]}
    assert not page.failed


def test_a_line_that_is_cut_while_sending_makes_one_response(
    browser: Browser, house: House
) -> None:
    with house.app.app_context():
        code = make_published()[2].code
    page = window(browser, house.address, lang="en")
    page.goto(f"/en/s/{code}")
    cut: list[str] = []

    def cut_once(route: Route) -> None:
        """Let the request arrive, and lose the answer to it."""
        if route.request.method == "POST" and route.request.url not in cut:
            cut.append(route.request.url)
            route.fetch(max_redirects=0)
            route.abort("connectionreset")
        else:
            route.continue_()

    page.route(f"**/s/{code}**", cut_once)
    go_on(page)
    page.wait_for_url("**/1")  # tried again two seconds later, by itself
    page.get_by_label("Yes", exact=True).check()
    go_on(page)
    page.wait_for_url("**/2")
    go_on(page)
    page.wait_for_url("**/check")
    go_on(page)
    page.wait_for_url("**/thanks")
    assert len(cut) >= 4
    [row] = responses(house, code)
    assert row.completed_at
    assert row.answers["heard"] == {"chosen": ["yes"]}


def test_the_language_can_be_switched_as_soon_as_the_line_is_back(
    browser: Browser, house: House
) -> None:
    page, code = begin(browser, house)
    page.get_by_label("Something else", exact=True).check()
    page.context.set_offline(True)
    page.locator("#q-heard-else-other").fill("Weithiau")
    page.locator("header button[value=cy]").click()
    expect(page.locator(".app-status")).to_be_in_viewport()
    page.context.set_offline(False)
    page.wait_for_url(re.compile(f"/cy/s/{code}/1"))
    expect(page.locator("#q-heard-else-other")).to_have_value("Weithiau")


def test_what_is_kept_is_said_once_and_trouble_is_said(browser: Browser, house: House) -> None:
    page, _code = begin(browser, house)
    line = page.locator("#kept")
    page.get_by_label("Yes", exact=True).check()
    expect(line).to_contain_text("Kept at")
    page.get_by_label("Easy Read").check()
    with page.expect_response("**/autosave"):
        pass
    assert len(heard(page)) == 1

    page.context.set_offline(True)
    page.get_by_label("Large print").check()
    expect(line).to_have_text("Kept on this page; we will try again")
    page.context.set_offline(False)
    expect(line).to_contain_text("Kept at")
    spoken = heard(page)
    assert [words.split(";")[0].split(" at ")[0] for words in spoken] == [
        "Kept",
        "Kept on this page",
        "Kept",
    ]


def test_a_server_that_is_away_for_a_moment_is_waited_for(browser: Browser, house: House) -> None:
    page, _code = begin(browser, house)
    page.route("**/1", lambda route: route.fulfill(status=503, body="away"))
    page.get_by_label("Yes", exact=True).check()
    go_on(page)
    expect(page.locator(".app-status")).to_contain_text("as soon as there is a connection")
    page.unroute("**/1")
    page.wait_for_url("**/2")


def test_what_the_server_refuses_is_shown_by_the_browser(browser: Browser, house: House) -> None:
    page, _code = begin(browser, house)
    page.evaluate("() => { document.querySelector('[name=csrf_token]').value = 'old'; }")
    page.get_by_label("Yes", exact=True).check()
    expect(page.locator("#kept")).to_contain_text("press Continue")
    go_on(page)
    expect(page.locator("h1")).to_have_text("We could not understand that request")


def test_what_is_still_being_kept_never_comes_after_what_is_sent(
    browser: Browser, house: House
) -> None:
    page, code = begin(browser, house)
    page.get_by_label("Yes", exact=True).check()
    order: list[str] = []

    def slowly(route: Route) -> None:
        """An autosave that takes its time."""
        page.wait_for_timeout(700)
        order.append("kept")
        route.continue_()

    page.route("**/autosave", slowly)
    page.on("requestfinished", lambda r: order.append("sent") if r.url.endswith("/1") else None)
    with page.expect_request("**/autosave"):
        pass
    page.get_by_label("No", exact=True).check()
    go_on(page)
    page.wait_for_url("**/2")
    assert order == ["kept", "sent"]
    assert responses(house, code)[0].answers["heard"] == {"chosen": ["no"]}


def test_a_survey_that_closes_meanwhile_says_so(browser: Browser, house: House) -> None:
    page, code = begin(browser, house)
    with house.app.app_context():
        db.session.execute(sa.update(Channel).where(Channel.code == code).values(is_open=False))
        db.session.commit()
    page.get_by_label("Yes", exact=True).check()
    expect(page.locator("#kept")).to_contain_text("Not kept yet")
    go_on(page)
    expect(page.locator("h1")).to_have_text("This survey has closed")


def test_a_follow_up_comes_at_once_is_said_once_and_goes_again(
    browser: Browser, house: House
) -> None:
    page, code = begin(browser, house, with_follow_up())
    page.get_by_label("Yes", exact=True).check()
    expect(page.locator("#q-what")).to_be_visible(timeout=1500)
    assert focused_name(page) == "Yes"
    look_at(page)
    assert [w for w in heard(page) if "has been added" in w] == heard(page)
    assert len(heard(page)) == 1
    page.locator("#q-what").fill("Y grisiau")
    page.get_by_label("No", exact=True).check()
    expect(page.locator("#q-what")).to_have_count(0)
    page.get_by_label("Yes", exact=True).check()
    expect(page.locator("#q-what")).to_have_value("Y grisiau")
    go_on(page)
    page.wait_for_url("**/check")
    assert responses(house, code)[0].answers["what"] == "Y grisiau"


def test_no_letter_is_lost_while_a_follow_up_is_swapped_in(browser: Browser, house: House) -> None:
    page, code = begin(browser, house, with_follow_up())
    words = "Ysgrifennu heb stopio, a dim llythyren ar goll"
    page.get_by_label("Yes", exact=True).check()
    page.locator("#q-word").press_sequentially(words, delay=25)
    expect(page.locator("#q-what")).to_be_visible()
    assert page.locator("#q-word").input_value() == words
    page.locator("#q-what").press_sequentially(words, delay=40)
    page.wait_for_timeout(1500)
    assert page.locator("#q-what").input_value() == words
    assert focused_name(page).startswith("1a.")
    page.go_back()  # leaving in another way than by a button keeps it too
    page.goto(f"/en/s/{code}/1")
    expect(page.locator("#q-what")).to_have_value(words)


def test_both_languages_keep_what_is_typed_and_the_place(browser: Browser, house: House) -> None:
    page, code = begin(browser, house)
    page.get_by_label("Yes", exact=True).check()
    go_on(page)
    page.wait_for_url("**/2")
    page.locator("#q-hours").fill("three")
    page.locator("#q-change").fill("The waiting room")
    for _time in range(2):
        page.locator("button[name=both]").click()
        page.wait_for_url(f"**/en/s/{code}/2#question-change")
        page.wait_for_load_state()
        expect(page.locator("#question-change")).to_be_in_viewport()
        expect(page.locator("#q-hours")).to_have_value("three")
        expect(page.locator("#q-change")).to_have_value("The waiting room")
    page.locator("button[name=both]").click()
    expect(page.locator("h1 [lang=cy]")).to_have_text("Rhagor")
    look_at(page)
