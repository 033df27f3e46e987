"""The studio: the outline, the form of every kind of question, conditions, history, versions, files."""

from __future__ import annotations

import json
from collections.abc import Iterator

from playwright.sync_api import Page

from .places import Places
from .steps import press, send, sign_in, unfold, visit

FACILITATOR = "facilitator@demo.example"


def outline(page: Page, lang: str, places: Places) -> Iterator[str]:
    """From nothing to a survey in its outline, and what is looked up from there."""
    home = f"/{lang}/projects/{places.project}/surveys"
    survey = f"{home}/{places.published}"
    sign_in(page, lang, FACILITATOR)
    page.goto(f"{home}/new")
    yield "survey, create"
    unfold(page)
    press(page)
    yield "survey, create, with what is missing"
    page.goto(f"{home}/{places.unfinished}/purpose")
    page.locator("[name=by_when]").fill("31/2/2026")
    press(page)
    yield "studio, what the survey is for, with a day that is none"
    page.goto(f"{survey}/design")
    yield "studio, outline"
    for fold in page.locator(".app-fold[aria-expanded=false]").all():
        fold.click()
    page.locator(".app-fold[aria-expanded=false]").first.wait_for(state="detached")
    yield "studio, outline unfolded"
    page.locator("#edit-hours").click()
    page.locator("#hours-text-cy").wait_for()
    yield "studio, a question edited in the outline"
    yield from visit(
        page,
        {
            "studio, what was found": f"{survey}/design?find=llais",
            "studio, nothing was found": f"{survey}/design?find=eliffant",
            "studio, another place for a question": f"{survey}/questions/group/place",
            "studio, another place for a section": f"{survey}/sections/taking_part/place",
            "studio, opening and closing words": f"{survey}/settings",
            "studio, what the survey is for": f"{survey}/purpose",
            "studio, picture": f"{survey}/questions/group/picture",
            "studio, question that is published": f"{survey}/questions/group",
            "studio, preview, start": f"{survey}/preview",
            "studio, preview, page": f"{survey}/preview/2",
            "studio, preview on phones": f"{survey}/preview/phone",
            "studio, preview, end": f"{survey}/preview/end",
            "studio, publish, nothing changed": f"{survey}/publish",
            "studio, new section": f"{home}/{places.draft}/sections/new",
            "studio, publish": f"{home}/{places.draft}/publish",
            "studio, publish, before both languages are checked": f"{home}/{places.workshop}/publish",
            "studio, outline that people talk about": f"{home}/{places.workshop}/design",
            "studio, advice": f"{home}/{places.workshop}/advice",
        },
    )
    page.goto(f"{home}/{places.draft}/sections/new")
    press(page)
    yield "studio, new section, with what is missing"


def questions(page: Page, lang: str, places: Places) -> Iterator[str]:
    """The form of every kind of question, and what stops their survey from being published."""
    home = f"/{lang}/projects/{places.project}/surveys"
    survey = f"{home}/{places.unfinished}"
    sign_in(page, lang, FACILITATOR)
    page.goto(f"{survey}/sections/welcome")
    yield "studio, section"
    page.goto(f"{survey}/sections/welcome/questions/new")
    yield "studio, new question"
    press(page)
    yield "studio, new question, with what is missing"
    kinds = page.locator("main input[name=type]").count()
    for place in range(kinds):
        page.goto(f"{survey}/sections/welcome/questions/new")
        kind = page.locator("main input[name=type]").nth(place)
        value = kind.get_attribute("value")
        kind.check()
        page.locator("[name=text-en]").fill("How was it?")
        press(page)
        unfold(page)
        yield f"studio, a new {value}"
    page.goto(f"{survey}/design")
    yield "studio, outline with what is missing"
    page.goto(f"{survey}/publish")
    yield "studio, publish, with what is missing"
    page.goto(f"{survey}/advice")
    yield "studio, advice on what is not finished"
    page.goto(f"{survey}/history/compare?one=1&other=2")
    send(page, "/history/1/restore")


def rules(page: Page, lang: str, places: Places) -> Iterator[str]:
    """When things are shown, and the paths that come of it."""
    home = f"/{lang}/projects/{places.project}/surveys"
    unfinished, workshop = f"{home}/{places.unfinished}", f"{home}/{places.workshop}"
    sign_in(page, lang, FACILITATOR)
    page.goto(f"{unfinished}/questions/voice/rule")
    page.locator("select[name=add]").select_option("heard")
    page.locator("button[value=add]").click()
    yield "studio, when a question is shown"
    page.locator("form button[value=save]:visible").last.click()
    yield "studio, when a question is shown, with what is missing"
    page.goto(f"{workshop}/questions/change/rule")
    page.locator("main form button[value=group]").first.click()
    yield "studio, when a question is shown, with a group of conditions"
    yield from visit(
        page,
        {
            "studio, when a section is shown": f"{workshop}/sections/more/rule",
            "studio, when the first question is shown": f"{workshop}/questions/heard/rule",
            "studio, paths": f"{workshop}/paths",
            "studio, paths of a straight survey": f"{unfinished}/paths",
            "studio, paths tried": f"{workshop}/paths/try",
        },
    )
    page.locator("main input[type=radio]").first.check()
    press(page)
    yield "studio, paths tried with answers"


def keeping(page: Page, lang: str, places: Places) -> Iterator[str]:
    """What is kept of a survey: its history, versions, sets of questions and files."""
    home = f"/{lang}/projects/{places.project}/surveys"
    survey = f"{home}/{places.workshop}"
    sign_in(page, lang, FACILITATOR)
    yield from visit(
        page,
        {
            "studio, history": f"{survey}/history",
            "studio, history, two changes compared": f"{survey}/history/compare?one=1&other=6",
            "studio, history, no such change": f"{survey}/history/compare?one=1&other=1000",
            "studio, versions compared": f"{survey}/waves",
            "studio, waves compared": f"{home}/{places.wave}/waves",
            "studio, keep questions as a set": f"{survey}/sets/new",
            "studio, the project’s own sets": f"{home}/sets",
            "studio, rename a set": f"{home}/sets/{places.kept_set}",
            "studio, add a set of the project": f"{survey}/sets/own-{places.kept_set}",
            "studio, import": f"{home}/import",
        },
    )
    page.goto(f"{survey}/sets/new")
    press(page)
    yield "studio, keep questions as a set, with what is missing"
    for name, sent in {
        "a file with faults": json.dumps({"format": 1, "survey": {"title": 7}}).encode(),
        "no survey": b"Annwyl bawb",
    }.items():
        page.goto(f"{home}/import")
        page.locator("[name=file]").set_input_files(
            {"name": "arolwg.json", "mimeType": "application/json", "buffer": sent}
        )
        send(page, "/import")
        yield f"studio, import, {name}"
