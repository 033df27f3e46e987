"""What one complete response costs, beside the yardstick, at 1, 4 and 16 people at once."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import instrument, store
from .figures import ROOT, Figure
from .processes import free_port, server, tree_seconds

THREADS = 8
"""How many requests both servers work on at once."""


@dataclass(frozen=True)
class Cost:
    """What a number of responses took: processor seconds each, and waits of their requests."""

    seconds: float
    per_second: float
    median_ms: float
    slowest_ms: float
    requests: float
    kilobytes: float


def measure(
    folder: Path, *, responses: int, crowds: tuple[int, ...] = (1, 4, 16), database_url: str = ""
) -> list[Figure]:
    """Let `responses` people answer each site, at each crowd in turn, and check what was kept."""
    app = store.make(folder, database_url)
    port, yardstick_port = free_port(), free_port()
    ours = server(
        ["-m", "coprod_survey", "serve", "--port", str(port), "--threads", str(THREADS)],
        port,
        "/healthz",
        store.settings(folder, database_url),
    )
    file = str(folder / "yardstick.db")
    yardstick = server(
        ["-m", "bench.yardstick", str(yardstick_port), file, str(THREADS)], yardstick_port, "/1"
    )
    figures: list[Figure] = []
    with ours as our_process, yardstick as yardstick_process:
        first = 0
        for crowd in (1, *crowds):  # the first round warms both up, and is not shown
            costs = {}
            for site, site_port, pid in (
                ("yardstick", yardstick_port, yardstick_process.pid),
                ("ours", port, our_process.pid),
            ):
                plan = {
                    "site": site,
                    "port": site_port,
                    "code": store.CODE,
                    "pages": instrument.answers(),
                    "at_once": crowd,
                    "first": first,
                    "responses": responses if first else max(2, responses // 10),
                }
                costs[site] = _cost(plan, pid)
                asked = plan["responses"]
            first += asked
            if first > asked:
                figures += _figures(crowd, costs["ours"], costs["yardstick"])
    kept, thinnest = store.sent(app)
    if (kept, thinnest) != (first, instrument.QUESTIONS):
        raise RuntimeError(
            f"{first} responses were sent, {kept} were kept, the thinnest with {thinnest} answers"
        )
    return figures


def _cost(plan: dict[str, Any], pid: int) -> Cost:
    before = tree_seconds(pid)
    client = subprocess.run(
        [sys.executable, "-m", "bench.client"],
        input=json.dumps(plan),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        cwd=ROOT,
    )
    used = tree_seconds(pid) - before
    seen = json.loads(client.stdout)
    if seen["fault"]:
        raise RuntimeError(f"{plan['site']}: {seen['fault']}")
    waits = sorted(seen["waits"])
    return Cost(
        seconds=used / plan["responses"],
        per_second=plan["responses"] / seen["seconds"],
        median_ms=statistics.median(waits) * 1000,
        slowest_ms=waits[int(len(waits) * 0.99)] * 1000,
        requests=len(waits) / plan["responses"],
        kilobytes=seen["received"] / 1024,
    )


def _figures(crowd: int, ours: Cost, yardstick: Cost) -> list[Figure]:
    def both(name: str, unit: str, value: str) -> Figure:
        return Figure(
            f"{crowd:>2} at once: {name}", getattr(ours, value), unit, getattr(yardstick, value)
        )

    figures = [
        both("CPU per complete response", "s", "seconds"),
        both("complete responses per second", "/s", "per_second"),
        both("wait per request, median", "ms", "median_ms"),
        both("wait per request, 99th percentile", "ms", "slowest_ms"),
    ]
    if crowd == 1:
        figures.append(both("requests per complete response", "", "requests"))
        figures.append(both("received per complete response", "KiB", "kilobytes"))
    return figures
