"""`flask work`: do the background work in a process of its own."""

from __future__ import annotations

import signal
import threading

import click
from flask import current_app
from flask.cli import with_appcontext

from ..extensions import db
from ..tasks import worker


@click.command("work")
@with_appcontext
def command() -> None:
    """Send e-mails and make workbooks until stopped; for installations of several processes."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    app = current_app._get_current_object()  # type: ignore[attr-defined]
    db.session.remove()
    click.echo("Working (stop with Ctrl-C)")
    worker.run(app, stop)
