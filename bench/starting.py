"""How long the server takes from nothing to its first answer."""

from __future__ import annotations

import statistics
import time
from pathlib import Path

from . import store
from .figures import Figure
from .processes import free_port, peak_memory_mb, server, tree_seconds


def measure(folder: Path, *, times: int) -> list[Figure]:
    """Start the server several times; the middle one of each figure counts."""
    store.make(folder)
    waits, seconds, memory = [], [], []
    for _ in range(times):
        port = free_port()
        began = time.perf_counter()
        command = ["-m", "coprod_survey", "serve", "--port", str(port)]
        with server(command, port, "/healthz", store.settings(folder)) as process:
            waits.append(time.perf_counter() - began)
            seconds.append(tree_seconds(process.pid))
            memory.append(peak_memory_mb(process.pid))
    return [
        Figure("start-up: until the first answer", statistics.median(waits), "s"),
        Figure("start-up: CPU", statistics.median(seconds), "s"),
        Figure("start-up: memory", statistics.median(memory), "MiB"),
    ]
