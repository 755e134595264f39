"""A file kept with an episode leaves the vault: written beside its place, compared, and only then under its name."""

import os
from contextlib import suppress
from pathlib import Path
from uuid import UUID, uuid4

from sqlalchemy import select

from workjournal.domain.attachment import Attachment
from workjournal.errors import JournalError
from workjournal.journal.attachments import segments_of
from workjournal.store.integrity import Report, unheard
from workjournal.store.store import Store

ANYONE, MINE = 0o666, 0o600
"""Modes: as the user's other files, or for nobody else."""
_TOLD_EVERY = 1 << 20


class CopyUnwritable(JournalError):
    """The copy could not be written to {path}: {reason}. The file is still in the journal."""


def copy_out(
    store: Store, attachment_id: UUID, target: Path, report: Report = unheard, mode: int = ANYONE
) -> None:
    """Write a file kept with an episode to `target`, unencrypted; a file of that name is replaced.

    Args:
        store: of the journal.
        attachment_id: of the file.
        target: a path in a folder that is there.
        report: told how far it is; what it raises gives it up, and nothing is left of it.
        mode: of the new file, before the user's mask.

    Raises:
        NoSuchThing, AttachmentDamaged, CopyUnwritable: and what was at `target` is as it was.
    """
    with store.reading() as session:
        size = session.scalar(select(Attachment.size).where(Attachment.id == attachment_id)) or 1
    if target.exists() and not target.is_file():
        raise CopyUnwritable(path=target, reason="it is no file")
    beside = target.with_name(f".{uuid4().hex}.new")
    try:
        with _Copy(beside, target, mode) as copy:
            written = 0
            for segment in segments_of(store, attachment_id):
                copy.write(segment)
                written += len(segment)
                if written % _TOLD_EVERY < len(segment):
                    report(min(1.0, written / size), target.name)
            copy.finish()
    except BaseException:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise


class _Copy:
    """A file under way; what the system refuses is a CopyUnwritable."""

    def __init__(self, beside: Path, target: Path, mode: int) -> None:
        self._beside, self._target = beside, target
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        try:
            self._file = os.fdopen(os.open(beside, flags, mode), "wb")
        except OSError as error:
            raise self._unwritable(error) from error

    def write(self, segment: bytes) -> None:
        try:
            self._file.write(segment)
        except OSError as error:
            raise self._unwritable(error) from error

    def finish(self) -> None:
        """Durably under its name."""
        try:
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
            self._beside.replace(self._target)
        except OSError as error:
            raise self._unwritable(error) from error

    def __enter__(self) -> "_Copy":
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):
            self._file.close()

    def _unwritable(self, error: OSError) -> CopyUnwritable:
        return CopyUnwritable(path=self._target, reason=error.strerror or type(error).__name__)
