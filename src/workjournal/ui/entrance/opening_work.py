"""What runs in a thread while the user waits at the entrance, and what it hands over."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from workjournal.journal.journal import Journal


class Lock(Protocol):
    """What keeps a second window off a journal."""

    def release(self) -> None: ...


@dataclass(frozen=True)
class Opened:
    """A journal, and the lock that keeps a second window off it."""

    journal: "Journal"
    lock: "Lock"


def preload() -> None:
    """Import what unlocking will need, while the passphrase is typed (SQLAlchemy takes 0.25–0.4 s)."""
    import workjournal.journal.opening
    import workjournal.ui.workspace  # noqa: F401


def unlock(folder: Path, passphrase: str) -> Opened:
    """Open an existing journal for this window.

    Raises:
        AlreadyOpen, and what `opening.open_journal` raises.
    """
    from workjournal.journal import opening

    preload()
    opening.need_journal(folder)
    lock = opening.lock_for_window(folder)
    lock.take()
    try:
        return Opened(opening.open_journal(folder, passphrase), lock)
    except BaseException:
        lock.release()
        raise


def create(folder: Path, passphrase: str) -> Opened:
    """Make a new journal and open it for this window; raises what `opening.create` raises."""
    from workjournal.journal import opening

    preload()
    journal = opening.create(folder, passphrase)
    lock = opening.lock_for_window(folder)
    lock.take()
    return Opened(journal, lock)
