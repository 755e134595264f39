"""Where the files of an export go: into a folder, into an archive, or one file alone. Which one, no format knows."""

import datetime as dt
import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import IO, BinaryIO, Protocol

from workjournal.errors import JournalError

_OPENING = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_TEXTS = (".csv", ".json", ".md", ".txt")
_FIRST_YEAR, _LAST_YEAR = 1980, 2107
"""What a ZIP archive can say."""
PLAIN_MODE = 0o600
_AT_ONCE = 16
"""Files that are brought to the disk at a time."""


class TooLargeToSeal(JournalError):
    """An encrypted export is made in memory and can have up to {limit} MB; this one is larger. Choose less, or leave the attachments out; `workjournal backup --second-place DIR` makes an encrypted copy of any size."""


class Sink(Protocol):
    """Takes files one after the other, each under a path of its own: "episodes/2026/Moved the depot.md"."""

    files: int

    def file(self, name: str) -> AbstractContextManager[IO[bytes]]:
        """A new file to write to; the one before is closed by then."""


class FolderSink:
    """Files in a new folder, readable by the user alone. They are durable after `settle`."""

    def __init__(self, folder: Path) -> None:
        self._folder, self.files, self.names = folder, 0, list[str]()
        self.folders = {folder: None}
        """All that were made, the outer before the inner."""

    @contextmanager
    def file(self, name: str) -> Iterator[IO[bytes]]:
        """A new file in the folder, or in one below it."""
        path = self._folder.joinpath(*name.split("/"))
        self._make(path.parent)
        with os.fdopen(os.open(path, _OPENING, PLAIN_MODE), "wb") as file:
            yield file
        self.files += 1
        self.names.append(name)

    def settle(self) -> None:
        """Bring all of it to the disk; many at a time, since each by itself waits for the disk (ten times as long)."""
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(_AT_ONCE) as workers:
            for _ in workers.map(_sync, (self._folder.joinpath(*name.split("/")) for name in self.names)):
                pass

    def _make(self, folder: Path) -> None:
        if folder not in self.folders:
            self._make(folder.parent)
            folder.mkdir(mode=0o700)
            self.folders[folder] = None


class ZipSink:
    """Files in a ZIP archive; use it in a `with`, at the end of which its list of contents is written."""

    def __init__(self, target: BinaryIO, made: dt.datetime) -> None:
        from zipfile import ZipFile

        self._zip, self.files = ZipFile(target, "w"), 0
        year = min(max(made.year, _FIRST_YEAR), _LAST_YEAR)
        self._made = (year, made.month, made.day, made.hour, made.minute, made.second)

    @contextmanager
    def file(self, name: str) -> Iterator[IO[bytes]]:
        """A new file in the archive; texts are packed, what is attached is so already."""
        from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipInfo

        entry = ZipInfo(name, self._made)
        entry.compress_type = ZIP_DEFLATED if name.endswith(_TEXTS) else ZIP_STORED
        # The quickest: the next one takes twice the time for a tenth of the size. Public from Python 3.13 on.
        entry._compresslevel = 1  # type: ignore[attr-defined] # noqa: SLF001
        entry.external_attr = PLAIN_MODE << 16
        with self._zip.open(entry, "w", force_zip64=True) as file:
            yield file
        self.files += 1

    def __enter__(self) -> "ZipSink":
        return self

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if error is not None:
            self._zip.fp = None  # given up: it must not write its list of contents when it is collected
        self._zip.close()


class LoneSink:
    """One file, which has the name that the user gave it."""

    def __init__(self, target: BinaryIO) -> None:
        self._target, self.files = target, 0

    @contextmanager
    def file(self, name: str) -> Iterator[IO[bytes]]:
        """The file itself, once."""
        assert not self.files, name
        yield self._target
        self.files += 1


def _sync(path: Path) -> None:
    file = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))  # Windows syncs only what may be written
    try:
        os.fsync(file)
    finally:
        os.close(file)
