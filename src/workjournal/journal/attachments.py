"""Where the content of attachments is: a small one in its row, a large one in a file of its own beside the database."""

import hashlib
import mimetypes
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

from workjournal.domain.attachment import LARGEST, Attachment, AttachmentTooLarge
from workjournal.errors import JournalError
from workjournal.journal.service import NoSuchThing
from workjournal.store.store import Store
from workjournal.vault import objects
from workjournal.vault.keys import new_key

LARGE = 256 * 1024
"""Bytes. Over this, the content is kept outside the database: backups link such files instead of copying them."""
_NAMED = select(Attachment.object_id).where(Attachment.object_id.is_not(None))


class FileUnreadable(JournalError):
    """{path} cannot be read: {reason}. Nothing was attached."""


class AttachmentDamaged(JournalError):
    """The attachment {name} cannot be opened: {reason}. Its episode is unharmed, and a backup may hold the file whole: `workjournal backups` lists them."""


def objects_folder(store: Store) -> Path:
    """Where the large ones are."""
    return store.keys.folder / objects.FOLDER


def read_file(file: Path) -> bytes:
    """What is to be attached.

    Raises:
        FileUnreadable, AttachmentTooLarge
    """
    try:
        if file.stat().st_size > LARGEST:  # before it fills the memory
            raise AttachmentTooLarge(name=file.name, size=-(-file.stat().st_size // 1_000_000))
        return file.read_bytes()
    except OSError as error:
        raise FileUnreadable(path=file, reason=error.strerror) from error


def new_attachment(store: Store, episode_id: UUID, name: str, content: bytes) -> Attachment:
    """An attachment to be saved. The content of a large one is in its file, durably, when this returns.

    To be called while the transaction that saves it holds the write lock: no one takes the file away before.

    Raises:
        AttachmentTooLarge, ObjectUnwritable
    """
    attachment = Attachment(
        episode_id=episode_id,
        name=name,
        media_type=mimetypes.guess_type(name)[0] or "application/octet-stream",
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        content=content,
    )
    attachment.check()
    if len(content) > LARGE:
        object_id, key = objects.new_object_id(), new_key()
        objects.write_object(objects_folder(store), store.keys.header.vault_id, object_id, key, content)
        attachment.object_id, attachment.object_key, attachment.content = object_id, key, b""
    return attachment


def content_of(store: Store, attachment_id: UUID) -> bytes:
    """The bytes that were attached, or an error; never others.

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
    try:
        if object_id is not None:
            content = objects.read_object(
                objects_folder(store), store.keys.header.vault_id, object_id, key or b""
            )
    except (objects.ObjectMissing, objects.ObjectDamaged) as error:
        reason = "its file is missing from the vault"
        if isinstance(error, objects.ObjectDamaged):
            reason = f"its file in the vault is damaged ({error.fields['reason']})"
        raise AttachmentDamaged(name=name, reason=reason) from error
    if hashlib.sha256(content).hexdigest() != sha256:
        raise AttachmentDamaged(name=name, reason="its content is not what was attached")
    return bytes(content)


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

    Under the write lock, so that no program is attaching a file meanwhile.

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
