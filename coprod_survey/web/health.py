"""Whether this installation can do its work."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import current_app
from flask_babel import gettext as _

from ..extensions import db
from ..questionnaire.text import N_

UNREACHABLE = N_("The database cannot be reached")
BEHIND = N_("The database has not been migrated to this version of the software")
AHEAD = N_("The database is newer than this version of the software")


def trouble() -> str | None:
    """What stands in the way, in words: the database out of reach, behind the code, or ahead of it."""
    found = finding()
    return _(found) if found else None


def finding() -> str | None:
    """What stands in the way, as one of the message ids above."""
    directory = current_app.extensions["migrate"].directory
    script = ScriptDirectory(str(directory))
    try:
        with db.engine.connect() as connection:
            connection.execute(sa.text("SELECT 1"))
            current = MigrationContext.configure(connection).get_current_revision()
    except sa.exc.SQLAlchemyError:
        return UNREACHABLE
    if current == script.get_current_head():
        return None
    known = {revision.revision for revision in script.walk_revisions()}
    return BEHIND if current is None or current in known else AHEAD
