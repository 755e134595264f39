"""Bringing in journals of other programs: looked at first, imported in one transaction, taken back as a whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import select

from workjournal.domain.intake import OURS, Intake, Origin
from workjournal.importers import IMPORTERS
from workjournal.importers.importer import Importer, PassphraseNeeded, Setting, WrongImportPassphrase
from workjournal.importers.item import Item, Trouble, Weight
from workjournal.journal.copies.folders import Reason
from workjournal.journal.importing import changes, looking, rows
from workjournal.journal.importing.building import headline, tags_of
from workjournal.journal.importing.columns import Columns, columns
from workjournal.journal.importing.reading import Reading, reading
from workjournal.journal.importing.saving import bring_in, known
from workjournal.journal.importing.undoing import bring_back, take_back
from workjournal.journal.importing.wishes import SHOWN, Imported, Preview, Sample, Undone, Wishes
from workjournal.journal.service import fetch, identified
from workjournal.store.copying import part
from workjournal.store.integrity import Report, unheard
from workjournal.store.store import Store

__all__ = [
    "CameFrom",
    "Columns",
    "Imported",
    "Importer",
    "Imports",
    "PassphraseNeeded",
    "Preview",
    "Sample",
    "Setting",
    "Trouble",
    "Undone",
    "Weight",
    "Wishes",
    "WrongImportPassphrase",
]


@dataclass(frozen=True)
class CameFrom:
    """Where a thing came from: the title of the format, the file, and what the source said besides."""

    format: str
    name: str
    key: str
    zone: str
    unknown: dict[str, Any]


class Imports:
    """The verbs for importing."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def formats(self) -> Sequence[Importer]:
        """What can be read."""
        return IMPORTERS

    def look(self, path: Path, wishes: Wishes | None = None, report: Report = unheard) -> Preview:
        """Read everything, and tell what an import would bring; nothing is saved.

        Raises:
            UnknownFormat, NotThisFormat, PassphraseNeeded, WrongImportPassphrase, SourceUnreadable, TooMuch
        """
        wishes = wishes or Wishes()
        with reading(path, wishes, report) as read:
            preview = Preview(read.importer.key, read.importer.title, read.tree.name)
            if read.importer.key == OURS:
                looking.look(self.store, read, preview)
                return preview
            items = list(read.items())
            with self.store.reading() as session:
                before = known(session, read.importer.key, [item.key for item in items])
                here = [item for item in items if item.key in before.here]
                read.troubles += changes.told(session, read.importer, here)
                there = before.here | before.in_trash
                read.notes += changes.beside(
                    session, read.importer, [it for it in items if it.key not in there]
                )
            for item in items:
                _count(preview, item, wishes, known=item.key in there)
            _conclude(preview, read)
        return preview

    def columns(self, path: Path, wishes: Wishes | None = None) -> Columns | None:
        """The columns of a table, so that a person can say what they are; None of any other format.

        Raises:
            as `look`
        """
        with reading(path, wishes or Wishes(), unheard) as read:
            return columns(read)

    def run(
        self, path: Path, wishes: Wishes | None = None, report: Report = unheard, *, expected: int = 0
    ) -> Imported:
        """Make a backup, then import what is new, all of it or nothing.

        Args:
            path: a file or folder.
            wishes: how.
            report: told how far it is; what it raises gives it up, and nothing is left of it.
            expected: how many items there are, where that is known from `look`.

        Raises:
            as `look`; and what a backup or a save raises
        """
        from workjournal.journal.backups import Backups

        wishes = wishes or Wishes()
        with reading(
            path, wishes, report, expected
        ) as read:  # what cannot be read is seen before anything is copied
            Backups(self.store).make(Reason.IMPORT, part(report, 0.0, 0.1))
            if read.importer.key == OURS:
                return rows.bring_in(self.store, read, part(report, 0.1, 1.0))
            return bring_in(self.store, read, wishes, part(report, 0.1, 1.0))

    def identify(self, words: str) -> UUID:
        """The id of the import that a person means by `words`: all of it, or its end.

        Raises:
            NoSuchThing, AmbiguousId
        """
        with self.store.reading() as session:
            return identified(session, (Intake,), words)

    def past(self) -> Sequence[Intake]:
        """All imports, the newest first."""
        with self.store.reading() as session:
            return session.scalars(select(Intake).order_by(Intake.created_at.desc(), Intake.id.desc())).all()

    def undo(self, intake_id: UUID, *, changed: bool = False) -> Undone:
        """Put what it brought into the trash, but for what was changed or built upon since.

        Args:
            intake_id: of the import.
            changed: take that too, also of an import that was undone without it.

        Raises:
            NoSuchThing, UndoneAlready
        """
        with self.store.writing() as session:
            intake = fetch(session, Intake, intake_id)
            if (
                changed
            ):  # first brought back, so that all of it goes at one moment, by which it is found again
                bring_back(session, intake)
            return take_back(session, intake, self.store.clock(), changed=changed)

    def redo(self, intake_id: UUID) -> int:
        """Bring back what undoing it put into the trash; returns how many things.

        Raises:
            NoSuchThing
        """
        with self.store.writing() as session:
            return bring_back(session, fetch(session, Intake, intake_id))

    def origin(self, thing_id: UUID) -> CameFrom | None:
        """Where a thing came from; None where it was written here."""
        with self.store.reading() as session:
            origins = select(Origin).where(Origin.thing_id == thing_id)
            # Where it was written first tells more than the journal of this program it came from.
            found = session.scalars(origins.order_by(Origin.source == OURS, Origin.intake_id)).first()
            intake = found and session.get(Intake, found.intake_id)
        if not found or not intake:
            return None
        titles = {each.key: each.title for each in IMPORTERS}
        source = titles.get(found.source, found.source)
        return CameFrom(source, intake.name, found.key, found.zone, found.unknown)


def _count(preview: Preview, item: Item, wishes: Wishes, *, known: bool) -> None:
    preview.known += known
    tags, _ = tags_of(item, wishes)
    preview.tags.update(tags)
    preview.files += len(item.files)
    preview.size += sum(file.size for file in item.files)
    if item.date is None:
        preview.undated += 1
    else:
        preview.first = min(preview.first or item.date, item.date)
        preview.last = max(preview.last or item.date, item.date)
    if len(preview.samples) < SHOWN:
        title = item.title.strip() or headline(item.text) or next((file.name for file in item.files), "")
        preview.samples.append(Sample(item.place, item.date, item.time, title, tags, len(item.files), known))


def _conclude(preview: Preview, read: Reading) -> None:
    preview.found, preview.failed = read.found, read.failed
    preview.troubles, preview.notes = read.troubles, read.notes
