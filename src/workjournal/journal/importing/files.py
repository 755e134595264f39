"""The files of imported items on their way into the vault: large ones before the transaction, small ones in it.

A large one is encrypted, named and durable before its row is saved, so that no lock is held meanwhile and no more of it
is in memory than a piece. Until the row is there it is an object that nothing names; what fails takes it away again.
"""

import hashlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from workjournal.domain.attachment import Attachment, AttachmentTooLarge
from workjournal.domain.entity import one_line
from workjournal.errors import JournalError
from workjournal.importers.item import File, Item, Trouble, Weight
from workjournal.importers.limits import TooMuch
from workjournal.importers.trees import SourceUnreadable, shown
from workjournal.journal.attachment_sources import FileUnreadable, Reader
from workjournal.journal.attachments import LARGE, objects_folder
from workjournal.journal.taking_in import Kept, keep, row_of
from workjournal.store.copying import part
from workjournal.store.integrity import Report, unheard
from workjournal.store.store import Store
from workjournal.vault import objects

FILE = "file"
"""What one without a name is called."""
_DIGESTS = {32: "md5", 40: "sha1", 64: "sha256"}


@dataclass
class _Source:
    """A file of a tree as something to attach; `found` is the digest of what was read, to compare with what was said."""

    file: File
    found: Any = None

    @property
    def name(self) -> str:
        return self.file.name

    @property
    def size(self) -> int:
        return self.file.size

    @contextmanager
    def opened(self) -> Iterator[Reader]:
        kind = _DIGESTS.get(len(self.file.digest))
        self.found = hashlib.new(kind, usedforsecurity=False) if kind else None
        with self.file.opened() as file:
            yield _Digesting(file, self.file.name, self.found)

    @property
    def differs(self) -> bool:
        """Whether it is not what its journal says of it."""
        return self.found is not None and self.found.hexdigest() != self.file.digest.lower()


class _Digesting(Reader):
    def __init__(self, file: Any, path: object, found: Any) -> None:
        super().__init__(file, path)
        self._found = found

    def read(self, size: int) -> bytes:
        content = super().read(size)
        if self._found is not None:
            self._found.update(content)
        return content


@dataclass
class Files:
    """The files of one import."""

    store: Store
    limit: int
    troubles: list[Trouble] = field(default_factory=list)
    _large: dict[tuple[str, int], Kept] = field(default_factory=dict)
    _known: dict[tuple[int, str], Kept] = field(default_factory=dict)
    _placed: list[str] = field(default_factory=list)

    def bring_large(self, item: Item, report: Report) -> None:
        """Bring its large files into the vault; a trouble with one leaves it out.

        Raises:
            ObjectUnwritable: the disk is full, or cannot be written; and what `report` raises.
        """
        for number, file in enumerate(item.files):
            if file.size > LARGE:
                kept = self._keep(item, file, report)
                if kept is not None:
                    self._large[item.key, number] = kept

    def rows(self, item: Item, episode_id: UUID) -> Iterator[Attachment]:
        """The attachments of an item; in the transaction that saves it.

        Raises:
            ObjectUnwritable
        """
        for number, file in enumerate(item.files):
            kept = self._large.get((item.key, number))
            if kept is not None and kept.object_id and not self._is_there(kept.object_id):
                # Somebody emptied the trash meanwhile, and with it what nothing names yet.
                self._known.pop((kept.size, kept.sha256), None)
                kept = self._keep(item, file)
            elif kept is None and file.size <= LARGE:
                kept = self._keep(item, file)
            if kept is not None:
                yield row_of(episode_id, one_line(file.name) or FILE, kept)

    def take_away(self) -> None:
        """What was brought in for an import that failed."""
        for object_id in self._placed:
            with suppress(JournalError):
                objects.remove_object(objects_folder(self.store), object_id)

    def _keep(self, item: Item, file: File, report: Report = unheard) -> Kept | None:
        source = _Source(file)
        try:
            with ExitStack() as unplaced:
                kept = keep(self.store, source, self.limit, unplaced, report)
                kept = self._known.setdefault((kept.size, kept.sha256), kept) if kept.object_id else kept
                if kept.new is not None and str(kept.object_id) not in self._placed:
                    kept.new.place()
                    self._placed.append(str(kept.object_id))
        except (FileUnreadable, SourceUnreadable, TooMuch, AttachmentTooLarge) as error:
            self._tell(
                item, str(error).replace(" Nothing was imported.", "").replace(" Nothing was attached.", "")
            )
            return None
        if source.differs:
            self._tell(
                item,
                f"The file {shown(file.name)} is not what the journal says it is; it was kept as it was found.",
            )
        return kept

    def _tell(self, item: Item, what: str) -> None:
        self.troubles.append(Trouble(item.place, what, Weight.PARTLY))

    def _is_there(self, object_id: str) -> bool:
        return (objects_folder(self.store) / object_id).exists()


def step(report: Report, number: int, of_all: int, text: str) -> Report:
    """The report of one file of many, or of the files of one item, in words of the whole."""
    one = part(report, number / of_all, (number + 1) / of_all)
    return lambda fraction, _text: one(fraction, text)
