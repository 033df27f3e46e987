"""Lint, types and tests, and the summary at the end of them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree

from .needs import NAMES
from .places import ARTEFACTS, PYTHON
from .run import follow, say

WORKERS = min(4, os.cpu_count() or 1)
"""How many processes run tests side by side; those in a browser run one by one."""


@dataclass
class Counts:
    """How many tests passed, failed and were skipped."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.passed + other.passed,
            self.failed + other.failed,
            self.skipped + other.skipped,
        )


def everything(*, without: Collection[str], environ: Mapping[str, str]) -> int:
    """Run all there is, except the tests marked with what is done without; 0 if all is well."""
    pages = ARTEFACTS / "pages"
    shutil.rmtree(pages, ignore_errors=True)
    pages.mkdir(parents=True)
    environ = {**environ, "NU_PAGES": str(pages)}  # every page the tests meet, checked at the end
    marks = _marks({"browser", "nu", *without})
    runs = {"Tests": lambda: _pytest("tests", marks, environ, workers=WORKERS)}
    if "postgres" not in without:
        postgres = {**environ, "TEST_STORE": "postgresql"}
        runs["Tests on PostgreSQL"] = lambda: _pytest(
            "postgresql", _marks(NAMES), postgres, workers=WORKERS
        )
    if "browser" not in without:
        runs["Tests in a browser"] = lambda: _pytest(
            "browser", " and ".join(["browser", *filter(None, [_marks(without)])]), environ
        )
    if "nu" not in without:
        runs["HTML of every page"] = lambda: _pytest("nu", "nu", environ)
    return _summarise(runs)


def quick() -> int:
    """Run the lint, the types, and the tests that need nothing but Python."""
    return _summarise({"Tests": lambda: _pytest("quick", _marks(NAMES), {}, workers=WORKERS)})


def _summarise(runs: Mapping[str, Callable[[], tuple[int, Counts]]]) -> int:
    """Run the checks one after the other, then say how each of them ended."""
    ended = {}
    say("Lint")
    ended["Lint"] = follow(PYTHON, "-m", "ruff", "check", "--quiet")
    say("Types")
    ended["Types"] = follow(PYTHON, "-m", "mypy")
    total = Counts()
    for name, run in runs.items():
        say(name)
        ended[name], counts = run()
        total += counts
    say("")
    for name, code in ended.items():
        say(f"{name}: {'well' if code == 0 else 'FAILED'}")
    skipped = f", {total.skipped} skipped" if total.skipped else ""
    say(f"{total.passed} passed, {total.failed} failed{skipped}")
    return 1 if any(ended.values()) else 0


def _marks(left_out: Collection[str]) -> str:
    return " and ".join(f"not {name}" for name in NAMES if name in left_out)


def _pytest(
    name: str, marks: str, environ: Mapping[str, str], *, workers: int = 0
) -> tuple[int, Counts]:
    report = ARTEFACTS / f"{name}.xml"
    report.unlink(missing_ok=True)
    pytest = [PYTHON, "-m", "pytest", f"--junitxml={report}", "-m", marks]
    side_by_side = ["-n", workers] if workers else []
    code = follow(*pytest, *side_by_side, environ=environ)
    counts = _count(report)
    if code and not counts.failed:
        counts.failed = 1  # it found no test, or broke before or after the tests themselves
    return code, counts


def _count(report: object) -> Counts:
    """What pytest's own report says."""
    counts = Counts()
    try:
        suites = ElementTree.parse(str(report)).getroot().iter("testsuite")
    except (OSError, ElementTree.ParseError):
        return counts
    for suite in suites:
        failed = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        skipped = int(suite.get("skipped", 0))
        counts += Counts(int(suite.get("tests", 0)) - failed - skipped, failed, skipped)
    return counts
