"""The schema: a fresh database is what the classes say, and no migration is ever half done."""

import datetime as dt
import importlib
import pkgutil
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, inspect, select

import workjournal.domain
from conftest import Clock
from workjournal.domain.entity import Base
from workjournal.domain.episode import Episode
from workjournal.domain.label import Person, Skill, Tag
from workjournal.errors import JournalError
from workjournal.store import migrations
from workjournal.store.migrations import NewerSchema
from workjournal.store.store import Store
from workjournal.vault.vault import Keys

for _module in pkgutil.walk_packages(workjournal.domain.__path__, "workjournal.domain."):
    importlib.import_module(_module.name)

INDEXES = ("lesson_words", "search_")
PRESENT = migrations.HEAD
NEXT = f"{int(PRESENT) + 1:04}"
FAILING = f"""
from alembic import op
import sqlalchemy as sa
revision, down_revision, branch_labels, depends_on = "{NEXT}", "{PRESENT}", None, None

def upgrade():
    op.create_table("half", sa.Column("id", sa.Integer(), primary_key=True))
    op.execute("DELETE FROM preference")
    op.add_column("episode", sa.Column("weather", sa.Text(), nullable=True))
    op.execute("SELECT nonsense FROM nowhere")
"""


@pytest.fixture
def fresh(store: Store) -> Iterator[Connection]:
    with store.engine.connect() as connection:
        yield connection


@pytest.fixture
def modelled() -> Iterator[Connection]:
    """A plain database as the classes alone would make it."""
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        Base.metadata.create_all(connection)
        yield connection
    engine.dispose()


def indexes(connection: Connection) -> dict[str, str]:
    rows = connection.exec_driver_sql(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql NOT NULL"
    )
    return {name: " ".join(sql.split()) for name, sql in rows}


def tables(connection: Connection) -> dict[str, Any]:
    """Columns, keys and constraints of every table but Alembic's."""
    inspector = inspect(connection)
    return {
        name: (
            sorted((c["name"], str(c["type"]), c["nullable"]) for c in inspector.get_columns(name)),
            inspector.get_pk_constraint(name),
            # A column that was added later has its reference in itself, and that has no name.
            sorted(({**key, "name": None} for key in inspector.get_foreign_keys(name)), key=str),
            sorted(inspector.get_unique_constraints(name), key=str),
        )
        for name in inspector.get_table_names()
        if name != "alembic_version" and is_mapped(name)
    }


def is_mapped(name: str | None) -> bool:
    """Whether a table is one of a class's; an index over words is made by its revision alone."""
    return not (name or "").startswith(INDEXES)


def test_alembic_finds_no_difference(fresh: Connection) -> None:
    opts = {
        "compare_type": True,
        "include_name": lambda name, kind, _parents: kind != "table" or is_mapped(name),
    }
    context = MigrationContext.configure(fresh, opts=opts)
    assert compare_metadata(context, Base.metadata) == []


def test_tables_are_those_of_the_classes(fresh: Connection, modelled: Connection) -> None:
    assert tables(fresh) == tables(modelled)


def test_indexes_are_those_of_the_classes_with_their_conditions(
    fresh: Connection, modelled: Connection
) -> None:
    assert indexes(fresh) == indexes(modelled)
    assert "WHERE trashed_at IS NULL" in indexes(fresh)["ix_episode_timeline"]


def test_a_missing_index_would_be_found(fresh: Connection, modelled: Connection) -> None:
    fresh.exec_driver_sql("DROP INDEX ix_episode_kind")
    assert indexes(fresh) != indexes(modelled)
    assert compare_metadata(MigrationContext.configure(fresh), Base.metadata)
    fresh.rollback()


def test_head_is_the_newest_revision_file() -> None:
    folder = Path(migrations.__file__).parent
    scripts = ScriptDirectory(str(folder))
    assert scripts.get_heads() == [migrations.HEAD]
    files = sorted(file.stem for file in (folder / "versions").glob("*.py"))
    assert files[-1].startswith(migrations.HEAD)
    assert [script.revision for script in reversed([*scripts.walk_revisions()])] == [
        name[:4] for name in files
    ]


