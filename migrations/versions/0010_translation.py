"""translation: links, comments, reasons, terms, and versions for internal links"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def _of_survey(name: str, *columns: sa.Column, constraints: tuple = ()) -> None:
    """A table whose rows belong to a survey and go with it."""
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("survey_id", sa.Integer(), nullable=False),
        *columns,
        sa.ForeignKeyConstraint(
            ["survey_id"],
            ["survey.id"],
            name=op.f(f"fk_{name}_survey_id_survey"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
        *constraints,
    )
    with op.batch_alter_table(name) as batch_op:
        batch_op.create_index(batch_op.f(f"ix_{name}_survey_id"), ["survey_id"], unique=False)


def upgrade() -> None:
    """Apply the change."""
    _of_survey(
        "translation_link",
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("expires_at", sa.DateTime(), nullable=False),
        sa.Column("revoked_at", sa.DateTime(), nullable=True),
        constraints=(sa.UniqueConstraint("code", name=op.f("uq_translation_link_code")),),
    )
    _of_survey(
        "translation_comment",
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("by_name", sa.String(length=120), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("resolved_at", sa.DateTime(), nullable=True),
    )
    _of_survey(
        "translation_waved",
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("rule", sa.String(length=20), nullable=False),
        sa.Column("words_key", sa.String(length=16), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("by_name", sa.String(length=120), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        constraints=(
            sa.UniqueConstraint(
                "survey_id",
                "place",
                "rule",
                "words_key",
                name=op.f("uq_translation_waved_survey_id"),
            ),
        ),
    )
    op.create_table(
        "project_term",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("english", sa.String(length=120), nullable=False),
        sa.Column("welsh", sa.String(length=120), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["project_id"],
            ["project.id"],
            name=op.f("fk_project_term_project_id_project"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project_term")),
    )
    with op.batch_alter_table("project_term") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_project_term_project_id"), ["project_id"], unique=False
        )
    with op.batch_alter_table("revision") as batch_op:
        batch_op.add_column(
            sa.Column("by_name", sa.String(length=120), server_default="", nullable=False)
        )
    with op.batch_alter_table("version") as batch_op:
        batch_op.add_column(
            sa.Column("override_reason", sa.Text(), server_default="", nullable=False)
        )
    with op.batch_alter_table("survey") as batch_op:
        batch_op.add_column(sa.Column("internal_version_id", sa.Integer(), nullable=True))


def downgrade() -> None:
    """Take the change back."""
    with op.batch_alter_table("survey") as batch_op:
        batch_op.drop_column("internal_version_id")
    with op.batch_alter_table("version") as batch_op:
        batch_op.drop_column("override_reason")
    with op.batch_alter_table("revision") as batch_op:
        batch_op.drop_column("by_name")
    for name in ("project_term", "translation_waved", "translation_comment", "translation_link"):
        op.drop_table(name)
