"""What runs in a thread while the user waits at the entrance, and what it hands over."""

import datetime as dt
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from workjournal import paths
from workjournal.errors import JournalError
from workjournal.ui import neighbour

if TYPE_CHECKING:
    from workjournal.exporters.recovery_sheet import RecoverySheet
    from workjournal.journal.journal import Journal

RECOVERY, KEYRING = "recovery code", "system keyring"
"""Kinds of ways in, as `opening.kinds_of_ways_in` calls them."""
RESTORE, MEND, DROP = "restore", "mend", "drop"
_WAYS_OUT = {
    "NotAVault": (DROP, MEND, RESTORE),
    "HeaderDamaged": (MEND, RESTORE),
    "DatabaseMissing": (RESTORE,),
    "DatabaseUnreadable": (RESTORE,),
}
"""What helps, by the error's name: the classes themselves live where the entrance may not reach."""


class OpenInFront(JournalError):
    """This journal is already open in another Workjournal window, which has come to the front."""


class Lock(Protocol):
    """What keeps a second window off a journal."""

    def release(self) -> None: ...


@dataclass(frozen=True)
class Opened:
    """A journal, and the lock that keeps a second window off it."""

    journal: "Journal"
    lock: "Lock"

    def close(self) -> None:
        """Close the journal and let another window in."""
        self.journal.close()
        self.lock.release()


@dataclass(frozen=True)
class Created(Opened):
    """A new journal with what is needed for its recovery code; `remark` is what did not work, in words."""

    passphrase: str
    sheet: "RecoverySheet"
    remark: str = ""

    def __repr__(self) -> str:
        return "<Created>"


@dataclass(frozen=True)
class Sample(Opened):
    """A journal to look around in: nobody knows its passphrase, and the release of its lock takes its folder away."""


@dataclass(frozen=True)
class Outlook:
    """What can be known of a folder without a key."""

    kinds: frozenset[str] = frozenset()
    read_only: bool = False
    problem: JournalError | None = None
    ways_out: tuple[str, ...] = ()


class FoundCopy(Protocol):
    """A backup as it is seen without a key."""

    @property
    def path(self) -> Path: ...

    @property
    def made(self) -> dt.datetime: ...

    @property
    def size(self) -> int: ...


@dataclass(frozen=True)
class Copies:
    """Backups, newest first, and a free place for the journal that is made of one."""

    copies: tuple[FoundCopy, ...]
    target: Path


class NoLock:
    """In a folder that cannot be written there is no lock, and nothing that a second window could spoil."""

    def release(self) -> None:
        """Nothing is held."""


def preload() -> None:
    """Import what unlocking will need, while the passphrase is typed (SQLAlchemy takes 0.25–0.4 s)."""
    import workjournal.ui.workspace  # noqa: F401
    from workjournal.journal import opening

    opening.preload()


def look(folder: Path) -> Outlook:
    """What kinds of ways in there are, whether the folder can be written, or what is wrong with it."""
    from workjournal.journal import opening

    try:
        kinds = opening.kinds_of_ways_in(folder)
    except JournalError as error:
        return Outlook(problem=error, ways_out=ways_out(error, folder))
    return Outlook(kinds, read_only=not opening.is_writable(folder))


def missing(folders: Iterable[str]) -> frozenset[str]:
    """Those that are not there (now); a disk or network that is gone may take its time to say so."""
    return frozenset(folder for folder in folders if not _is_there(Path(folder, "vault.json")))


def unlock(folder: Path, secret: str) -> Opened:
    """Open an existing journal for this window, with its passphrase or recovery code.

    Raises:
        AlreadyOpen, and what `opening.open_journal` raises.
    """
    from workjournal.journal import opening

    return _opened(folder, lambda: opening.open_journal(folder, secret))


def mend_and_unlock(folder: Path, secret: str) -> Opened:
    """Put an earlier header in the place of a damaged one, if the secret opens it, and open the journal.

    Raises:
        what `header_mending.mend_header` and `unlock` raise.
    """
    from workjournal.journal.checks.header_mending import mend_header

    mend_header(folder, secret)
    return unlock(folder, secret)


def copies_beside(journal: Path, folder: Path) -> Copies:
    """The backups of the journal in `folder`; no key is needed for that."""
    from workjournal.journal import restoring

    return Copies(tuple(restoring.copies_beside(folder)), restoring.free_name(journal))


