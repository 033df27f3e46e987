"""A survey is built from blank to published, with those whom it is about: by keyboard, with script and without."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

import flask_migrate
import pytest
from playwright.sync_api import Browser, Page, expect

from coprod_survey import create_app
from coprod_survey.demo import content
from coprod_survey.demo.load import load_demonstration
from coprod_survey.design import queries
from coprod_survey.design.models import Survey
from coprod_survey.extensions import db
from coprod_survey.questionnaire import library
from coprod_survey.questionnaire.document import SurveyDocument
from coprod_survey.questionnaire.questions import Number, Option, Question, Scale
from coprod_survey.questionnaire.rules import Chosen
from coprod_survey.questionnaire.text import LANGUAGES, Language, Text, other_language
from tests import browser as browsing
from tests.browser import DESK, PHONE, House, look_at, tab_to, window
from tests.journeys.answering import Values, by_keyboard

pytestmark = pytest.mark.browser

GOAL = library.load("evaluation")
"""The demonstration's survey, whose words are typed anew."""

SAVE = "main form button[value=save]:not([tabindex])"

BUILT = {
    "your_part": ("ways", "hours"),
    "taking_part": ("own_way", "barriers"),
    "voice": ("disagreement", "missing"),
}
"""What is built of it: sections, and questions of six kinds."""

RULE = ("barriers", "own_way", 3)
"""The question that is asked only of those who chose one of so many lowest points of another."""

DECISION = Text(cy="Sut i groesawu pobl.", en="How to welcome people.")
BETTER = Text(
    cy="I ba raddau y gallech chi gymryd rhan yn eich ffordd eich hun?",
    en="How far could you take part in your own way?",
)
"""What the reviewer would rather be asked."""


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A server with the demonstration's project, whose facilitator builds the survey once more."""
    folder = tmp_path_factory.mktemp("building")
    app = create_app(
        {
            "TESTING": True,
            "LOG_LEVEL": "ERROR",
            "SQLALCHEMY_DATABASE_URI": f"sqlite:///{folder}/survey.db",
        }
    )
    with app.app_context():
        flask_migrate.upgrade()
        load_demonstration(cost=1)
    with browsing.house(folder, app) as house:
        yield house


def go(page: Page, selector: str, there: str) -> None:
    """Reach something with Tab and press Enter; the page that comes has an address that ends in `there`."""
    tab_to(page, matching=selector, most=400)
    with page.expect_navigation(url=re.compile(there + r"([?#].*)?$")):
        page.keyboard.press("Enter")


def press(page: Page, selector: str, there: str) -> None:
    """The same, and look at that page."""
    go(page, selector, there)
    look_at(page)


def show(page: Page, selector: str, shown: str) -> None:
    """Reach something with Tab, press Enter, and look at what is shown then, here or on a page of its own."""
    tab_to(page, matching=selector, most=400)
    page.keyboard.press("Enter")
    expect(page.locator(shown).first).to_be_visible()
    look_at(page)


def both(name: str, text: Text, between: str = "-") -> Values:
    """What is typed into the two fields of a sentence."""
    return {f"{name}{between}{lang}": [text.face(lang)] for lang in LANGUAGES}


@pytest.mark.parametrize(("lang", "width", "scripted"), [("en", DESK, True), ("cy", PHONE, False)])
def test_a_survey_is_built_with_the_community_by_keyboard_alone(
    browser: Browser, demonstration: House, lang: Language, width: int, scripted: bool
) -> None:
    open_window = partial(
        window, browser, demonstration.address, width=width, java_script_enabled=scripted
    )
    page = open_window(lang=lang)
    sign_in(page, lang)
    survey = begin(page)
    codes = {}
    for section, questions in BUILT.items():
        add_section(page, GOAL.section(section).title)
        for code in questions:
            codes[code] = add_question(page, GOAL.questions[code])
    help_with(page, codes["own_way"], GOAL.questions["own_way"].hint)
    show_only_if(page, codes[RULE[0]], codes[RULE[1]])
    try_it(page)

    reader = open_window(lang=other_language(lang))
    link = make_review_link(page, survey)
    suggest(reader, link, codes["own_way"], other_language(lang))
    take_the_suggestion(page, survey)
    reader.goto(f"/{other_language(lang)}/review/{link}/mine")
    expect(reader.locator("main .govuk-tag--green")).to_be_visible()
    look_at(reader)

    check_and_publish(page, survey)
    with demonstration.app.app_context():
        row = db.session.get_one(Survey, int(survey.rsplit("/", 1)[1]))
        assert row.current_version_id
        assert_is_what_was_wanted(queries.published(row.current_version_id), codes)
        db.session.remove()
    page.context.close()
    reader.context.close()


