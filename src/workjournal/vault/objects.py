"""Large attachments: one write-once file each, encrypted with a key of its own that the database's row keeps.

A file is the magic, 7 random bytes, and segments of 64 KiB sealed by AES-256-GCM in the STREAM construction: the nonce
is the random bytes, the segment's number (4 bytes, big-endian) and a byte that is 1 for the last one. So segments that
were swapped, dropped or appended do not open. The vault's and the object's ids are authenticated with each.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from workjournal.errors import JournalError
from workjournal.vault.files import sync_folder, write_durably

FOLDER = "objects"
"""Of the vault."""
MAGIC = b"WJO1"
PREFIX_BYTES = 7
SEGMENT = 64 * 1024
TAG = 16
_ID = re.compile(r"[0-9a-f]{32}")


class ObjectDamaged(JournalError):
    """The file objects/{object_id} of the vault is damaged: {reason}. Nothing of it was used; a backup may hold it whole."""


class ObjectMissing(JournalError):
    """The file objects/{object_id} of the vault is missing. A backup may hold it."""


class ObjectUnwritable(JournalError):
    """The vault's folder {folder} cannot be written: {reason}. Nothing was kept; free some space or make it writable, and try again."""


def new_object_id() -> str:
    """A random name: it tells nothing of what is inside, nor when it was made."""
    return uuid4().hex


def write_object(folder: Path, vault_id: str, object_id: str, key: bytes, content: bytes) -> None:
    """Keep `content` in `folder`, durably: once this returns, no power cut loses it. An object is written once.

    Raises:
        ObjectUnwritable: and no file is left.
    """
    target = _place(folder, object_id)
    sealed = b"".join(_sealed(_context(vault_id, object_id), key, content))
    try:
        if not folder.is_dir():
            folder.mkdir(mode=0o700)
            sync_folder(folder.parent)
        if target.exists():
            raise FileExistsError(17, "there is a file of that name")
        _write(target, sealed)
    except OSError as error:
        raise ObjectUnwritable(folder=folder, reason=error.strerror or type(error).__name__) from error


def read_object(folder: Path, vault_id: str, object_id: str, key: bytes) -> bytes:
    """What was kept, or an error; never a part of it.

    Raises:
        ObjectDamaged, ObjectMissing
    """
    try:
        return b"".join(_opened(_place(folder, object_id), _context(vault_id, object_id), key))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise ObjectMissing(object_id=object_id) from error
    except OSError as error:
        raise ObjectDamaged(object_id=object_id, reason=error.strerror or "it cannot be read") from error
    except InvalidTag as error:
        raise ObjectDamaged(object_id=object_id, reason="its content is not what was written") from error


def object_ids(folder: Path) -> list[str]:
    """The objects in `folder`, by name; none where there is no such folder."""
    if not folder.is_dir():
        return []
    return sorted(file.name for file in folder.iterdir() if _ID.fullmatch(file.name))


def remove_object(folder: Path, object_id: str) -> None:
    """Take an object away; one that is gone already is no trouble.

    Raises:
        ObjectUnwritable
    """
    try:
        _place(folder, object_id).unlink(missing_ok=True)
        sync_folder(folder)
    except FileNotFoundError:
        return
    except OSError as error:
        raise ObjectUnwritable(folder=folder, reason=error.strerror) from error


def remove_unfinished(folder: Path) -> None:
    """Take away what writers that died half-way left. Only while nobody can be writing an object.

    Raises:
        ObjectUnwritable
    """
    try:
        for file in folder.glob(".*.new"):
            file.unlink(missing_ok=True)
    except OSError as error:
        raise ObjectUnwritable(folder=folder, reason=error.strerror) from error


def _place(folder: Path, object_id: str) -> Path:
    # A name only, so that no id can point outside the folder.
    if not _ID.fullmatch(object_id):
        raise ObjectMissing(object_id=object_id)
    return folder / object_id


def _write(target: Path, sealed: bytes) -> None:
    try:
        write_durably(target, sealed)
    except OSError:
        target.unlink(missing_ok=True)  # renamed already, but the folder would not say that it keeps the name
        raise


def _context(vault_id: str, object_id: str) -> bytes:
    return b"workjournal object\0" + vault_id.encode() + b"\0" + object_id.encode()


def _nonce(prefix: bytes, number: int, *, last: bool) -> bytes:
    return prefix + number.to_bytes(4, "big") + bytes([last])


def _sealed(context: bytes, key: bytes, content: bytes) -> Iterator[bytes]:
    cipher, prefix = AESGCM(key), os.urandom(PREFIX_BYTES)
    yield MAGIC + prefix
    # Nothing at all is one empty segment.
    for number, start in enumerate(range(0, len(content) or 1, SEGMENT)):
        nonce = _nonce(prefix, number, last=start + SEGMENT >= len(content))
        yield cipher.encrypt(nonce, content[start : start + SEGMENT], context)


def _opened(file: Path, context: bytes, key: bytes) -> Iterator[bytes]:
    """Segment by segment, so that the first wrong one ends it, however long the file is."""
    cipher = AESGCM(key)
    with file.open("rb") as sealed:
        head = sealed.read(len(MAGIC) + PREFIX_BYTES)
        prefix = head[len(MAGIC) :]
        if head[: len(MAGIC)] != MAGIC or len(prefix) != PREFIX_BYTES:
            raise InvalidTag
        segment, number = sealed.read(SEGMENT + TAG), 0
        while True:
            following = sealed.read(SEGMENT + TAG)
            if len(segment) < TAG:
                raise InvalidTag
            yield cipher.decrypt(_nonce(prefix, number, last=not following), segment, context)
            if not following:
                return
            segment, number = following, number + 1
