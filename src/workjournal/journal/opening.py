"""Making and opening a journal: the vault's keys meet the store."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from workjournal.errors import JournalError
from workjournal.journal.journal import Journal
from workjournal.store.store import Store
from workjournal.vault import vault
from workjournal.vault.vault import WindowLock

Clock = Callable[[], dt.datetime]


def create(folder: Path, passphrase: str, clock: Clock | None = None) -> Journal:
    """Make a new journal in an empty or new folder and open it.

    Raises:
        EmptyPassphrase, VaultExists, VaultUnwritable
    """
    keys = vault.create(folder, passphrase)
    return Journal(folder, Store.create(keys, clock))


def open_journal(folder: Path, passphrase: str, clock: Clock | None = None) -> Journal:
    """Open the journal in `folder`.

    Raises:
        NotAVault, HeaderDamaged, NewerVault, DatabaseMissing, WrongPassphrase, SlotRefused,
        NewerSchema, DatabaseUnreadable
    """
    keys = vault.unlock(folder, passphrase)
    return Journal(folder, Store.open(keys, clock))


def is_journal(folder: Path) -> bool:
    """Whether there is an intact vault in `folder`, as far as can be seen without a key."""
    try:
        vault.read_header(folder)
    except JournalError:
        return False
    return True


def lock_for_window(folder: Path) -> WindowLock:
    """The lock a window holds while it has the journal open; enter it, and keep it.

    Raises (on entering):
        AlreadyOpen
    """
    return WindowLock(folder)
