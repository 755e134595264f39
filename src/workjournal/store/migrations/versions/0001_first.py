"""The first schema.

Frozen: a later change is a revision of its own. Times of the link tables are kept by triggers, so that lists by
tag, person or skill walk an index in the order of time.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_ID = sa.Uuid(native_uuid=False)
_LINKED = ("tag", "person", "skill")


def _entity() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("id", _ID, nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("trashed_at", sa.DateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
    )


def upgrade() -> None:
    _tables()
    for label in _LINKED:
        op.execute(
            f"CREATE TRIGGER episode_{label}_time AFTER INSERT ON episode_{label} BEGIN"
            f" UPDATE episode_{label} SET date = (SELECT date FROM episode WHERE id = new.episode_id),"
            f" time = (SELECT time FROM episode WHERE id = new.episode_id)"
            f" WHERE episode_id = new.episode_id AND {label}_id = new.{label}_id; END"
        )
    moves = "".join(
        f" UPDATE episode_{label} SET date = new.date, time = new.time WHERE episode_id = new.id;"
        for label in _LINKED
    )
    op.execute(f"CREATE TRIGGER episode_moved AFTER UPDATE OF date, time ON episode BEGIN{moves} END")


def _tables() -> None:
    op.create_table(
        "draft",
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("place", name="pk_draft"),
    )
    op.create_table(
        "goal",
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("performance", sa.Text(), nullable=False),
        sa.Column("conditions", sa.Text(), nullable=False),
        sa.Column("criterion", sa.Text(), nullable=False),
        sa.Column("challenges", sa.JSON(), nullable=False),
        sa.Column("difficulty", sa.Integer(), nullable=True),
        sa.Column("feedback_from", sa.Text(), nullable=False),
        sa.Column("support", sa.Text(), nullable=False),
        sa.Column("wish", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("obstacle", sa.Text(), nullable=False),
        sa.Column("plan", sa.Text(), nullable=False),
        sa.Column("premortem", sa.Text(), nullable=False),
        sa.Column("confidence_before", sa.Integer(), nullable=True),
        sa.Column("confidence_after", sa.Integer(), nullable=True),
        sa.Column("confidence_really_before", sa.Integer(), nullable=True),
        sa.Column("start", sa.Date(), nullable=True),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("closed", sa.Date(), nullable=True),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("audiences", sa.Text(), nullable=False),
        *_entity(),
        sa.PrimaryKeyConstraint("id", name="pk_goal"),
    )
    op.create_table(
        "pack",
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("audience", sa.String(length=16), nullable=False),
        sa.Column("period_start", sa.Date(), nullable=False),
        sa.Column("period_end", sa.Date(), nullable=False),
        sa.Column("sections", sa.JSON(), nullable=False),
        sa.Column("items", sa.JSON(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        *_entity(),
        sa.PrimaryKeyConstraint("id", name="pk_pack"),
    )
    op.create_index("ix_pack_date", "pack", ["date"], unique=False)
    op.create_table(
        "person",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("relation", sa.String(length=16), nullable=False),
        sa.Column("pseudonym", sa.Text(), nullable=False),
        *_entity(),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
        sa.UniqueConstraint("name", name="uq_person_name"),
    )
    op.create_table(
        "preference",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_preference"),
    )
    op.create_table(
        "revision",
        sa.Column("id", _ID, nullable=False),
        sa.Column("thing", sa.Text(), nullable=False),
        sa.Column("thing_id", _ID, nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("until", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_revision"),
    )
    op.create_index("ix_revision_of", "revision", ["thing_id", "field", "until"], unique=False)
    op.create_table(
        "skill",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        *_entity(),
        sa.PrimaryKeyConstraint("id", name="pk_skill"),
        sa.UniqueConstraint("name", name="uq_skill_name"),
    )
    op.create_table(
        "tag",
        sa.Column("name", sa.Text(), nullable=False),
        *_entity(),
        sa.PrimaryKeyConstraint("id", name="pk_tag"),
        sa.UniqueConstraint("name", name="uq_tag_name"),
    )
    op.create_table(
        "check_in",
        sa.Column("goal_id", _ID, nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("progress", sa.Integer(), nullable=True),
        sa.Column("confidence", sa.Integer(), nullable=True),
        sa.Column("measure_value", sa.Double(), nullable=True),
        sa.Column("changed", sa.Text(), nullable=False),
        sa.Column("feedback", sa.Text(), nullable=False),
        sa.Column("help_needed", sa.Text(), nullable=False),
        *_entity(),
        sa.ForeignKeyConstraint(["goal_id"], ["goal.id"], name="fk_check_in_goal_id"),
        sa.PrimaryKeyConstraint("id", name="pk_check_in"),
    )
    op.create_index("ix_check_in_goal_id", "check_in", ["goal_id"], unique=False)
    op.create_table(
        "episode",
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("time", sa.Time(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("setting", sa.String(length=16), nullable=True),
        sa.Column("source", sa.String(length=16), nullable=True),
        sa.Column("moment", sa.String(length=16), nullable=True),
        sa.Column("difficulty", sa.Integer(), nullable=True),
        sa.Column("energy", sa.Integer(), nullable=True),
        sa.Column("source_link", sa.Text(), nullable=False),
        sa.Column("private_note", sa.Text(), nullable=False),
        sa.Column("audiences", sa.Text(), nullable=False),
        sa.Column("goal_id", _ID, nullable=True),
        *_entity(),
        sa.ForeignKeyConstraint(["goal_id"], ["goal.id"], name="fk_episode_goal_id"),
        sa.PrimaryKeyConstraint("id", name="pk_episode"),
    )
    op.create_index(
        "ix_episode_audiences",
        "episode",
        ["audiences", "date", "time", "id", "trashed_at"],
        unique=False,
        sqlite_where=sa.text("trashed_at IS NULL"),
    )
    op.create_index(
        "ix_episode_goal", "episode", ["goal_id", "date", "time", "id", "trashed_at"], unique=False
    )
    op.create_index(
        "ix_episode_kind",
        "episode",
        ["kind", "date", "time", "id", "trashed_at"],
        unique=False,
        sqlite_where=sa.text("trashed_at IS NULL"),
    )
    op.create_index(
        "ix_episode_timeline",
        "episode",
        ["date", "time", "id", "kind", "difficulty", "energy", "setting", "source", "trashed_at"],
        unique=False,
        sqlite_where=sa.text("trashed_at IS NULL"),
    )
    op.create_index(
        "ix_episode_trash",
        "episode",
        ["trashed_at"],
        unique=False,
        sqlite_where=sa.text("trashed_at IS NOT NULL"),
    )
    op.create_table(
        "forecast",
        sa.Column("goal_id", _ID, nullable=False),
        sa.Column("probability", sa.Integer(), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("sealed_at", sa.DateTime(), nullable=True),
        sa.Column("digest", sa.Text(), nullable=False),
        *_entity(),
        sa.ForeignKeyConstraint(["goal_id"], ["goal.id"], name="fk_forecast_goal_id"),
        sa.PrimaryKeyConstraint("id", name="pk_forecast"),
    )
    op.create_index("ix_forecast_goal_id", "forecast", ["goal_id"], unique=False)
    op.create_table(
        "goal_skill",
        sa.Column("goal_id", _ID, nullable=False),
        sa.Column("skill_id", _ID, nullable=False),
        sa.ForeignKeyConstraint(["goal_id"], ["goal.id"], name="fk_goal_skill_goal_id"),
        sa.ForeignKeyConstraint(["skill_id"], ["skill.id"], name="fk_goal_skill_skill_id"),
        sa.PrimaryKeyConstraint("goal_id", "skill_id", name="pk_goal_skill"),
    )
    op.create_index("ix_goal_skill_skill_id", "goal_skill", ["skill_id"], unique=False)
    op.create_table(
        "reflection",
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("decision_quality", sa.Integer(), nullable=True),
        sa.Column("outcome_quality", sa.Integer(), nullable=True),
        sa.Column("goal_id", _ID, nullable=True),
        sa.Column("period_start", sa.Date(), nullable=True),
        sa.Column("period_end", sa.Date(), nullable=True),
        *_entity(),
        sa.ForeignKeyConstraint(["goal_id"], ["goal.id"], name="fk_reflection_goal_id"),
        sa.PrimaryKeyConstraint("id", name="pk_reflection"),
    )
    op.create_index("ix_reflection_date", "reflection", ["date"], unique=False)
    op.create_index("ix_reflection_goal_id", "reflection", ["goal_id"], unique=False)
    op.create_table(
        "action",
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("owner", sa.String(length=16), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("if_then", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("ended", sa.Date(), nullable=True),
        sa.Column("audiences", sa.Text(), nullable=False),
        sa.Column("reflection_id", _ID, nullable=True),
        sa.Column("goal_id", _ID, nullable=True),
        *_entity(),
        sa.ForeignKeyConstraint(["goal_id"], ["goal.id"], name="fk_action_goal_id"),
        sa.ForeignKeyConstraint(["reflection_id"], ["reflection.id"], name="fk_action_reflection_id"),
        sa.PrimaryKeyConstraint("id", name="pk_action"),
    )
    op.create_index("ix_action_date", "action", ["date"], unique=False)
    op.create_index("ix_action_goal_id", "action", ["goal_id"], unique=False)
    op.create_index("ix_action_reflection_id", "action", ["reflection_id"], unique=False)
    op.create_table(
        "attachment",
        sa.Column("episode_id", _ID, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        *_entity(),
        sa.ForeignKeyConstraint(["episode_id"], ["episode.id"], name="fk_attachment_episode_id"),
        sa.PrimaryKeyConstraint("id", name="pk_attachment"),
    )
    op.create_index("ix_attachment_episode_id", "attachment", ["episode_id"], unique=False)
    op.create_table(
        "episode_person",
        sa.Column("episode_id", _ID, nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("date", sa.Date(), nullable=True),
        sa.Column("time", sa.Time(), nullable=True),
        sa.ForeignKeyConstraint(["episode_id"], ["episode.id"], name="fk_episode_person_episode_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_episode_person_person_id"),
        sa.PrimaryKeyConstraint("episode_id", "person_id", name="pk_episode_person"),
    )
    op.create_index(
        "ix_episode_person_newest",
        "episode_person",
        ["person_id", "date", "time", "episode_id"],
        unique=False,
    )
    op.create_table(
        "episode_skill",
        sa.Column("episode_id", _ID, nullable=False),
        sa.Column("skill_id", _ID, nullable=False),
        sa.Column("date", sa.Date(), nullable=True),
        sa.Column("time", sa.Time(), nullable=True),
        sa.ForeignKeyConstraint(["episode_id"], ["episode.id"], name="fk_episode_skill_episode_id"),
        sa.ForeignKeyConstraint(["skill_id"], ["skill.id"], name="fk_episode_skill_skill_id"),
        sa.PrimaryKeyConstraint("episode_id", "skill_id", name="pk_episode_skill"),
    )
    op.create_index(
        "ix_episode_skill_newest", "episode_skill", ["skill_id", "date", "time", "episode_id"], unique=False
    )
    op.create_table(
        "episode_tag",
        sa.Column("episode_id", _ID, nullable=False),
        sa.Column("tag_id", _ID, nullable=False),
        sa.Column("date", sa.Date(), nullable=True),
        sa.Column("time", sa.Time(), nullable=True),
        sa.ForeignKeyConstraint(["episode_id"], ["episode.id"], name="fk_episode_tag_episode_id"),
        sa.ForeignKeyConstraint(["tag_id"], ["tag.id"], name="fk_episode_tag_tag_id"),
        sa.PrimaryKeyConstraint("episode_id", "tag_id", name="pk_episode_tag"),
    )
    op.create_index(
        "ix_episode_tag_newest", "episode_tag", ["tag_id", "date", "time", "episode_id"], unique=False
    )
    op.create_table(
        "lesson",
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("trigger", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("audiences", sa.Text(), nullable=False),
        sa.Column("reflection_id", _ID, nullable=True),
        *_entity(),
        sa.ForeignKeyConstraint(["reflection_id"], ["reflection.id"], name="fk_lesson_reflection_id"),
        sa.PrimaryKeyConstraint("id", name="pk_lesson"),
    )
    op.create_index("ix_lesson_date", "lesson", ["date"], unique=False)
    op.create_index("ix_lesson_reflection_id", "lesson", ["reflection_id"], unique=False)
    op.create_table(
        "reflection_episode",
        sa.Column("reflection_id", _ID, nullable=False),
        sa.Column("episode_id", _ID, nullable=False),
        sa.ForeignKeyConstraint(["episode_id"], ["episode.id"], name="fk_reflection_episode_episode_id"),
        sa.ForeignKeyConstraint(
            ["reflection_id"], ["reflection.id"], name="fk_reflection_episode_reflection_id"
        ),
        sa.PrimaryKeyConstraint("reflection_id", "episode_id", name="pk_reflection_episode"),
    )
    op.create_index("ix_reflection_episode_episode_id", "reflection_episode", ["episode_id"], unique=False)
    op.create_table(
        "application",
        sa.Column("lesson_id", _ID, nullable=False),
        sa.Column("episode_id", _ID, nullable=False),
        sa.Column("worked", sa.Boolean(), nullable=True),
        *_entity(),
        sa.ForeignKeyConstraint(["episode_id"], ["episode.id"], name="fk_application_episode_id"),
        sa.ForeignKeyConstraint(["lesson_id"], ["lesson.id"], name="fk_application_lesson_id"),
        sa.PrimaryKeyConstraint("id", name="pk_application"),
    )
    op.create_index("ix_application_episode_id", "application", ["episode_id"], unique=False)
    op.create_index("ix_application_lesson_id", "application", ["lesson_id"], unique=False)
    op.create_table(
        "lesson_skill",
        sa.Column("lesson_id", _ID, nullable=False),
        sa.Column("skill_id", _ID, nullable=False),
        sa.ForeignKeyConstraint(["lesson_id"], ["lesson.id"], name="fk_lesson_skill_lesson_id"),
        sa.ForeignKeyConstraint(["skill_id"], ["skill.id"], name="fk_lesson_skill_skill_id"),
        sa.PrimaryKeyConstraint("lesson_id", "skill_id", name="pk_lesson_skill"),
    )
    op.create_index("ix_lesson_skill_skill_id", "lesson_skill", ["skill_id"], unique=False)
