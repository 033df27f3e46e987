"""`flask demo ...`: the demonstration and its sign-ins."""

from __future__ import annotations

import click
from flask import current_app
from flask.cli import with_appcontext

from ..demo import community, content
from ..demo.load import is_empty, is_loaded, load_demonstration


@click.group("demo")
def command() -> None:
    """The demonstration: a made-up project with a survey and its answers."""


@command.command("load")
@with_appcontext
def load() -> None:
    """Load the demonstration into an empty database; does nothing where it already is."""
    if current_app.config["ENVIRONMENT"] == "production":
        raise click.ClickException(
            "The demonstration has passwords that everybody knows: it is not for production."
        )
    if is_loaded():
        click.echo("The demonstration is already there")
        return
    if not is_empty():
        raise click.ClickException("The demonstration can be loaded only into an empty database.")
    click.echo("Loading the demonstration")
    load_demonstration(cost=current_app.config["PASSWORD_COST"])


@command.command("sign-ins")
def sign_ins() -> None:
    """Say who can sign in to the demonstration, and how."""
    for line in sign_in_lines():
        click.echo(line)


def sign_in_lines() -> list[str]:
    """Who can sign in to the demonstration, one a line, and the password of them all."""
    return [
        "Sign in to the demonstration as:",
        *(
            f"  {person.email:<28} {person.role.replace('_', ' ') if person.role else 'administrator'}"
            for person in content.PEOPLE
        ),
        f"with the password {content.PASSWORD}; the survey's short code is {content.SHORT_CODE}",
        f"and people review the draft, without signing in, at /review/{community.REVIEW_CODE}",
    ]
