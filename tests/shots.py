"""`python -m tests.shots [folder]`: a picture of every page in its main states, and an index.

Both languages, at 320 and 1280 px, against a freshly loaded demonstration.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from html import escape
from pathlib import Path

from playwright.sync_api import sync_playwright

from coprod_survey.questionnaire.text import LANGUAGES
from tests import tour
from tests.browser import DESK, PHONE, ROOT, house, launch, window
from tests.tour import Places


def take(folder: Path, address: str, places: Places, only: list[str]) -> list[str]:
    """Take the pictures; gives the names of the pages in order."""
    names: dict[str, None] = {}
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for lang in LANGUAGES:
            for width in (PHONE, DESK):
                for part, walk in tour.PARTS.items():
                    if only and part not in only:
                        continue
                    page = window(browser, address, width=width, lang=lang)
                    for name in walk(page, lang, places):
                        names[name] = None
                        page.evaluate("() => document.fonts.ready")
                        page.screenshot(path=folder / _file(name, lang, width), full_page=True)
                    page.context.close()
        browser.close()
    return list(names)


def index(names: list[str]) -> str:
    """The gallery: a row for each page, Welsh beside English, the phone beside the desk."""
    rows = "\n".join(
        f"<h2 id={_slug(name)}>{escape(name)}</h2>\n<div>"
        + "".join(
            f'<a href="{_file(name, lang, width)}"><img loading=lazy width={width // 2 if width == DESK else 200}'
            f' src="{_file(name, lang, width)}" alt="{escape(name)}, {lang}, {width} px"></a>'
            for width in (PHONE, DESK)
            for lang in LANGUAGES
        )
        + "</div>"
        for name in names
    )
    links = "\n".join(f"<li><a href=#{_slug(name)}>{escape(name)}</a>" for name in names)
    return f"""<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Every page</title>
<style>
body {{ font-family: sans-serif; margin: 2rem }}
ul {{ columns: 4 }}
div {{ display: flex; gap: 1rem; align-items: start; overflow-x: auto }}
img {{ border: 1px solid #999 }}
</style>
<h1>Every page, in Welsh and in English</h1>
<ul>
{links}
</ul>
{rows}
</html>
"""


def _slug(name: str) -> str:
    return "-".join("".join(c if c.isalnum() else " " for c in name).lower().split())


def _file(name: str, lang: str, width: int) -> str:
    return f"{_slug(name)}.{lang}.{width}.png"


def main() -> int:
    """Take the pictures into the folder that the command line names, or artefacts/shots."""
    parser = argparse.ArgumentParser(prog="python -m tests.shots", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "artefacts" / "shots")
    parser.add_argument("--only", action="append", default=[], help="only this part of the walk")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="shots-") as data:
        app, places = tour.make_app(Path(data))
        with house(Path(data), app) as open_house:
            names = take(asked.folder, open_house.address, places, asked.only)
    (asked.folder / "index.html").write_text(index(names), encoding="utf-8")
    print(f"{len(names)} pages: {asked.folder / 'index.html'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
