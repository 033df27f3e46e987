"""What every part of the walk does: come in, open pages, press, fill in."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from coprod_survey.demo import content
from tests.browser import settle


def press(page: Page) -> None:
    """Press the main button of the page's form, whatever it is called in its language."""
    page.locator("main form button.govuk-button:visible").first.click()
    settle(page)


def send(page: Page, action: str) -> None:
    """Press the first button of the form that goes to an address with this end."""
    page.locator(f"main form[action$='{action}'] button:visible").first.click()
    settle(page)


def visit(page: Page, addresses: dict[str, str]) -> Iterator[str]:
    """Open pages one after the other, by the names that the walk gives them."""
    for name, address in addresses.items():
        page.goto(address)
        yield name


def unfold(page: Page) -> None:
    """Open everything on the page that folds."""
    page.evaluate("document.querySelectorAll('main details').forEach(d => { d.open = true; })")


def fill(page: Page) -> None:
    """Answer every question on the page."""
    for question in page.locator(".app-question").all():
        choices = question.locator("input[type=radio], input[type=checkbox]")
        if choices.count():
            choices.nth(min(1, choices.count() - 1)).check()
            continue
        box = question.locator("input, textarea").first
        box.fill(
            "12" if box.get_attribute("inputmode") else "Ŵyn, ŷd a llŷn: fe newidiodd y dderbynfa."
        )


def sign_in(page: Page, lang: str, email: str) -> None:
    """Come in as one of the demonstration's people."""
    page.context.clear_cookies()
    page.goto(f"/{lang}/sign-in?chosen=y")
    page.locator("[name=email]").fill(email)
    page.locator("[name=password]").fill(content.PASSWORD)
    press(page)
    page.wait_for_url("**/projects/**")


def copy(page: Page, home: str, survey: int) -> str:
    """Make a copy of a survey, so that each walk changes one of its own; gives its address."""
    page.goto(f"{home}/{survey}/manage")
    send(page, "/duplicate")
    number = page.url.split("/surveys/")[1].split("/")[0]
    return f"{home}/{number}"


def change(page: Page, name: str, value: str) -> None:
    """Put something else into the hidden fields of a name, as if the page were old."""
    page.evaluate(
        "([name, value]) => document.querySelectorAll(`input[type=hidden][name='${name}']`)"
        ".forEach(field => { field.value = value; })",
        [name, value],
    )
