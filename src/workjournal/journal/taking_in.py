"""An attachment on its way into the vault: read, encrypted and written piece by piece; then its row, in one moment.

Nothing waits for a long file: only once it is whole and durable beside the objects is the write lock taken, under which
it gets its name and its row. What fails before that leaves the vault as it was.
"""

import hashlib
import mimetypes
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from workjournal.domain.attachment import LARGEST, MEGABYTE, MOST, Attachment, too_large
from workjournal.domain.episode import Episode
from workjournal.domain.keeping import Preference
from workjournal.errors import JournalError
from workjournal.journal.attachment_sources import Reader, Source
from workjournal.journal.attachments import LARGE, objects_folder
from workjournal.journal.preferences import LARGEST_ATTACHMENT
from workjournal.journal.service import fetch
from workjournal.store.copying import part
from workjournal.store.integrity import Report, unheard
from workjournal.store.store import Store
from workjournal.vault import objects
from workjournal.vault.keys import new_key
from workjournal.vault.objects import SEGMENT, NewObject

LONGEST_FIGURE = 20
_TOLD_EVERY = 1 << 20
"""Bytes after which the report is told again."""


@dataclass(frozen=True)
class Kept:
    """Content that is in the vault, but for its row: in `content`, or in an object, which may be there already."""

    size: int
    sha256: str
    content: bytes = b""
    object_id: str | None = None
    object_key: bytes | None = field(default=None, repr=False)
    new: NewObject | None = None


def largest(store: Store) -> int:
    """How many bytes an attachment of this journal can have."""
    with store.reading() as session:
        kept = session.get(Preference, LARGEST_ATTACHMENT)
    allowed = kept.value if kept else ""
    if not (allowed.isascii() and allowed.isdecimal() and len(allowed) < LONGEST_FIGURE):
        return LARGEST
    return min(max(int(allowed), MEGABYTE), MOST)


def take_in(
    store: Store,
    episode_id: UUID,
    source: Source,
    limit: int,
    report: Report = unheard,
    *,
    instead_of: UUID | None = None,
) -> Attachment:
    """Keep what the source holds with an episode; the same large content is kept once.

    Args:
        store: of the journal.
        episode_id: of the episode.
        source: a file or bytes.
        limit: how many bytes it may have.
        report: told how far it is; what it raises gives it up, and nothing is left of it.
        instead_of: an attachment that goes into the trash in the same moment.

    Raises:
        FileUnreadable, AttachmentTooLarge, NoSuchThing, ObjectUnwritable; DiskFull and what else `Store.writing` raises
    """
    with store.reading() as session:
        fetch(session, Episode, episode_id)
    while True:
        with ExitStack() as unplaced:
            kept = keep(store, source, limit, unplaced, report)
            attachment = _row(store, episode_id, source.name, kept, instead_of)
        if attachment is not None:
            return attachment


def _row(store: Store, episode_id: UUID, name: str, kept: Kept, instead_of: UUID | None) -> Attachment | None:
    """Save the row, and the object with it; None where the object that was there is gone meanwhile."""
    placed = committing = False
    try:
        with store.writing() as session:
            fetch(session, Episode, episode_id)  # takes the lock
            if kept.object_id is not None and kept.new is None and not _is_named(session, kept.object_id):
                return None
            attachment = row_of(episode_id, name, kept)
            if kept.new is not None:
                kept.new.place()
                placed = True
            session.add(attachment)
            if instead_of is not None:
                fetch(session, Attachment, instead_of).trashed_at = store.clock()
            session.flush()
            committing = True
    except BaseException:
        # Whether a commit that failed has reached the disk nobody knows; only before it there is surely no row.
        if placed and not committing:
            with suppress(JournalError):
                objects.remove_object(objects_folder(store), str(kept.object_id))
        raise
    return attachment


def row_of(episode_id: UUID, name: str, kept: Kept) -> Attachment:
    """The attachment of what was kept."""
    return Attachment(
        episode_id=episode_id,
        name=name,
        media_type=mimetypes.guess_type(name)[0] or "application/octet-stream",
        size=kept.size,
        sha256=kept.sha256,
        content=kept.content,
        object_id=kept.object_id,
        object_key=kept.object_key,
    )


def _is_named(session: Session, object_id: str) -> bool:
    return bool(session.scalar(select(exists().where(Attachment.object_id == object_id))))


