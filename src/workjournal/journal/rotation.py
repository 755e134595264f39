"""Rotating the master key: everything under a new one, so that whoever knows the old one reads nothing written from now on.

The database is copied under the new key, the copy is compared, and the header's swap is the one moment at which it counts.
A kill before it leaves the journal as it was, one after it leaves it rotated; `tidy` takes away what lies about.
Attachments in files of their own keep their keys, which are in the database.
"""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from workjournal.errors import JournalError
from workjournal.journal import leftovers
from workjournal.journal.backups import Backups, Reason
from workjournal.store.copying import copy_rekeyed, part
from workjournal.store.engine import open_vault_database
from workjournal.store.faults import Busy, faults_named
from workjournal.store.integrity import Report, unheard
from workjournal.store.store import Store
from workjournal.vault import ledger, vault
from workjournal.vault.header import SlotRecord
from workjournal.vault.keys import new_key
from workjournal.vault.locks import header_lock
from workjournal.vault.sealing import sealed, sealed_with
from workjournal.vault.slots.passphrase import PASSPHRASE
from workjournal.vault.slots.recovery_code import RECOVERY_CODE, read_code
from workjournal.vault.slots.system_keyring import SYSTEM_KEYRING, KeyringNotReady, NoSecretKept, fetch
from workjournal.vault.vault import Keys, KeysChanged, VaultUnwritable


@dataclass(frozen=True)
class Rotated:
    """The names of the ways in that open the journal no more, since their secrets were not at hand."""

    dropped: tuple[str, ...]


def rotate(store: Store, confirm: str, code: str = "", report: Report = unheard) -> Rotated:
    """Give the journal a new master key.

    Args:
        store: of the opened journal; it is used again afterwards, whatever happens.
        confirm: a passphrase or recovery code that opens the journal, and will open it.
        code: a new recovery code that was written down; the present one opens nothing afterwards, unless it is `confirm`.
        report: told how far it is; may raise to cancel, up to the swap.

    Raises:
        WrongPassphrase, Busy (another program has the journal open), what `copy_rekeyed` and `Backups.make` raise
    """
    before = vault.unlock(store.keys.folder, confirm)
    if before.master != store.keys.master:
        raise KeysChanged
    if code:
        read_code(code)
    Backups(store).make(Reason.ROTATION, part(report, 0.0, 0.4))
    after, dropped = _new_keys(before, confirm, code)
    store.checkpoint()
    store.dispose()
    in_place = _file(before)
    try:
        _move(before, after, part(report, 0.4, 1.0))
    except BaseException:
        # The swap itself may have failed after its rename: what is saved now must go where the next start looks.
        if _is_swapped(before, after, in_place):
            store.connect(after)
        else:
            _remove(after.database)
            store.connect(store.keys)
        leftovers.unmark(before)
        raise
    leftovers.unmark(after)
    store.connect(after)
    ledger.note(after, after.header.session)
    with suppress(JournalError):  # the key is rotated, whatever becomes of the backup
        Backups(store).tend()  # those before are of the earlier key
    return Rotated(tuple(dropped))


def _move(before: Keys, after: Keys, report: Report) -> None:
    """Copy, compare, swap, take the old one away."""
    with _alone(before) as connection:
        leftovers.mark(before, after.database.name)
        copy_rekeyed(
            connection,
            after.database,
            after.database_key,
            after.database_salt,
            after.header.page_size,
            part(report, 0.0, 0.95),
        )
        _count(after)
        report(1.0, "")
        _swap(before, after)
        # Still alone: who waits for the lock must not save into a file that is gone a moment later.
        _remove(before.database)
    _remove(before.database)  # where no file can be removed while it is open


