"""A database to measure on: migrated, with one published survey and an open link."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import flask_migrate
import sqlalchemy as sa
from flask import Flask

from coprod_survey import clock, create_app
from coprod_survey.design.models import Draft, Survey, Version
from coprod_survey.distribution.models import Channel
from coprod_survey.extensions import db
from coprod_survey.projects.models import Organisation, Project
from coprod_survey.questionnaire.document import SurveyDocument, encode
from coprod_survey.responses.models import Response

from . import instrument

CODE = "MESUR7"
"""The short code of the link that is answered."""


def settings(folder: Path, database_url: str = "") -> dict[str, str]:
    """The environment of a server that keeps its data there, as it would be in earnest."""
    return {
        "COPROD_ENV": "production",
        "COPROD_SECRET_KEY": "for measuring only, and known to everybody",
        "COPROD_INSTANCE": str(folder),
        "COPROD_DATABASE_URL": database_url,
        "COPROD_PROXIES": "1",
        "COPROD_START_LIMIT": "1000000 per minute",
    }


def make(
    folder: Path, database_url: str = "", more: Mapping[str, SurveyDocument] | None = None
) -> Flask:
    """Make the database and its survey; gives an application that works on it.

    `more` are further surveys by the short codes of their links.
    """
    app = open_again(folder, database_url)
    with app.app_context():
        flask_migrate.upgrade()
        now = clock.now()
        organisation = _save(Organisation(name_cy="Mesur", name_en="Measuring", created_at=now))
        project = _save(
            Project(
                organisation_id=organisation, name_cy="Mesur", name_en="Measuring", created_at=now
            )
        )
        for code, document in {CODE: instrument.document(), **(more or {})}.items():
            _publish(project, code, document)
        db.session.commit()
    return app


def open_again(folder: Path, database_url: str = "") -> Flask:
    """An application that works on the database that was made in this folder."""
    return create_app(
        {
            "TESTING": True,
            "LOG_LEVEL": "ERROR",
            "INSTANCE": str(folder),
            "SQLALCHEMY_DATABASE_URI": database_url or f"sqlite:///{folder}/survey.db",
        }
    )


def sent(app: Flask) -> tuple[int, int]:
    """How many responses were sent, and how many answers the thinnest of them holds."""
    with app.app_context():
        rows = db.session.scalars(
            sa.select(Response.answers).where(Response.completed_at.is_not(None))
        ).all()
    return len(rows), min((len(answers) for answers in rows), default=0)


def _save(row: Organisation | Project | Survey | Version | Channel) -> int:
    db.session.add(row)
    db.session.flush()
    return row.id


def _publish(project: int, code: str, document: SurveyDocument) -> None:
    """A survey with one version and an open link."""
    now, encoded = clock.now(), encode(document)
    survey = _save(Survey(project_id=project, created_at=now))
    _save_draft(survey, document)
    version = _save(
        Version(survey_id=survey, number=1, revision=1, document=encoded, published_at=now)
    )
    db.session.execute(
        sa.update(Survey).where(Survey.id == survey).values(current_version_id=version)
    )
    _save(Channel(survey_id=survey, code=code, created_at=now))


def _save_draft(survey: int, document: SurveyDocument) -> None:
    title = document.title
    db.session.add(
        Draft(
            survey_id=survey,
            revision=1,
            title_cy=title.cy,
            title_en=title.en,
            document=encode(document),
            changed_at=clock.now(),
        )
    )
    db.session.flush()
