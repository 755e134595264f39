"""What a rotation of the master key, or the writing of a header, leaves when it is killed."""

import re
from contextlib import suppress

from workjournal.errors import JournalError
from workjournal.vault import ledger, places, vault
from workjournal.vault.files import sync_folder, write_durably
from workjournal.vault.locks import header_lock
from workjournal.vault.vault import Keys

_DATABASE = re.compile(r"journal(-\d+){0,2}\.db(-wal|-shm|-journal)?", re.ASCII)
_UNFINISHED = re.compile(
    r"\.(journal(-\d+){0,2}\.db\.\d+\.new(-wal|-shm|-journal)?|vault\.json(\.old)?\.\d+\.new)", re.ASCII
)


MARK = "rotation.pending"
"""Names the database of a rotation from before its copy has its name until the header counts."""


def mark(keys: Keys, database: str) -> None:
    """A rotation begins to make this database; if it is killed, `tidy` knows that it was ours.

    Raises:
        VaultUnwritable
    """
    try:
        write_durably(keys.folder / MARK, database.encode())
    except OSError as error:
        raise vault.VaultUnwritable(folder=keys.folder, reason=error.strerror) from error


def unmark(keys: Keys) -> None:
    """The rotation is over: its database counts, or is gone."""
    with suppress(OSError):
        (keys.folder / MARK).unlink(missing_ok=True)


def tidy(keys: Keys) -> None:
    """Take away the databases that a rotation left when it was killed, of the key before or of one that never counted.

    `keys` may be older than what is on disk now: nobody changes the header meanwhile, and it has the last word. Not in
    a folder that a sync client fills, where a database may come before its header; and one of a later generation only
    where its rotation left its mark, since the header may be an older one that was put back.
    """
    if places.synced_by(keys.folder):
        return
    known = ledger.seen(keys)
    behind = known is not None and known.generation > keys.header.generation
    pending = _pending(keys)
    found = [file for file in keys.folder.iterdir() if _is_left(file.name, keys, pending, behind=behind)]
    # A rotation has the present database to itself, without a log; killed at its first step, it leaves an empty file.
    # Nobody can begin one now: the database is open here.
    journal = keys.database.with_name(f"{keys.database.name}-journal")
    if journal.is_file() and not journal.stat().st_size:
        found.append(journal)
    if not found and not pending:
        return
    with suppress(OSError, JournalError), header_lock(keys.folder):
        if vault.read_header_file(keys.folder / vault.HEADER).database != keys.header.database:
            return  # another program has rotated the key since
        sync_folder(keys.folder)  # the header that counts must be durable before the other database goes
        for file in found:
            with suppress(OSError):
                file.unlink()
        unmark(keys)


def _pending(keys: Keys) -> str:
    """The database of a rotation under way, or killed; "" where there is none."""
    try:
        name = (keys.folder / MARK).read_text(encoding="ascii")
    except (OSError, ValueError):
        return ""
    return name if _DATABASE.fullmatch(name) else ""


def _is_left(name: str, keys: Keys, pending: str, *, behind: bool) -> bool:
    """Whether it is a leftover; with `behind`, where the folder is older than what was seen here, no database is."""
    if _UNFINISHED.fullmatch(name):
        return True
    if behind or name.startswith(keys.header.database) or not _DATABASE.fullmatch(name):
        return False
    return _generation(name) < keys.header.generation or bool(pending and name.startswith(pending))


def _generation(name: str) -> int:
    number = re.match(r"journal-(\d+)", name)
    return int(number[1]) if number else 1
