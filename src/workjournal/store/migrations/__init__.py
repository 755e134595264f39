"""Alembic revisions of the schema. Alembic is imported only when the schema is behind (0.5 s).

A new revision: `alembic` is driven by `upgrade` below, so a file in versions/ with its `down_revision` and its
id in HEAD is all; tests/store/test_migrations.py compares the result with the mapped classes.
"""

from pathlib import Path

from sqlalchemy import Connection, Engine

from workjournal.errors import JournalError
from workjournal.store.engine import READ_ONLY

HEAD = "0007"


class NewerSchema(JournalError):
    """This journal was written by a newer program (schema {found}; this one knows up to {known}). It was left unchanged."""


def schema(engine: Engine) -> str:
    """The id of the schema in the database; "" where there is none yet.

    Raises:
        NewerSchema
    """
    with engine.connect().execution_options(**{READ_ONLY: True}) as connection:
        exists = connection.exec_driver_sql(
            "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'alembic_version'"
        ).first()
        found = (
            str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar())
            if exists
            else ""
        )
    if found > HEAD:  # ids are numbers of equal length, in order
        raise NewerSchema(found=found, known=HEAD)
    return found


class OlderSchema(JournalError):
    """This journal was written by an older program (schema {found}, now {known}), and it cannot be brought up to date where it must not be written. Copy its folder to a place that can be written, and open that."""


class MigrationLost(JournalError):
    """The journal could not be brought up to date: {table} would have had {after} rows instead of {before}. It was left unchanged."""


def upgrade(engine: Engine, generation: int) -> None:
    """Bring the schema to HEAD in one transaction, and check before the commit that nothing is lost or loose.

    Raises:
        MigrationLost
    """
    from alembic.migration import MigrationContext
    from alembic.operations import Operations
    from alembic.script import ScriptDirectory

    scripts = ScriptDirectory(str(Path(__file__).parent))
    with engine.connect() as connection, connection.begin():
        before = _counts(connection)
        context = MigrationContext.configure(
            connection,
            opts={
                "fn": lambda revision, _context: scripts._upgrade_revs("head", revision),  # noqa: SLF001
                "transactional_ddl": True,
                "render_as_batch": True,
            },
        )
        with Operations.context(context):
            context.run_migrations()
        _check(connection, before)
        connection.exec_driver_sql("UPDATE vault_state SET generation = ?", (generation,))


def _counts(connection: Connection) -> dict[str, int]:
    names = connection.exec_driver_sql(
        # An index of words has no pages of its own, and counting it would read every text.
        "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0 AND name NOT LIKE 'sqlite_%'"
    ).scalars()
    return {
        name: int(connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one())  # noqa: S608 - a table's name
        for name in names
        if name != "alembic_version"
    }


def _check(connection: Connection, before: dict[str, int]) -> None:
    after = _counts(connection)
    for table, rows in before.items():
        if after.get(table, rows) < rows:  # a table that is gone was emptied into another one by its revision
            raise MigrationLost(table=table, before=rows, after=after[table])
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise MigrationLost(table="a link", before="two ends", after="one")
