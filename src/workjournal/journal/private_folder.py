"""A folder for this user alone, gone when the program is done with it.

That of a program that was killed is taken away by the next one: each has a lock, which the system frees when its holder
dies.
"""

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

from workjournal import paths

COPIES, SAMPLE = "workjournal-copies-", "workjournal-sample-"
"""What the names of the folders begin with: those of copies for other programs, and of sample journals."""
HELD = ".held"
SPARE = 16 << 20
"""Bytes that stay free: the place may be memory."""


class PrivateFolder:
    """Made when it is first needed; `beginning` is what the names of its like begin with."""

    def __init__(self, beginning: str) -> None:
        self._beginning = beginning
        self._folder: Path | None = None
        self._lock: FileLock | None = None

    def with_room(self, size: int) -> Path:
        """The folder, where so many bytes more find room.

        Raises:
            OSError: there is none.
        """
        if self._folder is not None and self._folder.is_dir():
            if shutil.disk_usage(self._folder).free < size + SPARE:
                raise OSError(28, "the disk is full")
            return self._folder
        for place in paths.private_places():
            with suppress(OSError):
                if shutil.disk_usage(place).free >= size + SPARE:
                    return self._begin(Path(tempfile.mkdtemp(prefix=self._beginning, dir=place)))
        raise OSError(28, "the disk is full")

    def release(self) -> None:
        """Let it go, with all that is in it; what another program holds fast (on Windows) goes at the next start."""
        folder, lock, self._folder, self._lock = self._folder, self._lock, None, None
        if os.name == "nt" and lock is not None:
            lock.release()  # there no open file is removed
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)
        if lock is not None:
            lock.release()

    def _begin(self, folder: Path) -> Path:
        self._lock = FileLock(folder / HELD, timeout=0, mode=0o600, thread_local=False)
        self._lock.acquire()
        self._folder = folder
        return folder


def sweep() -> None:
    """Take away what killed programs left; that of a running one stays."""
    for folder in (*_left(COPIES), *_left(SAMPLE)):
        with suppress(OSError, Timeout):
            lock = FileLock(folder / HELD, timeout=0, mode=0o600, thread_local=False)
            lock.acquire()
            if os.name == "nt":
                lock.release()
            shutil.rmtree(folder, ignore_errors=True)
            lock.release()


def _left(beginning: str) -> Iterator[Path]:
    """Folders of ours; anybody can put one of that name into a folder for all."""
    for place in dict.fromkeys(paths.private_places()):
        with suppress(OSError):
            for folder in place.glob(f"{beginning}*"):
                found = folder.lstat()
                if stat.S_ISDIR(found.st_mode) and (os.name == "nt" or found.st_uid == os.getuid()):
                    yield folder
