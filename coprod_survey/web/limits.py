"""Limits on how often somebody may do something, where and when they are counted.

`Memory` is where a process counts requests by itself (`memory://`), without a thread for each. The
library's own memory starts a thread at nearly every count and lets it look through all
addresses for those whose time is over. Whole halls begin to answer at once; so we look through
them once a minute, when somebody comes by.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

from flask import Flask, g
from limits.storage import Storage

from ..extensions import COUNTED, limiter

SWEEP_SECONDS = 60


class Memory(Storage):
    """Counts by key, each until its time is over."""

    STORAGE_SCHEME = ["memory"]

    def __init__(self, uri: str | None = None, **options: Any) -> None:
        super().__init__(uri, **options)
        self.lock = threading.Lock()
        self.counts: dict[str, tuple[int, float]] = {}
        self.next_sweep = 0.0

    base_exceptions = ValueError

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        """Add to a count, which ends `expiry` seconds after it began; gives the count."""
        now = time.time()
        with self.lock:
            if now >= self.next_sweep:
                self.counts = {k: count for k, count in self.counts.items() if count[1] > now}
                self.next_sweep = now + SWEEP_SECONDS
            count, ends = self.counts.get(key, (0, 0.0))
            if ends <= now:
                count, ends = 0, now + expiry
            self.counts[key] = count + amount, ends
            return count + amount

    def get(self, key: str) -> int:
        """The count of a key; 0 where its time is over."""
        count, ends = self.counts.get(key, (0, 0.0))
        return count if ends > time.time() else 0

    def get_expiry(self, key: str) -> float:
        """The moment at which the count of a key ends."""
        return self.counts.get(key, (0, time.time()))[1]

    def check(self) -> bool:
        """Memory is always there."""
        return True

    def reset(self) -> int:
        """Forget every count."""
        forgotten = len(self.counts)
        self.counts = {}
        return forgotten

    def clear(self, key: str) -> None:
        """Forget one count."""
        with self.lock:
            self.counts.pop(key, None)


def set_up(app: Flask) -> None:
    """Count requests to the routes that have a limit, and ask nothing of all others.

    Those routes check their limit themselves. What the library does after each request, only those
    need that it counted.
    """
    limiter.init_app(app)
    app.before_request_funcs[None].remove(limiter._check_request_limit)
    for hooks in (app.after_request_funcs[None], app.teardown_request_funcs[None]):
        hooks[-1] = _where_counted(hooks[-1])  # the library has just put its own there


def _where_counted(hook: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """A hook of the library's, for the requests that it counted; all others are as they were."""
    return lambda given: hook(given) if g.get(COUNTED) else given
