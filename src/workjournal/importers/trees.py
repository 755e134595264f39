"""What was chosen to be imported, as a tree of files: one file, a folder, or an archive. Nothing is unpacked to the disk.

Names are relative, with "/" between their parts. What could lead out of the tree, such as a link, is no part of it;
`left_out` names it.
"""

import io
import lzma
import os
import re
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import cached_property
from pathlib import Path
from typing import BinaryIO, Protocol, cast

from workjournal.errors import JournalError
from workjournal.importers.item import Trouble, Weight
from workjournal.importers.limits import DEEPEST, LARGEST_TEXT, MEGABYTE, MOST_FILES, TooMuch
from workjournal.importers.system_files import is_of_a_system
from workjournal.importers.texts import decoded

BEGINNING = 64 * 1024
"""Bytes of a file that `accepts` looks at."""
_DRIVE = re.compile(r"[A-Za-z]:")
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d) *(\..*)?", re.IGNORECASE)


class SourceUnreadable(JournalError):
    """{name} cannot be read: {reason}. Nothing was imported."""


class Tree(Protocol):
    """Files to read from. What cannot be read raises SourceUnreadable, what is too much TooMuch."""

    @property
    def name(self) -> str:
        """Of the file or folder that was chosen."""
        ...

    @property
    def is_file(self) -> bool:
        """Whether it is one file by itself, which then is all of `names`."""
        ...

    @property
    def left_out(self) -> Sequence[Trouble]:
        """What is there and is no part of it."""
        ...

    def names(self) -> Sequence[str]:
        """Every file in it, sorted."""
        ...

    def size(self, name: str) -> int:
        """Its bytes, unpacked."""
        ...

    def opened(self, name: str) -> AbstractContextManager[BinaryIO]:
        """To read it piece by piece."""
        ...


def read(tree: Tree, name: str, limit: int = LARGEST_TEXT) -> bytes:
    """All bytes of a file.

    Raises:
        SourceUnreadable, TooMuch
    """
    with tree.opened(name) as file:
        content = file.read(limit + 1)
    if len(content) > limit:
        raise TooMuch(name=name, what=f"it is larger than {limit // MEGABYTE} MB")
    return content


def text(tree: Tree, name: str) -> str:
    """The text of a file, see `texts.decoded`."""
    return decoded(read(tree, name))


def beginning(tree: Tree, name: str) -> bytes:
    """As much of a file as is looked at to tell what it is."""
    with tree.opened(name) as file:
        return file.read(BEGINNING)


def lone(tree: Tree) -> str:
    """The name of the one file the tree is, or ""."""
    return tree.names()[0] if tree.is_file else ""


def fault_of(name: str) -> str:
    """Why a name in an archive could lead out of it or mean something else than a file, or ""."""
    parts = name.replace("\\", "/").split("/")
    if name.startswith(("/", "\\")) or _DRIVE.match(name):
        return "its name begins at the root of a disk"
    if ".." in parts:
        return 'its name leads out of the archive by ".."'
    if any(letter < " " or "\ud800" <= letter <= "\udfff" for letter in name):
        return "its name holds control characters, or what is none in any encoding that is known"
    if any(_DEVICE.fullmatch(part.rstrip(" .")) for part in parts):
        return "its name is that of a device"
    if len(parts) > DEEPEST or len(name) > 4096:
        return "it lies too deep"
    return "" if name.strip("/. ") else "it has no name"


def checked(names: Iterator[tuple[str, str]]) -> tuple[list[str], list[Trouble]]:
    """Which of these (name, fault) are files of a tree, sorted and once each; and what is left out, and why.

    Raises:
        TooMuch: for too many.
    """
    kept: dict[str, None] = {}
    left: list[Trouble] = []
    for count, (name, fault) in enumerate(names):
        if count >= MOST_FILES:
            raise TooMuch(name="It", what=f"there are more than {MOST_FILES} files in it")
        if is_of_a_system(name):  # nobody would miss it, so nothing is told of it
            continue
        why = fault or fault_of(name) or ("it is there twice" if name in kept else "")
        if why:
            left.append(Trouble(shown(name), f"It was left out: {why}.", Weight.LEFT_OUT))
        else:
            kept[name] = None
    return sorted(kept), left


def shown(name: str) -> str:
    """A name that came from elsewhere, as it may be shown: one line, not endless."""
    line = "".join(letter if letter.isprintable() else "�" for letter in name)
    return line if len(line) <= 120 else line[:119] + "…"


