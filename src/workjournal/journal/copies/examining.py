"""Looking into a copy: whether it opens from its own header, holds what its manifest says, and what it would bring back."""

from contextlib import closing
from dataclasses import dataclass

from workjournal.journal.copies.folders import Manifest, read_manifest
from workjournal.store import contents, copying
from workjournal.store.contents import Entry
from workjournal.store.copying import part
from workjournal.store.engine import open_vault_database
from workjournal.store.faults import faults_named
from workjournal.store.integrity import Report
from workjournal.store.store import Store
from workjournal.vault import objects
from workjournal.vault.vault import Keys

MOST_TITLES = 50


@dataclass(frozen=True)
class Examined:
    """What a copy holds by its manifest, and what is wrong with it; nothing if it can be restored."""

    manifest: Manifest | None
    found: tuple[str, ...]


@dataclass(frozen=True)
class Difference:
    """What restoring a copy would bring back: counts then and now, and what is gone or otherwise by now.

    `entries` are as they stand in the copy; `more` is how many there are besides.
    """

    then: dict[str, int]
    now: dict[str, int]
    gone: tuple[Entry, ...]
    changed: tuple[Entry, ...]
    more: int


def examine(keys: Keys, report: Report) -> Examined:
    """Look at everything in the copy that `keys` open: header, manifest, pages, tables, attachments."""
    if not keys.header.is_signed_by(keys.master):
        return Examined(None, ("its header was changed",))
    manifest = read_manifest(keys)
    if manifest is None:
        return Examined(None, ("its manifest is missing or damaged",))
    found = copying.examine(keys, dict(manifest.tables), part(report, 0.0, 0.7))
    if not found:
        found = _damaged_objects(keys, manifest, part(report, 0.7, 1.0))
    return Examined(manifest, tuple(found))


def difference(store: Store, copy: Keys) -> Difference:
    """Compare a copy with the journal as it is now; both are only read.

    Raises:
        DatabaseUnreadable, LogUnread, StoreDamaged
    """
    with faults_named(copy.folder), closing(open_vault_database(copy, read_only=True)) as connection:
        then = contents.counts(connection)
        entries = list(contents.entries(connection))
    keys = store.keys
    with (
        faults_named(keys.folder),
        closing(open_vault_database(keys, read_only=store.read_only)) as connection,
    ):
        now = contents.counts(connection)
        saved = {(entry.kind, entry.id): entry.saved for entry in contents.entries(connection)}
    gone = [entry for entry in entries if (entry.kind, entry.id) not in saved]
    changed = [entry for entry in entries if saved.get((entry.kind, entry.id), entry.saved) != entry.saved]
    named = tuple(gone[:MOST_TITLES])
    other = tuple(changed[: MOST_TITLES - len(named)])
    return Difference(then, now, named, other, len(gone) + len(changed) - len(named) - len(other))


def _damaged_objects(keys: Keys, manifest: Manifest, report: Report) -> list[str]:
    with closing(open_vault_database(keys, read_only=True)) as connection:
        secrets = contents.object_keys(connection)
    found = []
    for number, name in enumerate(manifest.objects):
        report(number / len(manifest.objects), "Opening attachments")
        try:
            folder, vault_id = keys.folder / objects.FOLDER, keys.header.vault_id
            for _ in objects.read_segments(folder, vault_id, name, secrets.get(name, b"")):
                pass
        except (objects.ObjectDamaged, objects.ObjectMissing) as error:
            state = "missing" if isinstance(error, objects.ObjectMissing) else "damaged"
            found.append(f"the attachment in objects/{name} is {state}")
    report(1.0, "")
    return found
