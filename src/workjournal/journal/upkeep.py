"""What the program does for the journal by itself, once it is open: look whether it is whole, and make the day's backup."""

from contextlib import closing
from dataclasses import dataclass

from workjournal.journal.backups import Backups, Copy, State
from workjournal.store.copying import part
from workjournal.store.engine import open_vault_database
from workjournal.store.faults import faults_named
from workjournal.store.integrity import Report, page_damage, unheard
from workjournal.store.store import Store


@dataclass(frozen=True)
class Health:
    """The verdict: what is damaged, what is wrong with the backups ("" for nothing), and the newest one that is whole."""

    damage: tuple[str, ...]
    trouble: str
    newest: Copy | None


def look_after(store: Store, report: Report = unheard) -> Health:
    """Check the pages and tend the backups; takes seconds on a large journal. A damaged one is not copied."""
    with (
        faults_named(store.keys.folder),
        closing(open_vault_database(store.keys, read_only=store.read_only)) as connection,
    ):
        damage = tuple(page_damage(connection, part(report, 0.0, 0.3)))
    backups = Backups(store)
    trouble = backups.trouble() if damage else backups.tend(part(report, 0.3, 1.0)).trouble
    verified = (copy for copy in backups.all() if copy.state is State.VERIFIED)
    return Health(damage, trouble, next(verified, None))
