"""Who works the queue: threads beside the server, or a process of their own."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from flask import Flask

from ..extensions import queue
from . import purging, work

if TYPE_CHECKING:
    from huey.consumer import Consumer

THREADS = 2
"""How many pieces of work are done at once: a letter need not wait for a workbook."""

SLOWEST_LOOK = 2.0
"""How many seconds it takes at most until a new piece of work is seen."""

PATIENCE = 5
"""How many seconds work in hand has to come to its end when the server stops."""

AFTER_START = 1.0
"""How many seconds a server answers before it loads what the queue needs."""


def consumer(app: Flask) -> Consumer:
    """Huey's worker for this application, not started yet; signals are the caller's business."""
    from huey.consumer import Consumer

    class Worker(Consumer):
        """Leaves signals alone: in a server they belong to the server."""

        def _set_signal_handlers(self) -> None:
            pass

    logging.getLogger("huey").setLevel(logging.WARNING)
    return Worker(
        queue.huey(app),
        workers=THREADS,
        max_delay=SLOWEST_LOOK,
        scheduler_interval=10,
        shutdown_timeout=PATIENCE,
    )


def run(app: Flask, stop: threading.Event, *, after: float = 0) -> None:
    """Work until told to stop; what is then not done within `PATIENCE` is left for the next worker."""
    if stop.wait(after):
        return
    worker = consumer(app)
    worker.start()
    work.sweep(app)
    purging.purge(app)  # a laptop may be off whenever its hour comes
    stop.wait()
    worker.stop(graceful=True)
    work.let_go(app)


@contextmanager
def beside(app: Flask) -> Iterator[None]:
    """Work the queue in threads of this process meanwhile."""
    stop = threading.Event()
    thread = threading.Thread(target=run, args=(app, stop), kwargs={"after": AFTER_START})
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()
