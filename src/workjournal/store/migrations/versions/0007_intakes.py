"""Imports, and for each thing that came by one where it came from.

Frozen with the first release of it: a later change is a revision of its own.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "intake",
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("source", "name")),
        *(
            sa.Column(name, sa.Integer(), nullable=False)
            for name in ("found", "imported", "skipped", "failed")
        ),
        sa.Column("troubles", sa.JSON(), nullable=False),
        sa.Column("undone_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Uuid(native_uuid=False), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("trashed_at", sa.DateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_intake"),
    )
    op.create_table(
        "origin",
        sa.Column("thing_id", sa.Uuid(native_uuid=False), nullable=False),
        sa.Column("thing", sa.Text(), nullable=False),
        sa.Column("intake_id", sa.Uuid(native_uuid=False), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("source", "key", "zone")),
        sa.Column("unknown", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("thing_id", "intake_id", name="pk_origin"),
        sa.ForeignKeyConstraint(["intake_id"], ["intake.id"], name="fk_origin_intake_id"),
    )
    op.create_index("ix_origin_source", "origin", ["source", "key"])
    op.create_index("ix_origin_intake_id", "origin", ["intake_id"])
