"""Welsh is longer than English in places: every sentence of ours fits a phone of 320 pixels.

The ten sentences that grow most are kept as pictures in ``artefacts/long-words``, for people.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page

from coprod_survey.cli import words
from devtools.places import ARTEFACTS
from tests.browser import PHONE, House, window

pytestmark = pytest.mark.browser

SHORT = 60
"""Up to how many letters a sentence may stand in a heading, a button or a tag."""

WORST = 10

GAP = re.compile(r"%\(\w+\)[sd]|\{\w+\}")

DRAW = """pairs => {
  const main = document.querySelector("main");
  main.replaceChildren(...pairs.flatMap(([cy, en, short], place) => {
    const row = document.createElement("section");
    row.id = `pair-${place}`;
    const kinds = short
      ? [["h1", "govuk-heading-xl"], ["button", "govuk-button"], ["strong", "govuk-tag"],
         ["label", "govuk-label govuk-label--m"], ["a", "govuk-link"]]
      : [["p", "govuk-body"], ["div", "govuk-hint"], ["p", "govuk-error-message"]];
    for (const [tag, names] of kinds)
      for (const [lang, said] of [["cy", cy], ["en", en]]) {
        const line = document.createElement("div");
        const element = document.createElement(tag);
        element.className = names;
        element.lang = lang;
        element.textContent = said;
        line.append(element);
        row.append(line);
      }
    return [row];
  }));
}"""

MEASURE = """() => [...document.querySelectorAll("main section")].map(row => {
  const cy = [...row.querySelectorAll("[lang=cy]")], en = [...row.querySelectorAll("[lang=en]")];
  const height = list => list.reduce((sum, e) => sum + e.getBoundingClientRect().height, 0);
  const said = e => {
    const range = document.createRange();
    range.selectNodeContents(e);
    return range.getBoundingClientRect();
  };
  const out = [...cy, ...en].filter(e =>
    said(e).right > Math.min(window.innerWidth, e.getBoundingClientRect().right) + 1);
  return [height(cy) - height(en), out.map(e => `${e.className}: ${e.textContent}`)];
})"""
"""For each sentence: by how much its Welsh is higher, and where its words leave their box or the page."""


class Pair(NamedTuple):
    """A sentence of ours in both languages, and whether it is short enough for a heading."""

    cy: str
    en: str
    short: bool


def pairs() -> list[Pair]:
    """Every sentence of ours; what fills a gap is a number of two figures."""
    found = []
    for message in words.welsh():
        english = message.id[-1] if isinstance(message.id, tuple | list) else message.id
        welsh = message.string[-1] if isinstance(message.string, tuple | list) else message.string
        if english:
            cy, en = GAP.sub("88", welsh), GAP.sub("88", english)
            found.append(Pair(cy, en, max(len(cy), len(en)) <= SHORT))
    return found


def keep_pictures(page: Page, worst: list[Pair], folder: Path) -> None:
    """A picture of each of these sentences in every part that it may stand in."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    page.evaluate(DRAW, [list(pair) for pair in worst])  # they alone: a short page is soon drawn
    for place in range(len(worst)):
        page.locator(f"#pair-{place}").screenshot(path=folder / f"{place + 1:02}.png")


def test_every_sentence_of_ours_fits_a_phone_in_both_languages(
    browser: Browser, house: House
) -> None:
    said = pairs()
    page = window(browser, house.address, width=PHONE, lang="cy")
    page.goto("/cy/")
    page.evaluate(DRAW, [list(pair) for pair in said])
    page.evaluate("() => document.fonts.ready")
    measured = page.evaluate(MEASURE)
    assert len(measured) == len(said) > 1000
    by_growth = sorted(range(len(said)), key=lambda place: -measured[place][0])
    keep_pictures(page, [said[place] for place in by_growth[:WORST]], ARTEFACTS / "long-words")
    faults = [line for _growth, lines in measured for line in lines]
    assert not faults, "\n".join(faults)


def test_a_word_that_is_too_long_is_found(browser: Browser, house: House) -> None:
    page = window(browser, house.address, width=PHONE, lang="cy")
    page.goto("/cy/")
    page.evaluate(DRAW, [["a" * 90, "b", True], ["Iawn", "Right", True]])
    [[_growth, too_long], [_none, fits]] = page.evaluate(MEASURE)
    assert too_long and not fits
