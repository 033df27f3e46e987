"""What one complete response costs, beside the yardstick, at 1, 4 and 16 people at once."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

from . import instrument, store
from .figures import ROOT, Figure
from .processes import free_port, server, tree_seconds

THREADS = 4
"""How many requests both servers work on at once."""


SLICES = 5
"""In how many turns each crowd is measured; the middle one counts."""


@dataclass(frozen=True)
class Site:
    """Where a site answers, and the processes that work for it."""

    port: int
    pids: tuple[int, ...]


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
    folder: Path,
    *,
    responses: int,
    crowds: tuple[int, ...] = (1, 4, 16),
    database_url: str = "",
    database_pids: tuple[int, ...] = (),
) -> list[Figure]:
    """Let `responses` people answer each site, at each crowd, and check that all was kept.

    `database_pids` are the processes of a database server, whose time counts as ours too.
    """
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
        sites = {
            "yardstick": Site(yardstick_port, (yardstick_process.pid,)),
            "ours": Site(port, (our_process.pid, *database_pids)),
        }
        each = max(2, responses // SLICES)
        asked = _slice(sites, 1, 0, each, {})  # warms both up, and is not shown
        for crowd in crowds:
            costs: dict[str, list[Cost]] = {}
            for _turn in range(max(1, responses // each)):
                asked = _slice(sites, crowd, asked, each, costs)
            figures += _figures(crowd, _middle(costs["ours"]), _middle(costs["yardstick"]))
    kept, thinnest = store.sent(app)
    if (kept, thinnest) != (asked, instrument.QUESTIONS):
        raise RuntimeError(
            f"{asked} responses were sent, {kept} were kept, the thinnest with {thinnest} answers"
        )
    return figures


def _slice(
    sites: dict[str, Site], crowd: int, first: int, responses: int, costs: dict[str, list[Cost]]
) -> int:
    """Let some people answer on each site in turn, so that a busy minute meets both alike."""
    for name, site in sites.items():
        plan = {
            "site": name,
            "port": site.port,
            "code": store.CODE,
            "pages": instrument.answers(),
            "at_once": crowd,
            "first": first,
            "responses": responses,
        }
        costs.setdefault(name, []).append(cost(plan, site.pids))
    return first + responses


def _middle(costs: list[Cost]) -> Cost:
    """The middle one of each value over all slices."""
    return Cost(*(statistics.median(values) for values in zip(*map(astuple, costs), strict=True)))


def cost(plan: dict[str, Any], pids: tuple[int, ...]) -> Cost:
    """What it costs these processes when a client does what the plan says."""
    before = sum(map(tree_seconds, pids))
    client = subprocess.run(
        [sys.executable, "-m", "bench.client"],
        input=json.dumps(plan),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        cwd=ROOT,
    )
    used = sum(map(tree_seconds, pids)) - before
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
