"""`flask start`: bring the database up to date, and serve; what `dev.py serve` ends in."""

from __future__ import annotations

import click
from flask import current_app
from flask.cli import with_appcontext

from ..web import assets, health
from . import serve


@click.command("start")
@click.option("--port", default=8000, show_default=True, help="The port to listen on.")
@click.pass_context
@with_appcontext
def command(context: click.Context, port: int) -> None:
    """Prepare the database, say what to open, and serve on this machine until stopped."""
    assets.manifest()
    prepare_database()
    show_demonstration()
    click.echo(f"Open http://127.0.0.1:{port}/ (stop with Ctrl-C)")
    context.invoke(serve.command, host="127.0.0.1", port=port)


def prepare_database() -> None:
    """Migrate the database if it is behind the code.

    Raises `click.ClickException` for a database that is newer than the code or out of reach.
    """
    found = health.finding()
    if found == health.BEHIND:
        click.echo("Preparing the database")
        from flask_migrate import upgrade

        upgrade()
    elif found:
        raise click.ClickException(f"{found}.")


def show_demonstration() -> None:
    """Load the demonstration into an empty database, and say who can sign in to it.

    Its passwords are known to everybody, so production never gets it.
    """
    if current_app.config["ENVIRONMENT"] == "production":
        return
    from ..demo.load import is_empty, is_loaded, load_demonstration
    from .demo import sign_in_lines

    if is_empty():
        click.echo("Loading the demonstration")
        load_demonstration(cost=current_app.config["PASSWORD_COST"])
    if is_loaded():
        for line in sign_in_lines():
            click.echo(line)
