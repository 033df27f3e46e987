"""What the tests need of the machine, and how it is found or fetched."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .places import PYTHON
from .run import Trouble, run, say

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@dataclass(frozen=True)
class Need:
    """Something that a marked part of the tests needs.

    `name` is the mark of those tests and the word for `--without`; `find` says where it is, or
    nothing; `debian` are the packages that bring it.
    """

    name: str
    what: str
    find: Callable[[], str | None]
    debian: tuple[str, ...]


def chromium() -> str | None:
    """The machine's Chromium or Chrome, else the one that Playwright has fetched."""
    machine = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    return machine or _playwright_chromium()


def _playwright_chromium() -> str | None:
    ask = (
        "from playwright.sync_api import sync_playwright as start\n"
        "with start() as p: print(p.chromium.executable_path)"
    )
    try:
        path = Path(run(PYTHON, "-c", ask, doing="ask Playwright for its browser").strip())
    except Trouble:
        return None
    return str(path) if path.exists() else None


def java() -> str | None:
    """A Java runtime, for the Nu HTML checker; macOS has a `java` that only says there is none."""
    found = shutil.which("java")
    try:
        return found if found and run(found, "-version", doing="start Java") else None
    except Trouble:
        return None


def postgresql() -> str | None:
    """The folder of PostgreSQL's server programs; Debian keeps them off the path."""
    versions = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = max(versions, key=lambda path: int(path.parts[4]), default=None)
    found = newest or shutil.which("initdb")
    return str(Path(found).parent) if found else None


def office() -> str | None:
    """LibreOffice."""
    return shutil.which("soffice") or shutil.which("libreoffice")


NEEDS = (
    Need("browser", "Chromium", chromium, ("chromium", "fonts-liberation")),
    Need("nu", "a Java runtime (17 or newer)", java, ("default-jre-headless",)),
    Need("postgres", "PostgreSQL's server", postgresql, ("postgresql",)),
    Need(
        "office",
        "LibreOffice Calc",
        office,
        ("libreoffice-calc-nogui", "libreoffice-writer-nogui"),
    ),
)
NAMES = tuple(need.name for need in NEEDS)


def meet(*, without: Collection[str] = ()) -> dict[str, str]:
    """Find or fetch everything but what is done without.

    Gives environment variables that tell the tests where things are. Raises `Trouble` with one
    line that names all that cannot be had.
    """
    missing: dict[str, str] = {}
    environ: dict[str, str] = {}
    for need in NEEDS:
        if need.name in without:
            continue
        found = need.find() or _fetch(need)
        if not found:
            missing[need.name] = f"{need.what} (Debian: {' '.join(need.debian)})"
        elif need.name == "browser":
            environ["TEST_CHROMIUM"] = found
    if missing:
        raise Trouble(
            f"The tests need {', '.join(missing.values())}."
            f" Install it, or leave those tests out: --without {','.join(missing)}"
        )
    return environ


def _fetch(need: Need) -> str | None:
    """Get what is missing, in the ways that this machine has; nothing if there is none."""
    if _can_use_apt():
        say(f"Installing {need.what}")
        try:
            _update_lists()
            run(
                *["apt-get", "install", "-y", "--no-install-recommends", *need.debian],
                doing=f"install {need.what}",
                environ={"DEBIAN_FRONTEND": "noninteractive"},
            )
        except Trouble as trouble:
            say(str(trouble))
    elif need.name == "browser":
        say("Fetching Playwright's Chromium")
        try:
            run(PYTHON, "-m", "playwright", "install", "chromium", doing="fetch Chromium")
        except Trouble as trouble:
            say(str(trouble))
    return need.find()


def _can_use_apt() -> bool:
    return os.name == "posix" and os.geteuid() == 0 and shutil.which("apt-get") is not None


@cache
def _update_lists() -> None:
    run("apt-get", "update", doing="read Debian's lists of packages")
