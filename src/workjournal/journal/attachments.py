"""Where the content of attachments is: a small one in its row, a large one in a file of its own beside the database."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

from workjournal.domain.attachment import Attachment
from workjournal.errors import JournalError
from workjournal.journal.service import NoSuchThing
from workjournal.store.store import Store
from workjournal.vault import objects

LARGE = 256 * 1024
"""Bytes. Over this, the content is kept outside the database: backups link such files instead of copying them."""
_NAMED = select(Attachment.object_id).where(Attachment.object_id.is_not(None))


class AttachmentDamaged(JournalError):
    """The attachment {name} cannot be opened: {reason}. Its episode is unharmed, and a backup may hold the file whole: `workjournal backups` lists them."""


def objects_folder(store: Store) -> Path:
    """Where the large ones are."""
    return store.keys.folder / objects.FOLDER


def content_of(store: Store, attachment_id: UUID) -> bytes:
    """The bytes that were attached, or an error; never others.

    Raises:
        NoSuchThing, AttachmentDamaged
    """
    return b"".join(segments_of(store, attachment_id))


def verify(store: Store, attachment_id: UUID) -> None:
    """Read all of it, a piece at a time.

    Raises:
        NoSuchThing, AttachmentDamaged
    """
    for _ in segments_of(store, attachment_id):
        pass


def segments_of(store: Store, attachment_id: UUID) -> Iterator[bytes]:
    """The bytes that were attached, in pieces. They are whole only where they end without an error.

    Raises:
        NoSuchThing, AttachmentDamaged
    """
    kept = select(
        Attachment.name, Attachment.sha256, Attachment.object_id, Attachment.object_key, Attachment.content
    )
    with store.reading() as session:
        row = session.execute(kept.where(Attachment.id == attachment_id)).one_or_none()
    if row is None:
        raise NoSuchThing(noun="attachment", id=attachment_id)
    name, sha256, object_id, key, content = row
    digest = hashlib.sha256()
    try:
        for segment in _pieces(store, object_id, key, content):
            digest.update(segment)
            yield segment
    except (objects.ObjectMissing, objects.ObjectDamaged) as error:
        reason = "its file is missing from the vault"
        if isinstance(error, objects.ObjectDamaged):
            reason = f"its file in the vault is damaged ({error.fields['reason']})"
        raise AttachmentDamaged(name=name, reason=reason) from error
    if digest.hexdigest() != sha256:
        raise AttachmentDamaged(name=name, reason="its content is not what was attached")


def unreferenced(store: Store) -> list[str]:
    """The ids of objects in the vault that no attachment names: what a save left that failed at its very end.

    Nothing can read them, since only the row would hold the key. One being attached just now may be among them.
    """
    found = objects.object_ids(objects_folder(store))
    with store.reading() as session:
        named = set(session.scalars(_NAMED))
    return [object_id for object_id in found if object_id not in named]


def remove_unreferenced(store: Store) -> None:
    """Take away the objects that no attachment names, and what writers that died half-way left.

    Under the write lock, under which an object gets its name and its row: no other program is just between the two.

    Raises:
        ObjectUnwritable
    """
    folder = objects_folder(store)
    if not folder.is_dir():
        return
    with store.writing() as session:
        named = set(session.scalars(_NAMED))  # takes the lock, before the folder is looked at
        for object_id in objects.object_ids(folder):
            if object_id not in named:
                objects.remove_object(folder, object_id)
        objects.remove_unfinished(folder)


def _pieces(store: Store, object_id: str | None, key: bytes | None, content: bytes) -> Iterator[bytes]:
    if object_id is None:
        yield bytes(content)
    else:
        yield from objects.read_segments(
            objects_folder(store), store.keys.header.vault_id, object_id, key or b""
        )
