"""numbers of deleted versions are not given again"""

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply the change. PostgreSQL gives no number again as it is."""
    if op.get_bind().dialect.name == "sqlite":
        options = {"sqlite_autoincrement": True}
        with op.batch_alter_table("version", recreate="always", table_kwargs=options):
            pass


def downgrade() -> None:
    """Take the change back."""
    if op.get_bind().dialect.name == "sqlite":
        with op.batch_alter_table("version", recreate="always"):
            pass
