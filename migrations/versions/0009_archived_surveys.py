"""archived surveys: put away, until when answers are kept, and revisions packed small"""

import zlib

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

revisions = sa.table("revision", sa.column("id", sa.Integer), sa.column("document", sa.LargeBinary))


def upgrade() -> None:
    """Apply the change. Revisions stay as they are: those of both kinds can be read."""
    with op.batch_alter_table("survey") as batch_op:
        batch_op.add_column(sa.Column("archived_at", sa.DateTime(), nullable=True))
        batch_op.add_column(sa.Column("answers_kept_until", sa.Date(), nullable=True))


def downgrade() -> None:
    """Take the change back: what was packed is unpacked, for earlier code cannot read it."""
    connection = op.get_bind()
    for number in connection.scalars(sa.select(revisions.c.id)).all():
        mine = revisions.c.id == number
        document = connection.scalar(sa.select(revisions.c.document).where(mine))
        if document[:1] != b"{":
            plain = zlib.decompress(document)
            connection.execute(revisions.update().where(mine).values(document=plain))
    with op.batch_alter_table("survey") as batch_op:
        batch_op.drop_column("answers_kept_until")
        batch_op.drop_column("archived_at")