def test_an_open_database_is_at_head(store: Store) -> None:
    assert migrations.schema(store.engine) == migrations.HEAD


def test_a_newer_schema_is_refused_and_left_as_it_is(keys: Keys, store: Store) -> None:
    with store.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    store.close()
    before = keys.database.read_bytes()
    with pytest.raises(NewerSchema, match="schema 9999; this one knows up to"):
        Store.open(keys)
    assert keys.database.read_bytes() == before


@pytest.fixture
def failing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program whose newest revision fails at its end."""
    folder = tmp_path / "migrations"
    shutil.copytree(Path(migrations.__file__).parent, folder)
    (folder / "versions" / f"{NEXT}_failing.py").write_text(FAILING, encoding="utf-8")
    monkeypatch.setattr(migrations, "__file__", str(folder / "__init__.py"))
    monkeypatch.setattr(migrations, "HEAD", NEXT)


def test_a_failed_migration_leaves_no_trace(keys: Keys, store: Store, clock: Clock, failing: None) -> None:
    with store.engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO preference VALUES ('owner', 'Ada')")
        before = tables(connection)
    store.close()
    with pytest.raises(Exception, match="no such table: nowhere") as caught:
        Store.open(keys, clock)
    assert not isinstance(caught.value, JournalError)  # ours to mend, not the user's
    reopened = Store(keys, clock)
    assert migrations.schema(reopened.engine) == PRESENT
    with reopened.engine.connect() as connection:
        assert tables(connection) == before
        assert connection.exec_driver_sql("SELECT value FROM preference").scalar() == "Ada"
    reopened.dispose()


def test_a_migration_brings_an_old_schema_up(
    keys: Keys, store: Store, clock: Clock, failing: None, tmp_path: Path
) -> None:
    store.close()
    good = FAILING.replace('    op.execute("SELECT nonsense FROM nowhere")\n', "")
    (tmp_path / "migrations" / "versions" / f"{NEXT}_failing.py").write_text(good, encoding="utf-8")
    opened = Store.open(keys, clock)  # the control of the test above
    assert migrations.schema(opened.engine) == NEXT
    with opened.engine.connect() as connection:
        assert "half" in tables(connection)
    opened.close()


def links(store: Store, label: str) -> list[tuple[object, object]]:
    """Day and time of every link to a label of that sort."""
    table = Base.metadata.tables[f"episode_{label}"]
    with store.reading() as session:
        rows = session.execute(select(table.c.date, table.c.time).order_by(table.c.date, table.c.time))
        return [tuple(row) for row in rows]


@pytest.mark.parametrize("label", ["tag", "person", "skill"])
def test_the_dates_of_links_follow_their_episode(store: Store, label: str) -> None:
    first, then = dt.date(2026, 1, 2), dt.date(2027, 3, 4)
    episode, still = (
        Episode(
            date=first,
            time=time,
            title="x",
            tags=[Tag(name=n)],
            people=[Person(name=n)],
            skills=[Skill(name=n)],
        )
        for n, time in (("moves", dt.time(8, 30)), ("stays", None))
    )

    def moved(**fields: object) -> list[tuple[object, object]]:
        with store.writing() as session:
            session.add_all([episode, still])
            for field, value in fields.items():
                setattr(episode, field, value)
        return links(store, label)

    assert moved() == [(first, None), (first, dt.time(8, 30))]
    assert moved(date=then) == [(first, None), (then, dt.time(8, 30))]
    assert moved(time=None) == [(first, None), (then, None)]
    assert moved(title="Only the words") == [(first, None), (then, None)]
    more = {"tags": [*episode.tags, Tag(name="n")], "people": [Person(name="n")], "skills": [Skill(name="n")]}
    assert moved(**more) == [(first, None), *[(then, None)] * (2 if label == "tag" else 1)]
