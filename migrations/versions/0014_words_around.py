"""how far the words around a survey are translated"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply the change."""
    op.create_table(
        "around_state",
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=True),
        sa.Column("survey_id", sa.Integer(), nullable=True),
        sa.Column("text", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["project_id"],
            ["project.id"],
            name=op.f("fk_around_state_project_id_project"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["survey_id"],
            ["survey.id"],
            name=op.f("fk_around_state_survey_id_survey"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("place", name=op.f("pk_around_state")),
    )
    with op.batch_alter_table("around_state") as batch_op:
        for name in ("project_id", "survey_id"):
            batch_op.create_index(batch_op.f(f"ix_around_state_{name}"), [name])


def downgrade() -> None:
    """Take the change back."""
    op.drop_table("around_state")
