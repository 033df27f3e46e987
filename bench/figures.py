"""Figures as a plain table that can be compared between two commits, and as JSON."""

from __future__ import annotations

import json
import os
import platform
import subprocess
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Figure:
    """One measured thing: what it is, our value, the yardstick's, the unit, and what is promised."""

    name: str
    ours: float
    unit: str
    yardstick: float | None = None
    limit: float | None = None

    @property
    def ratio(self) -> float | None:
        """How many times the yardstick's value ours is."""
        return self.ours / self.yardstick if self.yardstick else None


def heading() -> str:
    """What was measured, and on what."""
    described = subprocess.run(
        ["git", "describe", "--always", "--dirty"], cwd=ROOT, capture_output=True, text=True
    )
    commit = described.stdout.strip() or "no commit"
    return f"{commit}; Python {platform.python_version()}; {os.cpu_count()} cores"


def as_table(figures: list[Figure]) -> str:
    """The figures in columns: name, ours, yardstick, ratio, unit, and the limit that is promised."""
    width = max(len(figure.name) for figure in figures)
    lines = [f"{'':{width}}  {'ours':>10}  {'yardstick':>10}  {'ratio':>6}"]
    for figure in figures:
        yardstick = "" if figure.yardstick is None else _number(figure.yardstick)
        ratio = "" if figure.ratio is None else f"{figure.ratio:.2f}"
        lines.append(
            f"{figure.name:{width}}  {_number(figure.ours):>10}  {yardstick:>10}  {ratio:>6}"
            f"  {figure.unit}{_promise(figure)}"
        )
    return "\n".join(lines)


def as_json(figures: list[Figure]) -> str:
    """The figures and where they were measured, for a program to compare."""
    rows = [{**asdict(figure), "ratio": figure.ratio} for figure in figures]
    return json.dumps({"measured": heading(), "figures": rows}, indent=1)


def _promise(figure: Figure) -> str:
    if figure.limit is None:
        return ""
    kept = "at most" if figure.ours <= figure.limit else "MORE THAN"
    return f"  {kept} {_number(figure.limit)}"


def _number(value: float) -> str:
    if value >= 1000:
        return f"{value:,.0f}"
    return f"{value:.4f}" if value < 1 else f"{value:.1f}"
