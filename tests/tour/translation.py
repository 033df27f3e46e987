"""Translation: each state of a sentence, links, terms, files and the memory; and whoever came by a link."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from .places import Places
from .steps import change, copy, press, send, sign_in, unfold, visit

FILTERS = (
    "missing",
    "draft",
    "translated",
    "stale",
    "checked",
    "warnings",
    "comments",
)


def translation(page: Page, lang: str, places: Places) -> Iterator[str]:
    """A facilitator's view of how far the two languages are."""
    project = f"/{lang}/projects/{places.project}"
    survey = f"{project}/surveys/{places.workshop}/translation"
    sign_in(page, lang, "facilitator@demo.example")
    page.goto(survey)
    yield "translation"
    for state in FILTERS:
        page.goto(f"{survey}?state={state}")
        unfold(page)
        yield f"translation, {state}"
    page.goto(f"{survey}?section=-around")
    unfold(page)
    yield "translation, around the survey"
    page.goto(f"{survey}?words=eliffant")
    yield "translation, nothing found"
    page.goto(f"{survey}/check")
    yield "translation, read both languages"
    press(page)
    yield "translation, read both languages, not ticked"
    page.goto(f"{project}/surveys/{places.published}/translation/check")
    yield "translation, read both languages, nothing to read"
    page.goto(f"{survey}/links")
    yield "translation, links for translators"
    send(page, "/translation/links")
    press(page)
    yield "translation, links for translators, with what is missing"
    page.goto(f"{project}/terms")
    yield "translation, terms"
    page.locator("main form.app-form button").click()
    yield "translation, terms, with what is missing"
    yield from visit(
        page,
        {
            "translation, a term": f"{project}/terms/{places.term}",
            "translation, memory": f"{project}/translation-memory",
            "translation, in files": f"{survey}/files",
            "translation, alike before": f"{survey}/matches?place=question.word.text",
        },
    )
    page.locator("body").wait_for()
    yield from _file(page, survey)


def _file(page: Page, survey: str) -> Iterator[str]:
    """A file that was taken out, filled in and sent back, and one that is none."""
    taken = page.request.get(f"{survey}/files/download?kind=po&source=en&extent=whole").body()
    sent = taken.replace(b'msgstr ""\n\n', 'msgstr "Disgrifiwch y gwaith â gair"\n\n'.encode())
    for name, data in {"what would change": sent, "no such file": b"Annwyl bawb"}.items():
        page.goto(f"{survey}/files")
        page.locator("input[type=file]").set_input_files(
            {"name": "arolwg.po", "mimeType": "text/x-gettext-translation", "buffer": data}
        )
        send(page, "/files")
        yield f"translation, in files, {name}"


def translator(page: Page, lang: str, places: Places) -> Iterator[str]:
    """A translator with an account, and one who has only a link."""
    sign_in(page, lang, "translator@demo.example")
    survey = f"/{lang}/projects/{places.project}/surveys/{places.workshop}"
    yield from visit(
        page,
        {
            "translator, survey": survey,
            "translator, translation": f"{survey}/translation",
        },
    )
    page.context.clear_cookies()
    link = f"/{lang}/t/{places.translator}"
    page.goto(link)
    yield "translator by a link"
    yield from _rows(page, link)
    page.goto(f"{link}?state=stale")
    unfold(page)
    yield "translator by a link, out of date"
    page.goto(f"{link}/check")
    yield "translator by a link, read both languages"
    page.goto(f"/{lang}/t/{places.translator}x")
    yield "translator by a link that has ended"


def _rows(page: Page, link: str) -> Iterator[str]:
    """What is said at a sentence: nothing written, no reason given, no comment, somebody else was first."""
    page.goto(f"{link}?state=missing")
    row = page.locator("main article").first
    row.locator("[name=words]").fill("")
    row.locator("button[value=check]").click()
    yield "translator by a link, checked without words"
    page.goto(f"{link}?state=warnings")
    unfold(page)
    for form in ("reasons", "comments"):
        page.locator(f"main form[action*='{form}'] button").first.click()
        yield f"translator by a link, {form} without words"
        page.goto(f"{link}?state=warnings")
        unfold(page)
    page.goto(f"{link}?state=draft")
    change(page, "revision", "1")
    row = page.locator("main article").first
    row.locator("[name=words]").fill("Peidiwch ag enwi neb o gwbl!")
    row.locator("button[value=save]").click()
    yield "translator by a link, somebody else was first"
    page.goto(link)
    page.locator("main article a[href*='at=']").first.click()
    yield "translator by a link, translated before"


def settled(page: Page, lang: str, places: Places) -> Iterator[str]:
    """Translation where all is done, a link that was ended, terms and memories that come and go."""
    project = f"/{lang}/projects/{places.project}"
    sign_in(page, lang, "facilitator@demo.example")
    survey = copy(page, f"{project}/surveys", places.ready)
    page.goto(f"{survey}/translation")
    yield "translation, all is checked"
    page.goto(f"{survey}/translation/check")
    yield "translation, all is checked, read both languages"
    page.goto(f"{survey}/translation/files/download?kind=po&source=en&extent=open")
    yield "translation, in files, nothing is left"
    page.goto(f"{survey}/translation/links")
    page.locator("[name=name]").fill("Cwmni Cyfieithu")
    press(page)
    link = page.locator("main .app-code").first.inner_text().rsplit("/", 1)[-1]
    page.goto(f"{survey}/translation/links")
    yield "translation, a link for a translator"
    page.locator(
        "main form[action$='/revoke'] button, main form[action*='/links/'] button"
    ).first.click()
    yield "translation, a link that was ended"
    page.goto(f"/{lang}/t/{link}")
    yield "translator, a link that was ended"
    page.goto(f"{project}/terms/{places.term}")
    page.locator("main form input[type=text]").first.fill("")
    press(page)
    yield "translation, a term, with what is missing"
    page.goto(f"{project}/translation-memory")
    press(page)
    yield "translation, memory, no file"
    page.goto(f"{project}/translation-memory")
    held = page.request.get(f"{project}/translation-memory/download").body()
    page.locator("input[type=file]").set_input_files(
        {"name": "cof.tmx", "mimeType": "application/xml", "buffer": held}
    )
    press(page)
    yield "translation, memory, a file was added"
    page.locator("main form[action*='remove'] button, main .app-list form button").first.click()
    yield "translation, memory, a file was removed"