class _Guarded(io.RawIOBase):
    """Reads another file; what that cannot, is a SourceUnreadable, and so is less than `most`; more is TooMuch."""

    def __init__(self, file: BinaryIO, name: str, most: int | None) -> None:
        super().__init__()
        self._file, self._name, self._left = file, name, most

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self._left is None and self._file.seekable()

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return self._file.seek(offset, whence)

    def read(self, size: int | None = -1) -> bytes:
        whole = size is None or size < 0
        if self._left is not None:
            size = self._left + 1 if whole else min(size or 0, self._left + 1)
        try:
            content = self._file.read(-1 if size is None else size)
        except OSError as error:
            raise SourceUnreadable(name=self._name, reason=error.strerror or "it is damaged") from error
        except PACKED_FAULTS as error:
            raise SourceUnreadable(name=self._name, reason="it is damaged in the archive") from error
        if self._left is not None:
            self._left -= len(content)
            if self._left < 0:
                raise TooMuch(name=self._name, what="unpacked it is larger than the archive says")
            if self._left and len(content) < (size or 0):
                raise SourceUnreadable(name=self._name, reason="it is shorter than the archive says")
        return content

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast("bytearray", buffer))
        content = self.read(len(view))
        view[: len(content)] = content
        return len(content)


PACKED_FAULTS = (
    *(zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError),
    *(EOFError, ValueError, RuntimeError),
)
"""What the readers of archives raise for a damaged one. (NotImplementedError is a RuntimeError.)"""


def guarded(file: object, name: str, most: int | None = None) -> BinaryIO:
    """The file, whose faults are told as what they are while it is read; `most` bytes of it at most."""
    return cast("BinaryIO", _Guarded(cast("BinaryIO", file), name, most))


class Lone:
    """One file, on the disk or in memory."""

    is_file = True
    left_out: Sequence[Trouble] = ()

    def __init__(self, path: Path | None, name: str, content: bytes = b"") -> None:
        self._path, self.name, self._content = path, name, content

    def names(self) -> Sequence[str]:
        return (self.name,)

    def size(self, name: str) -> int:  # noqa: ARG002 - it is the only one
        return _size(self._path) if self._path else len(self._content)

    @contextmanager
    def opened(self, name: str) -> Iterator[BinaryIO]:  # noqa: ARG002
        if self._path is None:
            yield io.BytesIO(self._content)
        else:
            with _open(self._path) as file:
                yield file


class Folder:
    """A folder on the disk; links in it are not followed."""

    is_file = False

    def __init__(self, path: Path) -> None:
        self._path = path
        self.name = path.resolve().name or str(path)

    @cached_property
    def _listed(self) -> tuple[list[str], list[Trouble]]:
        return checked(self._walk())

    @property
    def left_out(self) -> Sequence[Trouble]:
        return self._listed[1]

    def names(self) -> Sequence[str]:
        return self._listed[0]

    def size(self, name: str) -> int:
        return _size(self._path / name)

    @contextmanager
    def opened(self, name: str) -> Iterator[BinaryIO]:
        with _open(self._path / name, _NO_LINK) as file:
            yield file

    def _walk(self) -> Iterator[tuple[str, str]]:
        closed: list[OSError] = []
        for folder, folders, files in os.walk(self._path, onerror=closed.append):
            here = Path(folder)
            if len(here.relative_to(self._path).parts) >= DEEPEST and folders:
                yield from ((self._named(here / each), "it lies too deep") for each in folders)
                folders.clear()  # os.walk calls itself, and does not go into what is taken away here
            folders.sort()
            for name in (*files, *(each for each in folders if (here / each).is_symlink())):
                yield self._named(here / name), _fault_on_disk(here / name)
        for error in closed:
            if Path(error.filename) == self._path:
                raise SourceUnreadable(name=self._path, reason=error.strerror) from error
            yield self._named(Path(error.filename)), "it cannot be opened"

    def _named(self, path: Path) -> str:
        return path.relative_to(self._path).as_posix()


def _fault_on_disk(path: Path) -> str:
    try:
        found = path.lstat()
    except OSError:
        return "it cannot be opened"
    if stat.S_ISLNK(found.st_mode):
        return "it is a link to something elsewhere"
    return "" if stat.S_ISREG(found.st_mode) else "it is no file"


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError as error:
        raise SourceUnreadable(name=path, reason=error.strerror) from error


_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_NO_WAITING = getattr(os, "O_NONBLOCK", 0)
"""To open a pipe would wait until somebody writes to it."""


@contextmanager
def _open(path: Path, flags: int = 0) -> Iterator[BinaryIO]:
    """A file of the disk; it must be a file now, not a pipe or a link that was put in its place."""
    try:
        file = open(path, "rb", opener=lambda name, mode: os.open(name, mode | flags | _NO_WAITING))  # noqa: SIM115
    except OSError as error:
        raise SourceUnreadable(name=path, reason=error.strerror) from error
    with file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise SourceUnreadable(name=path, reason="it is no file")
        yield guarded(file, str(path))