def copies_in(journal: Path, folder: Path) -> Copies:
    """The backups in any folder that somebody chose; the new journal is still to lie beside `journal`, if there is one."""
    from workjournal.journal import restoring
    from workjournal.journal.copies import folders

    usual = paths.suggested_vault()
    free = usual if journal == Path() and not _is_there(usual) else None
    target = free or restoring.free_name(usual if journal == Path() else journal)
    return Copies(tuple(folders.copies_in(folder)), target)


def restore_and_unlock(copy: Path, target: Path, secret: str, report: Callable[[float, str], None]) -> Opened:
    """Make a journal of a backup and open it for this window.

    Raises:
        what `restoring.restore` and `unlock` raise.
    """
    from workjournal.journal import restoring

    restoring.restore(copy, target, secret, report)
    return unlock(target, secret)


def unlock_by_keyring(folder: Path) -> Opened:
    """Open an existing journal for this window with what this computer's keyring keeps.

    Raises:
        AlreadyOpen, and what `opening.open_by_keyring` raises.
    """
    from workjournal.journal import opening

    return _opened(folder, lambda: opening.open_by_keyring(folder))


def create(folder: Path, passphrase: str, *, keyring: bool = False) -> Created:
    """Make a new journal and open it for this window; raises what `opening.create` raises.

    A keyring that does not answer is no reason to have no journal: that is told in the remark.
    """
    from workjournal.journal import code_sheet, opening

    preload()
    journal = opening.create(folder, passphrase)
    lock = opening.lock_for_window(folder)
    lock.take()
    remark = ""
    if keyring:
        try:
            journal.ways_in.add_keyring(passphrase)
        except JournalError as error:
            remark = str(error)
    sheet = code_sheet.sheet_for(journal, journal.ways_in.new_code())
    return Created(journal, lock, passphrase, sheet, remark)


def look_around(report: Callable[[float, str], None]) -> Sample:
    """Make a sample journal; raises what `sample.make` raises."""
    from workjournal.journal import sample

    preload()
    return Sample(*sample.make(report))


def add_code(created: Created) -> Opened:
    """Let the code that was written down open the journal from now on."""
    created.journal.ways_in.add_code(created.passphrase, created.sheet.code)
    return Opened(created.journal, created.lock)


def replace_passphrase(opened: Opened, code: str, passphrase: str) -> Opened:
    """A new passphrase in place of the forgotten one, proven by the recovery code."""
    opened.journal.ways_in.replace_passphrase(code, passphrase)
    return opened


def keyring_ready() -> str:
    """The name of this computer's keyring, "" if it does not answer."""
    from workjournal.journal import opening

    try:
        return opening.keyring_ready()
    except JournalError:
        return ""


def synced(folder: Path) -> tuple[str, Path | None]:
    """The client that syncs this folder ("" for none), and a place that nobody syncs."""
    from workjournal.journal import opening

    client = opening.synced_by(folder)
    others = (place for place in paths.places_for_a_vault() if not opening.synced_by(place))
    return client, next(others, None) if client else None


def is_wrong_secret(error: JournalError) -> bool:
    """Whether it was the passphrase or code itself that was wrong."""
    return type(error).__name__ == "WrongPassphrase"


def ways_out(error: JournalError, folder: Path) -> tuple[str, ...]:
    """What helps: RESTORE, MEND (where there are other headers to try), DROP."""
    others = any(_is_there(folder / name) for name in ("vault.json.old", "backups"))
    ways = _WAYS_OUT.get(type(error).__name__, ())
    return tuple(way for way in ways if way != MEND or others)


def _is_there(path: Path) -> bool:
    return os.path.exists(path)  # noqa: PTH110 - pathlib's raises where a folder may not be looked into


def _opened(folder: Path, open_it: Callable[[], "Journal"]) -> Opened:
    from workjournal.journal import opening

    preload()
    opening.need_journal(folder)
    if not opening.is_writable(folder):
        return Opened(open_it(), NoLock())
    lock = opening.lock_for_window(folder)
    try:
        lock.take()
    except JournalError as error:
        if neighbour.ask(folder, neighbour.RAISE):
            raise OpenInFront from error
        raise
    try:
        return Opened(open_it(), lock)
    except BaseException:
        lock.release()
        raise
