"""What a request costs as the first one of a process: a server that is ready, and has answered nobody.

The server is a process of its own that forks for each request, so that none profits from another.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from flask import Flask

from coprod_survey.extensions import db
from coprod_survey.web.ready import get_ready

from . import store


class Request(NamedTuple):
    """One request of somebody who has signed in (`cookie`), as the test client of Flask takes it."""

    method: str
    path: str
    cookie: str
    data: dict[str, Any] = {}
    headers: dict[str, str] = {}


class Answer(NamedTuple):
    """What it was answered with: the status, processor seconds, and bytes of HTML."""

    status: int
    seconds: float
    size: int


def answers(folder: Path, requests: Sequence[Request]) -> list[Answer]:
    """Send each request to a process that has answered nobody, with the data in this folder."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.fresh", str(folder)],
        input=json.dumps(requests),
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise RuntimeError(done.stderr[-3000:])
    return [Answer(*line) for line in map(json.loads, done.stdout.splitlines())]


def send(app: Flask, request: Request) -> Answer:
    """Send a request, and measure its answer."""
    client = app.test_client()
    client.set_cookie("session", request.cookie)
    began = time.process_time()
    answer = client.open(
        request.path, method=request.method, data=request.data, headers=request.headers
    )
    took = time.process_time() - began
    return Answer(answer.status_code, took, len(answer.data))


def main() -> None:
    """Answer the requests that standard input lists, each in a fork; print an answer a line."""
    app = store.open_again(Path(sys.argv[1]))
    get_ready(app)
    with app.app_context():
        db.engine.dispose()  # no connection is shared with a fork
    for fields in json.load(sys.stdin):
        child = os.fork()
        if child:
            if os.waitpid(child, 0)[1]:
                sys.exit("A request could not be answered")
            continue
        print(json.dumps(send(app, Request(*fields))), flush=True)
        os._exit(0)


if __name__ == "__main__":
    main()