@contextmanager
def _alone(keys: Keys) -> Iterator[Any]:
    """A connection to a database that nobody else has open, nor can open meanwhile.

    Leaving the log behind needs the whole file for oneself, so it fails while another program has it open.

    Raises:
        Busy
    """
    with faults_named(keys.folder), closing(open_vault_database(keys, attach=True)) as connection:
        connection.execute("PRAGMA locking_mode=EXCLUSIVE")
        if connection.execute("PRAGMA journal_mode=DELETE").fetchone()[0] != "delete":
            raise Busy
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")  # the lock stays
        yield connection


def _count(after: Keys) -> None:
    with faults_named(after.folder), closing(open_vault_database(after)) as connection:
        connection.execute("UPDATE vault_state SET generation = ?", (after.header.generation,))
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _swap(before: Keys, after: Keys) -> None:
    try:
        with header_lock(before.folder):
            if vault.read_header_file(before.folder / vault.HEADER) != before.header:
                raise KeysChanged  # a way in was changed while we copied
            vault.write_header(after, forget_previous=True)
    except OSError as error:  # of the lock
        raise VaultUnwritable(folder=before.folder, reason=error.strerror) from error


def _is_swapped(before: Keys, after: Keys, in_place: tuple[int, int] | None) -> bool:
    """Whether the header in place is the one of `after`; where it cannot be read, whether it is another than it was."""
    try:
        return vault.read_header_file(before.folder / vault.HEADER).generation == after.header.generation
    except JournalError:
        return _file(before) != in_place


def _file(keys: Keys) -> tuple[int, int] | None:
    """Which file the header is: another one after each change, and known even where it cannot be read."""
    with suppress(OSError):
        found = (keys.folder / vault.HEADER).stat()
        return found.st_ino, found.st_mtime_ns
    return None


def _remove(database: Path) -> None:
    for ending in ("", "-wal", "-shm", "-journal"):
        with suppress(OSError):
            database.with_name(database.name + ending).unlink(missing_ok=True)


def _new_keys(before: Keys, confirm: str, code: str) -> tuple[Keys, list[str]]:
    """The keys after the rotation, and the names of the slots that cannot be sealed again."""
    master, generation = new_key(), before.header.generation + 1
    slots, dropped = [], []
    for slot in before.header.slots:
        kept = _sealed_again(slot, before, confirm, code, master)
        slots.extend([kept] if kept else [])
        dropped.extend([] if kept else [slot.name])
    if code and not any(slot.kind == RECOVERY_CODE.kind for slot in slots):
        slots.append(sealed(RECOVERY_CODE, "Recovery code", code, before.header.vault_id, master))
    current = next(slot for slot in slots if slot.kind in {PASSPHRASE.kind, RECOVERY_CODE.kind})
    header = replace(
        before.header,
        generation=generation,
        database=_free_name(before.folder, generation),
        salt=os.urandom(16).hex(),
        slots=tuple(slots),
    )
    return Keys(before.folder, header.signed(master), master, current.id), dropped


def _free_name(folder: Path, generation: int) -> str:
    """Beside a file of that name, which a sync client may have brought before its header, there is another one."""
    names = (f"journal-{generation}{f'-{number}' if number else ''}.db" for number in range(1000))
    return next(name for name in names if not (folder / name).exists())


def _sealed_again(
    slot: SlotRecord, before: Keys, confirm: str, code: str, master: bytes
) -> SlotRecord | None:
    """The same way in to the new master key, if its secret is at hand."""
    vault_id = before.header.vault_id
    if slot.id == before.slot_id:
        kind = PASSPHRASE if slot.kind == PASSPHRASE.kind else RECOVERY_CODE
        return sealed(kind, slot.name, confirm, vault_id, master)
    if slot.kind == RECOVERY_CODE.kind and code:
        return sealed(RECOVERY_CODE, slot.name, code, vault_id, master)
    if slot.kind == SYSTEM_KEYRING.kind:
        with suppress(KeyringNotReady, NoSecretKept):
            secret = fetch(str(slot.parameters.get("entry")))
            return sealed_with(SYSTEM_KEYRING, slot.name, slot.parameters, secret, vault_id, master)
    return None
