"""How fast a workbook is written, and how much memory that takes however many people answered."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import sqlalchemy as sa
from flask import Flask

from coprod_survey import clock
from coprod_survey.demo.responses import make_responses
from coprod_survey.design.models import Version
from coprod_survey.distribution.models import Channel
from coprod_survey.extensions import db
from coprod_survey.responses.models import Response

from . import instrument, store
from .figures import Figure

FEW = 100
"""The responses of the small export: what it costs is start-up, not rows."""

AT_ONCE = 2_000


def measure(folder: Path, *, responses: int) -> list[Figure]:
    """Export a survey with a few responses, then with `responses`; each in a process of its own."""
    app = store.make(folder)
    _answer(app, FEW)
    small_seconds, _wait, small_memory = _export(folder)
    _answer(app, responses - FEW)
    seconds, wait, memory = _export(folder)
    rows = responses - FEW
    name = f"workbook of {responses} responses"
    return [
        Figure(f"{name}: rows per CPU second", rows / max(seconds - small_seconds, 0.01), "rows/s"),
        Figure(f"{name}: CPU", seconds, "s"),
        Figure(f"{name}: time", wait, "s"),
        Figure(f"{name}: peak memory", memory, "MiB"),
        Figure(f"{name}: memory beyond that of {FEW}", memory - small_memory, "MiB"),
    ]


def _answer(app: Flask, count: int) -> None:
    """Let made-up people answer the survey."""
    rng = Random(count)
    with app.app_context():
        version_id, survey_id = db.session.execute(sa.select(Version.id, Version.survey_id)).one()
        channel_id = db.session.scalar(sa.select(Channel.id))
        while count > 0:
            rows = make_responses(
                instrument.document(), min(count, AT_ONCE), rng, at=clock.now(), unfinished=0
            )
            for row in rows:
                row.update(survey_id=survey_id, version_id=version_id, channel_id=channel_id)
            db.session.execute(sa.insert(Response), rows)
            db.session.commit()
            count -= len(rows)


def _export(folder: Path) -> tuple[float, float, float]:
    """Processor seconds, seconds and peak memory (MiB) of one export from the command line."""
    file = folder / "out.xlsx"
    words = ["-m", "coprod_survey", "survey", "export", store.CODE, "--lang", "cy", "-o", str(file)]
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *words],
        env={**os.environ, **store.settings(folder)},
        stdout=subprocess.DEVNULL,
    )
    _pid, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError("The export failed: what it said stands above.")
    return used.ru_utime + used.ru_stime, time.perf_counter() - began, used.ru_maxrss / 1024
