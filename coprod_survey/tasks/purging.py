"""What is deleted by itself when its time is over."""

from __future__ import annotations

import logging
from collections.abc import Callable

from flask import Flask

log = logging.getLogger("coprod_survey")


def purge(app: Flask) -> None:
    """Delete what nobody should find any more. Raises nothing: it is tried again in an hour."""
    from ..exports import actions as exports
    from ..responses import unsent

    days = app.config["UNSENT_DAYS"]
    steps: tuple[Callable[[], object], ...] = (exports.purge, lambda: unsent.purge(days=days))
    for step in steps:
        with app.app_context():
            try:
                step()
            except Exception as error:
                log.error("purge failed: %s", type(error).__name__)
