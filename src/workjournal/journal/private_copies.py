"""Copies of attachments for other programs: unencrypted, for this user alone, and gone when the journal is closed.

Those of a program that was killed are taken away by the next one: each folder has a lock, which the system frees when its
holder dies.
"""

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path, PurePath

from filelock import FileLock, Timeout

from workjournal import paths
from workjournal.errors import JournalError

BEGINNING = "workjournal-copies-"
"""Of the folders' names."""
HELD = ".held"
SPARE = 16 << 20
"""Bytes that stay free: the place may be memory."""
PROGRAMS = frozenset(
    (
        *(
            "app",
            "appimage",
            "bash",
            "bat",
            "cmd",
            "com",
            "command",
            "cpl",
            "desktop",
            "exe",
            "gadget",
            "hta",
            "jar",
        ),
        *(
            "js",
            "jse",
            "lnk",
            "msc",
            "msi",
            "msp",
            "pif",
            "pl",
            "ps1",
            "py",
            "reg",
            "rb",
            "run",
            "scf",
            "scr",
            "sh",
        ),
        *("url", "vb", "vbe", "vbs", "workflow", "ws", "wsf", "wsh", "xpi", "zsh"),
    )
)
"""Endings of what a desktop may run instead of showing it."""


class StartsPrograms(JournalError):
    """The file {name} is a program, or may start one, so Workjournal does not open it. Save a copy of it if you know where it comes from."""


class NoPrivatePlace(JournalError):
    """There is no room for a private copy of {name}: {reason}. Save a copy of it elsewhere instead."""


class PrivateCopies:
    """The copies of one opened journal. The folder is made with the first."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._lock: FileLock | None = None

    def place(self, attachment: str, name: str, size: int) -> Path:
        """Where to write a copy, in a folder that nobody else can enter.

        Args:
            attachment: what the copy is called apart from others of its name.
            name: of the file; one that every system allows.
            size: in bytes.

        Raises:
            StartsPrograms, NoPrivatePlace
        """
        if PurePath(name).suffix.lower().lstrip(".") in PROGRAMS:
            raise StartsPrograms(name=name)
        try:
            folder = self._with_room(size) / attachment
            folder.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            raise NoPrivatePlace(name=name, reason=error.strerror) from error
        return folder / name

    def remove(self) -> None:
        """Take all of them away; what another program holds fast (on Windows) goes at the next start."""
        folder, lock, self._folder, self._lock = self._folder, self._lock, None, None
        if os.name == "nt" and lock is not None:
            lock.release()  # there no open file is removed
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)
        if lock is not None:
            lock.release()

    def _with_room(self, size: int) -> Path:
        if self._folder is not None and self._folder.is_dir():
            if shutil.disk_usage(self._folder).free < size + SPARE:
                raise OSError(28, "the disk is full")
            return self._folder
        for place in paths.private_places():
            with suppress(OSError):
                if shutil.disk_usage(place).free >= size + SPARE:
                    return self._begin(Path(tempfile.mkdtemp(prefix=BEGINNING, dir=place)))
        raise OSError(28, "the disk is full")

    def _begin(self, folder: Path) -> Path:
        self._lock = FileLock(folder / HELD, timeout=0, mode=0o600, thread_local=False)
        self._lock.acquire()
        self._folder = folder
        return folder


def sweep() -> None:
    """Take away the copies of programs that were killed; those of a running one stay."""
    for folder in _left():
        with suppress(OSError, Timeout):
            lock = FileLock(folder / HELD, timeout=0, mode=0o600, thread_local=False)
            lock.acquire()
            if os.name == "nt":
                lock.release()
            shutil.rmtree(folder, ignore_errors=True)
            lock.release()


def _left() -> Iterator[Path]:
    """Folders of ours; anybody can put one of that name into a folder for all."""
    for place in dict.fromkeys(paths.private_places()):
        with suppress(OSError):
            for folder in place.glob(f"{BEGINNING}*"):
                found = folder.lstat()
                if stat.S_ISDIR(found.st_mode) and (os.name == "nt" or found.st_uid == os.getuid()):
                    yield folder
