"""codes of goals, waves of a survey, and a project's own sets of questions"""

import sqlalchemy as sa
from alembic import op

from coprod_survey.questionnaire.codes import make_code
from coprod_survey.questionnaire.text import Text

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply the change."""
    with op.batch_alter_table("goal") as batch_op:
        batch_op.add_column(sa.Column("code", sa.String(length=32), nullable=True))
    _give_codes()
    with op.batch_alter_table("goal") as batch_op:
        batch_op.alter_column("code", existing_type=sa.String(length=32), nullable=False)
        batch_op.create_unique_constraint(op.f("uq_goal_project_id"), ["project_id", "code"])
    with op.batch_alter_table("survey") as batch_op:
        batch_op.add_column(sa.Column("wave_of", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("wave", sa.Integer(), server_default="1", nullable=False))
        batch_op.create_index(batch_op.f("ix_survey_wave_of"), ["wave_of"], unique=False)
    op.create_table(
        "question_set",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["project_id"],
            ["project.id"],
            name=op.f("fk_question_set_project_id_project"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question_set")),
    )
    with op.batch_alter_table("question_set") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_question_set_project_id"), ["project_id"], unique=False
        )


def downgrade() -> None:
    """Take the change back."""
    op.drop_table("question_set")
    with op.batch_alter_table("survey") as batch_op:
        batch_op.drop_index(batch_op.f("ix_survey_wave_of"))
        batch_op.drop_column("wave")
        batch_op.drop_column("wave_of")
    with op.batch_alter_table("goal") as batch_op:
        batch_op.drop_constraint(op.f("uq_goal_project_id"), type_="unique")
        batch_op.drop_column("code")


def _give_codes() -> None:
    """Give every goal that is there a code made from its words, as a new one gets."""
    connection = op.get_bind()
    goal = sa.table(
        "goal",
        *map(sa.column, ("id", "project_id", "position", "code", "words_cy", "words_en")),
    )
    taken: dict[int, list[str]] = {}
    rows = connection.execute(sa.select(goal).order_by(goal.c.project_id, goal.c.position))
    for row in rows.all():
        codes = taken.setdefault(row.project_id, [])
        codes.append(make_code(Text(cy=row.words_cy, en=row.words_en), codes, "goal"))
        connection.execute(sa.update(goal).where(goal.c.id == row.id).values(code=codes[-1]))
