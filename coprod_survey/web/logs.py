"""One line of JSON for each request, without anything that points to a person."""

from __future__ import annotations

import logging
import time
from functools import lru_cache

import msgspec
from flask import Flask, Response, g, request

log = logging.getLogger("coprod_survey")


class JsonLines(logging.Formatter):
    """A log record as one line of JSON: when, how grave, what, and the fields of a request."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as JSON; a traceback goes into `error`."""
        line = {
            "at": _moment(int(record.created)),
            "level": record.levelname,
            "message": record.getMessage(),
            **getattr(record, "fields", {}),
        }
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return msgspec.json.encode(line).decode()


@lru_cache(maxsize=2)
def _moment(second: int) -> str:
    """A second since 1970 as a date and a time; many lines have the same."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(second))


def set_up(app: Flask) -> None:
    """Log every request by its route, never by its address: codes and tokens stay out of logs."""
    log.setLevel(app.config["LOG_LEVEL"])
    log.propagate = bool(app.testing)
    if not log.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(JsonLines())
        log.addHandler(handler)
        # No line names its place in the code, its thread or its process: nobody need find them out.
        logging._srcfile = None
        logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False

    @app.before_request
    def note_start() -> None:
        g.started = time.perf_counter()

    @app.after_request
    def log_request(response: Response) -> Response:
        rule = request.url_rule
        if rule and log.isEnabledFor(logging.INFO):
            fields = {
                "method": request.method,
                "route": rule.rule,
                "status": response.status_code,
                "ms": round((time.perf_counter() - g.get("started", 0)) * 1000, 1),
            }
            # As log.info does, without looking for what the line does not say.
            record = logging.LogRecord(log.name, logging.INFO, "", 0, "request", (), None)
            record.fields = fields
            log.handle(record)
        return response