def sign_in(page: Page, lang: Language) -> None:
    page.goto(f"/{lang}/sign-in?chosen=y")
    by_keyboard(page, {"email": ["facilitator@demo.example"], "password": [content.PASSWORD]})
    press(page, "main button", "/projects/")
    press(page, "main a[href*='/projects/']", r"/projects/\d+")


def begin(page: Page) -> str:
    """A blank survey with what it is for; gives its address."""
    press(page, "main a[href$='/surveys/new']", "/surveys/new")
    goal = str(page.locator("[name=goals]").first.get_attribute("value"))
    by_keyboard(page, both("decision", DECISION) | {"by_when": ["27/3/2027"], "goals": [goal]})
    by_keyboard(page, {"start": ["blank"]} | both("title", GOAL.title))
    press(page, "main form[action$='/surveys/new'] .govuk-button", "/design")
    show(page, "form[action$='/group-question'] button", "#question-group")
    return page.url.split("/design")[0]


def add_section(page: Page, title: Text) -> None:
    go(page, "a[href$='/sections/new']", "/sections/new")
    by_keyboard(page, both("title", title))
    go(page, "main form .govuk-button", "/design")


def add_question(page: Page, wanted: Question) -> str:
    """Add a question at the end of the last section; gives the code that it got."""
    section = str(page.locator(".app-section-card").last.get_attribute("id"))
    go(page, f"#{section} > p a[href*='/questions/new']", "/questions/new")
    by_keyboard(page, {"type": [wanted.type]} | both("text", wanted.text))
    go(page, "main form .govuk-button", r"/questions/(?!new)\w+")
    code = page.url.rsplit("/", 1)[1].split("?")[0]
    if isinstance(wanted, Number):
        limits = {"least": [str(wanted.least)], "most": [str(wanted.most)]}
        by_keyboard(page, limits | both("unit", wanted.unit))
    elif isinstance(wanted, Scale):
        points = page.locator("[name=option]").evaluate_all("all => all.map(e => e.value)")
        for point, option in zip(points, wanted.offered, strict=True):
            by_keyboard(page, both(f"option-{point}-text", option.text))
    elif wanted.offered:
        add_options(page, wanted.offered)
    go(page, SAVE, "/design")
    return code


def add_options(page: Page, wanted: Sequence[Option]) -> None:
    """Paste the options in both languages at once, and say which of them stand apart from the others."""
    show(page, "details:has([name=pasted]) > summary", "[name=pasted]")
    # Where one answer excludes the others, a new question has it already, in other words.
    lines = [f"{o.text.cy} | {o.text.en}" for o in wanted if o.role != "exclusive"]
    by_keyboard(page, {"pasted": ["\n".join(lines)]})
    go(page, SAVE, r"/questions/\w+")
    names = page.locator("select[name$='-role']").evaluate_all("all => all.map(e => e.name)")
    for name, option in zip(names, wanted, strict=True):
        if option.role == "exclusive":
            by_keyboard(page, both(name.replace("-role", "-text"), option.text))
        elif option.role:
            by_keyboard(page, {name: [option.role]})


def help_with(page: Page, code: str, hint: Text) -> None:
    """Open the form of a question where it stands in the outline, and write the help below it."""
    show(page, f"#edit-{code}", "[name=hint-cy]")
    by_keyboard(page, both("hint", hint))
    show(page, SAVE, f"#edit-{code}")


