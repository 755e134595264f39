"""Checking a whole vault: every kind of damage named, with a way out. Damage is never raised; it is what is found.

To add a check: a function of a Checkup that yields findings, and its name in CHECKS.
"""

import datetime as dt
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from workjournal.errors import JournalError
from workjournal.journal.checks import files, indexes, texts
from workjournal.journal.checks.checkup import Check, Checkup
from workjournal.journal.checks.findings import BRING_BACK, Finding, Kind, Report
from workjournal.store.copying import part
from workjournal.store.faults import DiskFull
from workjournal.store.integrity import Report as Progress
from workjournal.store.integrity import unheard
from workjournal.store.store import Store
from workjournal.vault import vault
from workjournal.vault.header import HeaderDamaged
from workjournal.vault.vault import Keys

CHECKS: tuple[Check, ...] = (
    files.header,
    files.previous_header,
    texts.database,
    files.salt,
    files.counters,
    texts.pages,
    texts.texts,
    texts.things,
    texts.word_index,
    indexes.search_index,
    texts.forecasts,
    texts.credentials,
    texts.attachments,
    files.unreferenced,
    files.conflict_copies,
    files.strangers,
    files.synced,
    files.modes,
    files.backups,
)
BROKEN = (JournalError, OSError, SQLAlchemyError, ValueError, LookupError, TypeError)
"""What damage does to a check; another exception is a bug, or the user who gave up waiting."""


def check(store: Store, report: Progress = unheard) -> Report:
    """Check the vault of an opened store."""
    checkup = Checkup(store.keys.folder, store.keys, store, now=store.clock(), read_only=store.read_only)
    return _run(checkup, report)


def check_folder(
    folder: Path,
    secret: str | Callable[[], str],
    report: Progress = unheard,
    clock: Callable[[], dt.datetime] | None = None,
) -> Report:
    """Check the vault in `folder`, whether it opens or not. Its schema is left as it is.

    Args:
        folder: the vault's.
        secret: a passphrase or recovery code, or what asks for it; not asked where the header is damaged.
        report: told how far it is; may raise to cancel.
        clock: the time, for the age of backups.

    Raises:
        NotAVault, NewerVault, WrongPassphrase, SlotRefused, DiskFull
    """
    checkup = Checkup(folder, now=(clock or (lambda: dt.datetime.now(dt.UTC)))())
    try:
        header = vault.read_header_file(folder / vault.HEADER)
        keys = vault.open_header(folder, header, secret if isinstance(secret, str) else secret())
    except HeaderDamaged:
        return _run(checkup, report)  # what can be told without a key
    checkup = replace(checkup, keys=keys, read_only=not _is_writable(folder))
    try:
        checkup.store = _opened(keys, clock, read_only=checkup.read_only)
    except DiskFull:
        raise  # nothing can be told of the database, and nothing is wrong with it
    except BROKEN as error:
        checkup.trouble = error
    try:
        return _run(checkup, report)
    finally:
        if checkup.store is not None:
            checkup.store.dispose()


def _run(checkup: Checkup, report: Progress) -> Report:
    began, findings = time.perf_counter(), list[Finding]()
    for number, each in enumerate(CHECKS):
        low, high = number / len(CHECKS), (number + 1) / len(CHECKS)
        checkup.progress = part(report, low, high)
        report(low, "")
        try:
            findings += each(checkup)
        except BROKEN as error:
            told = str(error) if isinstance(error, JournalError | OSError) else type(error).__name__
            what = f"The check of {each.__name__.replace('_', ' ')} could not be finished: {told}"
            findings.append(Finding(Kind.DATABASE, str(checkup.folder), what, BRING_BACK))
    report(1.0, "")
    return Report(tuple(findings), dict(checkup.counts), time.perf_counter() - began)


def _is_writable(folder: Path) -> bool:
    try:
        return vault.is_writable(folder)
    except JournalError:
        return False


def _opened(keys: Keys, clock: Callable[[], dt.datetime] | None, *, read_only: bool) -> Store:
    vault.read_header(keys.folder)  # DatabaseMissing
    return Store.open(keys, clock, read_only=read_only, upgrading=_refuse)


def _refuse(_store: Store) -> None:
    """A check changes nothing; an older schema is brought up to date when the journal is opened."""
    raise texts.NotUpToDate
