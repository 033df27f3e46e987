"""`flask survey`: work with surveys from a terminal."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import click
import sqlalchemy as sa
from flask.cli import with_appcontext

from ..distribution.models import Channel
from ..errors import DomainError, NotFound
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


@command.command("export-design")
@click.argument("number", type=int)
@click.option("--small", is_flag=True, help="As small as can be, not laid out for people to read.")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="The file to write.",
)
@with_appcontext
def export_design(number: int, small: bool, output: Path) -> None:
    """Write the questionnaire of the survey with the number NUMBER as a JSON file, without answers.

    The number stands in the address of the survey's page.
    """
    from ..design import exchange, queries

    try:
        data = exchange.export_document(queries.draft(number).document, pretty=not small)
        output.write_bytes(data)
    except NotFound as error:
        raise click.ClickException(f"There is no survey with the number {number}.") from error
    except OSError as error:
        raise click.ClickException(f"{output} cannot be written: {error.strerror}.") from error
    click.echo(f"{output}")


@command.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--project", type=int, required=True, help="The number of the project it goes to.")
@with_appcontext
def import_design(file: Path, project: int) -> None:
    """Make a new survey of FILE, which `export-design` or the website has written."""
    from ..design import exchange
    from ..interchange.json_document import Faulty
    from ..projects.models import Project

    if db.session.get(Project, project) is None:
        raise click.ClickException(f"There is no project with the number {project}.")
    try:
        survey = exchange.import_survey(file.read_bytes(), project_id=project, by=None)
    except Faulty as faulty:
        lines = [f"{p.place or file}: {p.message % p.params}" for p in faulty.problems]
        raise click.ClickException("\n".join(["No survey was made.", *lines])) from faulty
    except OSError as error:
        raise click.ClickException(f"{file} cannot be read: {error.strerror}.") from error
    click.echo(f"Survey {survey.id}")
