"""Stretch: rhythm and rest of goals, measures with readings, ratings and credentials of skills, role profiles, the pulse.

Frozen with the first release of it: a later change is a revision of its own.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_ID = sa.Uuid(native_uuid=False)


def upgrade() -> None:
    _measures()
    _goals()
    _labels()
    _skills()
    _profiles()
    _table("pulse", _date(), _number("safety"), _number("accountability"), _text("note"))
    op.create_index("ix_pulse_date", "pulse", ["date"])
    for table in ("check_in", "reading", "skill_rating", "credential"):
        op.create_index(
            f"ix_{table}_trash", table, ["trashed_at"], sqlite_where=sa.text("trashed_at IS NOT NULL")
        )


def _table(name: str, *columns: sa.Column[object] | sa.ForeignKeyConstraint) -> None:
    op.create_table(
        name,
        *columns,
        sa.Column("id", _ID, nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("trashed_at", sa.DateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
    )


def _text(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.Text(), nullable=False)


def _number(name: str, *, nullable: bool = True) -> sa.Column[object]:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def _date(name: str = "date", *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.Date(), nullable=nullable)


def _of(table: str, other: str, *, column: str = "") -> sa.ForeignKeyConstraint:
    column = column or f"{other}_id"
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=f"fk_{table}_{column}")


def _measures() -> None:
    _table(
        "measure",
        _text("name"),
        _text("unit"),
        sa.Column("direction", sa.String(length=16), nullable=False),
        sa.Column("baseline", sa.Double(), nullable=True),
        sa.Column("target", sa.Double(), nullable=True),
        _text("description"),
    )
    _table(
        "reading",
        sa.Column("measure_id", _ID, nullable=False),
        _date(),
        sa.Column("value", sa.Double(), nullable=False),
        _text("note"),
        _of("reading", "measure"),
    )
    op.create_index("ix_reading_measure", "reading", ["measure_id", "date"])
    _table(
        "marked_change",
        _date(),
        _text("text"),
        sa.Column("measure_id", _ID, nullable=True),
        _of("marked_change", "measure"),
    )
    op.create_index("ix_marked_change_measure_id", "marked_change", ["measure_id"])


def _goals() -> None:
    for column in (_number("slack"), _number("successes"), _date("snoozed_until", nullable=True)):
        op.add_column("goal", column)
    op.add_column("goal", _date("paused_on", nullable=True))
    op.add_column("goal", sa.Column("prevention", sa.Text(), nullable=False, server_default=""))
    op.add_column("goal", sa.Column("rhythm_days", sa.Integer(), nullable=False, server_default="7"))
    op.add_column("forecast", _date("by", nullable=True))
    for table in ("goal", "check_in"):
        # Alembic would add the reference by itself, which SQLite cannot; with the column it can.
        op.execute(f"ALTER TABLE {table} ADD COLUMN measure_id CHAR(32) REFERENCES measure (id)")
        op.create_index(f"ix_{table}_measure_id", table, ["measure_id"])


def _labels() -> None:
    for label in ("tag", "skill", "person"):
        op.add_column(label, sa.Column("used_on", sa.JSON(), nullable=True))
    op.add_column("skill", sa.Column("levels", sa.JSON(), nullable=False, server_default="[]"))


def _skills() -> None:
    _table(
        "skill_rating",
        sa.Column("skill_id", _ID, nullable=False),
        _date(),
        _number("level", nullable=False),
        _text("evidence"),
        sa.Column("episode_id", _ID, nullable=True),
        _of("skill_rating", "skill"),
        _of("skill_rating", "episode"),
    )
    op.create_index("ix_skill_rating_skill", "skill_rating", ["skill_id", "date"])
    op.create_index("ix_skill_rating_episode_id", "skill_rating", ["episode_id"])
    _table(
        "credential",
        sa.Column("skill_id", _ID, nullable=False),
        *(_text(name) for name in ("name", "issuer", "description")),
        _date("issued", nullable=True),
        _date("expires", nullable=True),
        _text("link"),
        sa.Column("badge", sa.JSON(), nullable=True),
        *(_text(name) for name in ("file_name", "media_type")),
        _number("size", nullable=False),
        _text("sha256"),
        _of("credential", "skill"),
    )
    # The last column: what stands behind a long one is read only by way of it.
    op.add_column("credential", sa.Column("content", sa.LargeBinary(), nullable=True))
    op.create_index("ix_credential_skill", "credential", ["skill_id", "trashed_at"])


def _profiles() -> None:
    _table("role_profile", _text("name"), _text("description"))
    _table(
        "role_target",
        sa.Column("profile_id", _ID, nullable=False),
        sa.Column("skill_id", _ID, nullable=False),
        _number("level", nullable=False),
        _text("note"),
        _of("role_target", "role_profile", column="profile_id"),
        _of("role_target", "skill"),
    )
    for column in ("profile_id", "skill_id"):
        op.create_index(f"ix_role_target_{column}", "role_target", [column])
