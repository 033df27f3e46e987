"""who has a draft before them"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply the change."""
    op.create_table(
        "editing",
        sa.Column("survey_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("seen_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["survey_id"],
            ["survey.id"],
            name=op.f("fk_editing_survey_id_survey"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["user.id"], name=op.f("fk_editing_user_id_user"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("survey_id", "user_id", name=op.f("pk_editing")),
    )
    with op.batch_alter_table("editing") as batch_op:
        batch_op.create_index(batch_op.f("ix_editing_seen_at"), ["seen_at"])


def downgrade() -> None:
    """Take the change back."""
    op.drop_table("editing")
