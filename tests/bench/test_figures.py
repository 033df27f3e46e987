"""The bench's own parts: the survey it answers, the yardstick, processor time, the table."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from bench import figures, instrument, processes, yardstick
from bench.figures import Figure
from coprod_survey.questionnaire import checks
from coprod_survey.questionnaire.answers import is_answered


def test_the_measured_survey_is_fit_to_publish_and_fully_answered() -> None:
    document = instrument.document()
    assert checks.check(document) == []
    assert len(document.sections) == instrument.PAGES
    assert len(document.questions) == instrument.QUESTIONS
    for section, values in zip(document.sections, instrument.answers(), strict=True):
        raw: dict[str, list[str]] = {}
        for name, value in values:
            raw.setdefault(name, []).append(value)
        for question in section.questions:
            answer = question.parse(raw)
            assert is_answered(answer)
            assert question.raw(answer).items() <= raw.items()


def test_the_yardstick_keeps_every_answer(tmp_path: Path) -> None:
    file = str(tmp_path / "yardstick.db")
    client = yardstick.make_app(file).test_client()
    for number, values in enumerate(instrument.answers(), 1):
        assert client.get(f"/{number}").status_code == 200
        sent: dict[str, list[str]] = {}
        for name, value in values:
            sent.setdefault(name, []).append(value)
        assert client.post(f"/{number}", data=sent).status_code == 303
    rows = sqlite3.connect(file).execute("SELECT answers, done FROM response").fetchall()
    assert len(rows) == 1
    assert len(json.loads(rows[0][0])) == instrument.QUESTIONS
    assert rows[0][1] == 1


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processor time is read in /proc")
def test_processor_time_counts_children_too() -> None:
    work = "import time\nuntil = time.process_time() + 0.3\nwhile time.process_time() < until: pass"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {work!r}]); input()"
    process = subprocess.Popen(
        [sys.executable, "-c", parent + "; print('on', flush=True); input()"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert process.stdin
    assert process.stdout
    process.stdin.write(b"\n")
    process.stdin.flush()
    process.stdout.readline()
    assert processes.tree_seconds(process.pid) >= 0.3
    process.communicate(b"\n")


def test_the_table_stands_in_columns_with_ratios() -> None:
    table = figures.as_table([Figure("CPU", 0.03, "s", 0.01), Figure("rows", 12345, "/s")])
    lines = table.splitlines()
    assert lines[1].split() == ["CPU", "0.0300", "0.0100", "3.00", "s"]
    assert lines[2].split() == ["rows", "12,345", "/s"]
    kept = json.loads(figures.as_json([Figure("CPU", 0.03, "s", 0.01)]))
    assert kept["figures"][0]["ratio"] == pytest.approx(3)
