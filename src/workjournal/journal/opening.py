"""The door to a journal: making one, opening one, and what can be known of one without a key."""

import datetime as dt
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from sqlalchemy.orm import class_mapper

from workjournal.domain.mapped import MAPPED
from workjournal.errors import JournalError
from workjournal.journal import leftovers
from workjournal.journal.journal import Journal
from workjournal.store import sessions
from workjournal.store.store import Store
from workjournal.vault import ledger, objects, places, vault, ways_in
from workjournal.vault.locks import HeaderBusy, WindowLock
from workjournal.vault.vault import Keys, VaultUnwritable

Clock = Callable[[], dt.datetime]


class OlderThanSeen(JournalError):
    """This journal is older than when it was last open on this computer: what was written since is not in it. If you put an older copy back on purpose, all is well. If not, look into its backups and into other copies of the folder before you write."""


class DatabaseOlder(JournalError):
    """The journal's database is older than its header: one of the two was put back, or a sync client mixed two states of the folder. Look into the backups and for conflict copies before you write."""


def create(folder: Path, passphrase: str, clock: Clock | None = None) -> Journal:
    """Make a new journal in an empty or new folder and open it.

    Raises:
        EmptyPassphrase, VaultExists, VaultUnwritable
    """
    keys = vault.create(folder, passphrase)
    try:
        return Journal(folder, Store.create(keys, clock))
    except BaseException:
        _remove_unfinished(keys)
        raise


def open_journal(folder: Path, secret: str, clock: Clock | None = None) -> Journal:
    """Open the journal in `folder` with its passphrase, or with its recovery code.

    Raises:
        NotAVault, HeaderDamaged, NewerVault, DatabaseMissing, WrongPassphrase, SlotRefused,
        NewerSchema, OlderSchema, DatabaseUnreadable, LogUnread
    """
    return open_with(vault.unlock(folder, secret), clock)


def open_by_keyring(folder: Path, clock: Clock | None = None) -> Journal:
    """Open the journal in `folder` with what this computer's keyring keeps for it.

    Raises:
        NotByKeyring, KeyringNotReady. Otherwise as `open_journal`.
    """
    return open_with(vault.unlock_by_keyring(folder), clock)


def open_with(keys: Keys, clock: Clock | None = None) -> Journal:
    """Open the journal of an unlocked vault; one that cannot be written is opened for reading."""
    read_only = not vault.is_writable(keys.folder)
    store = Store.open(keys, clock, read_only=read_only, upgrading=_copy_first)
    try:
        if not read_only:
            with suppress(VaultUnwritable, HeaderBusy):  # the day of the last use is worth no closed door
                store.keys = ways_in.note_use(keys, store.clock().astimezone().date())
            leftovers.tidy(store.keys)
            with suppress(JournalError):
                objects.remove_unfinished(keys.folder / objects.FOLDER)
        return Journal(keys.folder, store, notices=_notices(store))
    except BaseException:
        store.dispose()
        raise


def preload() -> None:
    """Do what the first query would wait for: have SQLAlchemy look at every mapped class (0.1–0.2 s)."""
    class_mapper(MAPPED[0])  # one has all of them looked at


def need_journal(folder: Path) -> None:
    """See, without a key, that there is a journal in `folder`.

    Raises:
        NotAVault, HeaderDamaged, NewerVault, DatabaseMissing
    """
    vault.read_header(folder)


def kinds_of_ways_in(folder: Path) -> frozenset[str]:
    """The kinds of its slots, known without a key; raises what `need_journal` raises."""
    return frozenset(slot.kind for slot in vault.read_header(folder).slots)


def is_writable(folder: Path) -> bool:
    """Whether the journal there can be changed; one that cannot is opened for reading."""
    return vault.is_writable(folder)


def keyring_ready() -> str:
    """The name of this computer's keyring, if it answers (it may take seconds).

    Raises:
        KeyringNotReady
    """
    from workjournal.vault.slots.system_keyring import ready

    return ready()


def synced_by(folder: Path) -> str:
    """The cloud client whose folder this is in, or ""."""
    return places.synced_by(folder)


def lock_for_window(folder: Path) -> WindowLock:
    """The lock a window holds while it has the journal open; `take` it, and `release` it at the end."""
    return WindowLock(folder)


def _copy_first(store: Store) -> None:
    """A verified copy before the schema is changed; without one it is not changed."""
    from workjournal.journal.backups import Backups, Reason

    Backups(store).make(Reason.MIGRATION)


def _notices(store: Store) -> tuple[str, ...]:
    """What was noticed about an older state that was put in place of the present one; else this one is noted as seen."""
    with store.reading() as session:  # which tells damage as what it is
        found = sessions.state(session.connection()).session
    known = ledger.seen(store.keys)
    told = []
    if found < store.keys.header.session:
        told.append(str(DatabaseOlder()))
    if known is not None and (store.keys.header.generation, found) < (known.generation, known.session):
        told.append(str(OlderThanSeen()))
    if not told and not store.read_only:
        ledger.note(store.keys, found)  # another computer's work, too, is missed when it is gone again
    return tuple(told)


def _remove_unfinished(keys: Keys) -> None:
    """Take away the files of a vault whose making failed half-way, so that it can be tried again in that folder."""
    for name in (*(keys.header.database + end for end in ("", "-wal", "-shm")), vault.HEADER):
        (keys.folder / name).unlink(missing_ok=True)
