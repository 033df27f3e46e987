"""`flask serve`: answer requests with waitress."""

from __future__ import annotations

import signal
import sys
from contextlib import nullcontext
from typing import Any

import click
from flask import Flask, current_app
from flask.cli import with_appcontext

from ..extensions import db
from ..tasks import worker
from ..web.ready import get_ready


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, help="The port to listen on.")
@click.option(
    "--threads", default=4, show_default=True, help="How many requests to work on at once."
)
@with_appcontext
def command(host: str, port: int, threads: int) -> None:
    """Serve the platform until it is stopped."""
    import waitress

    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]
    try:
        server = waitress.create_server(
            app,
            host=host,
            port=port,
            threads=threads,
            ident=None,
            clear_untrusted_proxy_headers=not current_app.config["PROXIES"],
        )
    except OSError as error:
        raise click.ClickException(
            f"Port {port} cannot be used ({error.strerror}). Choose another with --port."
        ) from error
    db.session.remove()  # a transaction left open by a start would lock everybody out of SQLite
    get_ready(app)
    signal.signal(signal.SIGTERM, _end)
    with worker.beside(app) if app.config["WORKER"] else nullcontext():
        try:
            server.run()
        except KeyboardInterrupt:
            server.close()


def _end(_number: int, _frame: Any) -> None:
    """Stop as after Ctrl-C: work in hand comes to its end, or is left for the next start."""
    sys.exit(0)
