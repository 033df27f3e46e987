"""The migrations lead to exactly the tables that the models describe, on both stores."""

from __future__ import annotations

from datetime import date

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from flask_migrate import downgrade, upgrade

from coprod_survey import create_app
from coprod_survey.cli.start import prepare_database
from coprod_survey.design import managing, queries
from coprod_survey.design.models import Survey, Version
from coprod_survey.distribution.models import Channel
from coprod_survey.extensions import db
from coprod_survey.projects.models import Goal, Project
from coprod_survey.questionnaire.document import encode
from coprod_survey.responses.models import Response
from coprod_survey.web import health
from tests.contracts.test_access import make_belongings
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


def test_the_number_of_a_deleted_version_is_never_given_again(new_database):
    """Processes keep versions in memory by their numbers: another survey's would be shown."""
    prepare_database()
    project = make_project()
    survey, version, channel = make_published(project)
    send(version, channel, count=2)
    project_id, survey_id, gone = project.id, survey.id, version.id
    new_database.session.remove()
    downgrade(revision="0011")
    upgrade()
    assert new_database.session.query(Response).count() == 2
    new_database.session.get_one(Survey, survey_id).answers_kept_until = date(2026, 1, 1)
    new_database.session.commit()
    managing.delete(survey_id, by=None)
    project = new_database.session.get_one(Project, project_id)
    assert make_published(project)[1].id > gone


def test_a_database_with_one_of_everything_goes_back_and_forth(new_database):
    prepare_database()
    project = make_project()
    belongings = make_belongings(project)
    version = new_database.session.get_one(Survey, belongings["survey_id"]).current_version_id
    channel = new_database.session.get_one(Channel, belongings["channel_id"])
    send(new_database.session.get_one(Version, version), channel, count=2)
    tables = ("survey", "version", "draft", "revision", "channel", "goal", "contact", "response")
    count = sa.text(" UNION ALL ".join(f"SELECT count(*) FROM {t}" for t in tables))
    before = new_database.session.execute(count).all()
    new_database.session.remove()
    for revision in ("0010", "0008", "0006", "0004"):
        downgrade(revision=revision)
        upgrade()
        assert new_database.session.execute(count).all() == before, revision
        new_database.session.remove()
        assert health.finding() is None