def keep(store: Store, source: Source, limit: int, unplaced: ExitStack, report: Report = unheard) -> Kept:
    """Bring the content of a source into the vault, all but its row; what `unplaced` closes without a place is gone.

    Raises:
        AttachmentTooLarge, ObjectUnwritable, and what the source raises
    """
    size = source.size
    if size > limit:  # before any of it is read
        raise too_large(source.name, size, limit)
    if size > LARGE:
        known = _known(store, source, limit, part(report, 0.0, 0.5))
        if known is not None:
            return known
    with source.opened() as reader:
        first = reader.read(LARGE + 1)
        if len(first) <= LARGE:
            return Kept(len(first), hashlib.sha256(first).hexdigest(), first)
        kept = _written(store, _Reading(source, reader, limit, report, first))
        unplaced.callback(kept.new.close if kept.new else lambda: None)
    return kept


def _written(store: Store, reading: "_Reading") -> Kept:
    folder, vault_id = objects_folder(store), store.keys.header.vault_id
    objects.need_room(folder, reading.expected)
    object_id, key = objects.new_object_id(), new_key()
    new = objects.write_beside(folder, vault_id, object_id, key, reading.segments())
    return Kept(reading.size, reading.digest.hexdigest(), b"", object_id, key, new)


def _known(store: Store, source: Source, limit: int, report: Report) -> Kept | None:
    """The same content in the vault already, if it is whole there: a damaged one is no place to keep anything."""
    size = source.size
    rows = select(Attachment.object_id, Attachment.object_key, Attachment.sha256).where(
        Attachment.object_id.is_not(None), Attachment.size == size
    )
    with store.reading() as session:
        found = {
            (str(row.object_id), bytes(row.object_key or b""), row.sha256) for row in session.execute(rows)
        }
    if not found:
        return None
    with source.opened() as reader:
        reading = _Reading(source, reader, limit, part(report, 0.0, 0.5))
        for _ in reading.segments():
            pass
    sha256 = reading.digest.hexdigest()
    for object_id, key, kept_sha256 in sorted(found):
        same = Kept(reading.size, sha256, b"", object_id, key)
        if kept_sha256 == sha256 and _is_whole(store, same, part(report, 0.5, 1.0)):
            return same
    return None


def _is_whole(store: Store, kept: Kept, report: Report) -> bool:
    """Whether its object is what was attached."""
    digest, object_id, key = hashlib.sha256(), str(kept.object_id), kept.object_key or b""
    folder, vault_id = objects_folder(store), store.keys.header.vault_id
    try:
        for number, segment in enumerate(objects.read_segments(folder, vault_id, object_id, key)):
            digest.update(segment)
            if number * SEGMENT % _TOLD_EVERY == 0:
                report(min(1.0, number * SEGMENT / kept.size), "")
    except (objects.ObjectDamaged, objects.ObjectMissing):
        return False
    return digest.hexdigest() == kept.sha256


class _Reading:
    """Counts and digests what is read, tells how far it is, and refuses what grows over the limit meanwhile."""

    def __init__(
        self, source: Source, reader: Reader, limit: int, report: Report, first: bytes = b""
    ) -> None:
        self._source, self._reader, self._limit, self._report, self._first = (
            source,
            reader,
            limit,
            report,
            first,
        )
        self.expected = source.size
        self.size = 0
        self.digest: Any = hashlib.sha256()

    def segments(self) -> Iterator[bytes]:
        """All of it, SEGMENT bytes at a time.

        Raises:
            FileUnreadable, AttachmentTooLarge
        """
        for segment in self._pieces():
            self.size += len(segment)
            if self.size > self._limit:
                raise too_large(self._source.name, self.size, self._limit)
            self.digest.update(segment)
            if self.size % _TOLD_EVERY < SEGMENT:
                self._report(min(1.0, self.size / max(1, self.expected)), self._source.name)
            yield segment

    def _pieces(self) -> Iterator[bytes]:
        """What was read before first, and with it as much as fills its last segment."""
        for start in range(0, len(self._first), SEGMENT):
            piece = self._first[start : start + SEGMENT]
            yield piece + (self._reader.read(SEGMENT - len(piece)) if len(piece) < SEGMENT else b"")
        while piece := self._reader.read(SEGMENT):
            yield piece
