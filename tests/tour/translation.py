"""Translation: each state of a sentence, links, terms, files and the memory; and whoever came by a link."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from .places import Places
from .steps import press, send, sign_in, unfold, visit

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
    page.goto(f"{link}?state=stale")
    unfold(page)
    yield "translator by a link, out of date"
    page.goto(f"{link}/check")
    yield "translator by a link, read both languages"
    page.goto(f"/{lang}/t/{places.translator}x")
    yield "translator by a link that has ended"
