"""Review packs: with whom they were shared, what came of the meeting, the kept PDF; texts reworded for an audience.

Frozen with the first release of it: a later change is a revision of its own.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for text in ("recipient", "notes"):
        op.add_column("pack", sa.Column(text, sa.Text(), nullable=False, server_default=""))
    for lines in ("charts", "asks", "commitments"):
        op.add_column("pack", sa.Column(lines, sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("pack", sa.Column("protected", sa.Boolean(), nullable=False, server_default="0"))
    op.add_column("pack", sa.Column("met", sa.Date(), nullable=True))
    # The last column: what stands behind a long one is read only by way of it.
    op.add_column("pack", sa.Column("pdf", sa.LargeBinary(), nullable=True))
    for table in ("action", "episode"):
        # Alembic would add the reference by itself, which SQLite cannot; with the column it can.
        op.execute(f"ALTER TABLE {table} ADD COLUMN pack_id CHAR(32) REFERENCES pack (id)")
        op.create_index(f"ix_{table}_pack_id", table, ["pack_id"])
    op.create_table(
        "rewording",
        sa.Column("thing_id", sa.Uuid(native_uuid=False), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("audience", sa.String(length=16), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("of", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("thing_id", "field", "audience", name="pk_rewording"),
    )
