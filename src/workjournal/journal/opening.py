"""Making and opening a journal: the vault's keys meet the store."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

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
    try:
        return Journal(folder, Store.create(keys, clock))
    except BaseException:
        vault.remove_unfinished(keys)
        raise


def open_journal(folder: Path, passphrase: str, clock: Clock | None = None) -> Journal:
    """Open the journal in `folder`.

    Raises:
        NotAVault, HeaderDamaged, NewerVault, DatabaseMissing, WrongPassphrase, SlotRefused,
        NewerSchema, DatabaseUnreadable
    """
    keys = vault.unlock(folder, passphrase)
    return Journal(folder, Store.open(keys, clock))


def need_journal(folder: Path) -> None:
    """See, without a key, that there is a journal in `folder`.

    Raises:
        NotAVault, HeaderDamaged, NewerVault, DatabaseMissing
    """
    vault.read_header(folder)


def lock_for_window(folder: Path) -> WindowLock:
    """The lock a window holds while it has the journal open; `take` it, and `release` it at the end."""
    return WindowLock(folder)
