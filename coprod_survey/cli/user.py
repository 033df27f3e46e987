"""`flask user ...`: make accounts, list them, and set passwords."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import click
from flask import current_app
from flask.cli import with_appcontext

from ..accounts import actions, queries
from ..accounts.policy import Role
from ..errors import DomainError, NotFound
from ..projects import queries as projects
from ..projects.actions import members

PASSWORD = click.option(
    "--password-stdin",
    is_flag=True,
    help="Read the password from standard input instead of asking for it.",
)


@click.group("user")
def command() -> None:
    """People who sign in."""


@command.command("add")
@click.argument("email")
@click.option("--name", required=True, help="The person's name.")
@click.option("--administrator", is_flag=True, help="May run the whole platform.")
@click.option("--project", type=int, help="The number of a project to make them a member of.")
@click.option(
    "--role",
    type=click.Choice([role.value for role in Role]),
    help="Their role in that project; manager if not said.",
)
@click.option(
    "--language",
    type=click.Choice(["cy", "en"]),
    default="cy",
    show_default=True,
    help="The language to write to them in.",
)
@PASSWORD
@with_appcontext
def add(
    email: str,
    name: str,
    administrator: bool,
    project: int | None,
    role: str | None,
    language: str,
    password_stdin: bool,
) -> None:
    """Make an account for EMAIL."""
    if role and project is None:
        raise click.ClickException("--role says what someone is in a project: add --project.")
    if project is not None:
        _said(projects.project_by_id, project_id=project)
    user = _said(
        actions.add_user,
        email=email,
        name=name,
        password=_password(password_stdin),
        cost=current_app.config["PASSWORD_COST"],
        administrator=administrator,
        lang=language,
    )
    if project is not None:
        _said(
            members.add_member,
            project_id=project,
            email=user.email,
            role=role or Role.MANAGER,
            by=None,
        )
    click.echo(f"Made an account for {user.email}.")


@command.command("list")
@with_appcontext
def list_() -> None:
    """List every account."""
    for user in queries.everyone("en"):
        marks = [
            *(["administrator"] if user.is_administrator else []),
            *([] if user.active else ["closed"]),
            *(f"{m.role} in project {m.project_id}" for m in user.memberships),
        ]
        click.echo("\t".join((user.email, user.name, ", ".join(marks))))


@command.command("password")
@click.argument("email")
@PASSWORD
@with_appcontext
def password(email: str, password_stdin: bool) -> None:
    """Set a new password for EMAIL, which ends their sign-ins."""
    user = queries.user_by_email(email)
    if user is None:
        raise click.ClickException(f"Nobody has an account with the address {email}.")
    _said(
        actions.set_password,
        user=user,
        password=_password(password_stdin),
        cost=current_app.config["PASSWORD_COST"],
        by=None,
    )
    click.echo(f"Set a new password for {user.email}.")


def _password(from_stdin: bool) -> str:
    """A password from standard input, or typed twice without echo."""
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    return str(click.prompt("Password", hide_input=True, confirmation_prompt=True))


def _said(action: Callable[..., Any], **values: Any) -> Any:
    """Run an action, and turn its refusal into one line."""
    try:
        return action(**values)
    except DomainError as error:
        raise click.ClickException(f"{error.problem.message % error.problem.params}.") from error
    except NotFound as error:
        raise click.ClickException("There is no such project.") from error