def show_only_if(page: Page, code: str, depends_on: str) -> None:
    """Say that a question is for those who chose certain points on another."""
    press(page, f"a[href$='/questions/{code}/rule']", "/rule")
    by_keyboard(page, {"add": [depends_on]})
    press(page, "button[value=add]", "/rule")
    boxes = page.locator("main [type=checkbox][name$='option']")
    codes = boxes.evaluate_all("all => all.map(e => e.value)")
    by_keyboard(page, {str(boxes.first.get_attribute("name")): codes[: RULE[2]]})
    press(page, SAVE, "/design")


def try_it(page: Page) -> None:
    """The paths, and the preview from its start to its first page."""
    press(page, "main a[href$='/paths']", "/paths")
    page.go_back()
    press(page, "main a[href$='/preview']", "/preview")
    press(page, "main .govuk-button", "/preview/1")


def make_review_link(page: Page, survey: str) -> str:
    """A link for reading the draft; gives its code."""
    page.goto(survey)
    press(page, "main a[href$='/review/links']", "/review/links")
    press(page, "form[action$='/review/links'] .govuk-button", "/review/links")
    address = page.locator("main section a[href*='/review/']").first.get_attribute("href")
    return str(address).rsplit("/", 1)[1]


def suggest(page: Page, link: str, code: str, lang: Language) -> None:
    """Somebody without an account reads the draft, and would put one question differently."""
    page.goto(f"/review/{link}")
    press(page, f".app-doors__door[lang={lang}]", f"/{lang}/review/{link}")
    press(page, "main .app-button--start", "/1")
    for number in (2, 3):
        press(page, f"main a.govuk-button[href$='/{number}']", f"/{number}")
    press(page, f"#read-{code} .app-reviewed__say", f"/questions/{code}")
    by_keyboard(page, {"kind": ["change"], "words": ["Ffordd pwy? Whose way?"]})
    by_keyboard(page, both("suggested", BETTER, between="_"))
    press(page, "main form button.govuk-button", "/3")
    expect(page.locator("main .app-comment")).to_contain_text(BETTER.face(lang))


def take_the_suggestion(page: Page, survey: str) -> None:
    page.goto(survey)
    press(page, "main a[href$='/review']", "/review")
    press(page, "form[action$='/take'] button", "/review")


def check_and_publish(page: Page, survey: str) -> None:
    """Read both languages, say that they say the same, and publish."""
    page.goto(f"{survey}/design")
    press(page, "main a[href$='/publish']", "/publish")
    press(page, "main a[href$='/translation/check']", "/check")
    by_keyboard(page, {"read": ["y"]})
    press(page, "main form .govuk-button", "/check")
    press(page, "main a[href$='/publish']", "/publish")
    press(page, "form[action$='/publish'] .govuk-button", "/published")


def assert_is_what_was_wanted(document: SurveyDocument, codes: dict[str, str]) -> None:
    """What is published says what the library's survey says in both languages, and what the reviewer wanted."""
    assert (document.title.cy, document.title.en) == (GOAL.title.cy, GOAL.title.en)
    assert document.group_question == "group"
    assert document.purpose.decision.en == DECISION.en
    assert document.purpose.goals
    assert len({document.questions[code].type for code in codes.values()}) == 6
    for wanted, code in codes.items():
        assert told(document.questions[code]) == told(GOAL.questions[wanted], wanted == "own_way")
    assert document.questions[codes["own_way"]].hint.cy == GOAL.questions["own_way"].hint.cy
    question, depends_on, lowest = RULE
    points = [option.code for option in document.questions[codes[depends_on]].offered]
    rule = document.questions[codes[question]].show_when
    assert rule == Chosen(question=codes[depends_on], options=tuple(points[:lowest]))


def told(question: Question, reworded: bool = False) -> list[object]:
    """What somebody who answers a question meets, in both languages."""
    words = BETTER if reworded else question.text
    options = [(o.text.cy, o.text.en, o.role, o.value) for o in question.offered]
    limits = [getattr(question, name, None) for name in ("least", "most", "whole")]
    return [question.type, words.cy, words.en, options, limits]
