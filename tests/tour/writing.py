"""The studio while people work: what is wrong in a form, two who meet, what is deleted and brought back."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from tests.factories import picture_file

from .places import Places
from .steps import change, copy, press, sign_in, unfold, visit
from .studio import FACILITATOR

TOO_LONG = "Llais " * 2000


def writing(page: Page, lang: str, places: Places) -> Iterator[str]:
    """Each form of the studio with something wrong in it, and each thing that was done."""
    home = f"/{lang}/projects/{places.project}/surveys"
    sign_in(page, lang, FACILITATOR)
    survey = copy(page, home, places.ready)
    yield "studio, outline of a copy"
    yield from _faults(page, survey)
    yield from _two_people(page, survey)
    yield from _pictures(page, survey)
    yield from _rules(page, survey)
    yield from _deleted(page, survey)
    yield from _put_away(page, home, survey, places)


def _save(page: Page) -> None:
    page.locator("main form button[value=save]:visible").last.click()


def _faults(page: Page, survey: str) -> Iterator[str]:
    for name, address, field in (
        ("a question", "questions/heard", "text-en"),
        ("a section", "sections/welcome", "title-en"),
        ("opening and closing words", "settings", "title-en"),
    ):
        page.goto(f"{survey}/{address}")
        page.locator(f"[name={field}]").fill(TOO_LONG)
        page.locator("main form button.govuk-button:visible:not([value*=option])").last.click()
        yield f"studio, {name}, with what is wrong"
    page.goto(f"{survey}/questions/hours")
    unfold(page)
    page.locator("[name=most]").fill("llawer")
    page.locator("[name=code]").fill("heard")
    _save(page)
    yield "studio, a number, with a code that is taken"
    page.goto(f"{survey}/questions/formats")
    unfold(page)
    page.locator("[name=pasted]").fill("Bore da | Good morning\nNos da | Good night")
    _save(page)
    page.goto(f"{survey}/questions/formats")
    unfold(page)
    page.locator("button[value=take-option]").click()
    yield "studio, the answers of another question, none chosen"
    page.goto(f"{survey}/questions/heard/place")
    press(page)
    yield "studio, another place for a question, none chosen"
    page.goto(f"{survey}/questions/heard/place")
    page.locator("#place").select_option(index=2)
    press(page)
    yield "studio, outline after a question was moved"


def _two_people(page: Page, survey: str) -> Iterator[str]:
    """A form that was opened before somebody else changed the same words."""
    for name, address, fields in (
        ("question", "questions/voice", {"text-en": "How much of a say?"}),
        ("section", "sections/more", {"title-en": "Further questions"}),
        ("purpose", "purpose", {"by_when": "1/3/2031"}),
    ):
        page.goto(f"{survey}/{address}")
        old = page.locator("[name=revision]").first.input_value()
        for field, said in fields.items():
            page.locator(f"[name={field}]").fill(said)
        page.locator("main form button.govuk-button:visible:not([value*=option])").last.click()
        page.goto(f"{survey}/{address}")
        change(page, "revision", old)
        for field, said in fields.items():
            page.locator(f"[name={field}]").fill("1/4/2031" if field == "by_when" else f"{said}!")
        page.locator("main form button.govuk-button:visible:not([value*=option])").last.click()
        yield f"studio, two people changed the same {name}"
    page.goto(f"{survey}/design")
    change(page, "revision", "1")
    page.locator("form[action$='/undo'] button:visible").first.click()
    yield "studio, undoing what is no longer the last change"


def _pictures(page: Page, survey: str) -> Iterator[str]:
    page.goto(f"{survey}/questions/voice/picture")
    page.locator("[name=alt-cy]").fill("Llun")
    _save(page)
    yield "studio, picture, with what is missing"
    page.locator("[name=alt-en]").fill("A cup of tea")
    page.locator("[name=file]").set_input_files(
        {"name": "a.png", "mimeType": "image/png", "buffer": picture_file()}
    )
    _save(page)
    yield "studio, a question with a picture"
    page.goto(f"{survey}/questions/voice/picture")
    yield "studio, picture that is there"


def _rules(page: Page, survey: str) -> Iterator[str]:
    """A section for some people only: in the outline, in the paths, on paper, in the preview."""
    page.goto(f"{survey}/sections/more/rule")
    page.locator("select[name=add]").select_option("heard")
    page.locator("button[value=add]").click()
    page.locator("main select[name$=how]").first.select_option(index=1)
    for box in page.locator("main .app-rule input[type=checkbox][name$=option]").all():
        box.check()
    if page.locator("main input[type=checkbox][name$=options]").count():
        page.locator("main input[type=checkbox][name$=options]").first.check()
    _save(page)
    yield "studio, after a rule was saved"
    yield from visit(
        page,
        {
            "studio, outline of a survey with a rule": f"{survey}/design",
            "studio, a section that is for some": f"{survey}/sections/more",
            "studio, paths with a page for some": f"{survey}/paths",
            "on paper, a page for some": f"{survey}/paper",
            "studio, preview, a page for some": f"{survey}/preview/2",
            "studio, preview, start of a survey with rules": f"{survey}/preview",
        },
    )
    page.goto(f"{survey}/preview/1")
    page.locator("main form button.govuk-button:visible").last.click()
    yield "studio, preview, a page with what is missing"
    page.goto(f"{survey}/sections/more/rule")
    old = page.locator("[name=revision]").first.input_value()
    page.locator("main form button[value=save]:visible").last.click()
    page.goto(f"{survey}/sections/more/rule")
    change(page, "revision", str(int(old) - 1))
    page.locator("main form button[value=save]:visible").last.click()
    yield "studio, two people changed the same rule"


def _deleted(page: Page, survey: str) -> Iterator[str]:
    page.goto(f"{survey}/design")
    page.locator("form[action$='/questions/voice/arrange'] button[value=delete]").first.click()
    page.locator("#undone").wait_for()
    yield "studio, outline after a question was deleted"
    page.locator("#undone button").click()
    page.locator("#undone").wait_for(state="detached")
    yield "studio, outline after a question was brought back"
    page.goto(f"{survey}/history?page=1")
    yield "studio, history of many changes"
    page.goto(f"{survey}/history/compare?one=1&other=4")
    page.locator("form[action$='/history/1/restore'] button").click()
    yield "studio, outline as it was before"
    while page.locator(
        "form[action*='/sections/'][action$='/arrange'] button[value=delete]"
    ).count():
        before = page.locator("[id^=section-]").count()
        page.locator(
            "form[action*='/sections/'][action$='/arrange'] button[value=delete]"
        ).first.click()
        page.wait_for_function(
            "before => document.querySelectorAll('[id^=section-]').length < before", arg=before
        )
    page.goto(f"{survey}/design")
    yield from visit(
        page,
        {
            "studio, outline of an empty survey": f"{survey}/design",
            "studio, keep an empty survey as a set": f"{survey}/sets/new",
            "studio, paths of an empty survey": f"{survey}/paths",
            "studio, paths of an empty survey tried": f"{survey}/paths/try",
            "studio, preview of an empty survey": f"{survey}/preview",
            "studio, publish an empty survey": f"{survey}/publish",
            "on paper, an empty survey": f"{survey}/paper",
        },
    )


def _put_away(page: Page, home: str, survey: str, places: Places) -> Iterator[str]:
    """Sets of questions, another project, the archive, and the end."""
    page.goto(f"{home}/sets/{places.kept_set}")
    page.locator("main form input[type=text]").first.fill("")
    page.locator("main form input[type=text]").last.fill("")
    page.locator("main form .govuk-button").first.click()
    yield "studio, rename a set, with what is missing"
    page.goto(f"{survey}/sets/equality")
    page.locator("main form .govuk-button").last.click()
    yield "studio, add a set, and what came of it"
    page.goto(f"{survey}/sets/equality")
    yield "studio, add a set that is there already"
    page.goto(f"{survey}/transfer?to={places.second}")
    yield "survey, before it moves to another project"
    page.goto(f"{survey}/transfer?to=")
    yield "survey, move to another project, none chosen"
    page.goto(f"{survey}/manage")
    page.locator("button[value=archive]").click()
    yield "survey, just archived"
    page.goto(f"{survey}/manage")
    yield "survey, manage what is archived"
    page.goto(f"{survey}/history")
    yield "studio, history of an archived survey"
    page.goto(f"{survey}/delete")
    page.locator("main form .govuk-button").last.click()
    yield "project, after a survey was deleted"


def advice(page: Page, lang: str, places: Places) -> Iterator[str]:
    """Advice that is taken, left as it is, shown again, and asked for what has changed since."""
    sign_in(page, lang, FACILITATOR)
    survey = copy(page, f"/{lang}/projects/{places.project}/surveys", places.unfinished)
    page.goto(f"{survey}/questions/heard")
    page.locator("[name=text-en]").fill(
        "Was the engagement that was undertaken by us meaningful and were you not unhappy?"
    )
    page.locator("[name=text-cy]").fill("Beth yw eich rhyw ac a ydych yn hapus ac yn iach?")
    _save(page)
    page.goto(f"{survey}/questions/heard")
    unfold(page)
    yield "studio, advice on a question"
    page.goto(f"{survey}/advice")
    yield "studio, advice on many things"
    page.locator("main button[value=leave]").first.click()
    unfold(page)
    yield "studio, advice, left as it is"
    page.locator("main button[value=again]").first.click()
    yield "studio, advice, shown again"
    change(page, "key", "gone")
    page.locator("main button[value=leave]").first.click()
    yield "studio, advice that is no longer given"
    for mend in page.locator("main button[value=mend]").all()[:1]:
        mend.click()
        yield "studio, advice, taken"
