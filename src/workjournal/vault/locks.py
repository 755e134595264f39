"""Locks in the vault's folder, freed by the system if the process dies."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from workjournal.errors import JournalError

PATIENCE_SECONDS = 10.0
"""A header is written in milliseconds; whoever holds its lock for longer is stuck."""


class AlreadyOpen(JournalError):
    """This journal is already open in another Workjournal window."""


class NoWindowLock(JournalError):
    """The journal's folder cannot be written ({reason}), so it cannot be opened in a window. Free some space or make it writable."""


class HeaderBusy(JournalError):
    """Another program is changing the keys of this journal. Try again in a moment."""


class BackupsBusy(JournalError):
    """Another program is busy with the backups of this journal. Try again when it is done."""


class WindowLock:
    """Held by the one window on a vault; the terminal does not need it."""

    def __init__(self, folder: Path) -> None:
        self._lock = FileLock(folder / "window.lock", timeout=0, mode=0o600, thread_local=False)

    def take(self) -> None:
        """Take the lock, to be kept until `release`.

        Raises:
            AlreadyOpen, NoWindowLock
        """
        try:
            self._lock.acquire()
        except Timeout as error:
            raise AlreadyOpen from error
        except OSError as error:
            raise NoWindowLock(reason=error.strerror or type(error).__name__) from error

    def release(self) -> None:
        """Let another window in."""
        self._lock.release()


def header_lock(folder: Path) -> AbstractContextManager[None]:
    """While the header is read, changed and written again, nobody else does.

    Raises:
        HeaderBusy
    """
    return _alone(folder / "vault.lock", HeaderBusy)


def backups_lock(backups: Path) -> AbstractContextManager[None]:
    """While copies are made in the folder `backups`, or taken away, nobody else does either.

    Raises:
        BackupsBusy
    """
    return _alone(backups / ".lock", BackupsBusy)


@contextmanager
def _alone(file: Path, busy: type[JournalError]) -> Iterator[None]:
    try:
        with FileLock(file, timeout=PATIENCE_SECONDS, mode=0o600, thread_local=False):
            yield
    except Timeout as error:
        raise busy from error
