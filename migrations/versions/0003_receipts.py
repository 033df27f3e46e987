"""receipts: what was sent while it is corrected, and how many took their answers back"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply the change."""
    with op.batch_alter_table("response") as batch_op:
        batch_op.add_column(sa.Column("sent_answers", sa.JSON(), nullable=True))
    with op.batch_alter_table("survey") as batch_op:
        batch_op.add_column(
            sa.Column("withdrawn", sa.Integer(), server_default="0", nullable=False)
        )


def downgrade() -> None:
    """Take the change back."""
    with op.batch_alter_table("survey") as batch_op:
        batch_op.drop_column("withdrawn")
    with op.batch_alter_table("response") as batch_op:
        batch_op.drop_column("sent_answers")
