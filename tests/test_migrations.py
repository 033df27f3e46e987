"""The migrations lead to exactly the tables that the models describe, on both stores."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from flask_migrate import downgrade, upgrade

from coprod_survey import create_app
from coprod_survey.cli.start import prepare_database
from coprod_survey.design import queries
from coprod_survey.extensions import db
from coprod_survey.projects.models import Goal
from coprod_survey.questionnaire.document import encode
from coprod_survey.responses.models import Response
from coprod_survey.web import health
from tests.factories import make_document, make_project, make_published, make_survey, save
from tests.sending import send


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def new_database(request, tmp_path):
    """An application on a database without tables."""
    url = f"sqlite:///{tmp_path}/new.db"
    if request.param == "postgresql":
        url = request.getfixturevalue("new_postgres_url")
    app = create_app({"SQLALCHEMY_DATABASE_URI": url, "INSTANCE": str(tmp_path), "TESTING": True})
    with app.app_context():
        yield db
        db.session.remove()
        db.engine.dispose()


def test_a_new_database_is_migrated_to_what_the_models_say(new_database):
    assert health.finding() == health.BEHIND
    prepare_database()
    assert health.finding() is None
    with new_database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, new_database.metadata) == []


def test_migrating_again_changes_nothing(new_database):
    prepare_database()
    upgrade()
    assert health.finding() is None


def test_migrations_can_be_taken_back_and_made_again(new_database):
    prepare_database()
    downgrade(revision="base")
    left = sa.inspect(new_database.engine).get_table_names()
    assert left == ["alembic_version"]
    prepare_database()
    assert health.finding() is None


def test_revisions_from_before_they_were_packed_are_read_and_packed_ones_unpacked(new_database):
    prepare_database()
    survey_id = make_survey().id
    plain = encode(make_document())
    stored = sa.text("SELECT document FROM revision")
    packed = bytes(new_database.session.scalar(stored))
    assert len(packed) < len(plain) / 2
    new_database.session.remove()
    downgrade(revision="0004")
    assert bytes(new_database.session.scalar(stored)) == plain
    new_database.session.remove()
    upgrade()
    assert bytes(new_database.session.scalar(stored)) == plain
    assert queries.document_at(survey_id, 1) == make_document()


@pytest.mark.parametrize("revision", ["0003", "0002"])
def test_taking_a_migration_back_loses_no_answers(new_database, revision):
    prepare_database()
    _survey, version, channel = make_published()
    send(version, channel, count=3)
    new_database.session.remove()
    downgrade(revision=revision)
    upgrade()
    assert new_database.session.query(Response).count() == 3
    assert new_database.session.execute(sa.text("SELECT 1 FROM version")).all() == [(1,)]


def test_goals_that_are_there_get_codes_from_their_words(new_database):
    prepare_database()
    project = make_project()
    others = make_project()
    words = [(project, "Llai o aros", "Less waiting"), (project, "Llai o aros", "Less waiting")]
    for n, (owner, cy, en) in enumerate([*words, (others, "", "Less waiting")]):
        save(Goal(project_id=owner.id, position=n, code=f"g{n}", words_cy=cy, words_en=en))
    new_database.session.remove()
    downgrade(revision="0004")
    upgrade()
    rows = new_database.session.execute(sa.text("SELECT code FROM goal ORDER BY id")).scalars()
    assert list(rows) == ["less_waiting", "less_waiting_2", "less_waiting"]
