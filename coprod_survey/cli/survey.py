"""`flask survey`: work with surveys from a terminal."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import click
import sqlalchemy as sa
from flask.cli import with_appcontext

from ..distribution.models import Channel
from ..errors import DomainError
from ..extensions import db
from ..questionnaire.text import LANGUAGES, Language


@click.group("survey")
def command() -> None:
    """Work with surveys."""


@command.command("export")
@click.argument("code")
@click.option(
    "--lang", type=click.Choice(LANGUAGES), default="cy", show_default=True, help="Its language."
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="The file to write.",
)
@click.option("--only-tables", is_flag=True, help="Leave out the rows of people and comments.")
@with_appcontext
def export(code: str, lang: str, output: Path, only_tables: bool) -> None:
    """Write the workbook of the survey whose link has the short code CODE."""
    from ..exports import actions

    survey_id = db.session.scalar(
        sa.select(Channel.survey_id).where(sa.func.upper(Channel.code) == code.upper())
    )
    if survey_id is None:
        raise click.ClickException(f"No survey has a link with the code {code}.")
    try:
        with output.open("wb") as file:
            actions.export(
                file, survey_id=survey_id, lang=cast(Language, lang), people=not only_tables
            )
    except DomainError as error:
        output.unlink(missing_ok=True)
        raise click.ClickException(str(error)) from error
    except OSError as error:
        raise click.ClickException(f"{output} cannot be written: {error.strerror}.") from error
    click.echo(f"{output}")
