"""reviews of drafts: links, comments, trials, approvals, about-pages; responses that are only tests"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def of_survey(name: str, *columns: sa.Column | sa.Constraint) -> None:
    """Make a table of things that belong to a survey and go with it."""
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
    )
    op.create_index(op.f(f"ix_{name}_survey_id"), name, ["survey_id"])


def of_link(name: str) -> sa.ForeignKeyConstraint:
    """A table's tie to the review link that its rows came by."""
    return sa.ForeignKeyConstraint(
        ["link_id"],
        ["review_link.id"],
        name=op.f(f"fk_{name}_link_id_review_link"),
        ondelete="CASCADE",
    )


def of_user(name: str, column: str) -> sa.ForeignKeyConstraint:
    """A table's tie to a person, which breaks when the person goes."""
    return sa.ForeignKeyConstraint(
        [column], ["user.id"], name=op.f(f"fk_{name}_{column}_user"), ondelete="SET NULL"
    )


def both(name: str) -> tuple[sa.Column, sa.Column]:
    """A sentence in both languages."""
    return (
        sa.Column(f"{name}_cy", sa.Text(), nullable=False),
        sa.Column(f"{name}_en", sa.Text(), nullable=False),
    )


def upgrade() -> None:
    """Apply the change."""
    of_survey(
        "review_link",
        sa.Column("code", sa.String(length=12), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.Column("closes_at", sa.DateTime(), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.UniqueConstraint("code", name=op.f("uq_review_link_code")),
    )
    of_survey(
        "review_comment",
        sa.Column("link_id", sa.Integer(), nullable=False),
        sa.Column("writer", sa.String(length=43), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("part", sa.String(length=8), nullable=False),
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        *both("then"),
        sa.Column("words", sa.Text(), nullable=False),
        *both("suggested"),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        *both("answer"),
        sa.Column("answered_at", sa.DateTime(), nullable=True),
        sa.Column("answered_by_id", sa.Integer(), nullable=True),
        sa.Column("taken_revision", sa.Integer(), nullable=True),
        of_link("review_comment"),
        of_user("review_comment", "answered_by_id"),
    )
    op.create_index("ix_review_comment_link_id_writer", "review_comment", ["link_id", "writer"])
    of_survey(
        "trial_time",
        sa.Column("link_id", sa.Integer(), nullable=False),
        sa.Column("run", sa.String(length=43), nullable=False),
        sa.Column("section", sa.String(length=32), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=False),
        of_link("trial_time"),
        sa.UniqueConstraint("link_id", "run", "section", name=op.f("uq_trial_time_link_id")),
    )
    of_survey(
        "hard_spot",
        sa.Column("link_id", sa.Integer(), nullable=False),
        sa.Column("run", sa.String(length=43), nullable=False),
        sa.Column("question", sa.String(length=32), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        of_link("hard_spot"),
        sa.UniqueConstraint("link_id", "run", "question", name=op.f("uq_hard_spot_link_id")),
    )
    of_survey(
        "sign_off",
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=True),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(), nullable=False),
        of_user("sign_off", "by_id"),
    )
    op.create_table(
        "survey_about",
        sa.Column("survey_id", sa.Integer(), nullable=False),
        *both("purpose"),
        *both("makers"),
        *both("changed"),
        sa.Column("published", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("published_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["survey_id"],
            ["survey.id"],
            name=op.f("fk_survey_about_survey_id_survey"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("survey_id", name=op.f("pk_survey_about")),
    )
    with op.batch_alter_table("survey") as batch_op:
        for name in ("sign_off_required", "has_about"):
            batch_op.add_column(
                sa.Column(name, sa.Boolean(), server_default=sa.false(), nullable=False)
            )
    with op.batch_alter_table("response") as batch_op:
        batch_op.add_column(
            sa.Column("is_test", sa.Boolean(), server_default=sa.false(), nullable=False)
        )


def downgrade() -> None:
    """Take the change back; test responses go, for they would be counted with the others."""
    op.execute(sa.text("DELETE FROM response WHERE is_test"))
    op.execute(
        sa.text("UPDATE channel SET is_open = :no, kind = 'link' WHERE kind = 'test'").bindparams(
            sa.bindparam("no", False, sa.Boolean())
        )
    )
    with op.batch_alter_table("response") as batch_op:
        batch_op.drop_column("is_test")
    with op.batch_alter_table("survey") as batch_op:
        batch_op.drop_column("has_about")
        batch_op.drop_column("sign_off_required")
    for name in (
        "survey_about",
        "sign_off",
        "hard_spot",
        "trial_time",
        "review_comment",
        "review_link",
    ):
        op.drop_table(name)
