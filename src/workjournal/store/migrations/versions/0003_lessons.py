"""Lessons that come back: recalls, own methods, reviews of periods, an index over the words of lessons.

Frozen with the first release of it: a later change is a revision of its own.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_ID = sa.Uuid(native_uuid=False)
_WORDS = ("text", "trigger", "detail")


def _entity() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("id", _ID, nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("trashed_at", sa.DateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
    )


def upgrade() -> None:
    _own_methods()
    _reflections()
    _lessons()
    _index_of_lessons()
    op.create_index(
        "ix_action_open",
        "action",
        ["due"],
        sqlite_where=sa.text("state = 'open' AND trashed_at IS NULL"),
    )


def _own_methods() -> None:
    op.create_table(
        "own_method",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("prompts", sa.JSON(), nullable=False),
        *_entity(),
        sa.PrimaryKeyConstraint("id", name="pk_own_method"),
    )


def _reflections() -> None:
    op.add_column("reflection", sa.Column("asked", sa.JSON(), nullable=True))
    op.add_column("reflection", sa.Column("distanced", sa.Boolean(), nullable=False, server_default="0"))
    op.add_column("reflection", sa.Column("evidence", sa.Text(), nullable=False, server_default=""))
    op.add_column("reflection", sa.Column("depth", sa.String(length=16), nullable=True))
    op.create_index(
        "ix_reflection_period",
        "reflection",
        ["period_start", "period_end"],
        sqlite_where=sa.text("period_start IS NOT NULL"),
    )


def _lessons() -> None:
    op.add_column("lesson", sa.Column("due", sa.Date(), nullable=False, server_default="2000-01-01"))
    op.add_column("lesson", sa.Column("stability", sa.Double(), nullable=True))
    op.add_column("lesson", sa.Column("difficulty", sa.Double(), nullable=True))
    op.add_column("lesson", sa.Column("recalled_on", sa.Date(), nullable=True))
    op.execute("UPDATE lesson SET due = date(date, '+1 day')")
    op.create_index(
        "ix_lesson_due",
        "lesson",
        ["due"],
        sqlite_where=sa.text("trashed_at IS NULL AND state != 'retired'"),
    )
    op.create_table(
        "recall",
        sa.Column("lesson_id", _ID, nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("grade", sa.String(length=16), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        *_entity(),
        sa.ForeignKeyConstraint(["lesson_id"], ["lesson.id"], name="fk_recall_lesson_id"),
        sa.PrimaryKeyConstraint("id", name="pk_recall"),
    )
    op.create_index("ix_recall_lesson_id", "recall", ["lesson_id"])
    op.create_index("ix_recall_date", "recall", ["date"])
    for other in ("reflection", "goal"):
        op.create_table(
            f"lesson_{other}",
            sa.Column("lesson_id", _ID, nullable=False),
            sa.Column(f"{other}_id", _ID, nullable=False),
            sa.ForeignKeyConstraint(["lesson_id"], ["lesson.id"], name=f"fk_lesson_{other}_lesson_id"),
            sa.ForeignKeyConstraint([f"{other}_id"], [f"{other}.id"], name=f"fk_lesson_{other}_{other}_id"),
            sa.PrimaryKeyConstraint("lesson_id", f"{other}_id", name=f"pk_lesson_{other}"),
        )
        op.create_index(f"ix_lesson_{other}_{other}_id", f"lesson_{other}", [f"{other}_id"])


def _index_of_lessons() -> None:
    """Kept by triggers. It has ids of its own, since VACUUM may renumber the rowids of lessons."""
    listed = ", ".join(_WORDS)
    new = ", ".join(f"new.{word}" for word in _WORDS)
    op.execute(
        f"CREATE VIRTUAL TABLE lesson_words USING fts5("
        f"id UNINDEXED, {listed}, tokenize = 'porter unicode61 remove_diacritics 2')"
    )
    op.execute("INSERT INTO lesson_words (lesson_words, rank) VALUES ('secure-delete', 1)")
    op.execute(f"INSERT INTO lesson_words (id, {listed}) SELECT id, {listed} FROM lesson")
    op.execute(
        f"CREATE TRIGGER lesson_words_new AFTER INSERT ON lesson BEGIN"
        f" INSERT INTO lesson_words (id, {listed}) VALUES (new.id, {new}); END"
    )
    op.execute(
        f"CREATE TRIGGER lesson_words_changed AFTER UPDATE OF {listed} ON lesson BEGIN"
        f" UPDATE lesson_words SET ({listed}) = ({new}) WHERE id = old.id; END"
    )
    op.execute(
        "CREATE TRIGGER lesson_words_gone AFTER DELETE ON lesson BEGIN"
        " DELETE FROM lesson_words WHERE id = old.id; END"
    )
