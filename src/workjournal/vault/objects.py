"""Large attachments: one write-once file each, encrypted with a key of its own that the database's row keeps.

A file is the magic, 7 random bytes, and segments of 64 KiB sealed by AES-256-GCM in the STREAM construction: the nonce
is the random bytes, the segment's number (4 bytes, big-endian) and a byte that is 1 for the last one. So segments that
were swapped, dropped or appended do not open. The vault's and the object's ids are authenticated with each.
"""

import os
import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from workjournal.errors import JournalError
from workjournal.vault.files import sync_folder
from workjournal.vault.holding import hold, is_held

FOLDER = "objects"
"""Of the vault."""
MAGIC = b"WJO1"
PREFIX_BYTES = 7
SEGMENT = 64 * 1024
TAG = 16
SPARE = 1 << 20
"""Bytes that stay free beside a new object: for the row that names it, and for what is typed meanwhile."""
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


class NewObject:
    """An object that is whole and durable, but not under its own name yet: nobody can see it.

    A context: what was not placed by its end is gone. As long as it is open, `remove_unfinished` leaves it alone.
    """

    def __init__(self, folder: Path, target: Path, beside: Path, file: BinaryIO) -> None:
        self._folder, self._target, self._beside, self._file = folder, target, beside, file

    def place(self) -> None:
        """Give it its name, durably: once this returns, no power cut loses it. An object is written once.

        Raises:
            ObjectUnwritable: and no file is left.
        """
        with _unwritable_told(self._folder):
            if self._target.exists():
                raise FileExistsError(17, "there is a file of that name")
            if os.name == "nt":
                self._file.close()  # there no open file is renamed
            self._beside.replace(self._target)
            try:
                sync_folder(self._folder)
            except OSError:
                self._target.unlink(missing_ok=True)  # the folder would not say that it keeps the name
                raise

    def close(self) -> None:
        """Take away what was not placed."""
        with suppress(OSError):
            self._file.close()
        with suppress(OSError):
            self._beside.unlink(missing_ok=True)

    def __enter__(self) -> "NewObject":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def write_object(folder: Path, vault_id: str, object_id: str, key: bytes, content: bytes) -> None:
    """Keep `content` in `folder`, durably: once this returns, no power cut loses it. An object is written once.

    Raises:
        ObjectUnwritable: and no file is left.
    """
    segments = (content[start : start + SEGMENT] for start in range(0, len(content), SEGMENT))
    with write_beside(folder, vault_id, object_id, key, segments) as written:
        written.place()


def write_beside(
    folder: Path, vault_id: str, object_id: str, key: bytes, segments: Iterable[bytes]
) -> NewObject:
    """Encrypt and write the segments as they come; memory holds two of them at once.

    Args:
        folder: of the objects; it is made where it is not there yet.
        vault_id: as in the header.
        object_id: from `new_object_id`.
        key: 32 bytes for this object alone.
        segments: SEGMENT bytes each, the last one up to that; what they raise ends the writing, and is raised.

    Raises:
        ObjectUnwritable: and no file is left.
    """
    target = _place(folder, object_id)
    beside = target.with_name(f".{object_id}.{os.getpid()}.new")
    with _unwritable_told(folder):
        if not folder.is_dir():
            folder.mkdir(mode=0o700)
            sync_folder(folder.parent)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        file = os.fdopen(os.open(beside, flags, 0o600), "wb")
    written = NewObject(folder, target, beside, file)
    try:
        hold(file.fileno())
        for sealed in _sealed(_context(vault_id, object_id), key, segments):
            with _unwritable_told(folder):
                file.write(sealed)
        with _unwritable_told(folder):
            file.flush()
            os.fsync(file.fileno())
            need_room(folder, 0)
    except BaseException:
        written.close()
        raise
    return written


def need_room(folder: Path, size: int) -> None:
    """See that `size` bytes find room in `folder`, and SPARE beside them.

    Raises:
        ObjectUnwritable
    """
    with _unwritable_told(folder):
        there = folder if folder.is_dir() else folder.parent
        free = shutil.disk_usage(there).free
    if free < size + SPARE:
        reason = f"there are {free // 2**20:,} MB free, and {-(-(size + SPARE) // 2**20):,} MB are needed"
        raise ObjectUnwritable(folder=folder, reason=reason)


def read_object(folder: Path, vault_id: str, object_id: str, key: bytes) -> bytes:
    """What was kept, or an error; never a part of it.

    Raises:
        ObjectDamaged, ObjectMissing
    """
    return b"".join(read_segments(folder, vault_id, object_id, key))


def read_segments(folder: Path, vault_id: str, object_id: str, key: bytes) -> Iterator[bytes]:
    """What was kept, in pieces of up to SEGMENT bytes. It is whole only where they end without an error.

    Raises:
        ObjectDamaged, ObjectMissing
    """
    try:
        yield from _opened(_place(folder, object_id), _context(vault_id, object_id), key)
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
    """Take away what writers that died half-way left; what is being written stays.

    Raises:
        ObjectUnwritable
    """
    with _unwritable_told(folder):
        for file in folder.glob(".*.new"):
            if not is_held(file):
                with (
                    suppress(PermissionError) if os.name == "nt" else nullcontext()
                ):  # one that is being written
                    file.unlink(missing_ok=True)


def _place(folder: Path, object_id: str) -> Path:
    # A name only, so that no id can point outside the folder.
    if not _ID.fullmatch(object_id):
        raise ObjectMissing(object_id=object_id)
    return folder / object_id


@contextmanager
def _unwritable_told(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise ObjectUnwritable(folder=folder, reason=error.strerror or type(error).__name__) from error


def _context(vault_id: str, object_id: str) -> bytes:
    return b"workjournal object\0" + vault_id.encode() + b"\0" + object_id.encode()


def _nonce(prefix: bytes, number: int, *, last: bool) -> bytes:
    return prefix + number.to_bytes(4, "big") + bytes([last])


def _sealed(context: bytes, key: bytes, segments: Iterable[bytes]) -> Iterator[bytes]:
    cipher, prefix = AESGCM(key), os.urandom(PREFIX_BYTES)
    yield MAGIC + prefix
    coming = iter(segments)
    segment, number = next(coming, b""), 0  # nothing at all is one empty segment
    for following in coming:
        yield cipher.encrypt(_nonce(prefix, number, last=False), segment, context)
        segment, number = following, number + 1
    yield cipher.encrypt(_nonce(prefix, number, last=True), segment, context)


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
