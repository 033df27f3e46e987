"""`python -m bench`: measure, print a table, and keep it as JSON where that is asked for."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from . import answering, exporting, figures, pages, starting, studio, translating, weight

PARTS = ("answering", "pages", "studio", "translating", "weight", "exporting", "starting")


def main(words: list[str] | None = None) -> int:
    """Measure what the command line asks for; gives the exit code."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="few rounds, to see that it works")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the figures there")
    parser.add_argument("--only", choices=PARTS, action="append", help="leave out the other parts")
    parser.add_argument(
        "--postgres", action="store_true", help="answer on a throwaway PostgreSQL, not on SQLite"
    )
    asked = parser.parse_args(words)
    if not Path("/proc/self/stat").exists():
        print("Processor time is read from /proc: measure on Linux.", file=sys.stderr)
        return 1
    quick = asked.quick
    measures: dict[str, Callable[[Path], list[figures.Figure]]] = {
        "answering": lambda folder: _answering(folder, quick=quick, postgres=asked.postgres),
        "pages": lambda folder: pages.measure(folder, times=150 if quick else 1_000),
        "studio": lambda folder: studio.measure(folder, times=1 if quick else 10),
        "translating": lambda folder: translating.measure(folder, times=1 if quick else 10),
        "weight": weight.measure,
        "exporting": lambda folder: exporting.measure(folder, responses=300 if quick else 10_000),
        "starting": lambda folder: starting.measure(folder, times=1 if quick else 5),
    }
    found: list[figures.Figure] = []
    for name in asked.only or PARTS:
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            found += measures[name](Path(folder))
    print(figures.heading())
    print(figures.as_table(found))
    if asked.json:
        asked.json.write_text(figures.as_json(found) + "\n", encoding="utf-8")
    return 0


def _answering(folder: Path, *, quick: bool, postgres: bool) -> list[figures.Figure]:
    responses, crowds = (4, (2,)) if quick else (200, (1, 4, 16))
    if not postgres:
        return answering.measure(folder, responses=responses, crowds=crowds)
    from tests.postgres import cluster

    with cluster() as url:
        server = Path(url.partition("host=")[2], "data", "postmaster.pid")
        return answering.measure(
            folder,
            responses=responses,
            crowds=crowds,
            database_url=url,
            database_pids=(int(server.read_text().split()[0]),),
        )


if __name__ == "__main__":
    sys.exit(main())
