"""What an attachment is made of: a file of the user's, or bytes such as a picture from the clipboard."""

import io
import os
import stat
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

from workjournal.errors import JournalError


class FileUnreadable(JournalError):
    """{path} cannot be read: {reason}. Nothing was attached."""


class Source(Protocol):
    """A name, a size in bytes as it seems now, and the bytes themselves, read as often as they are asked for."""

    @property
    def name(self) -> str: ...

    @property
    def size(self) -> int: ...

    def opened(self) -> AbstractContextManager["Reader"]: ...


class Reader:
    """Reads a file in pieces; what the system refuses is a FileUnreadable."""

    def __init__(self, file: BinaryIO, path: object) -> None:
        self._file, self._path = file, path

    def read(self, size: int) -> bytes:
        """Up to so many bytes, fewer only at the end.

        Raises:
            FileUnreadable
        """
        try:
            return self._file.read(size)
        except OSError as error:
            raise FileUnreadable(path=self._path, reason=error.strerror) from error


@dataclass(frozen=True)
class BytesSource:
    """Bytes that are in memory already."""

    name: str
    content: bytes

    @property
    def size(self) -> int:
        return len(self.content)

    @contextmanager
    def opened(self) -> Iterator[Reader]:
        yield Reader(io.BytesIO(self.content), self.name)


@dataclass(frozen=True)
class FileSource:
    """A file; a folder, a pipe or a device is none."""

    path: Path

    @property
    def name(self) -> str:
        """Its name; letters that are none in any language become question marks."""
        return os.fsencode(self.path.name).decode(errors="replace")

    @property
    def size(self) -> int:
        """Raises: FileUnreadable."""
        return self._seen().st_size

    @contextmanager
    def opened(self) -> Iterator[Reader]:
        """Open it for reading.

        Raises:
            FileUnreadable: also at the end, where it was written to meanwhile: nobody could tell what was read.
        """
        before = self._seen()
        try:
            file = self.path.open("rb")
        except OSError as error:
            raise FileUnreadable(path=self.path, reason=error.strerror) from error
        with file:
            yield Reader(file, self.path)
            after = os.fstat(file.fileno())
        if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
            raise FileUnreadable(path=self.path, reason="it was changed while it was being read")

    def _seen(self) -> os.stat_result:
        try:
            found = self.path.stat()
        except OSError as error:
            raise FileUnreadable(path=self.path, reason=error.strerror) from error
        if stat.S_ISDIR(found.st_mode):
            raise FileUnreadable(
                path=self.path, reason="it is a folder; attach the files in it, or a ZIP file"
            )
        if not stat.S_ISREG(found.st_mode):
            raise FileUnreadable(path=self.path, reason="it is no file")
        return found
