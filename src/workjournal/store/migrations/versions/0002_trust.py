"""What damage and older copies are noticed by: digests of long texts, the vault's counts; large attachments outside.

Frozen with the first release of it: a later change is a revision of its own.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "text_digest",
        sa.Column("thing_id", sa.Uuid(native_uuid=False), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("thing", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("thing_id", "field", name="pk_text_digest"),
    )
    op.create_table(
        "vault_state",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("session", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_vault_state"),
    )
    op.execute("INSERT INTO vault_state (id, generation, session) VALUES (1, 1, 0)")
    op.add_column("attachment", sa.Column("object_id", sa.Text(), nullable=True))
    op.add_column("attachment", sa.Column("object_key", sa.LargeBinary(), nullable=True))
    # Without them the trash and the list of objects would read every attachment's content.
    for column in ("object_id", "trashed_at"):
        op.create_index(
            f"ix_attachment_{column}",
            "attachment",
            [column],
            sqlite_where=sa.text(f"{column} IS NOT NULL"),
        )
