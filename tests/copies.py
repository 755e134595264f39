"""What the tests of copies write and look for, and the key of a copy under another one."""

import datetime as dt

from workjournal.domain.episode import Episode
from workjournal.journal.journal import Journal
from workjournal.store.store import Store

DAY = dt.date(2026, 11, 19)
KEY, SALT = bytes(range(32)), bytes(range(16))


def write(store: Store, count: int) -> None:
    """Add so many days in one save."""
    with store.writing() as session:
        session.add_all(Episode(date=DAY, title=f"Day {n}", story="A long day. " * 200) for n in range(count))


def add_days(journal: Journal, count: int, title: str = "Day") -> None:
    """The same through the journal's verbs."""
    for number in range(count):
        journal.episodes.add(Episode(date=DAY, title=f"{title} {number}", story="A long day. " * 300))


def names(journal: Journal) -> list[str]:
    """What lies in the journal's folder of copies, but for the lock."""
    folder = journal.folder / "backups"
    return sorted(path.name for path in folder.iterdir() if path.name != ".lock") if folder.is_dir() else []
