"""The environment's faults, told apart from bugs. Messages never hold a statement's parameters."""

import json
import re
import shutil
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as driver
from sqlalchemy.exc import DBAPIError, StatementError
from sqlalchemy.exc import TimeoutError as NoConnection
from sqlalchemy.orm.exc import StaleDataError

from workjournal.domain import entity
from workjournal.errors import JournalError


class EditedElsewhere(JournalError):
    """This was changed somewhere else meanwhile, so it was not saved over it. What you typed is kept; look at both before you save again."""


class DiskFull(JournalError):
    """The disk is full, so nothing was saved. Free some space and try again."""


class ReadOnly(JournalError):
    """The journal's folder cannot be written, so nothing was saved."""


class FolderGone(JournalError):
    """The journal's folder {folder} is not there any more, so nothing was saved. If it is on a drive, plug it in again; what you typed is still here."""


class Busy(JournalError):
    """Another program is writing to this journal for a long time. Try again in a moment."""


class StoreDamaged(JournalError):
    """The journal's database is damaged or its disk is failing ({reason}). `workjournal check` tells what is left; a backup brings back the rest."""


_FAULTS: tuple[tuple[str, type[JournalError]], ...] = (
    ("full", DiskFull),
    ("readonly", ReadOnly),
    ("locked", Busy),
    ("malformed", StoreDamaged),
    ("not a database", StoreDamaged),
    ("disk i/o", StoreDamaged),
    ("unable to open", ReadOnly),
)

SHARED_MEMORY_BYTES = 32 * 1024
"""The least that SQLite makes beside a database that it opens."""


@contextmanager
def faults_named(folder: Path) -> Iterator[None]:
    """Raise a JournalError for what the driver says of the database in `folder`; a bug passes as it is."""
    try:
        yield
    except StaleDataError as error:
        raise EditedElsewhere from error
    except NoConnection as error:
        raise Busy from error
    except json.JSONDecodeError as error:
        raise StoreDamaged(reason="a text cannot be read") from error
    except (ValueError, LookupError) as error:
        if _is_of_a_row(error):  # without its cause, which may hold what stands there
            raise StoreDamaged(reason="a value is not what was written") from None
        raise
    except (StatementError, driver.Error) as error:
        named = _named(error, folder)
        if named is None:
            raise
        # What a column's type refused came from us, and its cause would hold the statement.
        raise named from (error if isinstance(error, DBAPIError | driver.Error) else None)


def _is_of_a_row(error: Exception) -> bool:
    """Whether a stored value could not be made into an id, a day, a choice: raised while SQLAlchemy reads a row."""
    names = [frame.f_globals.get("__name__", "") for frame, _ in traceback.walk_tb(error.__traceback__)]
    reading = [place for place, name in enumerate(names) if name.startswith(("sqlalchemy.", entity.__name__))]
    ours = [
        place for place, name in enumerate(names) if name.startswith("workjournal.") and place not in reading
    ]
    return bool(reading) and reading[-1] > max(ours, default=-1)


def _named(error: Exception, folder: Path) -> JournalError | None:
    cause = error.orig if isinstance(error, StatementError) else error
    if isinstance(cause, JournalError):
        return cause
    if not isinstance(error, DBAPIError | driver.Error):
        return None
    if not folder.is_dir():
        return FolderGone(folder=folder)
    reason = str(cause).lower()
    if re.fullmatch(r"unique constraint failed: \w+\.id", reason):
        # Ids are random, so an earlier try came to be, though its last fsync failed and it was told as failed.
        return EditedElsewhere()
    found = next(((fault, words) for words, fault in _FAULTS if words in reason), None)
    if found == (StoreDamaged, "disk i/o") and _is_full(folder):
        found = (DiskFull, "full")
    return found and found[0](reason=found[1])


def _is_full(folder: Path) -> bool:
    """Whether there is no room for the database's shared memory: that is told as an I/O error, and is no damage."""
    try:
        return shutil.disk_usage(folder).free < SHARED_MEMORY_BYTES
    except OSError:
        return False
