"""The whole bench in its quick form: it runs, and the promises that do not depend on luck hold."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processor time is read in /proc")
def test_the_quick_bench_measures_everything(tmp_path: Path, root: Path) -> None:
    file = tmp_path / "figures.json"
    done = subprocess.run(
        [sys.executable, "-m", "bench", "--quick", "--json", str(file)],
        cwd=root,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    figures = {f["name"]: f for f in json.loads(file.read_text())["figures"]}
    assert figures[" 2 at once: CPU per complete response"]["ratio"] > 0
    for page in ("untouched", "answered"):
        for survey in ("30 questions", "300 questions, 150 rules"):
            assert figures[f"page {page}, {survey}: CPU"]["ours"] > 0
    assert figures["check of 150 rules: CPU"]["ours"] < 150
    studio = {name: f["ours"] for name, f in figures.items() if name.startswith("studio, 300")}
    assert len(studio) > 40
    light = [f for f in figures.values() if f["limit"] and f["unit"] == "bytes"]
    assert len(light) == 13
    assert all(f["ours"] <= f["limit"] for f in light), light
    assert "translation, 300 questions, open the list, first of a process: CPU" in figures
    assert figures["first question page: HTML"]["ours"] < 15
    assert figures["first question page: requests"]["ours"] <= 4
    assert figures["workbook of 300 responses: rows per CPU second"]["ours"] > 0
    assert figures["workbook of 300 responses: peak memory"]["ours"] < 300
    # How long a start takes depends on what else the machine does; the bench itself prints it.
    assert figures["start-up: until the first answer"]["ours"] > 0
