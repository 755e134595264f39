"""Alembic revisions of the schema. Alembic is imported only when the schema is behind (0.5 s).

A new revision: `alembic` is driven by `upgrade` below, so a file in versions/ with its `down_revision` and its
id in HEAD is all; tests/store/test_migrations.py compares the result with the mapped classes.
"""

from pathlib import Path

from sqlalchemy import Engine

from workjournal.errors import JournalError
from workjournal.store.engine import READ_ONLY

HEAD = "0001"


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


def upgrade(engine: Engine) -> None:
    """Bring the schema to HEAD in one transaction."""
    from alembic.migration import MigrationContext
    from alembic.operations import Operations
    from alembic.script import ScriptDirectory

    scripts = ScriptDirectory(str(Path(__file__).parent))
    with engine.connect() as connection, connection.begin():
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
