"""Reviewing a draft: the pages of those who ask for it, and of those who hold a link."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from .places import Places
from .steps import change, copy, press, send, sign_in, visit


def review(page: Page, lang: str, places: Places) -> Iterator[str]:
    """The facilitator, and the community partner who is asked to approve."""
    home = f"/{lang}/projects/{places.project}/surveys"
    survey = f"{home}/{places.workshop}"
    sign_in(page, lang, "facilitator@demo.example")
    yield from visit(
        page,
        {
            "review, comments": f"{survey}/review",
            "review, comments that were answered": f"{survey}/review?show=answered",
            "review, no comments yet": f"{home}/{places.draft}/review",
            "review, links": f"{survey}/review/links",
            "review, trials": f"{survey}/review/trial",
            "review, no trials yet": f"{home}/{places.draft}/review/trial",
            "review, approval": f"{survey}/review/approval",
            "review, about the survey": f"{survey}/review/about",
        },
    )
    page.locator("button[value=publish]").click()
    yield "review, about the survey, with what is missing"
    page.goto(f"{survey}/review/links")
    page.locator("main a[href$='/poster']").first.click()
    yield "review, sheet to print"
    page.goto(f"{survey}/review")
    page.locator("main article a").first.click()
    yield "review, a comment"
    press_answer(page)
    yield "review, a comment, with what is missing"
    page.goto(f"{home}/{places.draft}/review/approval")
    if page.locator("button[name=required][value=yes]").count():
        page.locator("button[name=required][value=yes]").click()
    yield "review, approval required"
    sign_in(page, lang, "partner@demo.example")
    yield from visit(
        page,
        {
            "partner, survey that waits": f"{home}/{places.draft}",
            "partner, approval": f"{home}/{places.draft}/review/approval",
        },
    )


def press_answer(page: Page) -> None:
    """Send the answer to a comment as it stands."""
    page.locator("main form").last.locator("button").last.click()


def reviewer(page: Page, lang: str, places: Places) -> Iterator[str]:
    """Somebody who has only a link: reads, comments, tries out."""
    page.goto(f"/review/{places.reading}")
    yield "reviewer, choice of language"
    link = f"/{lang}/review/{places.reading}"
    yield from visit(
        page,
        {
            "reviewer, start": link,
            "reviewer, first page": f"{link}/1",
            "reviewer, last page": f"{link}/2",
            "reviewer, no comments yet": f"{link}/mine",
            "reviewer, about a page": f"{link}/sections/welcome",
            "reviewer, about the whole": f"{link}/whole",
            "reviewer, about a question": f"{link}/questions/voice",
        },
    )
    press(page)
    yield "reviewer, about a question, with what is missing"
    page.locator("[name=kind]").first.check()
    page.locator("[name=words]").fill("Beth yw llais yma?")
    press(page)
    yield "reviewer, a page with a comment"
    page.goto(f"{link}/mine")
    yield "reviewer, what became of comments"
    link = f"/{lang}/review/{places.trying}"
    page.goto(f"{link}/try")
    yield "reviewer, before trying out"
    press(page)
    page.locator("button[name=hard]").first.click()
    yield "reviewer, trying out, something was hard"
    press(page)
    yield "reviewer, trying out, with what is missing"
    page.goto(f"{link}/try/end")
    yield "reviewer, after trying out"
    page.goto(f"/{lang}/review/{places.shut}")
    yield "reviewer, a link that is shut"


def approval(page: Page, lang: str, places: Places) -> Iterator[str]:
    """A survey from its first review link to its approval; comments that are taken, and links that end."""
    home = f"/{lang}/projects/{places.project}/surveys"
    sign_in(page, lang, "facilitator@demo.example")
    survey = copy(page, home, places.ready)
    yield from visit(page, {"review, no links yet": f"{survey}/review"})
    page.goto(f"{survey}/review/links")
    page.locator("main form[action$='/links'] [name$=closes_on]").fill("31/2/2026")
    send(page, "/review/links")
    yield "review, links, with a day that is none"
    page.locator("main form[action$='/links'] [name$=closes_on]").fill("1/3/2090")
    send(page, "/review/links")
    yield "review, a link with a last day"
    link = (
        f"/{lang}/review/"
        + str(page.locator("main section a[href*='/review/']").first.get_attribute("href")).rsplit(
            "/", 1
        )[-1]
    )
    page.locator("main a[href$='/poster']").first.click()
    yield "review, sheet to print, with a last day"
    yield from _said(page, link)
    yield from _answered(page, lang, survey, link)
    yield from _approved(page, lang, survey)
    yield from _ended(page, lang, survey, link)


def _said(page: Page, link: str) -> Iterator[str]:
    """What somebody says through the link, of the whole, a page and questions."""
    page.goto(link)
    yield "reviewer, start, with a last day"
    for at, words in (
        ("whole", "Does dim am drafnidiaeth."),
        ("sections/welcome", "Mae’r dudalen yn hir."),
        ("questions/heard", "Gan bwy?"),
        ("questions/word", "Pam un gair?"),
    ):
        page.goto(f"{link}/{at}")
        page.locator("[name=kind]").first.check()
        page.locator("[name=words]").fill(words)
        if page.locator("[name=suggested_cy]").count():
            page.locator("[name=suggested_cy]").fill("A wrandawodd pobl arnoch chi?")
            page.locator("[name=suggested_en]").fill("Did people listen to you?")
        press(page)
    page.goto(f"{link}/questions/heard")
    yield "reviewer, about a question that they spoke of before"
    page.goto(f"{link}/mine")
    yield "reviewer, comments of each kind"
    page.locator("main form button").first.click()
    yield "reviewer, a comment taken back"


def _answered(page: Page, lang: str, survey: str, link: str) -> Iterator[str]:
    """The facilitator takes a wording, answers, and deletes what another comment is about."""
    page.goto(f"{survey}/review")
    yield "review, comments that wait"
    page.goto(f"{survey}/design")
    yield "studio, outline with comments"
    page.goto(f"{survey}/review")
    page.locator("main form[action$='/take'] button").first.click()
    yield "review, a wording was taken"
    page.goto(f"{survey}/publish")
    yield "publishing, with comments that wait"
    page.goto(f"{survey}/questions/heard")
    page.locator("[name=text-en]").fill("Were you listened to?")
    page.locator("[name=same]").check()
    page.locator("main form button[value=save]:visible").last.click()
    page.goto(f"{survey}/translation/check")
    page.locator("main form input[type=checkbox]").first.check()
    press(page)
    page.goto(f"{survey}/design")
    page.locator("form[action$='/questions/word/arrange'] button[value=delete]").first.click()
    for show in ("open", "answered", "all"):
        page.goto(f"{survey}/review?show={show}")
        yield f"review, comments after the survey changed, {show}"
    page.locator("main article a[href*='/review/']").first.click()
    yield "review, a comment that was answered"
    page.goto(f"{link}/mine")
    yield "reviewer, what became of comments after the survey changed"


def _approved(page: Page, lang: str, survey: str) -> Iterator[str]:
    """An approval is required, given, out of date, and given again."""
    page.goto(f"{survey}/review/approval")
    page.locator("button[name=required][value=yes]").click()
    page.goto(f"{survey}/publish")
    yield "publishing, an approval is lacking"
    page.goto(f"{survey}/design")
    yield "studio, outline that waits for an approval"
    sign_in(page, lang, "partner@demo.example")
    page.goto(f"{survey}/review/approval")
    change(page, "revision", "1")
    send(page, "/approval")
    yield "partner, approval, somebody has changed it"
    send(page, "/approval")
    yield "partner, approval given"
    sign_in(page, lang, "facilitator@demo.example")
    page.goto(f"{survey}/review/approval")
    yield "review, approved"
    page.goto(f"{survey}/questions/hours")
    page.locator("[name=most]").fill("40")
    page.locator("main form button[value=save]:visible").last.click()
    for at in ("review/approval", "publish"):
        page.goto(f"{survey}/{at}")
        yield f"{at}, changed since it was approved"
    sign_in(page, lang, "partner@demo.example")
    page.goto(f"{survey}/review/approval")
    send(page, "/approval")
    sign_in(page, lang, "facilitator@demo.example")
    page.goto(f"{survey}/publish")
    send(page, "/publish")
    page.goto(f"{survey}/review/approval")
    yield "review, approved and published"
    page.goto(survey)
    yield "survey, a version that was approved"


def _ended(page: Page, lang: str, survey: str, link: str) -> Iterator[str]:
    """Pages that were open when the link was shut, or when a question was deleted."""
    page.goto(f"{link}/questions/voice")
    page.locator("[name=words]").fill("Llais pwy?")
    page.evaluate(
        "document.querySelector('main form').action = location.pathname.replace('voice', 'gone')"
    )
    press(page)
    yield "reviewer, about a question that is gone"
    page.goto(f"{link}/questions/voice")
    words = page.context.new_page()
    words.goto(f"{survey}/review/links")
    send_plain(words, "/state")
    words.close()
    page.locator("[name=words]").fill("Llais pwy?")
    press(page)
    yield "reviewer, sending when the link is shut"


def send_plain(page: Page, action: str) -> None:
    """Press the first button of a form, on a page that nobody watches."""
    page.locator(f"main form[action$='{action}'] button:visible").first.click()
    page.wait_for_load_state()
